using ExecPS.Client.Models;

namespace ExecPS.Client.Tests.Models;

/// <summary>Rows that the API gives no identifier are told apart by what they are about.</summary>
public class ListRowTests
{
    [Fact]
    public void A_participant_is_known_by_scenario_and_user()
    {
        Assert.Equal("s1/u1", Id(new ScenarioParticipant { ScenarioId = "s1", User = new() { Id = "u1", Email = "a@x" } }));
        Assert.Equal("s1/a@x", Id(new ScenarioParticipant { ScenarioId = "s1", User = new() { Email = "a@x" } }));
        Assert.Null(Id(new ScenarioParticipant { ScenarioId = "s1" }));
    }

    [Fact]
    public void A_proficiency_is_known_by_skill_and_user()
    {
        Assert.Equal("sk1/u1", Id(new SkillProficiency { SkillId = "sk1", User = new() { Id = "u1" } }));
        Assert.Null(Id(new SkillProficiency { SkillId = "sk1" }));
    }

    [Fact]
    public void A_version_is_known_by_page_and_number()
    {
        Assert.Equal("p1/12", Id(new KnowledgePageVersion { PageId = "p1", Version = 12 }));
        Assert.Null(Id(new KnowledgePageVersion { PageId = "p1" }));
    }

    [Theory]
    [InlineData(typeof(ScenarioParticipant))]
    [InlineData(typeof(SkillProficiency))]
    [InlineData(typeof(KnowledgePageVersion))]
    public void That_identifier_is_no_property_that_a_user_sees(Type model)
    {
        Assert.Null(model.GetProperty("Id"));
        Assert.False(typeof(IListRow).IsPublic, "PowerShell shows the properties of public interfaces.");
    }

    private static string? Id(IListRow row) => row.Id;
}
