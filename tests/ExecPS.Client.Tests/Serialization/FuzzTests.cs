using System.Net;
using System.Net.Http.Headers;
using ExecPS.Client.Errors;
using ExecPS.Client.Tests.Support;
using ExecPS.Sandbox;

namespace ExecPS.Client.Tests.Serialization;

/// <summary>Real pages with random damage are read as objects or cause an ExecException.</summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData("/scenarios/assignments")]
    [InlineData("/collections")]
    [InlineData("/workspace")]
    public async Task A_damaged_response_results_in_objects_or_an_ExecException(string path)
    {
        var page = await RealResponses.OfAsync(path);
        var random = new Random(path.Length);
        var (read, refused) = (0, 0);
        for (var run = 0; run < RealResponses.DamagedCount; run++)
        {
            var damaged = Damage.To(page, random);
            using var client = new ExecClient(
                SandboxDefaults.ApiKey, new() { BaseUri = SandboxDefaults.BaseUri, MaximumRetryCount = 0, RequestsPerMinute = 0 }, new Echo(damaged));
            try
            {
                await AskAsync(client, path);
                read++;
            }
            catch (ExecException)
            {
                refused++;
            }
        }

        // Both harmless and harmful damage must occur; a run with only one kind tests nothing.
        Assert.True(read > 0 && refused > 0, $"{read} read, {refused} refused");
    }

    private static async Task AskAsync(ExecClient client, string path)
    {
        switch (path)
        {
            case "/workspace":
                Assert.NotNull(await client.GetWorkspaceAsync(cancellationToken: TestContext.Current.CancellationToken));
                break;
            case "/collections":
                await using (var reader = client.ListCollections().Read(new() { First = 100 }, cancellationToken: TestContext.Current.CancellationToken))
                    Assert.All((await reader.ReadAsync()) ?? [], Assert.NotNull);
                break;
            default:
                await using (var reader = client.ListAssignments().Read(new() { First = 100 }, cancellationToken: TestContext.Current.CancellationToken))
                    Assert.All((await reader.ReadAsync()) ?? [], Assert.NotNull);
                break;
        }
    }

    /// <summary>Returns the same response to every request.</summary>
    private sealed class Echo(byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }
}
