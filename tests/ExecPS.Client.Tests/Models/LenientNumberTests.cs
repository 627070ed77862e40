using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Models;

/// <summary>Averages and percentages that the document declares as integers can have a fraction.</summary>
public class LenientNumberTests
{
    [Theory]
    [InlineData("742", 742)]
    [InlineData("742.5", 742.5)]
    public void Practice_minutes_can_have_a_fraction(string json, double minutes) =>
        Assert.Equal(minutes, ModelJson.Read<ScenarioAnalytics>($$"""{"total_practice_minutes":{{json}}}""").TotalPracticeMinutes);

    [Theory]
    [InlineData("60", 60)]
    [InlineData("66.7", 66.7)]
    public void The_percentage_of_proficient_users_can_have_a_fraction(string json, double part) =>
        Assert.Equal(part, ModelJson.Read<Skill>($$$"""{"proficiency_summary":{"pct_proficient_plus":{{{json}}}}}""").PctProficientPlus);
}
