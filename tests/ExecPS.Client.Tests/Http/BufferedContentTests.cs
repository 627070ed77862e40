using ExecPS.Client.Http;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Http;

public class BufferedContentTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(100_000, null)] // longer than the initial buffer for a body of unknown size
    [InlineData(100_000, 100_000L)]
    [InlineData(100_000, 10L)] // longer than announced
    [InlineData(100_000, 0L)]
    [InlineData(10, 100_000L)] // shorter than announced
    [InlineData(65_536, 65_536L)]
    public async Task A_body_is_read_completely_regardless_of_the_announced_size(int size, long? announced)
    {
        var bytes = Bytes(size);

        using var content = await ReadAsync(new Trickle(bytes, 7000), announced, limit: 1_000_000);

        Assert.Equal(bytes, content!.Bytes.ToArray());
    }

    [Fact]
    public async Task A_body_that_arrives_byte_by_byte_is_read_completely()
    {
        var bytes = Bytes(3000);

        using var content = await ReadAsync(new Trickle(bytes, 1), null, limit: 1_000_000);

        Assert.Equal(bytes, content!.Bytes.ToArray());
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    [InlineData(1_000_000, false)]
    public async Task A_body_that_exceeds_the_limit_is_not_read(int size, bool isRead)
    {
        using var content = await ReadAsync(new Trickle(Bytes(size), 600), null, limit: 1000);

        Assert.Equal(isRead, content is not null);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    [InlineData(long.MaxValue, false)]
    public async Task A_body_whose_announced_size_exceeds_the_limit_is_not_read_at_all(long announced, bool isRead)
    {
        await using var stream = new Trickle(Bytes(10), 10);

        using var content = await ReadAsync(stream, announced, limit: 1000);

        Assert.Equal((isRead, isRead ? 10 : 0), (content is not null, stream.Given));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(10L)] // less than the real size
    public async Task Reading_an_endless_body_ends_shortly_after_the_limit(long? announced)
    {
        await using var endless = new Trickle(null, 600);

        Assert.Null(await ReadAsync(endless, announced, limit: 10_000));
        Assert.InRange(endless.Given, 10_001, 10_600);
    }

    [Fact]
    public async Task The_content_can_be_copied()
    {
        using var content = await ReadAsync(new Trickle(Bytes(1000), 100), null, limit: 10_000);

        Assert.Equal(1000, content!.Headers.ContentLength);
        Assert.Equal(Bytes(1000), await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_disposed_content_has_no_bytes_because_its_buffer_is_reused()
    {
        var content = await ReadAsync(new Trickle(Bytes(1000), 100), null, limit: 10_000);

        content!.Dispose();
        content.Dispose();

        Assert.Throws<ObjectDisposedException>(() => content.Bytes);
    }

    private static Task<BufferedContent?> ReadAsync(Stream stream, long? announced, int limit) =>
        BufferedContent.ReadAsync(stream, announced, limit, TestContext.Current.CancellationToken);

    private static byte[] Bytes(int size) => [.. Enumerable.Range(0, size).Select(index => (byte)(index * 31 + (index >> 8)))];
}
