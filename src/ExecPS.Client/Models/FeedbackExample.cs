namespace ExecPS.Client.Models;

/// <summary>A part of a transcript that a grade is based on.</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class FeedbackExample : ExecObject
{
    /// <summary>The grade of this part. Null if it isn't graded.</summary>
    public EvaluationGrade? Grade { get; set; }

    /// <summary>How important this part is. Null if it isn't known.</summary>
    public Salience? Salience { get; set; }

    /// <summary>The part of the transcript.</summary>
    public string? Quote { get; set; }

    /// <summary>The feedback on this part. Null if there is none.</summary>
    public string? Feedback { get; set; }

    /// <summary>A suggestion for what to say instead. Null if there is none.</summary>
    public string? SuggestionQuote { get; set; }

    /// <summary>The quote.</summary>
    public override string ToString() => Quote ?? "";
}
