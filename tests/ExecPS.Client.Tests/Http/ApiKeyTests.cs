using ExecPS.Client.Http;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Http;

public class ApiKeyTests
{
    private const string Forty = "0123456789abcdefghijABCDEFGHIJ0123456789";

    [Theory]
    [InlineData("exec_live_" + Forty, true)]
    [InlineData(TestKey.Value, true)]
    [InlineData("exec_live_" + Forty + "0", false)]
    [InlineData("exec_live_0123456789abcdefghijABCDEFGHIJ012345678", false)]
    [InlineData("exec_test_" + Forty, false)]
    [InlineData("EXEC_LIVE_" + Forty, false)]
    [InlineData("exec_live_0123456789abcdefghijABCDEFGHIJ012345678_", false)]
    [InlineData("exec_live_0123456789abcdefghijABCDEFGHIJ012345678é", false)]
    [InlineData("exec_live_0123456789abcdefghijABCDEFGHIJ012345678٣", false)] // a digit that isn't ASCII
    [InlineData(" exec_live_0123456789abcdefghijABCDEFGHIJ012345678", false)]
    [InlineData("", false)]
    public void The_published_format_is_recognized(string key, bool has) => Assert.Equal(has, ApiKey.HasPublishedFormat(key));

    [Theory]
    [InlineData("exec_live_" + Forty, true)]
    [InlineData("any.other-shape/of+key~=", true)]
    [InlineData("", false)]
    [InlineData("two words", false)]
    [InlineData("tab\tbed", false)]
    [InlineData("line\r\nX-Evil: 1", false)]
    [InlineData("line\nbreak", false)]
    [InlineData("nul\0", false)]
    [InlineData("ümlaut", false)]
    [InlineData("delete\u007f", false)]
    [InlineData("next\u0085line", false)]
    public void A_key_that_is_not_valid_in_a_header_is_recognized(string key, bool fits) => Assert.Equal(fits, ApiKey.FitsHeader(key));

    [Fact]
    public void A_key_of_up_to_1024_characters_is_accepted()
    {
        Assert.True(ApiKey.FitsHeader(new string('k', 1024)));
        Assert.False(ApiKey.FitsHeader(new string('k', 1025)));
    }

    [Theory]
    [InlineData("", "…")]
    [InlineData("short", "…")]
    [InlineData("elevenchars", "…")]
    [InlineData("twelve-chars", "…hars")]
    [InlineData(TestKey.Value, "…XoMz")]
    public void The_hint_contains_the_last_four_characters_of_a_long_key(string key, string hint) =>
        Assert.Equal(hint, ApiKey.Hint(key));
}
