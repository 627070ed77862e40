namespace ExecPS.Client.Models;

/// <summary>A scenario assigned to a user (<c>listAssignments</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class Assignment : ExecObject, IListRow
{
    /// <summary>The ID of the assignment.</summary>
    public string? Id { get; set; }

    /// <summary>The ID of the user.</summary>
    [JsonIgnore]
    public string? UserId => User?.Id;

    /// <summary>The first and last name of the user.</summary>
    [JsonIgnore]
    public string? UserName => User?.Name;

    /// <summary>The email address of the user.</summary>
    [JsonIgnore]
    public string? UserEmail => User?.Email;

    /// <summary>The ID of the scenario.</summary>
    [JsonIgnore]
    public string? ScenarioId => Scenario?.Id;

    /// <summary>The name of the scenario.</summary>
    [JsonIgnore]
    public string? ScenarioName => Scenario?.Name;

    /// <summary>The ID of the program. Null if the assignment isn't part of a program.</summary>
    [JsonIgnore]
    public string? ProgramId => Program?.Id;

    /// <summary>The name of the program. Null if the assignment isn't part of a program.</summary>
    [JsonIgnore]
    public string? ProgramName => Program?.Name;

    /// <summary>The status of the assignment.</summary>
    public AssignmentStatus? Status { get; set; }

    /// <summary>The rank of the highest score. Null before the first scored attempt.</summary>
    public Rank? BestRank { get; set; }

    /// <summary>The rank required to pass. Null if none is required.</summary>
    public Rank? RankMin { get; set; }

    /// <summary>The due date, in local time. Null if none is set.</summary>
    public DateTime? DueDate { get; set; }

    /// <summary>When the assignment was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The highest score, 0 to 100. Null before the first scored attempt.</summary>
    public double? BestScore { get; set; }

    /// <summary>The number of completed attempts.</summary>
    public int? AttemptCount { get; set; }

    /// <summary>The number of attempts required. Null if none are required.</summary>
    public int? AttemptMin { get; set; }

    /// <summary>The number of attempts allowed. Null if there is no limit.</summary>
    public int? AttemptMax { get; set; }

    /// <summary>The number of attempts left: AttemptMax minus AttemptCount, but at least 0. Null if there is no limit.</summary>
    [JsonIgnore]
    public int? AttemptsLeft => AttemptMax is { } limit ? Math.Max(limit - (AttemptCount ?? 0), 0) : null;

    /// <summary>The number of whole days since the due date, if the status is PastDue. Otherwise null.</summary>
    [JsonIgnore]
    public int? DaysOverdue => Status == AssignmentStatus.PastDue && DueDate is { } due
        ? Math.Max((int)(DateTime.UtcNow - due.ToUniversalTime()).TotalDays, 0)
        : null;

    /// <summary>The user.</summary>
    public User? User { get; set; }

    /// <summary>The scenario.</summary>
    public ScenarioRef? Scenario { get; set; }

    /// <summary>The program. Null if the assignment isn't part of a program.</summary>
    public ProgramRef? Program { get; set; }

    /// <summary>The scenario and the user, such as <c>Discovery Call: Jane Smith</c>.</summary>
    public override string ToString() => $"{Scenario}: {User}";
}
