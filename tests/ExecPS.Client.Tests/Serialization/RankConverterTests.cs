using System.Text.Json;
using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Serialization;

public class RankConverterTests
{
    [Theory]
    [InlineData("unranked", "Unranked")]
    [InlineData("bronze", "Bronze")]
    [InlineData("silver", "Silver")]
    [InlineData("gold", "Gold")]
    [InlineData("g\\u006fld", "Gold")]
    [InlineData("platinum", "Unknown")]
    [InlineData("unknown", "Unknown")]
    [InlineData("", "Unknown")]
    public void A_rank_is_read_by_the_APIs_name(string name, string rank)
    {
        var assignment = Json.Assignment($$"""{"best_rank":"{{name}}","rank_min":"{{name}}"}""");

        Assert.Same(Rank.Parse(rank), assignment.BestRank);
        Assert.Same(Rank.Parse(rank), assignment.RankMin);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[\"gold\"]")]
    [InlineData("\"\\ud800\"")] // half of a surrogate pair: valid JSON, but not a valid string
    public void JSON_that_is_not_a_name_is_rejected(string json) =>
        Assert.Throws<JsonException>(() => Json.Assignment($$"""{"best_rank":{{json}}}"""));

    [Fact]
    public void A_rank_is_written_by_the_APIs_name() =>
        Assert.Equal("\"gold\"", JsonSerializer.Serialize(Rank.Gold));
}
