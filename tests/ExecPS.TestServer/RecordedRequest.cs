namespace ExecPS.TestServer;

/// <summary>A request as it arrived.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path as sent, including the base path.</param>
/// <param name="Query">The query as sent, without the question mark; empty if there is none.</param>
/// <param name="Headers">The headers. Names ignore case, and multiple values are joined by commas.</param>
/// <param name="Body">The body; empty if there is none.</param>
/// <param name="Arrived">When the request arrived.</param>
/// <param name="IsAuthorized">Whether the request has the server's key.</param>
public sealed record RecordedRequest(
    string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body, DateTimeOffset Arrived, bool IsAuthorized)
{
    /// <summary>The requested page; 1 if the query has none.</summary>
    public int Page => Parameter("page") is { } text && int.TryParse(text, out var page) ? page : 1;

    /// <summary>Gets a decoded query parameter, or null if it is missing.</summary>
    /// <param name="name">The parameter's name.</param>
    public string? Parameter(string name)
    {
        foreach (var part in Query.Split('&'))
        {
            if (part.StartsWith(name + "=", StringComparison.Ordinal))
                return Uri.UnescapeDataString(part[(name.Length + 1)..].Replace('+', ' '));
        }

        return null;
    }
}
