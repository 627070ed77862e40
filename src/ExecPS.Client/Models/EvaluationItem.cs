namespace ExecPS.Client.Models;

/// <summary>An evaluated item of a criterion.</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class EvaluationItem : ExecObject
{
    /// <summary>The name of the item.</summary>
    public string? Name { get; set; }

    /// <summary>The grade. Null if the item isn't graded.</summary>
    public EvaluationGrade? Grade { get; set; }

    /// <summary>The feedback. Null if there is none.</summary>
    public string? Feedback { get; set; }

    /// <summary>The parts of the transcript that the grade is based on.</summary>
    public ReadableList<FeedbackExample>? FeedbackExamples { get; set; }

    /// <summary>The item and the grade, such as <c>Discovery Questions Good</c>.</summary>
    public override string ToString() => $"{Name} {Grade}".Trim();
}
