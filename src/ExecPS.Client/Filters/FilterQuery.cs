using System.Text;

namespace ExecPS.Client.Filters;

/// <summary>What a filter asks, as query parameters with comma-separated values.</summary>
internal sealed class FilterQuery
{
    private readonly List<FilterTerm> _terms = [];

    /// <summary>The terms that have values, in the order in which they were added.</summary>
    public IReadOnlyList<FilterTerm> Terms => _terms;

    /// <summary>Adds a parameter; without values it isn't asked for.</summary>
    /// <param name="parameter">The API's name: <c>user_ids</c>.</param>
    /// <param name="values">The values, of which the API takes any.</param>
    /// <param name="axis">What the parameter narrows; parameters of one axis are united by the API, axes are intersected.</param>
    public FilterQuery Add(string parameter, IEnumerable<string>? values, string? axis = null)
    {
        string[] distinct = [.. (values ?? []).Distinct(StringComparer.Ordinal)];
        if (distinct.Length > 0)
            _terms.Add(new(parameter, axis ?? parameter, distinct));
        return this;
    }

    /// <summary>The query as it stands in a URL, without a leading mark: <c>user_ids=a,b&amp;status=past_due</c>.</summary>
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

/// <summary>One parameter of a query.</summary>
internal sealed record FilterTerm(string Parameter, string Axis, IReadOnlyList<string> Values);
