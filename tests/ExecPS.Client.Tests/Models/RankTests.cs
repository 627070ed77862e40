using ExecPS.Client.Models;

namespace ExecPS.Client.Tests.Models;

public class RankTests
{
    private static readonly Rank?[] s_rising = [null, Rank.Unknown, Rank.Unranked, Rank.Bronze, Rank.Silver, Rank.Gold];

    [Fact]
    public void Ranks_ascend_from_null_and_unknown_to_gold()
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
    public void Ranks_are_sorted_by_their_order_and_not_by_their_names()
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
    public void A_rank_is_parsed_from_its_name_in_any_case(string text, string name) => Assert.Equal(name, Rank.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("platinum")]
    [InlineData("gold ")]
    [InlineData("4")]
    public void Text_that_is_not_the_name_of_a_rank_is_rejected_with_the_valid_names(string text) =>
        Assert.Equal($"'{text}' isn't a valid Rank. Valid values: Unranked, Bronze, Silver, Gold.", Assert.Throws<FormatException>(() => Rank.Parse(text)).Message);

    [Fact]
    public void A_rank_cannot_be_compared_with_another_type() =>
        Assert.Throws<ArgumentException>(() => Rank.Gold.CompareTo("gold"));

    [Fact]
    public void Equal_ranks_group_together() =>
        Assert.Equal(2, new[] { Rank.Parse("gold"), Rank.Gold, Rank.Silver }.GroupBy(rank => rank).Count());
}
