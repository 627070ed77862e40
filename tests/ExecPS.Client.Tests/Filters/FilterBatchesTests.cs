using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Filters;

public class FilterBatchesTests
{
    private const int AnyLength = int.MaxValue;

    [Fact]
    public void Filters_of_one_user_each_are_combined() =>
        Assert.Equal(["user_ids=u1,u2,u3"], Gather(AnyLength, User("u1"), User("u2"), User("u3")));

    [Fact]
    public void User_IDs_and_email_addresses_are_combined() => Assert.Equal(
        ["user_ids=u1&user_emails=a%40x,b%40x"],
        Gather(AnyLength, User("u1"), new() { UserEmails = ["a@x"] }, new() { UserEmails = ["b@x"] }));

    [Fact]
    public void Filters_that_differ_in_two_axes_are_not_combined() => Assert.Equal(
        // Combined, they would also return the rows of u1 in s2 and of u2 in s1.
        ["user_ids=u1&scenario_ids=s1", "user_ids=u2&scenario_ids=s2"],
        Gather(AnyLength, UserIn("u1", "s1"), UserIn("u2", "s2")).Order());

    [Fact]
    public void Filters_that_are_all_pairs_of_users_and_scenarios_are_combined() => Assert.Equal(
        ["user_ids=u1,u2&scenario_ids=s1,s2"],
        Gather(AnyLength, UserIn("u1", "s1"), UserIn("u2", "s1"), UserIn("u1", "s2"), UserIn("u2", "s2")));

    [Fact]
    public void A_filter_without_a_user_includes_the_filters_with_one() => Assert.Equal(
        ["scenario_ids=s1"],
        Gather(AnyLength, UserIn("u1", "s1"), new() { ScenarioIds = ["s1"] }, UserIn("u2", "s1")));

    [Fact]
    public void An_empty_filter_includes_all_other_filters() =>
        Assert.Equal([""], Gather(AnyLength, User("u1"), new(), User("u2")));

    [Fact]
    public void Two_empty_filters_are_one_query() =>
        Assert.Equal([""], Gather(AnyLength, new(), new()));

    [Fact]
    public void Two_equal_filters_are_one_query() =>
        Assert.Equal(["user_ids=u1&scenario_ids=s1"], Gather(AnyLength, UserIn("u1", "s1"), UserIn("u1", "s1")));

    [Fact]
    public void The_order_of_values_makes_no_difference() => Assert.Single(
        Gather(AnyLength, new() { UserIds = ["u1"], ScenarioIds = ["s1", "s2"] }, new() { UserIds = ["u2"], ScenarioIds = ["s2", "s1"] }));

    [Fact]
    public void No_filters_are_no_queries() => Assert.Empty(Gather(AnyLength));

    [Theory]
    [InlineData("s1\ts2")]
    [InlineData("s1\nscenario_ids\ts2")]
    [InlineData("s1&scenario_ids=s2")]
    public void A_value_that_contains_a_separator_is_different_from_several_values(string value)
    {
        var texts = Gather(AnyLength, UserIn("u1", value), new() { UserIds = ["u2"], ScenarioIds = ["s1", "s2"] });

        Assert.Equal(2, texts.Count);
    }

    [Fact]
    public void Combined_queries_return_exactly_the_rows_of_the_filters()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var dice = new Dice(seed);
            var filters = Filters(dice);

