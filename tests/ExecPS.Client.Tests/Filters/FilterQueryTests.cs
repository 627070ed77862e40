using ExecPS.Client.Filters;

namespace ExecPS.Client.Tests.Filters;

public class FilterQueryTests
{
    [Theory]
    [InlineData("jane@acme.com", "jane%40acme.com")]
    [InlineData("jane+test@acme.com", "jane%2Btest%40acme.com")]
    [InlineData("a&b=c", "a%26b%3Dc")]
    [InlineData("müller@büro.de", "m%C3%BCller%40b%C3%BCro.de")]
    [InlineData("名前", "%E5%90%8D%E5%89%8D")]
    [InlineData("😀", "%F0%9F%98%80")]
    [InlineData("../workspace", "..%2Fworkspace")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("a/b?c#d", "a%2Fb%3Fc%23d")]
    [InlineData("a b", "a%20b")]
    [InlineData("a\0b", "a%00b")]
    [InlineData("a\r\nHost: evil", "a%0D%0AHost%3A%20evil")]
    [InlineData("O'Neil", "O%27Neil")]
    public void A_value_is_escaped_so_that_it_remains_one_value(string value, string escaped) =>
        Assert.Equal("user_ids=" + escaped, new FilterQuery().Add("user_ids", [value]).ToString());

    [Fact]
    public void Values_are_separated_by_commas_and_parameters_by_ampersands() =>
        Assert.Equal("user_ids=a,b&status=past_due", new FilterQuery().Add("user_ids", ["a", "b"]).Add("status", ["past_due"]).ToString());

    [Fact]
    public void A_repeated_value_occurs_once() =>
        Assert.Equal("user_ids=a,b", new FilterQuery().Add("user_ids", ["a", "b", "a"]).ToString());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_parameter_without_values_is_omitted(bool isNull)
    {
        var query = new FilterQuery().Add("user_ids", isNull ? null : []);

        Assert.Empty(query.Terms);
        Assert.Equal("", query.ToString());
    }
}
