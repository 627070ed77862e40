using System.Globalization;

namespace ExecPS.Sandbox.Api;

/// <summary>Builds the filters of a list from a request's parameters. A missing parameter adds no filter.</summary>
internal sealed class FilterBuilder<T>(ApiRequest request)
{
    private readonly List<Func<T, bool>> _filters = [];
    private Comparison<T>? _order;

    /// <summary>Requires that a value of the row is one of the parameter's values.</summary>
    /// <param name="parameter">The parameter with comma-separated values.</param>
    /// <param name="valueOf">The row's value.</param>
    /// <param name="comparer">How values are compared.</param>
    public FilterBuilder<T> AnyOf(string parameter, Func<T, string?> valueOf, StringComparer? comparer = null) =>
        AnyOf((parameter, valueOf, comparer ?? StringComparer.Ordinal));

    /// <summary>Requires that at least one of several values of the row is one of its parameter's values.</summary>
    public FilterBuilder<T> AnyOf(params (string Parameter, Func<T, string?> ValueOf, StringComparer Comparer)[] union)
    {
        var alternatives = new List<Func<T, bool>>();
        foreach (var (parameter, valueOf, comparer) in union)
        {
            var values = new HashSet<string>(request.Values(parameter), comparer);
            if (values.Count > 0)
                alternatives.Add(row => valueOf(row) is { } value && values.Contains(value));
        }

        if (alternatives.Count > 0)
            _filters.Add(row => alternatives.Exists(matches => matches(row)));
        return this;
    }

    /// <summary>Requires that one of the row's values is one of the parameter's values.</summary>
    /// <param name="parameter">The parameter with comma-separated values.</param>
    /// <param name="valuesOf">The row's values.</param>
    public FilterBuilder<T> AnyOfMany(string parameter, Func<T, IEnumerable<string>> valuesOf)
    {
        var values = new HashSet<string>(request.Values(parameter), StringComparer.Ordinal);
        if (values.Count > 0)
            _filters.Add(row => valuesOf(row).Any(values.Contains));
        return this;
    }

    /// <summary>Requires that a value of the row is one of the parameter's values, which are an enumeration.</summary>
    /// <param name="parameter">The parameter with comma-separated values.</param>
    /// <param name="known">The valid values.</param>
    /// <param name="valueOf">The row's value, as the API names it.</param>
    /// <exception cref="ApiProblem">A value isn't valid.</exception>
    public FilterBuilder<T> AnyKnown(string parameter, IReadOnlyCollection<string> known, Func<T, string?> valueOf) =>
        request.Values(parameter).FirstOrDefault(value => !known.Contains(value)) is { } unknown
            ? throw ApiProblem.Invalid(parameter, unknown)
            : AnyOf(parameter, valueOf);

    /// <summary>Requires that a value of the row is the parameter's value, which is an enumeration.</summary>
    /// <inheritdoc cref="AnyKnown"/>
    public FilterBuilder<T> Known(string parameter, IReadOnlyCollection<string> known, Func<T, string?> valueOf) =>
        request.Text(parameter) is { } text && !known.Contains(text)
            ? throw ApiProblem.Invalid(parameter, text)
            : Equal(parameter, valueOf);

    /// <summary>Requires that a value of the row is the parameter's value.</summary>
    public FilterBuilder<T> Equal(string parameter, Func<T, string?> valueOf) =>
        request.Text(parameter) is { } text ? Where(row => string.Equals(valueOf(row), text, StringComparison.Ordinal)) : this;

    /// <summary>Requires that one of the row's values is the parameter's value.</summary>
    public FilterBuilder<T> Has(string parameter, Func<T, IEnumerable<string?>> valuesOf) =>
        request.Text(parameter) is { } text ? Where(row => valuesOf(row).Contains(text, StringComparer.Ordinal)) : this;

    /// <summary>Requires that a text of the row contains the parameter's text, ignoring case.</summary>
    public FilterBuilder<T> Search(string parameter, Func<T, string?> textOf) =>
        request.Text(parameter) is { } text
            ? Where(row => textOf(row) is { } searched && CultureInfo.InvariantCulture.CompareInfo.IndexOf(searched, text, CompareOptions.OrdinalIgnoreCase) >= 0)
            : this;

    /// <summary>Requires that a time of the row (in UTC) isn't before the parameter's time.</summary>
    /// <exception cref="ApiProblem">The value isn't a time.</exception>
    public FilterBuilder<T> Since(string parameter, Func<T, DateTime> timeOf) =>
        request.Time(parameter) is { } time ? Where(row => timeOf(row) >= time) : this;

    /// <summary>Requires that a time of the row (in UTC) isn't after the parameter's time.</summary>
    /// <exception cref="ApiProblem">The value isn't a time.</exception>
    public FilterBuilder<T> Until(string parameter, Func<T, DateTime> timeOf) =>
        request.Time(parameter) is { } time ? Where(row => timeOf(row) <= time) : this;

    /// <summary>Adds a filter.</summary>
    public FilterBuilder<T> Where(Func<T, bool> matches)
    {
        _filters.Add(matches);
        return this;
    }

    /// <summary>Sorts by one of the keys.</summary>
    /// <param name="parameter">The parameter that contains the key's name.</param>
    /// <param name="defaultName">The key's name if the parameter is missing.</param>
    /// <param name="keys">The keys.</param>
    /// <exception cref="ApiProblem">The key doesn't exist.</exception>
    public FilterBuilder<T> SortedBy(string parameter, string defaultName, params SortKey<T>[] keys)
    {
        var name = request.Text(parameter) ?? defaultName;
        _order = Array.Find(keys, key => key.Name == name)?.Plain
            ?? Array.Find(keys, key => "-" + key.Name == name)?.WithMinus
            ?? throw ApiProblem.Invalid(parameter, name);
        return this;
    }

    public RowSelection<T> ToSelection() => _filters.Count switch
    {
        0 when _order is null => RowSelection<T>.All,
        0 => new(null, _order),
        1 => new(_filters[0], _order),
        _ => new(row => _filters.TrueForAll(matches => matches(row)), _order),
    };
}
