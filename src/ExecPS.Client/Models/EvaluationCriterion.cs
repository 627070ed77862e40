namespace ExecPS.Client.Models;

/// <summary>A criterion of a session's evaluation.</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class EvaluationCriterion : ExecObject
{
    /// <summary>The name of the criterion.</summary>
    public string? CriterionName { get; set; }

    /// <summary>The evaluated items.</summary>
    public ReadableList<EvaluationItem>? Items { get; set; }

    /// <summary>The criterion and the grades, such as <c>Communication: Discovery Questions Good; Listening Mid</c>.</summary>
    public override string ToString() => $"{CriterionName}: {Items}";
}
