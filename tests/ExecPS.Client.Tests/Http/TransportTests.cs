using ExecPS.Client.Tests.Support;
using ExecPS.TestServer;
using ExecPS.TestServer.Faults;

namespace ExecPS.Client.Tests.Http;

public class TransportTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("plain")]
    public async Task A_response_is_read_in_every_encoding(string encoding)
    {
        await using var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 100 });
        if (encoding != "plain")
            server.Faults.Add(encoding switch { "gzip" => Fault.Gzip(), "deflate" => Fault.Deflate(), _ => Fault.Brotli() });
        using var client = TestClient.For(server);
        await using var reader = client.ListAssignments().Read(cancellationToken: TestContext.Current.CancellationToken);

        var rows = await reader.ReadAsync().Soon();

        Assert.Equal(server.World.Assignments.Select(row => (row.Id, row.ToString())), rows!.Select(row => (row.Id, row.ToString())));
    }

    [Fact]
    public async Task A_compressed_response_is_read()
    {
        await using var server = await ExecTestServer.StartAsync(new() { AssignmentCount = 250, CompressResponses = true });
        using var client = TestClient.For(server);

        var ids = new List<string?>();
        await foreach (var row in client.ListAssignments().ReadAllAsync(TestContext.Current.CancellationToken))
            ids.Add(row.Id);

        Assert.Equal(server.World.Assignments.Select(row => row.Id), ids);
    }
}
