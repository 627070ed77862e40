using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>A scenario given to a user as a practice task (<c>listAssignments</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class Assignment : IListRow
{
    /// <summary>The assignment's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>How far the assignment has come.</summary>
    public AssignmentStatus? Status { get; set; }

    /// <summary>When the assignment is due, in local time; null when it has no due date.</summary>
    public DateTime? DueDate { get; set; }

    /// <summary>The highest score, 0 to 100; null before the first scored attempt.</summary>
    public double? BestScore { get; set; }

    /// <summary>The rank of the highest score; null before the first scored attempt.</summary>
    public Rank? BestRank { get; set; }

    /// <summary>How many attempts were completed.</summary>
    public int? AttemptCount { get; set; }

    /// <summary>How many attempts are required; null when none are.</summary>
    public int? AttemptMin { get; set; }

    /// <summary>How many attempts are allowed; null when there is no limit.</summary>
    public int? AttemptMax { get; set; }

    /// <summary>The rank that is required to pass; null when none is.</summary>
    public Rank? RankMin { get; set; }

    /// <summary>The email address of the user.</summary>
    [JsonIgnore]
    public string? UserEmail => User?.Email;

    /// <summary>First and last name of the user.</summary>
    [JsonIgnore]
    public string? UserName => User?.Name;

    /// <summary>The name of the scenario.</summary>
    [JsonIgnore]
    public string? ScenarioName => Scenario?.Name;

    /// <summary>The name of the program; null for an assignment that stands alone.</summary>
    [JsonIgnore]
    public string? ProgramName => Program?.Name;

    /// <summary>The identifier of the user.</summary>
    [JsonIgnore]
    public string? UserId => User?.Id;

    /// <summary>The identifier of the scenario.</summary>
    [JsonIgnore]
    public string? ScenarioId => Scenario?.Id;

    /// <summary>The identifier of the program; null for an assignment that stands alone.</summary>
    [JsonIgnore]
    public string? ProgramId => Program?.Id;

    /// <summary>When the assignment was made, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The user who has the assignment.</summary>
    public User? User { get; set; }

    /// <summary>The scenario to practise.</summary>
    public ScenarioRef? Scenario { get; set; }

    /// <summary>The program that the assignment belongs to; null for one that stands alone.</summary>
    public ProgramRef? Program { get; set; }

    /// <summary>Scenario and user, as <c>Discovery Call: Jane Smith</c>.</summary>
    public override string ToString() => $"{Scenario}: {User}";
}
