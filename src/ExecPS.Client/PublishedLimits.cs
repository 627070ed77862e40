namespace ExecPS.Client;

/// <summary>The limits that the vendor publishes. They apply to a workspace, not to a connection.</summary>
internal static class PublishedLimits
{
    /// <summary>Requests per minute.</summary>
    public const int RequestsPerMinute = 60;

    /// <summary>Requests per day.</summary>
    public const int RequestsPerDay = 1000;

    /// <summary>Scenario Studio sessions and jobs that can be created per minute.</summary>
    public const int ScenarioCreationsPerMinute = 10;
}
