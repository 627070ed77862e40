using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Models;

/// <summary>Averages and shares that the document calls whole numbers read with a fraction too.</summary>
public class LenientNumberTests
{
    [Theory]
    [InlineData("742", 742)]
    [InlineData("742.5", 742.5)]
    public void Minutes_of_practice(string json, double minutes) =>
        Assert.Equal(minutes, ModelJson.Read<ScenarioAnalytics>($$"""{"total_practice_minutes":{{json}}}""").TotalPracticeMinutes);

    [Theory]
    [InlineData("60", 60)]
    [InlineData("66.7", 66.7)]
    public void The_part_that_is_proficient(string json, double part) =>
        Assert.Equal(part, ModelJson.Read<Skill>($$$"""{"proficiency_summary":{"pct_proficient_plus":{{{json}}}}}""").PctProficientPlus);
}
