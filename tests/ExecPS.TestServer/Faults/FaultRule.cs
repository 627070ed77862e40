namespace ExecPS.TestServer.Faults;

/// <summary>A fault and the requests it applies to.</summary>
/// <param name="Fault">The fault.</param>
public sealed record FaultRule(Fault Fault)
{
    /// <summary>The request's method, or null for any method.</summary>
    public string? Method { get; init; }

    /// <summary>The end of the request's path, or null for any path.</summary>
    public string? Path { get; init; }

    /// <summary>The requested page, or null for any page.</summary>
    public int? Page { get; init; }

    /// <summary>The first matching request that the rule applies to, from 1.</summary>
    public int Nth { get; init; } = 1;

    /// <summary>The number of times that the rule applies, or null for no limit.</summary>
    public int? Times { get; init; } = 1;

    internal bool Matches(RecordedRequest request) =>
        (Method is null || request.Method == Method) && (Path is null || request.Path.EndsWith(Path, StringComparison.Ordinal)) && (Page is null || request.Page == Page);
}
