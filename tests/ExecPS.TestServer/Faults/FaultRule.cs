namespace ExecPS.TestServer.Faults;

/// <summary>Which requests a fault befalls.</summary>
/// <param name="Fault">What goes wrong.</param>
public sealed record FaultRule(Fault Fault)
{
    /// <summary>What the request's path ends with; null for any path.</summary>
    public string? Path { get; init; }

    /// <summary>Which page it asks for; null for any.</summary>
    public int? Page { get; init; }

    /// <summary>How many requests that match have to come until the first is befallen, from 1.</summary>
    public int Nth { get; init; } = 1;

    /// <summary>How often the fault happens; null for always.</summary>
    public int? Times { get; init; } = 1;

    internal bool Matches(RecordedRequest request) =>
        (Path is null || request.Path.EndsWith(Path, StringComparison.Ordinal)) && (Page is null || request.Page == Page);
}
