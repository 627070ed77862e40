namespace ExecPS.Client.Models;

/// <summary>One thing that was graded in a session.</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class EvaluationItem
{
    /// <summary>The item's name.</summary>
    public string? Name { get; set; }

    /// <summary>How well it was done; null when it wasn't graded.</summary>
    public EvaluationGrade? Grade { get; set; }

    /// <summary>What is to be said about it; null when nothing is.</summary>
    public string? Feedback { get; set; }

    /// <summary>The places in the transcript that the grade rests on.</summary>
    public ReadableList<FeedbackExample>? FeedbackExamples { get; set; }

    /// <summary>Item and grade, as <c>Discovery Questions Good</c>.</summary>
    public override string ToString() => $"{Name} {Grade}".Trim();
}
