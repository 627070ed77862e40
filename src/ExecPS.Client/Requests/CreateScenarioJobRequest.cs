namespace ExecPS.Client.Requests;

/// <summary>The body of <c>createScenarioJob</c>.</summary>
public sealed record CreateScenarioJobRequest
{
    /// <summary>The most characters that <see cref="Prompt"/> may have.</summary>
    public const int LongestPrompt = 10_000;

    /// <summary>The most characters that <see cref="Context"/> may have.</summary>
    public const int LongestContext = 50_000;

    /// <summary>The email address of the user for whom the scenario is created. The user must be a member of the workspace.</summary>
    public required string UserEmail { get; init; }

    /// <summary>The description of the scenario or, with <see cref="ScenarioSlug"/>, of the changes; at most 10,000 characters.</summary>
    public required string Prompt { get; init; }

    /// <summary>Background information in Markdown, at most 50,000 characters. Null for none.</summary>
    public string? Context { get; init; }

    /// <summary>The slug of a scenario to start from. Null to start from nothing.</summary>
    public string? ScenarioSlug { get; init; }

    /// <summary>An ID that makes the request repeatable: a request with the ID of an existing job returns that job.</summary>
    public required string RequestId { get; init; }

    /// <summary>The HTTPS address that receives a POST request when the job ends. Null for none.</summary>
    public Uri? CallbackUrl { get; init; }

    /// <summary>Headers of that request. They can contain secrets, so no message shows them. Null for none.</summary>
    public IReadOnlyDictionary<string, string>? CallbackHeaders { get; init; }
}
