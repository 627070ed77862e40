using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Models;

public class ReadableListTests
{
    [Fact]
    public void The_text_of_a_list_is_its_items()
    {
        Assert.Equal("Pricing; Listening", new ReadableList<SkillRef>([new() { Name = "Pricing" }, new() { Name = "Listening" }]).ToString());
        Assert.Equal("", new ReadableList<SkillRef>().ToString());
    }

    [Fact]
    public void The_text_of_a_score_distribution_is_ranks_and_numbers() => Assert.Equal(
        "Gold 3; Unranked 1",
        ModelJson.Read<ScenarioAnalytics>("""{"score_distribution":[{"rank":"gold","count":3},{"rank":"unranked","count":1}]}""").ScoreDistribution!.ToString());

    [Fact]
    public void The_text_of_evaluations_is_criteria_with_their_grades() => Assert.Equal(
        "Talking: Clarity Good; Pace Bad",
        ModelJson.Read<SessionDetail>("""{"evaluations":[{"criterion_name":"Talking","items":[{"name":"Clarity","grade":"good"},{"name":"Pace","grade":"bad"}]}]}""").Evaluations!.ToString());

    [Theory]
    [InlineData("""{"can_view":true,"can_share":true,"can_monitor":false}""", "view, share")]
    [InlineData("""{"can_view":false}""", "none")]
    public void The_text_of_permissions_is_what_is_allowed(string json, string text) =>
        Assert.Equal(text, ModelJson.Read<ScenarioAccess>($$"""{"permissions":{{json}}}""").Permissions!.ToString());
}
