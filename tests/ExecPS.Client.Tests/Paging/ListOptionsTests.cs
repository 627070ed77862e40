using ExecPS.Client.Paging;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Paging;

public class ListOptionsTests
{
    public static TheoryData<string, ListOptions> OutOfRange => new()
    {
        { "First", new() { First = -1 } },
        { "First", new() { First = long.MinValue } },
        { "Skip", new() { Skip = -1 } },
        { "Skip", new() { Skip = long.MinValue, First = 0 } },
        { "PageSize", new() { PageSize = 0 } },
        { "PageSize", new() { PageSize = 101 } },
        { "PageSize", new() { PageSize = -1 } },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_value_out_of_range_is_rejected_with_its_name_before_a_request(string property, ListOptions options)
    {
        var transport = RecordingTransport.WithRows(static _ => []);
        using var client = transport.Client();

        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => client.ListCollections().Read(options, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(property, failure.ParamName);
        Assert.StartsWith($"{property} must be ", failure.Message, StringComparison.Ordinal);
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
