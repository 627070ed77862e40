using ExecPS.Client.Models;

namespace ExecPS.Client.Tests.Models;

/// <summary>Rows without an ID in the API are identified by other values.</summary>
public class ListRowTests
{
    [Fact]
    public void A_participant_is_identified_by_scenario_and_user()
    {
        Assert.Equal("s1/u1", Id(new ScenarioParticipant { ScenarioId = "s1", User = new() { Id = "u1", Email = "a@x" } }));
        Assert.Equal("s1/a@x", Id(new ScenarioParticipant { ScenarioId = "s1", User = new() { Email = "a@x" } }));
        Assert.Null(Id(new ScenarioParticipant { ScenarioId = "s1" }));
    }

    [Fact]
    public void A_proficiency_is_identified_by_skill_and_user()
    {
        Assert.Equal("sk1/u1", Id(new SkillProficiency { SkillId = "sk1", User = new() { Id = "u1" } }));
        Assert.Null(Id(new SkillProficiency { SkillId = "sk1" }));
    }

    [Fact]
    public void A_version_is_identified_by_page_and_number()
    {
        Assert.Equal("p1/12", Id(new KnowledgePageVersion { PageId = "p1", Version = 12 }));
        Assert.Null(Id(new KnowledgePageVersion { PageId = "p1" }));
    }

    [Theory]
    [InlineData(typeof(ScenarioParticipant))]
    [InlineData(typeof(SkillProficiency))]
    [InlineData(typeof(KnowledgePageVersion))]
    public void The_row_ID_is_not_a_visible_property(Type model)
    {
        Assert.Null(model.GetProperty("Id"));
        Assert.False(typeof(IListRow).IsPublic, "PowerShell shows the properties of public interfaces.");
    }

    private static string? Id(IListRow row) => row.Id;
}
