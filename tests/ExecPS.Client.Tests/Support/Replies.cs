using System.Globalization;
using System.Text;

namespace ExecPS.Client.Tests.Support;

/// <summary>Valid and faulty replies.</summary>
internal static class Replies
{
    public const string WorkspaceJson = """{"id":"w1","name":"Acme","url_slug":"acme","created_at":"2025-01-02T03:04:05Z"}""";

    /// <summary>A workspace, as the API returns it.</summary>
    public static Reply Workspace { get; } = Json(WorkspaceJson);

    /// <summary>Resets the connection before a response.</summary>
    public static Reply Reset { get; } = connection =>
    {
        connection.Reset();
        return Task.CompletedTask;
    };

    /// <summary>Closes the connection before a response.</summary>
    public static Reply Close { get; } = _ => Task.CompletedTask;

    /// <summary>Sends no response.</summary>
    public static Reply Silence { get; } = connection => connection.UntilClientLeavesAsync();

    /// <summary>Sends the headers and half of the body, and then nothing more.</summary>
    public static Reply SilenceMidBody { get; } = async connection =>
    {
        await connection.WriteAsync(Head(200, [], WorkspaceJson.Length));
        await connection.WriteAsync(WorkspaceJson[..(WorkspaceJson.Length / 2)]);
        await connection.UntilClientLeavesAsync();
    };

    /// <summary>Closes the connection after half of the announced body.</summary>
    public static Reply Truncated { get; } = async connection =>
    {
        await connection.WriteAsync(Head(200, [], WorkspaceJson.Length));
        await connection.WriteAsync(WorkspaceJson[..(WorkspaceJson.Length / 2)]);
    };

    /// <summary>Resets the connection after half of the announced body.</summary>
    public static Reply ResetMidBody { get; } = async connection =>
    {
        await connection.WriteAsync(Head(200, [], WorkspaceJson.Length));
        await connection.WriteAsync(WorkspaceJson[..(WorkspaceJson.Length / 2)]);
        connection.Reset();
    };

    /// <summary>The error object of the API.</summary>
    public static Reply Error(int status, params string[] headers) =>
        With(status, """{"error":{"type":"some_error","message":"Something is wrong"}}""", headers);

    public static Reply Json(string json) => With(200, json);

    public static Reply With(int status, string body, params string[] headers) => With(status, Encoding.UTF8.GetBytes(body), headers);

    /// <param name="status">The status.</param>
    /// <param name="body">The body.</param>
    /// <param name="headers">Complete header lines; a Content-Type among them replaces that of JSON.</param>
    public static Reply With(int status, byte[] body, params string[] headers) => async connection =>
    {
        await connection.WriteAsync(Head(status, headers, body.Length));
        await connection.WriteAsync(body);
    };

    /// <summary>Sends exactly these bytes.</summary>
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
