namespace ExecPS.Client.Tests.Support;

/// <summary>A query as the API interprets it.</summary>
internal sealed class SentQuery
{
    private readonly Dictionary<string, HashSet<string>> _parameters;

    private SentQuery(Dictionary<string, HashSet<string>> parameters) => _parameters = parameters;

    /// <summary>Parses the text of a query: splits values at commas after unescaping.</summary>
    public static SentQuery Read(string text) => new(text
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')).Split(',').ToHashSet()));

    /// <summary>Whether a row matches the query.</summary>
    public bool Matches(RequestedRow row) =>
        Narrows(("user_ids", row.UserId), ("user_emails", row.UserEmail))
        && Narrows(("scenario_ids", row.ScenarioId))
        && Narrows(("program_ids", row.ProgramId))
        && Narrows(("status", row.Status));

    /// <summary>Values of one axis are combined with OR, and axes with AND. An axis without values matches all rows.</summary>
    private bool Narrows(params ReadOnlySpan<(string Parameter, string? Value)> kind)
    {
        var isRequested = false;
        foreach (var (parameter, value) in kind)
        {
            if (!_parameters.TryGetValue(parameter, out var values))
                continue;

            isRequested = true;
            if (value is not null && values.Contains(value))
                return true;
        }

        return !isRequested;
    }
}
