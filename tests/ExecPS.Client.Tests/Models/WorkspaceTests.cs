using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Models;

public class WorkspaceTests
{
    [Fact]
    public void Every_field_of_the_API_has_a_property()
    {
        var workspace = Json.Workspace("""{"id":"w1","name":"Acme","url_slug":"acme","created_at":"2025-01-02T03:04:05Z"}""");

        Assert.Equal(("w1", "Acme", "acme"), (workspace.Id, workspace.Name, workspace.UrlSlug));
        Assert.Equal(new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc), workspace.CreatedAt!.Value.ToUniversalTime());
    }

    [Fact]
    public void Absent_fields_are_null()
    {
        var workspace = Json.Workspace("{}");

        foreach (var property in typeof(Workspace).GetProperties())
            Assert.Null(property.GetValue(workspace));
    }

    [Fact]
    public void The_text_is_the_name_or_else_the_ID()
    {
        Assert.Equal("Acme", new Workspace { Id = "w1", Name = "Acme" }.ToString());
        Assert.Equal("w1", new Workspace { Id = "w1" }.ToString());
        Assert.Equal("", new Workspace().ToString());
    }
}
