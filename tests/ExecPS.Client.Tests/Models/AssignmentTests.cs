using System.Text.Json;
using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Models;

public class AssignmentTests
{
    /// <summary>The published example, with a program and every limit set.</summary>
    private const string Whole = """
        {
          "id": "a1b2c3d4e5f6",
          "user": { "id": "u1a2b3c4d5e6", "email": "jane@acme.com", "first_name": "Jane", "last_name": "Smith" },
          "scenario": { "id": "s1a2b3c4d5e6", "name": "Procurement Discovery", "slug": "procurement-discovery" },
          "status": "completed",
          "due_date": "2026-04-15T00:00:00Z",
          "best_score": 88.5,
          "best_rank": "gold",
          "attempt_count": 3,
          "attempt_min": 1,
          "attempt_max": 5,
          "rank_min": "silver",
          "program": { "id": "p1a2b3c4d5e6", "name": "Onboarding" },
          "created_at": "2026-03-01T10:00:00Z"
        }
        """;

    [Fact]
    public void Every_field_of_the_API_has_a_property()
    {
        var assignment = Json.Assignment(Whole);

        Assert.Equal("a1b2c3d4e5f6", assignment.Id);
        Assert.Equal(AssignmentStatus.Completed, assignment.Status);
        Assert.Equal(new DateTime(2026, 4, 15, 0, 0, 0, DateTimeKind.Utc), assignment.DueDate!.Value.ToUniversalTime());
        Assert.Equal(88.5, assignment.BestScore);
        Assert.Equal(Rank.Gold, assignment.BestRank);
        Assert.Equal(3, assignment.AttemptCount);
        Assert.Equal(1, assignment.AttemptMin);
        Assert.Equal(5, assignment.AttemptMax);
        Assert.Equal(Rank.Silver, assignment.RankMin);
        Assert.Equal(new DateTime(2026, 3, 1, 10, 0, 0, DateTimeKind.Utc), assignment.CreatedAt!.Value.ToUniversalTime());
        Assert.Equal(("u1a2b3c4d5e6", "jane@acme.com", "Jane", "Smith"), (assignment.User!.Id, assignment.User.Email, assignment.User.FirstName, assignment.User.LastName));
        Assert.Equal(("s1a2b3c4d5e6", "Procurement Discovery", "procurement-discovery"), (assignment.Scenario!.Id, assignment.Scenario.Name, assignment.Scenario.Slug));
        Assert.Equal(("p1a2b3c4d5e6", "Onboarding"), (assignment.Program!.Id, assignment.Program.Name));
    }

    [Fact]
    public void Nested_values_have_flat_properties_too()
    {
        var assignment = Json.Assignment(Whole);

        Assert.Equal(("u1a2b3c4d5e6", "jane@acme.com", "Jane Smith"), (assignment.UserId, assignment.UserEmail, assignment.UserName));
        Assert.Equal(("s1a2b3c4d5e6", "Procurement Discovery"), (assignment.ScenarioId, assignment.ScenarioName));
        Assert.Equal(("p1a2b3c4d5e6", "Onboarding"), (assignment.ProgramId, assignment.ProgramName));
    }

    [Fact]
    public void Absent_fields_are_null()
    {
        var assignment = Json.Assignment("{}");

        foreach (var property in typeof(Assignment).GetProperties())
            Assert.Null(property.GetValue(assignment));
    }

    [Fact]
    public void Null_fields_are_null()
    {
        var assignment = Json.Assignment("""
            {"id":null,"user":null,"scenario":null,"status":null,"due_date":null,"best_score":null,"best_rank":null,"attempt_count":null,
             "attempt_min":null,"attempt_max":null,"rank_min":null,"program":null,"created_at":null}
            """);

        foreach (var property in typeof(Assignment).GetProperties())
            Assert.Null(property.GetValue(assignment));
    }

    [Fact]
    public void Fields_that_this_version_does_not_know_are_ignored() =>
        Assert.Equal("a1", Json.Assignment("""{"due":{"by":[1,{"x":null}]},"id":"a1","Id":"wrong","tags":["x"]}""").Id);

    [Theory]
    [InlineData("O'Neil")]
    [InlineData("Müller,")]
    [InlineData("Smith\nJr")]
    [InlineData("\"quoted\"")]
    [InlineData("👩‍🚀")]
    [InlineData("\u001b[2J")]
    public void A_name_is_kept_unchanged(string name)
    {
        var json = $$$"""{"user":{"last_name":{{{JsonSerializer.Serialize(name)}}}}}""";

        Assert.Equal(name, Json.Assignment(json).User!.LastName);
    }

    [Fact]
    public void The_text_is_the_scenario_and_the_user() =>
        Assert.Equal("Procurement Discovery: Jane Smith", Json.Assignment(Whole).ToString());

    [Theory]
    [InlineData("Jane", "Smith", "jane@acme.com", "u1", "Jane Smith")]
    [InlineData("Jane", null, "jane@acme.com", "u1", "Jane")]
    [InlineData(null, "Smith", "jane@acme.com", "u1", "Smith")]
    [InlineData("", " ", "jane@acme.com", "u1", "jane@acme.com")]
    [InlineData(null, null, "jane@acme.com", "u1", "jane@acme.com")]
    [InlineData(null, null, null, "u1", "u1")]
    [InlineData(null, null, null, null, "")]
    public void The_text_of_a_user_is_the_name_or_else_the_email_address_or_ID(string? first, string? last, string? email, string? id, string text)
    {
        var user = new User { FirstName = first, LastName = last, Email = email, Id = id };

        Assert.Equal(text, user.ToString());
        Assert.Equal(text.Length == 0 ? null : text, user.Name);
    }

    [Fact]
    public void The_text_of_a_scenario_is_the_name_or_else_the_slug_or_ID()
    {
        Assert.Equal("Discovery", new ScenarioRef { Id = "s1", Name = "Discovery", Slug = "disco" }.ToString());
        Assert.Equal("disco", new ScenarioRef { Id = "s1", Slug = "disco" }.ToString());
        Assert.Equal("s1", new ScenarioRef { Id = "s1" }.ToString());
        Assert.Equal("", new ScenarioRef().ToString());
    }

    [Fact]
    public void The_text_of_a_program_is_the_name_or_else_the_ID()
    {
        Assert.Equal("Onboarding", new ProgramRef { Id = "p1", Name = "Onboarding" }.ToString());
        Assert.Equal("p1", new ProgramRef { Id = "p1" }.ToString());
        Assert.Equal("", new ProgramRef().ToString());
    }
}
