using ExecPS.Client.Paging;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Paging;

public class ListOptionsTests
{
    public static TheoryData<string, string, ListOptions> OutOfRange => new()
    {
        { "First", "0 or more, or null", new() { First = -1 } },
        { "First", "0 or more, or null", new() { First = long.MinValue } },
        { "Skip", "0 or more", new() { Skip = -1 } },
        { "Skip", "0 or more", new() { Skip = long.MinValue, First = 0 } },
        { "PageSize", "1 to 100", new() { PageSize = 0 } },
        { "PageSize", "1 to 100", new() { PageSize = 101 } },
        { "PageSize", "1 to 100", new() { PageSize = -1 } },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_value_out_of_range_is_rejected_with_its_name_before_a_request(string property, string valid, ListOptions options)
    {
        var transport = RecordingTransport.WithRows(static _ => []);
        using var client = transport.Client();

        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => client.ListCollections().Read(options, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(property, failure.ParamName);
        Assert.StartsWith($"{property} must be {valid}", failure.Message, StringComparison.Ordinal);
        Assert.Empty(transport.Requests);
    }

    [Theory]
    [InlineData(null, 0, 100)]
    [InlineData(0L, 0, 1)]
    [InlineData(long.MaxValue, long.MaxValue, 100)]
    public async Task The_bounds_of_a_range_are_accepted(long? first, long skip, int pageSize)
    {
        using var client = RecordingTransport.WithRows(static _ => []).Client();

        await using var reader = client.ListCollections().Read(
            new() { First = first, Skip = skip, PageSize = pageSize }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(0, reader.Given);
    }
}
