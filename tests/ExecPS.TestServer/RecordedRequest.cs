namespace ExecPS.TestServer;

/// <summary>A request as it arrived.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, the API's base included, as sent.</param>
/// <param name="Query">The query as sent, without the question mark; empty when there is none.</param>
/// <param name="Headers">The headers, by name in any case; several values of one are joined by commas.</param>
/// <param name="Arrived">When it arrived.</param>
/// <param name="IsAuthorized">Whether its key is the server's.</param>
public sealed record RecordedRequest(
    string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, DateTimeOffset Arrived, bool IsAuthorized)
{
    /// <summary>The page that it asks for; 1 when it doesn't say.</summary>
    public int Page => Parameter("page") is { } text && int.TryParse(text, out var page) ? page : 1;

    /// <summary>A parameter of the query, decoded; null when it isn't there.</summary>
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
