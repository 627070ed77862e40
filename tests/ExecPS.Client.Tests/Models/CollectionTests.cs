using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Models;

public class CollectionTests
{
    [Fact]
    public void Every_field_of_the_API_has_a_property()
    {
        var collection = Json.Collection("""
            {"id":"r1a2b3c4d5e6","name":"Procurement Scenarios","slug":"procurement-scenarios","description":"Practice scenarios.",
             "scenario_count":4,"created_at":"2026-01-10T09:00:00Z"}
            """);

        Assert.Equal("r1a2b3c4d5e6", collection.Id);
        Assert.Equal("Procurement Scenarios", collection.Name);
        Assert.Equal("procurement-scenarios", collection.Slug);
        Assert.Equal("Practice scenarios.", collection.Description);
        Assert.Equal(4, collection.ScenarioCount);
        Assert.Equal(new DateTime(2026, 1, 10, 9, 0, 0, DateTimeKind.Utc), collection.CreatedAt!.Value.ToUniversalTime());
    }

    [Fact]
    public void Absent_fields_are_null()
    {
        var collection = Json.Collection("{}");

        foreach (var property in typeof(Collection).GetProperties())
            Assert.Null(property.GetValue(collection));
    }

    [Fact]
    public void The_text_is_the_name_or_else_the_slug_or_ID()
    {
        Assert.Equal("Sales", new Collection { Id = "r1", Name = "Sales", Slug = "sales" }.ToString());
        Assert.Equal("sales", new Collection { Id = "r1", Slug = "sales" }.ToString());
        Assert.Equal("r1", new Collection { Id = "r1" }.ToString());
        Assert.Equal("", new Collection().ToString());
    }
}
