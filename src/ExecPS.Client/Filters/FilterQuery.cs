using System.Text;

namespace ExecPS.Client.Filters;

/// <summary>A filter as query parameters with comma-separated values.</summary>
internal sealed class FilterQuery
{
    private readonly List<FilterTerm> _terms = [];

    /// <summary>The terms that have values, in the order in which they were added.</summary>
    public IReadOnlyList<FilterTerm> Terms => _terms;

    /// <summary>Adds a parameter. A parameter without values is omitted.</summary>
    /// <param name="parameter">The API's name: <c>user_ids</c>.</param>
    /// <param name="values">The values; the API accepts any number.</param>
    /// <param name="axis">What the parameter filters by. The API combines parameters of one axis with OR, and axes with AND.</param>
    public FilterQuery Add(string parameter, IEnumerable<string>? values, string? axis = null) =>
        Add(new FilterTerm(parameter, axis ?? parameter, [.. values ?? []]));

    /// <summary>Adds a parameter of which the API accepts one value; several values become several queries (<see cref="FilterBatches"/>).</summary>
    /// <param name="parameter">The API's name: <c>owner_email</c>.</param>
    /// <param name="values">The values.</param>
    public FilterQuery AddSingle(string parameter, IEnumerable<string> values) =>
        Add(new FilterTerm(parameter, parameter, [.. values], IsSingle: true));

    /// <summary>Adds a parameter of which the API accepts one value. Null is omitted.</summary>
    /// <param name="parameter">The API's name: <c>sorting</c>.</param>
    /// <param name="value">The value.</param>
    public FilterQuery AddSingle(string parameter, string? value) => AddSingle(parameter, value is null ? [] : new[] { value });

    /// <summary>Adds a switch. A switch that is off is omitted, because off is the API's default.</summary>
    /// <param name="parameter">The API's name: <c>include_archived</c>.</param>
    /// <param name="isOn">Whether it is on.</param>
    public FilterQuery AddSwitch(string parameter, bool isOn) => AddSingle(parameter, isOn ? "true" : null);

    /// <summary>Adds a term of another query.</summary>
    /// <param name="term">The term. A term without values is omitted.</param>
    public FilterQuery Add(FilterTerm term)
    {
        string[] distinct = [.. term.Values.Distinct(StringComparer.Ordinal)];
        if (distinct.Length > 0)
            _terms.Add(term with { Values = distinct });
        return this;
    }

    /// <summary>Returns the query as it appears in a URL, without a leading question mark: <c>user_ids=a,b&amp;status=past_due</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var term in _terms)
        {
            if (text.Length > 0)
                text.Append('&');
            text.Append(term.Parameter).Append('=').Append(string.Join(",", term.Values.Select(Uri.EscapeDataString)));
        }

        return text.ToString();
    }
}
