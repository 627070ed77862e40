using System.Security.Cryptography;
using System.Text;
using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;
using ExecPS.Sandbox.World;

namespace ExecPS.Client.Tests.Sandbox;

/// <summary>The parts of the workspace are consistent, for every size and seed, and after random writes.</summary>
public class ConsistentWorldTests
{
    [Fact]
    public async Task The_sample_assignments_never_change()
    {
        using var calls = SandboxCalls.To(2500);

        var rows = await calls.ListAsync<Assignment>("/scenarios/assignments");

        var text = string.Join("\n", rows.Select(row => FormattableString.Invariant(
            $"{row.Id} {row.UserEmail} {row.ScenarioId} {row.ProgramId} {row.Status} {row.BestScore} {row.BestRank} {row.AttemptCount} {row.AttemptMin} {row.AttemptMax} {row.RankMin}")));
        Assert.Equal("415B7D547AD1260455905684B61A7D91D8369CD8965643BB6D06B093031F06C7", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    [Theory, ClassData(typeof(WorkspaceSizes))]
    public async Task Assignments_belong_to_members_and_listed_scenarios(int size, int seed, int writes)
    {
        using var calls = SandboxCalls.To(size, seed, writes);
        var members = (await calls.ListAsync<Member>("/workspace/members")).ToDictionary(member => member.Id!);
        var scenarios = (await calls.ListAsync<Scenario>("/scenarios")).ToDictionary(scenario => scenario.Id!);

        foreach (var assignment in await calls.ListAsync<Assignment>("/scenarios/assignments"))
        {
            var member = members[assignment.UserId!];
            Assert.Equal((assignment.UserEmail, assignment.UserName), (member.Email, member.Name));
            Assert.True(member.CreatedAt < assignment.CreatedAt);
            var scenario = scenarios[assignment.ScenarioId!];
            Assert.Equal((assignment.ScenarioName, assignment.Scenario!.Slug), (scenario.Name, scenario.Slug));
            Assert.True(scenario.CreatedAt <= assignment.CreatedAt);
        }
    }

    [Theory, ClassData(typeof(WorkspaceSizes))]
    public void Every_attempt_is_a_session_and_the_best_score_is_the_highest(int size, int seed, int writes)
    {
        using var calls = SandboxCalls.To(size, seed, writes);
        var now = new DateTime(2026, 7, 15, 0, 0, 0, DateTimeKind.Utc);

        foreach (var assignment in calls.World.Assignments)
        {
            SessionEntry[] attempts = [.. calls.World.Sample.Sessions.Of(assignment).Where(session => session.IsValid)];
            Assert.Equal(assignment.AttemptCount, attempts.Length);
            Assert.Equal(assignment.BestScore, attempts.Length == 0 ? null : attempts.Max(session => session.Score));
            Assert.Equal(assignment.BestRank, attempts.Length == 0 ? null : attempts.MaxBy(session => session.Score)!.Rank);
            Assert.All(calls.World.Sample.Sessions.Of(assignment), session =>
            {
                Assert.Same(assignment.User, session.Person.User);
                Assert.Same(assignment.Scenario, session.Scenario.Ref);
                Assert.InRange(session.CreatedAt, assignment.CreatedAt!.Value.ToUniversalTime(), now);
                Assert.True(assignment.DueDate is not { } due || session.CreatedAt <= due.ToUniversalTime());
            });
        }
    }

    [Theory, ClassData(typeof(WorkspaceSizes))]
    public async Task Attempts_of_an_assignment_are_the_sessions_since_its_creation(int size, int seed, int writes)
    {
        using var calls = SandboxCalls.To(size, seed, writes);
        var alone = calls.World.Assignments.GroupBy(assignment => (assignment.UserId, assignment.ScenarioId)).Where(group => group.Count() == 1).Select(group => group.Single());

        foreach (var assignment in alone.Take(100))
        {
            var since = assignment.CreatedAt!.Value.ToUniversalTime();
            var sessions = await calls.ListAsync<Session>($"/sessions?user_ids={assignment.UserId}&scenario_ids={assignment.ScenarioId}&start_date={since:yyyy-MM-ddTHH:mm:ssZ}");
            double?[] scores = [.. sessions.Where(session => session.IsValidAttempt == true).Select(session => session.Score)];
            Assert.Equal(assignment.AttemptCount, scores.Length);
            Assert.Equal(assignment.BestScore, scores.Max());
        }
    }

    [Theory, ClassData(typeof(WorkspaceSizes))]
    public async Task A_session_with_a_score_is_valid_and_has_the_matching_rank(int size, int seed, int writes)
    {
        using var calls = SandboxCalls.To(size, seed, writes);
        var scenarios = (await calls.ListAsync<Scenario>("/scenarios?include_archived=true")).ToDictionary(scenario => scenario.Id!);
        var now = new DateTime(2026, 7, 15, 0, 0, 0, DateTimeKind.Utc).ToLocalTime();

        var sessions = await calls.ListAsync<Session>("/sessions");

        Assert.Equal(sessions.Count, sessions.DistinctBy(session => session.Id).Count());
        Assert.All(sessions, session =>
        {
            Assert.Equal(session.IsValidAttempt, session.Score is not null);
            Assert.Equal(session.Rank, RankOf(session.Score));
            Assert.InRange(session.Score ?? 0, 0, 100);
            Assert.True(session.IsValidAttempt == false || session.DurationSeconds > 0);
            Assert.InRange(session.CreatedAt!.Value, scenarios[session.ScenarioId!].CreatedAt!.Value, now);
        });
    }

    [Theory, ClassData(typeof(WorkspaceSizes))]
    public async Task Former_members_and_Exec_users_have_sessions(int size, int seed, int writes)
    {
        using var calls = SandboxCalls.To(size, seed, writes);
        var members = (await calls.ListAsync<Member>("/workspace/members")).Select(member => member.Id).ToHashSet();

        var sessions = await calls.ListAsync<Session>("/sessions");

        Assert.Contains(sessions, session => !members.Contains(session.UserId) && !IsSystem(session.User));
        Assert.Contains(sessions, session => !members.Contains(session.UserId) && IsSystem(session.User));
        Assert.Contains(sessions, session => members.Contains(session.UserId) && IsSystem(session.User));
        Assert.Contains(sessions, session => session.IsValidAttempt == false);
    }

    [Theory, ClassData(typeof(WorkspaceSizes))]
    public async Task Users_only_practice_scenarios_they_can_view(int size, int seed, int writes)
    {
        using var calls = SandboxCalls.To(size, seed, writes);

        foreach (var person in calls.World.Sample.Members.Take(30))
        {
            var visible = await calls.ListAsync<Scenario>($"/scenarios?include_archived=true&visible_to_email={Uri.EscapeDataString(person.User.Email!)}");
            var practiced = await calls.ListAsync<Session>($"/sessions?user_ids={person.User.Id}");
            Assert.Subset(visible.Select(scenario => scenario.Id).ToHashSet(), practiced.Select(session => session.ScenarioId).ToHashSet());
        }
    }

    [Theory, ClassData(typeof(WorkspaceSizes))]
    public async Task Analytics_are_the_totals_of_the_sessions(int size, int seed, int writes)
    {
        using var calls = SandboxCalls.To(size, seed, writes);
        var sessions = (await calls.ListAsync<Session>("/sessions")).Where(session => session.IsValidAttempt == true).ToLookup(session => session.ScenarioId);

        foreach (var scenario in await calls.ListAsync<Scenario>("/scenarios?include_archived=true"))
        {
            var graded = sessions[scenario.Id].OrderBy(session => session.CreatedAt).ToArray();
            var summary = await calls.OneAsync<ScenarioAnalytics>($"/scenarios/{scenario.Id}/analytics/summary");
            var participants = await calls.ListAsync<ScenarioParticipant>($"/scenarios/{scenario.Slug}/analytics/participants");

            Assert.Equal(graded.Length, summary.TotalSessions);
            Assert.Equal(participants.Count, summary.ParticipantCount);
            Assert.Equal(graded.Length, participants.Sum(row => row.SessionCount));
            Assert.Equal(Tenth(participants, row => row.BestScore), summary.AverageBestScore);
            Assert.Equal(RankOf(summary.AverageBestScore), summary.AverageBestRank);
            Assert.Equal(Tenth(participants, row => row.LiftPercentage), summary.AverageLiftPercentage);
            Assert.Equal(Tenth(graded, row => row.DurationSeconds), summary.AverageSessionDurationSeconds);
            Assert.Equal(Math.Round(graded.Sum(row => row.DurationSeconds!.Value) / 60, MidpointRounding.AwayFromZero), summary.TotalPracticeMinutes);
            Assert.Equal(participants.Count, summary.ScoreDistribution!.Sum(share => share.Count));
            Assert.Equal([Rank.Gold, Rank.Silver, Rank.Bronze, Rank.Unranked], summary.ScoreDistribution!.Select(share => share.Rank));
            Assert.All(summary.ScoreDistribution!, share =>
            {
                Assert.Equal(participants.Count(row => row.BestRank == share.Rank), share.Count);
                Assert.Equal(participants.Count == 0 ? 0 : 100.0 * share.Count!.Value / participants.Count, share.Percentage!.Value, 0.051);
            });

            foreach (var own in graded.GroupBy(session => session.UserId))
            {
                var row = participants.Single(row => row.UserId == own.Key);
                Assert.Equal((own.Count(), own.First().Score, own.First().Rank), (row.SessionCount!.Value, row.FirstScore, row.FirstRank));
                Assert.Equal((own.Max(session => session.Score), RankOf(own.Max(session => session.Score))), (row.BestScore, row.BestRank));
                Assert.Equal(row.BestScore!.Value - row.FirstScore!.Value, row.LiftPercentage!.Value, 0.001);
                Assert.Equal(own.Sum(session => session.DurationSeconds), row.TotalDurationSeconds);
            }
        }
    }

    [Theory, ClassData(typeof(WorkspaceSizes))]
    public async Task A_collection_counts_its_scenarios(int size, int seed, int writes)
    {
        using var calls = SandboxCalls.To(size, seed, writes);

        foreach (var collection in await calls.ListAsync<Collection>("/collections"))
            Assert.Equal(collection.ScenarioCount, (await calls.ListAsync<Scenario>($"/scenarios?collection_ids={collection.Id}")).Count);
    }

    [Theory, ClassData(typeof(WorkspaceSizes))]
    public async Task Proficiency_is_calculated_from_the_sessions_and_the_tier_from_the_score(int size, int seed, int writes)
    {
        using var calls = SandboxCalls.To(size, seed, writes);
        var members = (await calls.ListAsync<Member>("/workspace/members")).Select(member => member.Id).ToHashSet();
        var now = new DateTime(2026, 7, 15, 0, 0, 0, DateTimeKind.Utc);

        foreach (var skill in await calls.ListAsync<Skill>("/skills?include=proficiency"))
        {
            var observed = (await calls.ListAsync<Session>($"/sessions?skill_ids={skill.Id}"))
                .Where(session => session.IsValidAttempt == true && members.Contains(session.UserId)).ToLookup(session => session.UserId);
            var rows = await calls.ListAsync<SkillProficiency>($"/skills/{skill.Id}/proficiency");

            Assert.Equal(observed.Select(own => own.Key).Order(), rows.Select(row => row.UserId).Order());
            Assert.All(rows, row =>
            {
                Assert.Equal(observed[row.UserId].Count(), row.ObservationCount);
                Assert.Equal(observed[row.UserId].Max(session => session.CreatedAt), row.LastPracticedAt);
                Assert.Equal(TierOf(row.Score), row.Tier);
                Assert.Equal(row.ObservationCount < 3, row.Score is null);
                if (row.Score is { } score)
                    Assert.Equal(Weighted(observed[row.UserId], now), score, 0.051);
            });

            SkillProficiency[] scored = [.. rows.Where(row => row.Score is not null)];
            var summary = skill.ProficiencySummary!;
            Assert.Equal((rows.Count, scored.Length), (summary.ParticipantCount!.Value, summary.ScoredParticipantCount!.Value));
            Assert.Equal(scored.Length == 0 ? null : Tenth(scored, row => row.Score), summary.AvgScore);
            Assert.Equal(
                scored.Length == 0 ? 0 : 100.0 * scored.Count(row => row.Tier! >= ProficiencyTier.Proficient) / scored.Length,
                summary.PctProficientPlus!.Value,
                0.51);
        }
    }

    [Fact]
    public async Task Every_tier_occurs_in_a_workspace_of_the_default_size()
    {
        using var calls = SandboxCalls.To(2500);
        var tiers = new HashSet<ProficiencyTier>();

        foreach (var skill in calls.World.Sample.Skills)
            tiers.UnionWith((await calls.ListAsync<SkillProficiency>($"/skills/{skill.Id}/proficiency")).Select(row => row.Tier!));

        Assert.Equal(5, tiers.Count);
    }

    [Theory, ClassData(typeof(WorkspaceSizes))]
    public async Task A_scenario_belongs_to_a_member_and_lists_outcomes_to_avoid(int size, int seed, int writes)
    {
        using var calls = SandboxCalls.To(size, seed, writes);
        var members = (await calls.ListAsync<Member>("/workspace/members")).ToDictionary(member => member.Id!);

        var scenarios = await calls.ListAsync<Scenario>("/scenarios?include_archived=true");

        Assert.True(writes == 0 ? scenarios.Count == 27 : scenarios.Count > 27);
        Assert.Equal(scenarios.Count - 3, (await calls.ListAsync<Scenario>("/scenarios")).Count);
        Assert.Equal(scenarios.Count, scenarios.DistinctBy(scenario => scenario.Slug).Count());
        Assert.All(scenarios, scenario =>
        {
            Assert.True(scenario.Owner is null || members[scenario.Owner.Id!].CreatedAt <= scenario.CreatedAt);
            Assert.True(scenario.CreatedAt <= scenario.UpdatedAt);
            Assert.Contains("\n\n##### Outcomes to Avoid:\n\n- ", scenario.Objective, StringComparison.Ordinal);
            Assert.EndsWith("/scenarios/" + scenario.Slug, scenario.Url, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Equal_options_create_equal_workspaces_in_any_order_of_requests()
    {
        string[] paths = ["/workspace/members", "/scenarios?include_archived=true", "/sessions?page_size=100", "/skills?include=proficiency", "/knowledge-hub/pages", "/knowledge-hub/sources"];
        using var one = SandboxCalls.To(300);
        using var other = SandboxCalls.To(300);

        var forwards = await Task.WhenAll(paths.Select(path => Task.Run(() => one.JsonAsync(path))));
        var backwards = await Task.WhenAll(paths.Reverse().Select(path => Task.Run(() => other.JsonAsync(path))));

        Assert.Equal(forwards.Select(json => json.ToJsonString()), backwards.Reverse().Select(json => json.ToJsonString()));
    }

    [Fact]
    public async Task Another_seed_creates_other_sessions()
    {
        using var one = SandboxCalls.To(300);
        using var other = SandboxCalls.To(300, seed: 2);

        var ids = (await one.ListAsync<Session>("/sessions")).Select(session => session.Id);

        Assert.Empty(ids.Intersect((await other.ListAsync<Session>("/sessions")).Select(session => session.Id)));
    }

    private static bool IsSystem(User? user) => user!.Email!.EndsWith("@exec.com", StringComparison.Ordinal);

    private static Rank? RankOf(double? score) => score switch
    {
        null => null,
        >= 90 => Rank.Gold,
        >= 75 => Rank.Silver,
        >= 50 => Rank.Bronze,
        _ => Rank.Unranked,
    };

    private static ProficiencyTier TierOf(double? score) => score switch
    {
        null => ProficiencyTier.InsufficientData,
        >= 90 => ProficiencyTier.Excellent,
        >= 75 => ProficiencyTier.Proficient,
        >= 50 => ProficiencyTier.Developing,
        _ => ProficiencyTier.NeedsWork,
    };

    private static double Tenth<T>(IReadOnlyCollection<T> rows, Func<T, double?> valueOf) =>
        rows.Count == 0 ? 0 : Math.Round(rows.Average(valueOf)!.Value, 1, MidpointRounding.AwayFromZero);

    private static double Weighted(IEnumerable<Session> sessions, DateTime asOf)
    {
        var weighted = sessions.Select(session => (Score: session.Score!.Value, Weight: Math.Pow(2, -(asOf - session.CreatedAt!.Value.ToUniversalTime()).TotalDays / 30))).ToArray();
        return weighted.Sum(one => one.Score * one.Weight) / weighted.Sum(one => one.Weight);
    }
}
