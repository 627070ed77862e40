namespace ExecPS.Client.Tests;

public class ExecClientOptionsTests
{
    [Theory]
    [InlineData("https://api.exec.com/rest/v1")]
    [InlineData("https://api.exec.com/rest/v1/")]
    [InlineData("https://10.0.0.1:8443/")]
    [InlineData("HTTPS://API.EXEC.COM")]
    [InlineData("http://localhost:5000/rest/v1")]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://127.1.2.3/")]
    [InlineData("http://[::1]:5000/")]
    public void The_address_can_be_https_or_on_the_local_machine(string address) =>
        Assert.Null(ExecClientOptions.ValidateBaseUri(new Uri(address)));

    [Theory]
    [InlineData("http://api.exec.com/rest/v1", "unencrypted")]
    [InlineData("http://192.168.0.1/", "unencrypted")]
    [InlineData("http://127.0.0.1.example.com/", "unencrypted")]
    [InlineData("http://localhost.example.com/", "unencrypted")]
    [InlineData("http://0.0.0.0/", "unencrypted")]
    [InlineData("http://[::2]/", "unencrypted")]
    [InlineData("ftp://api.exec.com/", "'ftp'")]
    [InlineData("file:///somewhere", "'file'")]
    [InlineData("javascript:alert(1)", "'javascript'")]
    [InlineData("https://jane@api.exec.com/", "user name")]
    [InlineData("https://jane:secret@api.exec.com/", "user name")]
    [InlineData("http://localhost:5000@evil.example/", "user name")]
    [InlineData("https://api.exec.com/rest/v1?key=1", "query")]
    [InlineData("https://api.exec.com/rest/v1#top", "fragment")]
    public void Any_other_address_is_rejected_with_the_reason(string address, string reason) =>
        Assert.Contains(reason, ExecClientOptions.ValidateBaseUri(new Uri(address)), StringComparison.Ordinal);

    [Theory]
    [InlineData("api.exec.com/rest/v1")]
    [InlineData("rest")]
    [InlineData("")]
    public void A_relative_address_is_rejected(string address) =>
        Assert.Contains("absolute address", ExecClientOptions.ValidateBaseUri(new Uri(address, UriKind.Relative)), StringComparison.Ordinal);

    [Fact]
    public void The_error_about_an_address_does_not_contain_a_password() =>
        Assert.DoesNotContain("secret", ExecClientOptions.ValidateBaseUri(new Uri("https://jane:secret@api.exec.com/")), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://api.exec.com/rest/v1", "https://api.exec.com/rest/v1/")]
    [InlineData("https://api.exec.com/rest/v1/", "https://api.exec.com/rest/v1/")]
    [InlineData("https://api.exec.com", "https://api.exec.com/")]
    public void Paths_are_appended_to_the_address_with_and_without_a_trailing_slash(string address, string normalized)
    {
        using var client = new ExecClient("key", new() { BaseUri = new(address) });

        Assert.Equal(normalized, client.BaseUri.AbsoluteUri);
    }

    [Fact]
    public void The_defaults_are_the_published_values()
    {
        var options = new ExecClientOptions();

        Assert.Equal("https://api.exec.com/rest/v1/", options.BaseUri.AbsoluteUri);
        Assert.Equal(60, options.RequestsPerMinute);
        Assert.Equal((5, TimeSpan.FromSeconds(0.5)), (options.MaximumRetryCount, options.RetryInterval));
    }

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_value_out_of_range_is_rejected_with_the_name_of_the_property(string property, ExecClientOptions options)
    {
        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => new ExecClient("key", options));

        Assert.Equal(property, failure.ParamName);
        Assert.StartsWith($"{property} must be ", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(InRange))]
    public void The_bounds_of_a_range_are_accepted(ExecClientOptions options) =>
        new ExecClient("key", options).Dispose();

    public static TheoryData<string, ExecClientOptions> OutOfRange => new()
    {
        { "RequestsPerMinute", new() { RequestsPerMinute = -1 } },
        { "RequestsPerMinute", new() { RequestsPerMinute = int.MinValue } },
        { "MaximumRetryCount", new() { MaximumRetryCount = -1 } },
        { "RetryInterval", new() { RetryInterval = TimeSpan.FromTicks(-1) } },
        { "Timeout", new() { Timeout = TimeSpan.Zero } },
        { "Timeout", new() { Timeout = TimeSpan.FromSeconds(-1) } },
        { "Timeout", new() { Timeout = Timeout.InfiniteTimeSpan - TimeSpan.FromTicks(1) } },
        { "Timeout", new() { Timeout = TimeSpan.FromDays(24) + TimeSpan.FromTicks(1) } },
        { "Timeout", new() { Timeout = TimeSpan.MaxValue } },
    };

    public static TheoryData<ExecClientOptions> InRange =>
    [
        new ExecClientOptions { RequestsPerMinute = 0 },
        new ExecClientOptions { RequestsPerMinute = int.MaxValue },
        new ExecClientOptions { MaximumRetryCount = 0 },
        new ExecClientOptions { MaximumRetryCount = int.MaxValue },
        new ExecClientOptions { RetryInterval = TimeSpan.Zero },
        new ExecClientOptions { RetryInterval = TimeSpan.MaxValue },
        new ExecClientOptions { Timeout = TimeSpan.FromTicks(1) },
        new ExecClientOptions { Timeout = TimeSpan.FromDays(24) },
        new ExecClientOptions { Timeout = Timeout.InfiniteTimeSpan },
    ];
}
