using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>A session in few bytes: there are more of them than of anything else.</summary>
/// <param name="number">What its identifier is made of.</param>
/// <param name="person">Who practised.</param>
/// <param name="scenario">What they practised.</param>
/// <param name="createdAt">When, in UTC.</param>
/// <param name="durationSeconds">How long; null when nobody has measured.</param>
/// <param name="score">The score; null when it wasn't graded.</param>
/// <param name="assignment">What they practised it for; null when they did of their own accord.</param>
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

    /// <summary>Whether it was completed and graded.</summary>
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
