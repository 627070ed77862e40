namespace ExecPS.Sandbox.Api;

/// <summary>A request's query, decoded.</summary>
internal sealed class ApiQuery
{
    private static readonly char[] Comma = [','];

    private readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal);

    public ApiQuery(string query)
    {
        foreach (var part in query.TrimStart('?').Split('&'))
        {
            var equals = part.IndexOf('=');
            if (equals <= 0)
                continue;

            var (name, value) = (Decode(part.Substring(0, equals)), Decode(part.Substring(equals + 1)));
            _parameters[name] = _parameters.TryGetValue(name, out var before) ? $"{before},{value}" : value;
        }
    }

    /// <summary>A parameter's text; null when it isn't there.</summary>
    public string? Text(string name) => _parameters.TryGetValue(name, out var value) ? value : null;

    /// <summary>A parameter's comma-separated values; none when it isn't there or empty.</summary>
    public string[] Values(string name)
    {
        var values = Text(name)?.Split(Comma, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return Array.ConvertAll(values, value => value.Trim());
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
