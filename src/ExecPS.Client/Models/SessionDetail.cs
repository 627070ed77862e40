namespace ExecPS.Client.Models;

/// <summary>A session with its feedback, and its transcript and evaluations if requested (<c>getSession</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class SessionDetail : Session
{
    private ReadableList<TranscriptLine>? _transcript;

    /// <inheritdoc/>
    public override string? Id { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? SessionId => Id;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? UserId => User?.Id;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? UserName => User?.Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? UserEmail => User?.Email;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? ScenarioId => Scenario?.Id;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? ScenarioName => Scenario?.Name;

    /// <inheritdoc/>
    public override Rank? Rank { get; set; }

    /// <inheritdoc/>
    public override bool? IsValidAttempt { get; set; }

    /// <inheritdoc/>
    public override DateTime? CreatedAt { get; set; }

    /// <inheritdoc/>
    public override double? Score { get; set; }

    /// <inheritdoc/>
    public override double? DurationSeconds { get; set; }

    /// <summary>Feedback on the outcome. Null if there is none.</summary>
    public string? OutcomeFeedback { get; set; }

    /// <summary>What the user did well. Null if there is none.</summary>
    public string? PositiveFeedback { get; set; }

    /// <summary>What to improve. Null if there is none.</summary>
    public string? ConstructiveFeedback { get; set; }

    /// <inheritdoc/>
    public override User? User { get; set; }

    /// <inheritdoc/>
    public override ScenarioRef? Scenario { get; set; }

    /// <summary>What was said. Null if not included.</summary>
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

    /// <summary>The criteria. Null if not included.</summary>
    public ReadableList<EvaluationCriterion>? Evaluations { get; set; }

    /// <summary>One row per item. Null if not included.</summary>
    [JsonIgnore]
    public ReadableList<EvaluationRow>? EvaluationRows => Evaluations is null
        ? null
        : new(Evaluations.SelectMany(criterion => (criterion?.Items ?? []).Where(item => item is not null).Select(item => ToRow(criterion!, item))));

    private EvaluationRow ToRow(EvaluationCriterion criterion, EvaluationItem item) => new()
    {
        SessionId = Id,
        UserEmail = UserEmail,
        ScenarioName = ScenarioName,
        CriterionName = criterion.CriterionName,
        ItemName = item.Name,
        Grade = item.Grade,
        ExampleCount = item.FeedbackExamples?.Count ?? 0,
        Feedback = item.Feedback,
        Examples = item.FeedbackExamples,
    };
}
