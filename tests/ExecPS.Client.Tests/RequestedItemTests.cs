using System.Reflection;
using ExecPS.Client.Errors;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests;

/// <summary>A response about another item than the one requested is rejected.</summary>
public class RequestedItemTests
{
    private const string OtherItem = """
        {"id":"bbbb","name":"B","title":"B","status":"completed","deleted":true,"granted":true,"scenario_id":"bbbb","user_email":"jane@acme.com",
         "permissions":{"can_view":true},"scenario":{"id":"bbbb"},"user":{"email":"jane@acme.com"}}
        """;

    /// <summary>The operations on one item. The analytics of a scenario contain neither its ID nor its slug.</summary>
    public static TheoryData<string> Operations => [.. typeof(ExecClient).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType) && method.GetParameters()[0].Name!.EndsWith("Id", StringComparison.Ordinal))
        .Select(method => method.Name).Except([nameof(ExecClient.GetScenarioAnalyticsAsync)])];

    [Fact]
    public void Every_operation_on_one_item_is_tested() => Assert.Equal(12, Operations.Count);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_response_about_another_item_is_rejected(string operation)
    {
        using var client = RecordingTransport.ThatResponds(OtherItem).Client();

        var failure = await Assert.ThrowsAnyAsync<ExecException>(() => InvokeAsync(client, operation, "aaaa"));

        Assert.Contains("it contains another item: its '", failure.Message, StringComparison.Ordinal);
        Assert.Contains("is 'bbbb', but 'aaaa' was requested", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_response_about_the_requested_item_is_accepted(string operation)
    {
        var transport = RecordingTransport.ThatResponds(OtherItem.Replace("jane@", "Jane@", StringComparison.Ordinal));
        using var client = transport.Client();

        await InvokeAsync(client, operation, "bbbb");

        Assert.Single(transport.Requests);
    }

    [Fact]
    public async Task A_UUID_is_compared_without_case()
    {
        const string uuid = "0b0e4c1a-58d7-4d4f-9a54-3f1d0c0a7c11";
        using var client = RecordingTransport.ThatResponds($$"""{"id":"{{uuid}}"}""").Client();

        var session = await client.GetSessionAsync(uuid.ToUpperInvariant(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(uuid, session.Id);
    }

    [Fact]
    public async Task Other_IDs_are_compared_with_case()
    {
        using var client = RecordingTransport.ThatResponds("""{"id":"AAAA"}""").Client();

        await Assert.ThrowsAsync<ExecResponseException>(() => client.GetSessionAsync("aaaa", cancellationToken: TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(nameof(ExecClient.GetScenarioAccessAsync))]
    [InlineData(nameof(ExecClient.GrantScenarioAccessAsync))]
    [InlineData(nameof(ExecClient.AssignScenarioAsync))]
    public async Task A_response_about_another_user_is_rejected(string operation)
    {
        using var client = RecordingTransport.ThatResponds(OtherItem.Replace("jane@", "bob@", StringComparison.Ordinal)).Client();

        var failure = await Assert.ThrowsAnyAsync<ExecException>(() => InvokeAsync(client, operation, "bbbb"));

        Assert.Contains("is 'bob@acme.com', but 'jane@acme.com' was requested", failure.Message, StringComparison.Ordinal);
    }

    private static Task InvokeAsync(ExecClient client, string operation, string id)
    {
        var method = typeof(ExecClient).GetMethod(operation)!;
        return (Task)method.Invoke(client, [.. method.GetParameters().Select((parameter, at) => at == 0 ? id : Argument(parameter))])!;
    }

    private static object? Argument(ParameterInfo parameter)
    {
        if (parameter.Name == "userEmail")
            return "jane@acme.com";
        if (parameter.ParameterType == typeof(CancellationToken))
            return TestContext.Current.CancellationToken;
        if (parameter.HasDefaultValue)
            return parameter.DefaultValue;

        var request = Activator.CreateInstance(parameter.ParameterType)!;
        request.GetType().GetProperty("UserEmail")?.SetValue(request, "jane@acme.com");
        request.GetType().GetProperty("Title")?.SetValue(request, "B");
        return request;
    }
}
