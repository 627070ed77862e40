using ExecPS.Client.Http;

namespace ExecPS.Client.Tests.Http;

public class PathSegmentTests
{
    [Theory]
    [InlineData("s1a2b3", "s1a2b3")]
    [InlineData("discovery-call", "discovery-call")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a\\b", "a%5Cb")]
    [InlineData("../workspace", "..%2Fworkspace")]
    [InlineData("a?page=2#x", "a%3Fpage%3D2%23x")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("a b", "a%20b")]
    [InlineData("é", "%C3%A9")]
    [InlineData("...", "...")]
    public void An_ID_is_one_segment_of_the_path(string id, string part)
    {
        Assert.Equal(part, PathSegment.Of(id, "id"));
        Assert.Equal($"/rest/v1/sessions/{part}/x", new Uri(new("https://api.example/rest/v1/"), $"sessions/{part}/x").AbsolutePath);
    }

    [Theory]
    [InlineData(null, "The ID must not be empty.")]
    [InlineData("", "The ID must not be empty.")]
    [InlineData(" ", "The ID must not be empty.")]
    [InlineData("\t", "The ID must not be empty.")]
    [InlineData(".", "'.' isn't a valid ID.")]
    [InlineData("..", "'..' isn't a valid ID.")]
    public void An_ID_that_changes_the_path_is_rejected_with_the_name_of_its_parameter(string? id, string message)
    {
        var failure = Assert.Throws<ArgumentException>(() => PathSegment.Of(id, "skillId"));

        Assert.Equal("skillId", failure.ParamName);
        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
    }
}
