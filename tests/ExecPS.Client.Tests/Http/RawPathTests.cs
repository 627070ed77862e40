using ExecPS.Client.Http;

namespace ExecPS.Client.Tests.Http;

public class RawPathTests
{
    private static readonly Uri s_base = new("https://api.example/rest/v1/");

    [Theory]
    [InlineData("/scenarios", "/scenarios")]
    [InlineData("scenarios", "/scenarios")]
    [InlineData("/scenarios/", "/scenarios/")]
    [InlineData("/knowledge-hub/pages/p1/versions", "/knowledge-hub/pages/p1/versions")]
    [InlineData("/scenarios/a%20b", "/scenarios/a%20b")]
    [InlineData("/scenarios/a%2Fb", "/scenarios/a%2Fb")]
    [InlineData("/jobs/j1:cancel", "/jobs/j1:cancel")]
    [InlineData("/files/report...txt", "/files/report...txt")]
    public void A_path_below_the_address_of_the_API_is_accepted(string path, string taken)
    {
        Assert.Equal(taken, RawPath.Of(path, "path"));
        Assert.Equal("/rest/v1" + taken, new Uri(s_base, taken.TrimStart('/')).AbsolutePath);
    }

    [Theory]
    [InlineData(null, "is empty")]
    [InlineData("", "is empty")]
    [InlineData(" ", "is empty")]
    [InlineData("/", "is empty")]
    [InlineData("https://evil.example/scenarios", "is an absolute address")]
    [InlineData("/https://evil.example", "is an absolute address")]
    [InlineData("mailto:someone", "is an absolute address")]
    [InlineData("scenarios:443", "is an absolute address")]
    [InlineData("//evil.example/scenarios", "has an empty part")]
    [InlineData("/scenarios//s1", "has an empty part")]
    [InlineData("/../admin", "contains '.' or '..'")]
    [InlineData("..", "contains '.' or '..'")]
    [InlineData("/scenarios/../../x", "contains '.' or '..'")]
    [InlineData("/scenarios/./x", "contains '.' or '..'")]
    [InlineData("/scenarios/%2e%2e/x", "contains '.' or '..'")]
    [InlineData("/scenarios/%2E./x", "contains '.' or '..'")]
    [InlineData("/scenarios/%2e%2e%2fx", "contains '.' or '..'")]
    [InlineData("/scenarios/..%5Cx", "contains '.' or '..'")]
    [InlineData("/scenarios/.. /x", "contains '.' or '..'")]
    [InlineData("/scenarios\\..\\x", "contains a backslash")]
    [InlineData("/scenarios?page=1", "contains a query")]
    [InlineData("/scenarios#x", "contains a query")]
    [InlineData("/scenarios\n", "contains control characters")]
    [InlineData("/scen\0arios", "contains control characters")]
    public void Any_other_path_is_rejected_with_the_reason(string? path, string reason)
    {
        var error = Assert.Throws<ArgumentException>(() => RawPath.Of(path, "path"));

        Assert.Equal("path", error.ParamName);
        Assert.Contains($"The path {reason}", error.Message, StringComparison.Ordinal);
    }
}
