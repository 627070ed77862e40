namespace ExecPS.Client.Models;

/// <summary>An interactive session in which a user creates a scenario (<c>createScenarioStudioSession</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class StudioSession : ExecObject
{
    /// <summary>The ID of the session.</summary>
    public string? Id { get; set; }

    /// <summary>The web address that the user opens to create the scenario.</summary>
    public string? Url { get; set; }

    /// <summary>Whether the session was created by this request. False if it existed already, with the same request ID.</summary>
    public bool? IsNew { get; set; }

    /// <summary>The web address of the session.</summary>
    public override string ToString() => Url ?? Id ?? "";
}
