using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Sandbox;

/// <summary>The transcript and the feedback of a session are consistent with its score.</summary>
public class SessionFeedbackTests
{
    [Fact]
    public async Task A_session_detail_has_the_values_of_the_list()
    {
        using var calls = SandboxCalls.To(50);

        foreach (var row in await calls.ListAsync<Session>("/sessions"))
        {
            var detail = await calls.OneAsync<SessionDetail>($"/sessions/{row.Id}");
            Assert.Equal(
                (row.Id, row.UserId, row.ScenarioId, row.Score, row.Rank, row.DurationSeconds, row.IsValidAttempt, row.CreatedAt),
                (detail.Id, detail.UserId, detail.ScenarioId, detail.Score, detail.Rank, detail.DurationSeconds, detail.IsValidAttempt, detail.CreatedAt));
            Assert.Equal(row.IsValidAttempt, detail.OutcomeFeedback is not null);
            Assert.Equal(row.IsValidAttempt, detail.PositiveFeedback is not null);
            Assert.Equal(row.IsValidAttempt, detail.ConstructiveFeedback is not null);
        }
    }

    [Fact]
    public async Task The_speakers_of_a_transcript_alternate_within_the_duration()
    {
        using var calls = SandboxCalls.To(120);

        foreach (var session in calls.World.Sample.Sessions.All)
        {
            var detail = await DetailAsync(calls, session.Id);
            var lines = detail.Transcript!;
            Assert.Equal(detail.DurationSeconds is null, lines.Count == 0);
            for (var place = 0; place < lines.Count; place++)
            {
                Assert.Equal(place % 2 == 0 ? "ai" : "user", lines[place].Speaker);
                Assert.NotEmpty(lines[place].Text!);
                Assert.InRange(lines[place].SecondsFromStart!.Value, place == 0 ? 0 : lines[place - 1].SecondsFromStart!.Value + 0.1, detail.DurationSeconds!.Value);
            }
        }
    }

    [Fact]
    public async Task Grades_match_the_score()
    {
        using var calls = SandboxCalls.To(120);

        foreach (var session in calls.World.Sample.Sessions.All)
        {
            var detail = await DetailAsync(calls, session.Id);
            if (detail.Score is not { } score)
            {
                Assert.Empty(detail.Evaluations!);
                continue;
            }

            Assert.Equal(session.Scenario.Skills.Select(skill => skill.Name), detail.Evaluations!.Select(criterion => criterion.CriterionName));
            double[] worth = [.. detail.Evaluations!.SelectMany(criterion => criterion.Items!)
                .Where(item => item.Grade != EvaluationGrade.NotRelevant)
                .Select(item => item.Grade switch { EvaluationGrade.Good => 100, EvaluationGrade.Mid => 50, _ => 0 })];
            Assert.Equal(score, worth.Average(), 25.0 / worth.Length + 0.01);
        }
    }

    [Fact]
    public async Task Examples_quote_the_transcript()
    {
        using var calls = SandboxCalls.To(120);
        var examples = 0;

        foreach (var session in calls.World.Sample.Sessions.All)
        {
            var detail = await DetailAsync(calls, session.Id);
            var said = detail.Transcript!.Where(line => line.Speaker == "user").Select(line => line.Text).ToHashSet();
            foreach (var item in detail.Evaluations!.SelectMany(criterion => criterion.Items!))
            {
                Assert.All(item.FeedbackExamples!, example =>
                {
                    Assert.Contains(example.Quote, said);
                    Assert.Equal(item.Grade, example.Grade);
                    Assert.True(example.Salience is Salience.High or Salience.Mid);
                    Assert.Equal(item.Grade == EvaluationGrade.Good, example.SuggestionQuote is null);
                });
                examples += item.FeedbackExamples!.Count;
            }
        }

        Assert.True(examples > calls.World.Sample.Sessions.All.Count);
    }

    [Fact]
    public async Task A_session_is_the_same_on_each_request()
    {
        using var one = SandboxCalls.To(50);
        using var other = SandboxCalls.To(50);
        var id = one.World.Sample.Sessions.All.First(session => session.IsValid).Id;
        var path = $"/sessions/{id}?include=transcript,evaluations";

        Assert.Equal((await one.JsonAsync(path)).ToJsonString(), (await other.JsonAsync(path)).ToJsonString());
    }

    private static Task<SessionDetail> DetailAsync(SandboxCalls calls, string id) =>
        calls.OneAsync<SessionDetail>($"/sessions/{id}?include=transcript,evaluations");
}
