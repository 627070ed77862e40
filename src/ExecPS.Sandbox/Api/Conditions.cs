namespace ExecPS.Sandbox.Api;

/// <summary>Gathers what a query's parameters demand of a row; a parameter that isn't there demands nothing.</summary>
internal sealed class Conditions<T>(ApiQuery query)
{
    private readonly List<Func<T, bool>> _demands = [];
    private readonly List<string> _keys = [];

    /// <summary>Demands that a value of the row is one of the parameter's.</summary>
    /// <param name="parameter">The parameter with comma-separated values.</param>
    /// <param name="valueOf">The row's value.</param>
    /// <param name="comparer">How values are compared.</param>
    public Conditions<T> AnyOf(string parameter, Func<T, string?> valueOf, StringComparer? comparer = null) =>
        AnyOf((parameter, valueOf, comparer ?? StringComparer.Ordinal));

    /// <summary>Demands that at least one of several values of the row is one of its parameter's.</summary>
    public Conditions<T> AnyOf(params (string Parameter, Func<T, string?> ValueOf, StringComparer Comparer)[] union)
    {
        var demands = new List<Func<T, bool>>();
        foreach (var (parameter, valueOf, comparer) in union)
        {
            var values = new HashSet<string>(query.Values(parameter), comparer);
            if (values.Count > 0)
                demands.Add(row => valueOf(row) is { } value && values.Contains(value));
            _keys.Add(query.Text(parameter) ?? "");
        }

        if (demands.Count > 0)
            _demands.Add(row => demands.Exists(demand => demand(row)));
        return this;
    }

    public RowFilter<T> ToFilter() =>
        _demands.Count == 0 ? RowFilter<T>.All : new(string.Join("\n", _keys), row => _demands.TrueForAll(demand => demand(row)));
}
