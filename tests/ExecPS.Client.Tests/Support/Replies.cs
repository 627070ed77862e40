using System.Globalization;
using System.Text;

namespace ExecPS.Client.Tests.Support;

/// <summary>Replies, good and bad.</summary>
internal static class Replies
{
    public const string WorkspaceJson = """{"id":"w1","name":"Acme","url_slug":"acme","created_at":"2025-01-02T03:04:05Z"}""";

    /// <summary>A workspace, as the API answers it.</summary>
    public static Reply Workspace { get; } = Json(WorkspaceJson);

    /// <summary>The connection breaks before an answer comes.</summary>
    public static Reply Reset { get; } = connection =>
    {
        connection.Reset();
        return Task.CompletedTask;
    };

    /// <summary>The connection ends before an answer comes.</summary>
    public static Reply Close { get; } = _ => Task.CompletedTask;

    /// <summary>No answer comes.</summary>
    public static Reply Silence { get; } = connection => connection.UntilClientLeavesAsync();

    /// <summary>The headers and half of the body come, and no more.</summary>
    public static Reply SilenceMidBody { get; } = async connection =>
    {
        await connection.WriteAsync(Head(200, [], WorkspaceJson.Length));
        await connection.WriteAsync(WorkspaceJson[..(WorkspaceJson.Length / 2)]);
        await connection.UntilClientLeavesAsync();
    };

    /// <summary>The connection ends after half of the promised body.</summary>
    public static Reply Truncated { get; } = async connection =>
    {
        await connection.WriteAsync(Head(200, [], WorkspaceJson.Length));
        await connection.WriteAsync(WorkspaceJson[..(WorkspaceJson.Length / 2)]);
    };

    /// <summary>The connection breaks after half of the promised body.</summary>
    public static Reply ResetMidBody { get; } = async connection =>
    {
        await connection.WriteAsync(Head(200, [], WorkspaceJson.Length));
        await connection.WriteAsync(WorkspaceJson[..(WorkspaceJson.Length / 2)]);
        connection.Reset();
    };

    /// <summary>The API's error envelope.</summary>
    public static Reply Error(int status, params string[] headers) =>
        With(status, """{"error":{"type":"some_error","message":"Something is wrong"}}""", headers);

    public static Reply Json(string json) => With(200, json);

    public static Reply With(int status, string body, params string[] headers) => With(status, Encoding.UTF8.GetBytes(body), headers);

    /// <param name="status">The status.</param>
    /// <param name="body">The body.</param>
    /// <param name="headers">Whole header lines; a Content-Type among them replaces JSON's.</param>
    public static Reply With(int status, byte[] body, params string[] headers) => async connection =>
    {
        await connection.WriteAsync(Head(status, headers, body.Length));
        await connection.WriteAsync(body);
    };

    /// <summary>Exactly these bytes.</summary>
    public static Reply Raw(string bytes) => connection => connection.WriteAsync(bytes);

    public static string Head(int status, string[] headers, long length)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Whatever\r\nConnection: close\r\nContent-Length: {length}\r\n");
        if (!headers.Any(header => header.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase)))
            text.Append("Content-Type: application/json\r\n");
        foreach (var header in headers)
            text.Append(header).Append("\r\n");
        return text.Append("\r\n").ToString();
    }
}
