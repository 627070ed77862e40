namespace ExecPS.Client.Models;

/// <summary>A criterion by which a session was graded.</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class EvaluationCriterion
{
    /// <summary>The criterion's name.</summary>
    public string? CriterionName { get; set; }

    /// <summary>What was graded under it.</summary>
    public ReadableList<EvaluationItem>? Items { get; set; }

    /// <summary>Criterion and grades, as <c>Communication: Discovery Questions Good; Listening Mid</c>.</summary>
    public override string ToString() => $"{CriterionName}: {Items}";
}
