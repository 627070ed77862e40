using System.Globalization;

namespace ExecPS.Sandbox.Api;

/// <summary>Gathers what a request's parameters demand of a list; a parameter that isn't there demands nothing.</summary>
internal sealed class Conditions<T>(ApiRequest request)
{
    private readonly List<Func<T, bool>> _demands = [];
    private Comparison<T>? _order;

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
            var values = new HashSet<string>(request.Values(parameter), comparer);
            if (values.Count > 0)
                demands.Add(row => valueOf(row) is { } value && values.Contains(value));
        }

        if (demands.Count > 0)
            _demands.Add(row => demands.Exists(demand => demand(row)));
        return this;
    }

    /// <summary>Demands that one of the row's values is one of the parameter's.</summary>
    /// <param name="parameter">The parameter with comma-separated values.</param>
    /// <param name="valuesOf">The row's values.</param>
    public Conditions<T> AnyOfMany(string parameter, Func<T, IEnumerable<string>> valuesOf)
    {
        var values = new HashSet<string>(request.Values(parameter), StringComparer.Ordinal);
        if (values.Count > 0)
            _demands.Add(row => valuesOf(row).Any(values.Contains));
        return this;
    }

    /// <summary>Demands that a value of the row is one of the parameter's, which are of a closed set.</summary>
    /// <param name="parameter">The parameter with comma-separated values.</param>
    /// <param name="known">The API's names.</param>
    /// <param name="valueOf">The row's value, by the API's name.</param>
    /// <exception cref="ApiProblem">The parameter has a value that isn't known.</exception>
    public Conditions<T> AnyKnown(string parameter, IReadOnlyCollection<string> known, Func<T, string?> valueOf) =>
        request.Values(parameter).FirstOrDefault(value => !known.Contains(value)) is { } unknown
            ? throw ApiProblem.Invalid(parameter, unknown)
            : AnyOf(parameter, valueOf);

    /// <summary>Demands that a value of the row is the parameter's, which is of a closed set.</summary>
    /// <inheritdoc cref="AnyKnown"/>
    public Conditions<T> Known(string parameter, IReadOnlyCollection<string> known, Func<T, string?> valueOf) =>
        request.Text(parameter) is { } text && !known.Contains(text)
            ? throw ApiProblem.Invalid(parameter, text)
            : Equal(parameter, valueOf);

    /// <summary>Demands that a value of the row is the parameter's.</summary>
    public Conditions<T> Equal(string parameter, Func<T, string?> valueOf) =>
        request.Text(parameter) is { } text ? Where(row => string.Equals(valueOf(row), text, StringComparison.Ordinal)) : this;

    /// <summary>Demands that one of the row's values is the parameter's.</summary>
    public Conditions<T> Has(string parameter, Func<T, IEnumerable<string?>> valuesOf) =>
        request.Text(parameter) is { } text ? Where(row => valuesOf(row).Contains(text, StringComparer.Ordinal)) : this;

    /// <summary>Demands that a text of the row contains the parameter's, in any case.</summary>
    public Conditions<T> Search(string parameter, Func<T, string?> textOf) =>
        request.Text(parameter) is { } text
            ? Where(row => textOf(row) is { } searched && CultureInfo.InvariantCulture.CompareInfo.IndexOf(searched, text, CompareOptions.OrdinalIgnoreCase) >= 0)
            : this;

    /// <summary>Demands that a time of the row (in UTC) isn't before the parameter's.</summary>
    /// <exception cref="ApiProblem">The parameter is no time.</exception>
    public Conditions<T> Since(string parameter, Func<T, DateTime> timeOf) =>
        request.Time(parameter) is { } time ? Where(row => timeOf(row) >= time) : this;

    /// <summary>Demands that a time of the row (in UTC) isn't after the parameter's.</summary>
    /// <exception cref="ApiProblem">The parameter is no time.</exception>
    public Conditions<T> Until(string parameter, Func<T, DateTime> timeOf) =>
        request.Time(parameter) is { } time ? Where(row => timeOf(row) <= time) : this;

    /// <summary>Demands it of each row, whatever the parameters.</summary>
    public Conditions<T> Where(Func<T, bool> matches)
    {
        _demands.Add(matches);
        return this;
    }

    /// <summary>Sorts by one of the keys.</summary>
    /// <param name="parameter">The parameter with the key's name.</param>
    /// <param name="otherwise">The name when the parameter isn't there.</param>
    /// <param name="keys">What there is to sort by.</param>
    /// <exception cref="ApiProblem">There is no such key.</exception>
    public Conditions<T> SortedBy(string parameter, string otherwise, params SortKey<T>[] keys)
    {
        var name = request.Text(parameter) ?? otherwise;
        _order = Array.Find(keys, key => key.Name == name)?.Plain
            ?? Array.Find(keys, key => "-" + key.Name == name)?.WithMinus
            ?? throw ApiProblem.Invalid(parameter, name);
        return this;
    }

    public RowSelection<T> ToSelection() => _demands.Count switch
    {
        0 when _order is null => RowSelection<T>.All,
        0 => new(null, _order),
        1 => new(_demands[0], _order),
        _ => new(row => _demands.TrueForAll(demand => demand(row)), _order),
    };
}