            AssertSameRows(filters, Gather(AnyLength, filters), seed);
        }
    }

    [Fact]
    public void Split_queries_return_exactly_the_rows_of_the_filters()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var dice = new Dice(seed);
            var filters = Filters(dice);
            var longest = 85 + dice.Below(60);
            var batches = Gather(longest, filters);

            AssertSameRows(filters, batches, seed);
            Assert.DoesNotContain(batches, batch => batch.Length > longest);
        }
    }

    [Theory]
    [InlineData(3000, 0)]
    [InlineData(0, 3000)]
    [InlineData(2500, 2500)]
    [InlineData(150, 1)]
    [InlineData(1, 80)]
    public void Thousands_of_values_are_split_into_nearly_the_minimum_number_of_queries(int ids, int emails)
    {
        const int longest = 1900;
        var filter = new AssignmentFilter
        {
            UserIds = [.. Enumerable.Range(0, ids).Select(number => $"u{number:d11}")],
            UserEmails = [.. Enumerable.Range(0, emails).Select(number => $"person.{number * 7919 % 100_003}@example.com")],
        };

        var batches = Gather(longest, filter);

        var characters = filter.UserIds.Concat(filter.UserEmails).Sum(value => Uri.EscapeDataString(value).Length + 1);
        var fewest = (characters + longest - 1) / longest;
        Assert.InRange(batches.Count, fewest, fewest + 1);
        Assert.All(batches, batch => Assert.InRange(batch.Length, 1, longest));
        AssertEachUserOnce(filter, batches);
    }

    [Fact]
    public void Every_query_fits_for_values_of_any_length()
    {
        // Each length once, so that queries end at every possible position.
        for (var extra = 0; extra < 60; extra++)
        {
            var filter = new AssignmentFilter
            {
                UserIds = [new string('u', 20 + extra), .. Enumerable.Range(0, 5).Select(number => $"id{number}")],
                UserEmails = [.. Enumerable.Range(0, 5).Select(number => $"e{number}@x")],
            };

            var batches = Gather(100, filter);

            Assert.All(batches, batch => Assert.InRange(batch.Length, 1, 100));
            AssertEachUserOnce(filter, batches);
        }
    }

    [Fact]
    public void The_longest_axis_is_split_and_the_others_are_in_every_query()
    {
        var filter = new AssignmentFilter
        {
            UserIds = [.. Enumerable.Range(0, 500).Select(number => $"u{number:d11}")],
            Statuses = [AssignmentStatus.PastDue, AssignmentStatus.DidNotPass],
        };

        Assert.All(Gather(1900, filter), batch => Assert.EndsWith("&status=past_due,did_not_pass", batch, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(60, 50, 45)] // together slightly too long, each less than half
    [InlineData(200, 200, 200)]
    [InlineData(400, 1, 1)]
    [InlineData(1, 1, 400)]
    public void Several_long_axes_are_split_into_queries_that_fit(int users, int scenarios, int programs)
    {
        const int longest = 1900;
        var filter = new AssignmentFilter
        {
            UserIds = Ids('u', users),
            ScenarioIds = Ids('s', scenarios),
            ProgramIds = Ids('p', programs),
        };

        var batches = Gather(longest, filter);

        Assert.All(batches, batch => Assert.InRange(batch.Length, 1, longest));
        SentQuery[] queries = [.. batches.Select(SentQuery.Read)];
        foreach (var (user, scenario, program) in new[] { (0, 0, 0), (users - 1, scenarios - 1, programs - 1), (users / 2, scenarios / 3, programs / 4) })
        {
            var row = new RequestedRow(filter.UserIds[user], "", filter.ScenarioIds[scenario], filter.ProgramIds[program], "completed");
            Assert.Single(queries, query => query.Matches(row));
        }

        static string[] Ids(char kind, int count) => [.. Enumerable.Range(0, count).Select(number => $"{kind}{number:d11}")];
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_value_that_is_too_long_for_a_query_gets_its_own_query(int users)
    {
        // The server decides whether the URL is too long.
        var filter = new AssignmentFilter
        {
            UserIds = [.. Enumerable.Range(0, users).Select(number => number + new string('u', 3000))],
            Statuses = [AssignmentStatus.PastDue],
        };

        Assert.Equal(users, Gather(1900, filter).Count);
    }

    private static AssignmentFilter User(string id) => new() { UserIds = [id] };

    private static AssignmentFilter UserIn(string user, string scenario) => new() { UserIds = [user], ScenarioIds = [scenario] };

    private static List<string> Gather(int longest, params AssignmentFilter[] filters) =>
        [.. FilterBatches.Gather(filters.Select(filter => filter.ToQuery()), longest).Select(query => InOrder(query.ToString()))];

    /// <summary>The order of parameters isn't significant.</summary>
    private static string InOrder(string query) => string.Join('&', query.Split('&').OrderByDescending(part => part, StringComparer.Ordinal));

    private static AssignmentFilter[] Filters(Dice dice) => [.. Enumerable.Range(0, 1 + dice.Below(7)).Select(_ =>
    {
        // Few distinct values, so that many filters have values in common.
        var percent = dice.Pick([0, 25, 60]);
        return new AssignmentFilter
        {
            UserIds = dice.Some(World.UserIds, dice.Chance(60) ? percent : 0),
            UserEmails = dice.Some(World.UserEmails, dice.Chance(50) ? percent : 0),
            ScenarioIds = dice.Some(World.ScenarioIds, dice.Chance(50) ? 40 : 0),
            ProgramIds = dice.Some(World.ProgramIds, dice.Chance(30) ? 40 : 0),
            Statuses = dice.Some(World.Statuses, dice.Chance(30) ? 40 : 0),
        };
    })];

    private static void AssertSameRows(AssignmentFilter[] filters, IReadOnlyList<string> gathered, int seed)
    {
        string[] single = [.. filters.Select(filter => filter.ToQuery().ToString())];
        SentQuery[] before = [.. single.Select(SentQuery.Read)];
        SentQuery[] after = [.. gathered.Select(SentQuery.Read)];
        foreach (var row in World.Rows)
        {
            if (Array.Exists(before, query => query.Matches(row)) != Array.Exists(after, query => query.Matches(row)))
                Assert.Fail($"Seed {seed}: the queries differ for {row}.\nRows:\n{string.Join('\n', single)}\nGathered:\n{string.Join('\n', gathered)}");
        }
    }

    private static void AssertEachUserOnce(AssignmentFilter filter, IReadOnlyList<string> batches)
    {
        var requested = batches
            .SelectMany(batch => batch.Split('&'))
            .SelectMany(part => part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(','))
            .Select(Uri.UnescapeDataString);
        Assert.Equal(filter.UserIds.Concat(filter.UserEmails).Order(), requested.Order());
    }

    /// <summary>All possible assignments of a few users, scenarios, programs, and statuses.</summary>
    private static class World
    {
        public static readonly string[] UserIds = ["u1", "u2", "u+3"];
        public static readonly string[] UserEmails = ["a@x", "b&c@x", "ü@x"];
        public static readonly string[] ScenarioIds = ["s1", "s 2", "s\t3"];
        public static readonly string[] ProgramIds = ["p1", "p2"];
        public static readonly AssignmentStatus[] Statuses = [AssignmentStatus.NotStarted, AssignmentStatus.PastDue, AssignmentStatus.Completed];

        public static readonly RequestedRow[] Rows =
        [
            .. from user in Enumerable.Range(0, UserIds.Length)
               from scenario in ScenarioIds
               from program in ProgramIds.Append(null)
               from status in new[] { "not_started", "past_due", "completed", "in_progress" }
               select new RequestedRow(UserIds[user], UserEmails[user], scenario, program, status),
        ];
    }
}
