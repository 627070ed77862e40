using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>One attempt of a user at a scenario, with the feedback, and with transcript and evaluations where they were asked for (<c>getSession</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class SessionDetail : Session
{
    private ReadableList<TranscriptLine>? _transcript;

    /// <summary>How the session went as a whole; null when nothing is said.</summary>
    public string? OutcomeFeedback { get; set; }

    /// <summary>What the user did well; null when nothing is said.</summary>
    public string? PositiveFeedback { get; set; }

    /// <summary>What the user could do better; null when nothing is said.</summary>
    public string? ConstructiveFeedback { get; set; }

    /// <summary>What was said, line by line; null unless the transcript was asked for.</summary>
    public ReadableList<TranscriptLine>? Transcript
    {
        get => _transcript;
        set
        {
            _transcript = value;
            foreach (var line in value ?? [])
            {
                if (line is not null)
                    line.Session = this;
            }
        }
    }

    /// <summary>The criteria by which the session was graded; null unless the evaluations were asked for.</summary>
    public ReadableList<EvaluationCriterion>? Evaluations { get; set; }

    /// <summary>The evaluations as a table, one row an item of a criterion; null unless the evaluations were asked for.</summary>
    [JsonIgnore]
    public ReadableList<EvaluationRow>? EvaluationRows =>
        Evaluations is null
            ? null
            : new(Evaluations.SelectMany(criterion => (criterion?.Items ?? []).Where(item => item is not null).Select(item => new EvaluationRow(this, criterion!, item))));
}
