using System.Text.Json;
using ExecPS.Sandbox.State;

namespace ExecPS.Sandbox.Api;

/// <summary>A request: the ID in its path, its decoded query, its body, and the state it reads or changes.</summary>
internal sealed class ApiRequest
{
    private static readonly char[] Comma = [','];

    private readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal);
    private readonly byte[] _body;

    /// <param name="state">The snapshot to read, or to change.</param>
    /// <param name="now">The current time.</param>
    /// <param name="id">The ID in the path, or an empty string for a path without one.</param>
    /// <param name="query">The query as sent.</param>
    /// <param name="body">The body as sent.</param>
    public ApiRequest(WorkspaceState state, DateTimeOffset now, string id, string query, byte[] body)
    {
        (State, Id, _body) = (state, id, body);
        Now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        foreach (var part in query.TrimStart('?').Split('&'))
        {
            var equals = part.IndexOf('=');
            if (equals <= 0)
                continue;

            var (name, value) = (Decode(part.Substring(0, equals)), Decode(part.Substring(equals + 1)));
            _parameters[name] = _parameters.TryGetValue(name, out var before) ? $"{before},{value}" : value;
        }
    }

    public WorkspaceState State { get; }

    /// <summary>The current time in whole seconds, the precision of the documented dates.</summary>
    public DateTimeOffset Now { get; }

    public string Id { get; }

    /// <summary>A text that is equal for requests that differ only in the requested page.</summary>
    public string WithoutPaging => string.Join("\n", _parameters
        .Where(parameter => parameter.Key is not ("page" or "page_size"))
        .Select(parameter => $"{parameter.Key}={parameter.Value}")
        .OrderBy(text => text, StringComparer.Ordinal)
        .Prepend(Id));

    /// <summary>Parses the body.</summary>
    /// <exception cref="ApiProblem">The body isn't a JSON object.</exception>
    public RequestBody Body()
    {
        try
        {
            using var document = JsonDocument.Parse(_body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new(document.RootElement.Clone());
            throw NotAnObject();
        }
        catch (JsonException)
        {
            throw NotAnObject();
        }

        static ApiProblem NotAnObject() => ApiProblem.BadRequest("invalid_json", "Request body must be a JSON object");
    }

    /// <summary>A parameter as it was sent, or null if it is missing.</summary>
    public string? Sent(string name) => _parameters.TryGetValue(name, out var value) ? value : null;

    /// <summary>A parameter, or null if it is missing or empty.</summary>
    public string? Text(string name) => Sent(name) is { Length: > 0 } text ? text : null;

    /// <summary>The comma-separated values of a parameter.</summary>
    public string[] Values(string name)
    {
        var values = Text(name)?.Split(Comma, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return Array.ConvertAll(values, value => value.Trim());
    }

    /// <summary>Whether the request includes an optional section.</summary>
    public bool Includes(string section) => Array.IndexOf(Values("include"), section) >= 0;

    /// <summary>A Boolean parameter. The default is false.</summary>
    /// <exception cref="ApiProblem">The value isn't valid.</exception>
    public bool Flag(string name) => Text(name) switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw ApiProblem.Invalid(name, other),
    };

    /// <summary>A time in UTC, or null if the parameter is missing.</summary>
    /// <exception cref="ApiProblem">The value isn't a time.</exception>
    public DateTime? Time(string name) => Text(name) is { } text ? ApiTime.Parse(text) ?? throw ApiProblem.Invalid(name, text) : null;

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
