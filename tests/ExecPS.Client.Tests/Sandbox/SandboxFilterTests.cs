using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;
using ExecPS.Sandbox.World;

namespace ExecPS.Client.Tests.Sandbox;

/// <summary>Compares every filter of every list, alone and combined, with the result of filtering the whole list.</summary>
public class SandboxFilterTests
{
    private const int Tries = 40;

    public static TheoryData<int, int> Sizes => new() { { 0, 3 }, { 50, 1 }, { 1200, 1 } };

    [Theory, MemberData(nameof(Sizes))]
    public async Task Every_member_filter_selects_the_matching_rows(int size, int seed)
    {
        using var calls = SandboxCalls.To(size, seed);
        var people = calls.World.Sample.Members.ToDictionary(person => person.User.Id!);

        await AgreeAsync(calls, "/workspace/members", await calls.ListAsync<Member>("/workspace/members"), seed, member => member.Id,
            dice => Any<Member>(dice, "group_ids", [.. calls.World.Sample.Groups.Select(group => group.Id!)], member => people[member.Id!].GroupIds));
    }

    [Theory, MemberData(nameof(Sizes))]
    public async Task Every_scenario_filter_selects_the_matching_rows(int size, int seed)
    {
        using var calls = SandboxCalls.To(size, seed);
        var entries = calls.World.State.Scenarios.ToDictionary(entry => entry.Ref.Id!);
        string[] emails = [.. calls.World.Sample.Members.Select(person => person.User.Email!), "nobody@larkfield.example"];

        await AgreeAsync(calls, "/scenarios", await calls.ListAsync<Scenario>("/scenarios?include_archived=true"), seed, scenario => scenario.Id,
            dice => Any<Scenario>(dice, "skill_ids", [.. calls.World.Sample.Skills.Select(skill => skill.Id!)], scenario => entries[scenario.Id!].SkillIds),
            dice => Any<Scenario>(dice, "collection_ids", [.. calls.World.Collections.Select(collection => collection.Id!)], scenario => entries[scenario.Id!].CollectionIds),
            dice => One<Scenario>(dice, "owner_email", [.. entries.Values.Select(entry => entry.Owner?.User.Email?.ToUpperInvariant() ?? "nobody@larkfield.example")], scenario => scenario.OwnerEmail?.ToUpperInvariant()),
            dice => One<Scenario>(dice, "visibility", ["private", "workspace"], scenario => scenario.Visibility == Visibility.Private ? "private" : "workspace"),
            dice => dice.OneOf(emails) is var email && calls.World.Sample.MemberByEmail(email) is var person
                ? ($"visible_to_email={Uri.EscapeDataString(email)}", scenario => person is not null && calls.World.State.Access.LevelOf(person, entries[scenario.Id!]) != AccessLevel.None)
                : default,
            dice => dice.Percent(50) ? ("include_archived=true", _ => true) : ("include_archived=false", scenario => !entries[scenario.Id!].IsArchived));
    }

    [Fact]
    public async Task Scenarios_visible_to_a_user_are_those_that_the_access_check_allows()
    {
        using var calls = SandboxCalls.To(50);
        var scenarios = await calls.ListAsync<Scenario>("/scenarios?include_archived=true");
        var levels = new HashSet<string>();

        foreach (var member in await calls.ListAsync<Member>("/workspace/members"))
        {
            var email = Uri.EscapeDataString(member.Email!);
            var visible = (await calls.ListAsync<Scenario>($"/scenarios?include_archived=true&visible_to_email={email}")).Select(scenario => scenario.Id).ToHashSet();
            foreach (var scenario in scenarios)
            {
                var access = await calls.OneAsync<ScenarioAccess>($"/scenarios/{scenario.Id}/access?user_email={email}");
                Assert.Equal((member.Email, scenario.Id, visible.Contains(scenario.Id)), (access.UserEmail, access.ScenarioId, access.CanView!.Value));
                Assert.Equal(scenario.OwnerEmail == member.Email || access.CanEdit!.Value, access.CanEdit);
                levels.Add(access.Permissions!.ToString());
            }
        }

        Assert.Equal(["none", "view", "view, share", "view, share, monitor", "view, share, monitor, edit"], levels.OrderBy(level => level == "none" ? 0 : level.Length));
    }

