using System.Text.Json;
using ExecPS.Client.Models;
using ExecPS.Client.Serialization;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Models;

public class ProficiencyTierTests
{
    private static readonly ProficiencyTier?[] s_rising =
    [
        null, ProficiencyTier.Unknown, ProficiencyTier.InsufficientData, ProficiencyTier.NeedsWork, ProficiencyTier.Developing,
        ProficiencyTier.Proficient, ProficiencyTier.Excellent,
    ];

    [Fact]
    public void Tiers_ascend_from_null_to_excellent()
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
    public void Tiers_are_sorted_by_their_order_and_not_by_their_names()
    {
        Assert.Equal(s_rising, s_rising.Reverse().Order());
        Assert.Equal(s_rising, s_rising.Reverse().Order(Comparer<object?>.Default));
    }

    [Theory]
    [InlineData("NeedsWork")]
    [InlineData("needs_work")]
    [InlineData("NEEDSWORK")]
    public void A_tier_is_parsed_from_either_name_in_any_case(string text) => Assert.Same(ProficiencyTier.NeedsWork, ProficiencyTier.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("Gold")]
    [InlineData("2")]
    public void Text_that_is_not_the_name_of_a_tier_is_rejected_with_the_valid_names(string text) => Assert.Equal(
        $"'{text}' isn't a valid ProficiencyTier. Valid values: InsufficientData, NeedsWork, Developing, Proficient, Excellent.",
        Assert.Throws<FormatException>(() => ProficiencyTier.Parse(text)).Message);

    [Fact]
    public void A_tier_cannot_be_compared_with_a_rank() => Assert.Throws<ArgumentException>(() => ProficiencyTier.Excellent.CompareTo(Rank.Gold));

    [Theory]
    [InlineData("insufficient_data", "InsufficientData")]
    [InlineData("excellent", "Excellent")]
    [InlineData("legendary", "Unknown")]
    public void A_tier_is_read_by_the_APIs_name_and_an_unknown_name_keeps_the_row(string name, string tier) =>
        Assert.Equal(tier, ModelJson.Read<SkillProficiency>($$"""{"tier":"{{name}}"}""").Tier!.Name);

    [Fact]
    public void A_tier_is_written_by_the_APIs_name() => Assert.Equal("\"insufficient_data\"", JsonSerializer.Serialize(ProficiencyTier.InsufficientData));

    [Fact]
    public void Unknown_has_no_API_name() => Assert.Throws<ArgumentOutOfRangeException>(() => OrderedNames<ProficiencyTier>.ToApiName(ProficiencyTier.Unknown));
}
