namespace ExecPS.Client.Models;

/// <summary>A place in the transcript of a session that a grade rests on.</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class FeedbackExample
{
    /// <summary>What was said.</summary>
    public string? Quote { get; set; }

    /// <summary>What was good about it or could be better; null when nothing is said.</summary>
    public string? Feedback { get; set; }

    /// <summary>What could have been said instead; null when nothing is proposed.</summary>
    public string? SuggestionQuote { get; set; }

    /// <summary>How good this place was; null when it wasn't graded.</summary>
    public EvaluationGrade? Grade { get; set; }

    /// <summary>How much it matters; null when that isn't said.</summary>
    public Salience? Salience { get; set; }

    /// <summary>What was said.</summary>
    public override string ToString() => Quote ?? "";
}
