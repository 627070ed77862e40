using System.Globalization;

namespace ExecPS.Sandbox.Api;

/// <summary>What a request asks: the identifier in its path and its query, decoded.</summary>
internal sealed class ApiRequest
{
    private const DateTimeStyles UniversalUnlessSaid = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly char[] Comma = [','];

    /// <summary>ISO 8601: a date, or a date and a time, with or without an offset.</summary>
    private static readonly string[] TimeFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal);

    public ApiRequest(string query, string id = "")
    {
        Id = id;
        foreach (var part in query.TrimStart('?').Split('&'))
        {
            var equals = part.IndexOf('=');
            if (equals <= 0)
                continue;

            var (name, value) = (Decode(part.Substring(0, equals)), Decode(part.Substring(equals + 1)));
            _parameters[name] = _parameters.TryGetValue(name, out var before) ? $"{before},{value}" : value;
        }
    }

    /// <summary>The identifier in the path; empty for a path without one.</summary>
    public string Id { get; }

    /// <summary>The same text for requests that differ at most in the page they ask for.</summary>
    public string WithoutPaging => string.Join("\n", _parameters
        .Where(parameter => parameter.Key is not ("page" or "page_size"))
        .Select(parameter => $"{parameter.Key}={parameter.Value}")
        .OrderBy(text => text, StringComparer.Ordinal)
        .Prepend(Id));

    /// <summary>A parameter's text as it was sent; null when it isn't there.</summary>
    public string? Sent(string name) => _parameters.TryGetValue(name, out var value) ? value : null;

    /// <summary>A parameter's text; null when it isn't there or empty.</summary>
    public string? Text(string name) => Sent(name) is { Length: > 0 } text ? text : null;

    /// <summary>A parameter's comma-separated values; none when it isn't there or empty.</summary>
    public string[] Values(string name)
    {
        var values = Text(name)?.Split(Comma, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return Array.ConvertAll(values, value => value.Trim());
    }

    /// <summary>Whether a section that is left out otherwise is asked for.</summary>
    public bool Includes(string section) => Array.IndexOf(Values("include"), section) >= 0;

    /// <summary>A parameter that is on or off; off when it isn't there.</summary>
    /// <exception cref="ApiProblem">It is neither.</exception>
    public bool Flag(string name) => Text(name) switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw ApiProblem.Invalid(name, other),
    };

    /// <summary>A parameter that is a time, in UTC; null when it isn't there.</summary>
    /// <exception cref="ApiProblem">It is no time.</exception>
    public DateTime? Time(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return DateTime.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, UniversalUnlessSaid, out var time)
            ? time
            : throw ApiProblem.Invalid(name, text);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
