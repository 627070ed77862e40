namespace ExecPS.Sandbox.World;

/// <summary>A session. There are many of them, so an entry is small.</summary>
/// <param name="number">The number from which the ID is derived.</param>
/// <param name="person">The user.</param>
/// <param name="scenario">The scenario.</param>
/// <param name="createdAt">When the session was created, in UTC.</param>
/// <param name="durationSeconds">The duration, or null if it is unknown.</param>
/// <param name="score">The score, or null if the session wasn't graded.</param>
/// <param name="assignment">The assignment, or null for practice without an assignment.</param>
internal sealed class SessionEntry(
    ulong number, Person person, ScenarioEntry scenario, DateTime createdAt, int? durationSeconds, double? score, Assignment? assignment)
{
    public string Id => IdSource.Text(number);

    public Person Person => person;

    public ScenarioEntry Scenario => scenario;

    public DateTime CreatedAt => createdAt;

    public int? DurationSeconds => durationSeconds;

    public double? Score => score;

    public Rank? Rank => score is { } value ? World.Score.RankOf(value) : null;

    public Assignment? Assignment => assignment;

    /// <summary>Whether the session was completed and graded.</summary>
    public bool IsValid => score is not null;

    public Session ToSession() => Fill(new Session());

    public SessionDetail ToDetail(bool withTranscript, bool withEvaluations)
    {
        var story = new SessionFeedback(this);
        var detail = new SessionDetail
        {
            OutcomeFeedback = story.Outcome,
            PositiveFeedback = story.Praise,
            ConstructiveFeedback = story.Advice,
            Transcript = withTranscript ? [.. story.Transcript] : null,
            Evaluations = withEvaluations ? [.. story.Evaluations] : null,
        };
        Fill(detail);
        return detail;
    }

    private Session Fill(Session session)
    {
        session.Id = Id;
        session.User = person.User;
        session.Scenario = scenario.Ref;
        session.Score = score;
        session.Rank = Rank;
        session.DurationSeconds = durationSeconds;
        session.IsValidAttempt = IsValid;
        session.CreatedAt = createdAt.ToLocalTime();
        return session;
    }
}