    [Theory, MemberData(nameof(Sizes))]
    public async Task Every_assignment_filter_selects_the_matching_rows(int size, int seed)
    {
        using var calls = SandboxCalls.To(size, seed);
        string[] statuses = ["not_started", "in_progress", "completed", "past_due", "did_not_pass"];

        await AgreeAsync(calls, "/scenarios/assignments", await calls.ListAsync<Assignment>("/scenarios/assignments"), seed, row => row.Id,
            dice => Users<Assignment>(dice, calls, row => row.User!),
            dice => Any<Assignment>(dice, "scenario_ids", [.. calls.World.Scenarios.Select(scenario => scenario.Id!)], row => [row.ScenarioId!]),
            dice => Any<Assignment>(dice, "program_ids", [.. calls.World.Programs.Select(program => program.Id!)], row => [row.ProgramId ?? ""]),
            dice => Any<Assignment>(dice, "status", statuses, row => [statuses[(int)row.Status! - 1]]));
    }

    [Theory, MemberData(nameof(Sizes))]
    public async Task Every_session_filter_selects_the_matching_rows(int size, int seed)
    {
        using var calls = SandboxCalls.To(size, seed);
        var entries = calls.World.Sample.Sessions.All.ToDictionary(session => session.Id);

        await AgreeAsync(calls, "/sessions", await calls.ListAsync<Session>("/sessions"), seed, row => row.Id,
            [
                .. Practice<Session>(calls, row => entries[row.Id!]),
                dice => Any<Session>(dice, "scenario_ids", [.. calls.World.State.Scenarios.Select(scenario => scenario.Ref.Id!)], row => [row.ScenarioId!]),
                dice => Any<Session>(dice, "collection_ids", [.. calls.World.Collections.Select(collection => collection.Id!)], row => entries[row.Id!].Scenario.CollectionIds),
                dice => Any<Session>(dice, "skill_ids", [.. calls.World.Sample.Skills.Select(skill => skill.Id!)], row => entries[row.Id!].Scenario.SkillIds),
                dice => Any<Session>(dice, "program_ids", [.. calls.World.Programs.Select(program => program.Id!)], row => [entries[row.Id!].Assignment?.ProgramId ?? ""]),
                dice => Any<Session>(dice, "rank", ["gold", "silver", "bronze", "unranked"], row => [row.Rank?.Name.ToLowerInvariant() ?? ""]),
            ]);
    }

