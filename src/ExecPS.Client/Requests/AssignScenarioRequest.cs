namespace ExecPS.Client.Requests;

/// <summary>The body of <c>assignScenario</c>: the assignee, the due date, and the requirements.</summary>
public sealed record AssignScenarioRequest
{
    /// <summary>The email address of the user who gets the assignment.</summary>
    public required string UserEmail { get; init; }

    /// <summary>When the assignment is due. A time of unspecified kind is local.</summary>
    public required DateTime DueDate { get; init; }

    /// <summary>The email address of the user whom the notification names as the assigner. Null for none.</summary>
    public string? AssignerEmail { get; init; }

    /// <summary>The number of attempts required, 1 or more. Null for no requirement.</summary>
    public int? AttemptMin { get; init; }

    /// <summary>The number of attempts allowed, 1 or more. Null for no limit.</summary>
    public int? AttemptMax { get; init; }

    /// <summary>The rank required to pass: Bronze, Silver, or Gold. Null for no requirement.</summary>
    public Rank? RankMin { get; init; }

    /// <summary>Text that is added to the notification. Null for none.</summary>
    public string? CustomMessage { get; init; }
}
