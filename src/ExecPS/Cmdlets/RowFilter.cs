namespace ExecPS.Cmdlets;

/// <summary>Filters the rows of a list by conditions that the API doesn't support.</summary>
internal sealed class RowFilter<T>
{
    private readonly List<NameCondition> _names = [];
    private readonly List<Func<T, bool>> _others = [];

    /// <summary>Gets a value that indicates whether all rows pass.</summary>
    public bool IsEmpty => _names.Count == 0 && _others.Count == 0;

    /// <summary>Gets the names that no row had, with the names of the rows.</summary>
    public IEnumerable<(string Item, NamePattern Name, IEnumerable<string> Existing)> Unmatched =>
        _names.SelectMany(condition => condition.Patterns.Where(pattern => !pattern.HasMatched).Select(pattern => (condition.Item, pattern, condition.Existing)));

    /// <summary>Adds the condition that a property matches one of the names.</summary>
    /// <param name="item">What the names identify, for errors: <c>scenario named</c>.</param>
    /// <param name="names">The names. Null for no condition.</param>
    /// <param name="property">The property.</param>
    public RowFilter<T> Where(string item, string[]? names, Func<T, string?> property)
    {
        if (names is not null)
            _names.Add(new(item, Array.ConvertAll(names, name => new NamePattern(name)), property));
        return this;
    }

    /// <summary>Adds another condition.</summary>
    public RowFilter<T> Where(Func<T, bool> condition)
    {
        _others.Add(condition);
        return this;
    }

    /// <summary>Returns whether a row passes.</summary>
    public bool Passes(T row)
    {
        // Whether a name exists doesn't depend on the other conditions.
        var passes = true;
        foreach (var condition in _names)
            passes &= condition.Passes(row);
        return passes && _others.TrueForAll(condition => condition(row));
    }

    private sealed class NameCondition(string item, NamePattern[] patterns, Func<T, string?> property)
    {
        private readonly HashSet<string> _existing = new(StringComparer.OrdinalIgnoreCase);

        public string Item => item;

        public NamePattern[] Patterns => patterns;

        public IEnumerable<string> Existing => _existing;

        public bool Passes(T row)
        {
            var name = property(row);
            var passes = NamePattern.AnyMatches(patterns, name);
            if (!passes && name is not null)
                _existing.Add(name);
            return passes;
        }
    }
}
