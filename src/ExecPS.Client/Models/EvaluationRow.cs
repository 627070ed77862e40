namespace ExecPS.Client.Models;

/// <summary>A row of the table that <see cref="SessionDetail.EvaluationRows"/> makes of a session's evaluations: one item of a criterion.</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class EvaluationRow
{
    internal EvaluationRow(Session session, EvaluationCriterion criterion, EvaluationItem item)
    {
        SessionId = session.Id;
        UserEmail = session.UserEmail;
        ScenarioName = session.ScenarioName;
        CriterionName = criterion.CriterionName;
        ItemName = item.Name;
        Grade = item.Grade;
        Feedback = item.Feedback;
        ExampleCount = item.FeedbackExamples?.Count ?? 0;
        Examples = item.FeedbackExamples;
    }

    /// <summary>The identifier of the session.</summary>
    public string? SessionId { get; }

    /// <summary>The email address of the user who practised.</summary>
    public string? UserEmail { get; }

    /// <summary>The name of the scenario that was practised.</summary>
    public string? ScenarioName { get; }

    /// <summary>The criterion's name.</summary>
    public string? CriterionName { get; }

    /// <summary>The item's name.</summary>
    public string? ItemName { get; }

    /// <summary>How well it was done; null when it wasn't graded.</summary>
    public EvaluationGrade? Grade { get; }

    /// <summary>What is to be said about it; null when nothing is.</summary>
    public string? Feedback { get; }

    /// <summary>How many places in the transcript the grade rests on.</summary>
    public int ExampleCount { get; }

    /// <summary>The places in the transcript that the grade rests on.</summary>
    public ReadableList<FeedbackExample>? Examples { get; }

    /// <summary>Criterion, item and grade, as <c>Communication: Discovery Questions Good</c>.</summary>
    public override string ToString() => $"{CriterionName}: {ItemName} {Grade}".Trim();
}