    [Theory, MemberData(nameof(Sizes))]
    public async Task Analytics_include_the_sessions_that_match_the_filter(int size, int seed)
    {
        using var calls = SandboxCalls.To(size, seed);
        var dice = new SeededRandom(seed);

        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var scenario = dice.OneOf(calls.World.State.Scenarios);
            var (query, matches) = Together(dice, Practice<SessionEntry>(calls, session => session));
            SessionEntry[] graded = [.. calls.World.Sample.Sessions.Of(scenario).Where(session => session.IsValid && matches(session))];

            var summary = await calls.OneAsync<ScenarioAnalytics>($"/scenarios/{scenario.Ref.Slug}/analytics/summary?{query}");
            var participants = await calls.ListAsync<ScenarioParticipant>($"/scenarios/{scenario.Ref.Id}/analytics/participants?{query}");

            Assert.Equal((graded.Length, graded.DistinctBy(session => session.Person.User).Count()), (summary.TotalSessions!.Value, summary.ParticipantCount!.Value));
            Assert.Equal(
                graded.GroupBy(session => session.Person.User.Id).Select(own => (own.Key, own.Count(), own.Last().Score, own.Max(session => session.Score))).Order(),
                participants.Select(row => (row.UserId, row.SessionCount!.Value, row.FirstScore, row.BestScore)).Order());
        }
    }

    [Theory, MemberData(nameof(Sizes))]
    public async Task Proficiency_includes_the_sessions_that_match_the_filter(int size, int seed)
    {
        using var calls = SandboxCalls.To(size, seed);
        var dice = new SeededRandom(seed);

        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var skill = dice.OneOf(calls.World.Sample.Skills);
            var clauses = Practice<SessionEntry>(calls, session => session).Where((_, place) => place != StartDate);
            var (query, matches) = Together(dice, [.. clauses]);
            var observed = calls.World.Sample.Sessions.All.Where(session => session.IsValid && session.Person.IsMember && session.Scenario.Skills.Contains(skill) && matches(session));

            var rows = await calls.ListAsync<SkillProficiency>($"/skills/{skill.Id}/proficiency?{query}");

            Assert.Equal(
                observed.GroupBy(session => session.Person.User.Id).Select(own => (own.Key, own.Count(), own.Max(session => session.CreatedAt))).Order(),
                rows.Select(row => (row.UserId, row.ObservationCount!.Value, row.LastPracticedAt!.Value.ToUniversalTime())).Order());
        }
    }

    [Theory, MemberData(nameof(Sizes))]
    public async Task Every_folder_filter_selects_the_matching_rows(int size, int seed)
    {
        using var calls = SandboxCalls.To(size, seed);
        var all = await calls.ListAsync<KnowledgeFolder>("/knowledge-hub/folders");
        string[] ids = [.. all.Select(folder => folder.Id!)];

        await AgreeAsync(calls, "/knowledge-hub/folders", all, seed, folder => folder.Id,
            dice => One<KnowledgeFolder>(dice, "parent_id", ids, folder => folder.Parent),
            dice => One<KnowledgeFolder>(dice, "parent", ids, folder => folder.Parent),
            dice => Text<KnowledgeFolder>(dice, "query", ["o", "SALES", "pric", "nothing"], folder => folder.Name!));
    }

    [Theory, MemberData(nameof(Sizes))]
    public async Task Every_page_filter_selects_the_matching_rows(int size, int seed)
    {
        using var calls = SandboxCalls.To(size, seed);
        List<KnowledgePage> all = [.. await calls.ListAsync<KnowledgePage>("/knowledge-hub/pages"), .. await calls.ListAsync<KnowledgePage>("/knowledge-hub/pages?status=archived")];
        all.Sort((left, right) => right.UpdatedAt!.Value.CompareTo(left.UpdatedAt!.Value));
        DateTime[] times = [.. all.Select(page => page.UpdatedAt!.Value)];

        await AgreeAsync(calls, "/knowledge-hub/pages", all, seed, page => page.Id,
            dice => One<KnowledgePage>(dice, "folder_id", [.. all.SelectMany(page => page.Folders!).Select(folder => folder.Id!)], (page, id) => page.Folders!.Exists(folder => folder.Id == id)),
            dice => One<KnowledgePage>(dice, "owner_id", [.. all.Select(page => page.Owner?.Id ?? "nobody")], (page, id) => page.Owner?.Id == id),
            dice => One<KnowledgePage>(dice, "skill_id", [.. calls.World.Sample.Skills.Select(skill => skill.Id!)], (page, id) => page.Skills!.Exists(skill => skill.Id == id)),
            dice => Text<KnowledgePage>(dice, "query", ["a", "CALIBRATION", "price", "nothing"], page => page.Title!),
            dice => Time<KnowledgePage>(dice, "updated_after", times, (page, time) => page.UpdatedAt >= time),
            dice => Time<KnowledgePage>(dice, "updated_before", times, (page, time) => page.UpdatedAt <= time),
            dice => One<KnowledgePage>(dice, "status", ["draft", "published", "archived", ""], (page, status) =>
                status.Length == 0 ? page.Status != KnowledgePageStatus.Archived : string.Equals(page.Status.ToString(), status, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory, MemberData(nameof(Sizes))]
    public async Task Every_source_filter_selects_the_matching_rows(int size, int seed)
    {
        using var calls = SandboxCalls.To(size, seed);
        var all = await calls.ListAsync<KnowledgeSource>("/knowledge-hub/sources");
        var pages = calls.World.State.Knowledge.Pages;

        await AgreeAsync(calls, "/knowledge-hub/sources", all, seed, source => source.Id,
            dice => One<KnowledgeSource>(dice, "type", ["upload", "url", "notion", "google_drive", "guru", "page", "integration"], source => source.SourceType == KnowledgeSourceType.GoogleDrive ? "google_drive" : $"{source.SourceType}".ToLowerInvariant()),
            dice => One<KnowledgeSource>(dice, "status", ["pending", "processing", "ready", "failed"], source => $"{source.Status}".ToLowerInvariant()),
            dice => One<KnowledgeSource>(dice, "folder_id", [.. all.SelectMany(source => source.Folders!).Select(folder => folder.Id!)], (source, id) => source.Folders!.Exists(folder => folder.Id == id)),
            dice => Text<KnowledgeSource>(dice, "query", ["e", "PRICE", "notes", "nothing"], source => source.Title!),
            dice => One<KnowledgeSource>(dice, "page_id", [.. pages.Select(page => page.Id), "nowhere"], (source, id) => pages.Any(page => page.Id == id && page.SourceIds.Contains(source.Id))));
    }

    /// <summary>The index of the clause in <see cref="Practice"/> with a lower bound.</summary>
    private const int StartDate = 2;

    /// <summary>The filters for users and times of sessions.</summary>
    private static Clause<T>[] Practice<T>(SandboxCalls calls, Func<T, SessionEntry> entryOf)
    {
        DateTime[] times = [.. calls.World.Sample.Sessions.All.Select(session => session.CreatedAt)];
        return
        [
            dice => Users<T>(dice, calls, row => entryOf(row).Person.User),
            dice => Any<T>(dice, "group_ids", [.. calls.World.Sample.Groups.Select(group => group.Id!)], row => entryOf(row).Person.GroupIds),
            dice => Time<T>(dice, "start_date", times, (row, time) => entryOf(row).CreatedAt >= time.ToUniversalTime()),
            dice => Time<T>(dice, "end_date", times, (row, time) => entryOf(row).CreatedAt <= time.ToUniversalTime()),
            dice => dice.Percent(50) ? ("exclude_system_users=true", row => !entryOf(row).Person.User.Email!.EndsWith("@exec.com", StringComparison.Ordinal)) : ("exclude_system_users=false", _ => true),
        ];
    }

    private static async Task AgreeAsync<T>(SandboxCalls calls, string path, IReadOnlyList<T> all, int seed, Func<T, string?> idOf, params Clause<T>[] clauses)
    {
        var dice = new SeededRandom(seed);
        for (var attempt = 0; attempt < Tries * clauses.Length; attempt++)
        {
            // Each filter alone, and then combinations.
            var (query, matches) = attempt < clauses.Length * 5 ? clauses[attempt % clauses.Length](dice) : Together(dice, clauses);

            // Rows that a list excludes by default are excluded here too.
            var expected = all.Where(matches);
            if (typeof(T) == typeof(Scenario) && !query.Contains("include_archived", StringComparison.Ordinal))
                expected = expected.Where(row => !calls.World.State.Scenario(idOf(row)!)!.IsArchived);
            if (typeof(T) == typeof(KnowledgePage) && !query.Contains("status", StringComparison.Ordinal))
                expected = expected.Where(row => ((KnowledgePage)(object)row!).Status != KnowledgePageStatus.Archived);

            var got = await calls.ListAsync<T>($"{path}?{query}");
            Assert.True(expected.Select(idOf).SequenceEqual(got.Select(idOf)), $"{path}?{query}: {got.Count} rows, not {expected.Count()}");
        }
    }

    private static (string Query, Func<T, bool> Matches) Together<T>(SeededRandom dice, Clause<T>[] clauses)
    {
        (string Query, Func<T, bool> Matches)[] chosen = [.. Some(dice, clauses, 40).Select(clause => clause(dice))];
        return (string.Join('&', chosen.Select(clause => clause.Query)), row => chosen.All(clause => clause.Matches(row)));
    }

    private static (string, Func<T, bool>) Any<T>(SeededRandom dice, string parameter, string[] values, Func<T, IEnumerable<string>> valuesOf)
    {
        string[] requested = Some(dice, values, 30);

        // A parameter without values isn't a filter.
        return ($"{parameter}={string.Join(',', requested)}", row => requested.Length == 0 || valuesOf(row).Intersect(requested).Any());
    }

    private static (string, Func<T, bool>) One<T>(SeededRandom dice, string parameter, string[] values, Func<T, string?> valueOf) =>
        One<T>(dice, parameter, values, (row, value) => valueOf(row) == value);

    private static (string, Func<T, bool>) One<T>(SeededRandom dice, string parameter, string[] values, Func<T, string, bool> matches)
    {
        var requested = values.Length == 0 ? "none" : dice.OneOf(values);
        return ($"{parameter}={Uri.EscapeDataString(requested)}", row => matches(row, requested));
    }

    private static (string, Func<T, bool>) Text<T>(SeededRandom dice, string parameter, string[] texts, Func<T, string> textOf) =>
        One<T>(dice, parameter, texts, (row, text) => textOf(row).Contains(text, StringComparison.OrdinalIgnoreCase));

    private static (string, Func<T, bool>) Time<T>(SeededRandom dice, string parameter, DateTime[] times, Func<T, DateTime, bool> matches)
    {
        // The time of an existing row, to test that the bounds are inclusive.
        var time = dice.OneOf(times).ToUniversalTime();
        var text = dice.Below(3) switch
        {
            0 => $"{time:yyyy-MM-dd}",
            1 => Uri.EscapeDataString($"{time.AddHours(2):yyyy-MM-ddTHH:mm:ss}+02:00"),
            _ => $"{time:yyyy-MM-ddTHH:mm:ss.fff}Z",
        };
        var requested = text.Length == 10 ? time.Date : time;
        return ($"{parameter}={text}", row => matches(row, requested.ToLocalTime()));
    }

    private static (string, Func<T, bool>) Users<T>(SeededRandom dice, SandboxCalls calls, Func<T, User> userOf)
    {
        User[] known = [.. calls.World.Sample.Sessions.All.Select(session => session.Person.User).Concat(calls.World.Users).Distinct()];
        string[] ids = dice.Percent(60) ? [.. Some(dice, known, 10).Select(user => user.Id!)] : [];
        string[] emails = dice.Percent(60) ? [.. Some(dice, known, 10).Select(user => user.Email!)] : [];
        return (
            $"user_ids={string.Join(',', ids)}&user_emails={string.Join(',', emails.Select(email => Uri.EscapeDataString(email.ToUpperInvariant())))}",
            row => (ids.Length == 0 && emails.Length == 0) || ids.Contains(userOf(row).Id) || emails.Contains(userOf(row).Email));
    }

    /// <summary>A random selection of the values, which can be empty.</summary>
    private static T[] Some<T>(SeededRandom dice, IEnumerable<T> values, int percent) => [.. values.Where(_ => dice.Percent(percent))];

    private delegate (string Query, Func<T, bool> Matches) Clause<T>(SeededRandom dice);
}
