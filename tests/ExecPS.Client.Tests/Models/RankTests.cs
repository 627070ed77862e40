using ExecPS.Client.Models;

namespace ExecPS.Client.Tests.Models;

public class RankTests
{
    private static readonly Rank?[] s_rising = [null, Rank.Unknown, Rank.Unranked, Rank.Bronze, Rank.Silver, Rank.Gold];

    [Fact]
    public void Ranks_rise_from_none_at_all_and_one_that_is_not_known_to_gold()
    {
        for (var left = 0; left < s_rising.Length; left++)
        {
            for (var right = 0; right < s_rising.Length; right++)
            {
                var (a, b) = (s_rising[left], s_rising[right]);
                Assert.Equal(left < right, a < b);
                Assert.Equal(left <= right, a <= b);
                Assert.Equal(left > right, a > b);
                Assert.Equal(left >= right, a >= b);
                Assert.Equal(left == right, a == b);
                Assert.Equal(left != right, a != b);
            }
        }
    }

    [Fact]
    public void Ranks_are_sorted_by_their_worth_and_not_by_their_names()
    {
        Assert.Equal(s_rising, new[] { Rank.Gold, Rank.Unknown, null, Rank.Bronze, Rank.Unranked, Rank.Silver }.Order());
        Assert.Equal(s_rising, new[] { Rank.Gold, Rank.Unknown, null, Rank.Bronze, Rank.Unranked, Rank.Silver }.Order(Comparer<object?>.Default));
    }

    [Theory]
    [InlineData("Gold", "Gold")]
    [InlineData("gold", "Gold")]
    [InlineData("SILVER", "Silver")]
    [InlineData("unranked", "Unranked")]
    [InlineData("Unknown", "Unknown")]
    public void A_rank_is_read_by_its_name_in_any_case(string text, string name) => Assert.Equal(name, Rank.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("platinum")]
    [InlineData("gold ")]
    [InlineData("4")]
    public void What_is_no_ranks_name_is_refused_with_the_names_there_are(string text) =>
        Assert.Equal($"'{text}' isn't a valid Rank. Valid values: Unranked, Bronze, Silver, Gold.", Assert.Throws<FormatException>(() => Rank.Parse(text)).Message);

    [Fact]
    public void A_rank_can_not_be_compared_with_something_else() =>
        Assert.Throws<ArgumentException>(() => Rank.Gold.CompareTo("gold"));

    [Fact]
    public void Equal_ranks_group_together() =>
        Assert.Equal(2, new[] { Rank.Parse("gold"), Rank.Gold, Rank.Silver }.GroupBy(rank => rank).Count());
}
