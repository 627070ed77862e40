using ExecPS.Client.Filters;
using ExecPS.Client.Models;

namespace ExecPS.Client.Tests.Filters;

/// <summary>Values of single-value parameters are never joined by commas.</summary>
public class SingleValueTests
{
    private const int AnyLength = int.MaxValue;

    [Fact]
    public void Each_value_has_its_own_query() => Assert.Equal(
        ["owner_email=a%40x", "owner_email=b%40x"],
        Gather(AnyLength, new ScenarioFilter { OwnerEmails = ["a@x", "b@x"] }));

    [Fact]
    public void Filters_of_one_value_each_are_not_combined_and_keep_their_order() => Assert.Equal(
        ["owner_email=b%40x", "owner_email=a%40x"],
        Gather(AnyLength, new() { OwnerEmails = ["b@x"] }, new() { OwnerEmails = ["a@x"] }, new() { OwnerEmails = ["b@x"] }));

    [Fact]
    public void Values_of_two_parameters_are_sent_in_every_combination() => Assert.Equal(
        ["owner_email=a%40x&visibility=private", "owner_email=a%40x&visibility=workspace", "owner_email=b%40x&visibility=private", "owner_email=b%40x&visibility=workspace"],
        Gather(AnyLength, new ScenarioFilter { OwnerEmails = ["a@x", "b@x"], Visibilities = [Visibility.Private, Visibility.Workspace] }));

    [Fact]
    public void Parameters_with_many_values_are_combined_within_each_single_value() => Assert.Equal(
        ["owner_email=a%40x&skill_ids=s1,s2", "owner_email=b%40x&skill_ids=s1"],
        Gather(
            AnyLength,
            new() { OwnerEmails = ["a@x"], SkillIds = ["s1"] },
            new() { OwnerEmails = ["a@x"], SkillIds = ["s2"] },
            new() { OwnerEmails = ["b@x"], SkillIds = ["s1"] }));

    [Fact]
    public void A_value_that_all_filters_have_is_in_every_query() => Assert.Equal(
        ["collection_ids=c1,c2,c3&include=skills&include_archived=true"],
        Gather(AnyLength, [.. new[] { "c1", "c2", "c3" }.Select(id => new ScenarioFilter { CollectionIds = [id], IncludeArchived = true, IncludeSkills = true })]).Select(InOrder));

    [Fact]
    public void A_comma_in_a_value_is_part_of_the_value() =>
        Assert.Equal(["query=a%2Cb"], [.. FilterBatches.Gather([new KnowledgePageFilter { Texts = ["a,b"] }.ToQuery()], AnyLength).Select(query => query.ToString())]);

    [Fact]
    public void A_value_that_is_too_long_is_sent_unchanged()
    {
        // The server decides whether the URL is too long.
        var filter = new KnowledgePageFilter { Texts = [new string('x', 5000)], OwnerIds = [new string('y', 5000)] };

        Assert.Single(FilterBatches.Gather([filter.ToQuery()], 1900));
    }

    [Theory]
    [InlineData(10, 100, 1)]
    [InlineData(30, 1890, 1)]
    [InlineData(2, 3000, 1)]
    [InlineData(1000, 3000, 8)] // 7 characters each, which use half of a URL
    public void Next_to_a_long_single_value_other_parameters_use_half_of_the_URL(int skills, int length, int queries)
    {
        var filter = new ScenarioFilter
        {
            OwnerEmails = [new string('x', length)],
            SkillIds = [.. Enumerable.Range(0, skills).Select(number => $"sk{number:d4}")],
        };

        var gathered = FilterBatches.Gather([filter.ToQuery()], 1900);

        Assert.Equal(queries, gathered.Count);
        Assert.Equal(filter.SkillIds.Order(), gathered.SelectMany(query => query.Terms.Single(term => term.Parameter == "skill_ids").Values).Order());
        Assert.All(gathered, query => Assert.Equal(filter.OwnerEmails, query.Terms.Single(term => term.Parameter == "owner_email").Values));
    }

    [Fact]
    public void Splitting_several_long_axes_next_to_a_long_single_value_ends()
    {
        var filter = new SessionFilter
        {
            UserIds = [new string('u', 700), "u"],
            ScenarioIds = [new string('s', 700), "s"],
            SkillIds = [new string('k', 700), "k"],
            After = DateTime.UtcNow,
        };

        Assert.All(FilterBatches.Gather([filter.ToQuery()], 1900), query => Assert.All(query.Terms, term => Assert.InRange(term.Values.Count, 1, 2)));
    }

    /// <summary>The order of parameters isn't significant.</summary>
    private static string InOrder(string query) => string.Join('&', query.Split('&').Order(StringComparer.Ordinal));

    private static List<string> Gather(int longest, params ScenarioFilter[] filters) =>
        [.. FilterBatches.Gather(filters.Select(filter => filter.ToQuery()), longest).Select(query => query.ToString())];
}
