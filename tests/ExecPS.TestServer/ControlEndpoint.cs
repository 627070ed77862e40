using System.Collections.Concurrent;
using System.Text.Json;
using ExecPS.TestServer.Faults;
using Microsoft.AspNetCore.Http;

namespace ExecPS.TestServer;

/// <summary>Lets another process configure faults and read requests and effects, below <c>/_control/</c>.</summary>
internal sealed class ControlEndpoint(FaultPlan faults, RequestLog log, ConcurrentDictionary<string, int> effects)
{
    public const string Path = "/_control/";

    public async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value;
        switch (context.Request.Method, path?[Path.Length..])
        {
            case ("POST", "faults"):
                await AddFaultsAsync(context);
                break;
            case ("DELETE", "faults"):
                faults.Clear();
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case ("GET", "requests"):
                await WriteRequestsAsync(context.Response);
                break;
            case ("DELETE", "requests"):
                log.Clear();
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case ("GET", "effects"):
                await WriteEffectsAsync(context.Response);
                break;
            case ("DELETE", "effects"):
                effects.Clear();
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private async Task AddFaultsAsync(HttpContext context)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(context.Request.Body);
            foreach (var rule in FaultJson.Read(json.RootElement))
                faults.Add(rule);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(exception.Message);
        }
    }

    private Task WriteRequestsAsync(HttpResponse response) => WriteAsync(response, json =>
    {
        json.WriteStartArray();
        foreach (var request in log.ToList())
        {
            json.WriteStartObject();
            json.WriteString("method", request.Method);
            json.WriteString("path", request.Path);
            json.WriteString("query", request.Query);
            json.WriteString("body", request.Body);
            json.WriteString("userAgent", request.Headers.GetValueOrDefault("User-Agent"));
            json.WriteBoolean("authorized", request.IsAuthorized);
            json.WriteString("authorization", request.Headers.GetValueOrDefault("Authorization"));
            json.WriteString("arrived", request.Arrived);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private Task WriteEffectsAsync(HttpResponse response) => WriteAsync(response, json =>
    {
        json.WriteStartObject();
        foreach (var (operationId, count) in effects.OrderBy(effect => effect.Key, StringComparer.Ordinal))
            json.WriteNumber(operationId, count);
        json.WriteEndObject();
    });

    private static async Task WriteAsync(HttpResponse response, Action<Utf8JsonWriter> write)
    {
        response.ContentType = "application/json; charset=utf-8";
        var json = new Utf8JsonWriter(response.Body);
        await using (json.ConfigureAwait(false))
        {
            write(json);
            await json.FlushAsync();
        }
    }
}
