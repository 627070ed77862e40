namespace ExecPS.Client.Models;

/// <summary>An evaluated item of a session, as a row of a table.</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class EvaluationRow : ExecObject
{
    /// <summary>The ID of the session.</summary>
    [JsonIgnore]
    public string? SessionId { get; set; }

    /// <summary>The email address of the user.</summary>
    [JsonIgnore]
    public string? UserEmail { get; set; }

    /// <summary>The name of the scenario.</summary>
    [JsonIgnore]
    public string? ScenarioName { get; set; }

    /// <summary>The name of the criterion.</summary>
    [JsonIgnore]
    public string? CriterionName { get; set; }

    /// <summary>The name of the item.</summary>
    [JsonIgnore]
    public string? ItemName { get; set; }

    /// <summary>The grade. Null if the item isn't graded.</summary>
    [JsonIgnore]
    public EvaluationGrade? Grade { get; set; }

    /// <summary>The number of examples.</summary>
    [JsonIgnore]
    public int ExampleCount { get; set; }

    /// <summary>The feedback. Null if there is none.</summary>
    [JsonIgnore]
    public string? Feedback { get; set; }

    /// <summary>The parts of the transcript that the grade is based on.</summary>
    [JsonIgnore]
    public ReadableList<FeedbackExample>? Examples { get; set; }

    /// <summary>The criterion, the item, and the grade, such as <c>Communication: Discovery Questions Good</c>.</summary>
    public override string ToString() => $"{CriterionName}: {ItemName} {Grade}".Trim();
}
