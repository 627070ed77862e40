using System.Text.Json;
using System.Text.Json.Nodes;
using ExecPS.Client.Tests.Support;
using ExecPS.Sandbox;
using ExecPS.Sandbox.Api;

namespace ExecPS.Client.Tests.Sandbox;

/// <summary>Sends random writes to a workspace while time passes. Some of them are rejected, as their targets may be gone.</summary>
internal static class RandomWrites
{
    /// <summary>Sends writes until every operation has been accepted and at least the specified number has been sent.</summary>
    public static void Run(SandboxCalls calls, int count, int seed)
    {
        var api = new SandboxApi(calls.World, SandboxDefaults.ApiKey, "/rest/v1");
        var dice = new Dice(seed);
        var effects = new HashSet<string>();
        for (var sent = 0; sent < count || effects.Count < 10; sent++)
        {
            Assert.True(sent < count + 500, $"Only these operations were accepted: {string.Join(", ", effects)}");
            var (method, path, body) = Next(calls.World, dice);
            var bytes = body is null ? [] : JsonSerializer.SerializeToUtf8Bytes<JsonNode>(body);
            var response = api.Respond(method, "/rest/v1" + path, "", "Bearer " + SandboxDefaults.ApiKey, bytes);
            Assert.True(response.StatusCode is 200 or 201 or 400 or 404, $"{method} {path}: {response.StatusCode}");
            if (response.Effect is { } effect)
                effects.Add(effect);
            calls.Clock.Advance(TimeSpan.FromMilliseconds(dice.Below(3000)));
        }
    }

    private static (string Method, string Path, JsonObject? Body) Next(SandboxWorkspace world, Dice dice)
    {
        var state = world.State;
        var scenario = dice.Pick(state.Scenarios).Ref;
        var email = dice.Pick(world.Sample.Members).User.Email;
        var page = dice.Pick(state.Knowledge.Pages).Id;
        return dice.Below(11) switch
        {
            0 or 1 => ("POST", $"/scenarios/{scenario.Id}/assignments", new()
            {
                ["user_email"] = email,
                ["due_date"] = SandboxCalls.Start.AddMinutes(dice.Below(3) - 1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
            }),
            2 => ("POST", $"/scenarios/{scenario.Id}/access", new() { ["user_email"] = email, ["permission_level"] = dice.Pick(["view", "share", "monitor", "edit"]) }),
            3 => ("POST", "/scenario-studio", new() { ["user_email"] = email, ["prompt"] = "A call", ["request_id"] = $"{dice.Below(9)}" }),
            4 => ("POST", "/scenario-studio/jobs", new()
            {
                ["user_email"] = email,
                ["prompt"] = dice.Chance(30) ? "A call that is a sandbox-fail" : $"Discovery call {dice.Below(4)}",
                ["scenario_slug"] = dice.Chance(30) ? scenario.Slug : "",
                ["request_id"] = $"{dice.Below(30)}",
            }),
            5 => ("DELETE", $"/scenario-studio/jobs/{state.JobIdOf($"{dice.Below(30)}") ?? "jobqueued001"}", null),
            6 => ("POST", "/knowledge-hub/pages", new() { ["title"] = "New page", ["content"] = dice.Chance(70) ? "Text" : "", ["status"] = dice.Pick(["draft", "published"]), ["folder_ids"] = Folders() }),
            7 => ("PATCH", $"/knowledge-hub/pages/{page}", Changes()),
            8 => ("DELETE", $"/knowledge-hub/pages/{page}", null),
            9 => ("POST", "/knowledge-hub/sources", new() { ["type"] = "url", ["title"] = "New source", ["url"] = $"https://news.example/{dice.Pick(["", "sandbox-fail/"])}{dice.Below(9)}", ["folder_ids"] = Folders() }),
            _ => ("DELETE", $"/knowledge-hub/sources/{dice.Pick(state.Knowledge.Sources).Id}", null),
        };

        JsonArray Folders() => [.. dice.Some(state.Knowledge.Folders, 15).Select(folder => (JsonNode)folder.Id!)];

        JsonObject Changes()
        {
            var changes = new JsonObject();
            if (dice.Chance(40))
                changes["title"] = $"Title {dice.Below(100)}";
            if (dice.Chance(40))
                changes["content"] = $"Text {dice.Below(100)}";
            if (dice.Chance(40))
                changes["status"] = dice.Pick(["draft", "published"]);
            if (dice.Chance(40))
                changes["folder_ids"] = Folders();
            if (dice.Chance(40))
                changes["source_ids"] = new JsonArray([.. dice.Some(state.Knowledge.Sources, 10).Select(source => (JsonNode)source.Id)]);
            if (dice.Chance(40))
                changes["skill_ids"] = new JsonArray([.. dice.Some(world.Sample.Skills, 20).Select(skill => (JsonNode)skill.Id!)]);
            return changes;
        }
    }
}
