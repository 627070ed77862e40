namespace ExecPS.Sandbox.Api;

/// <summary>The filter and the order of a list request.</summary>
/// <param name="Matches">The filter, or null for all rows.</param>
/// <param name="Order">The order, or null for the list's own. Rows that compare equal keep the list's order.</param>
internal sealed record RowSelection<T>(Func<T, bool>? Matches, Comparison<T>? Order)
{
    public static RowSelection<T> All { get; } = new(null, null);

    /// <summary>The selected rows; the same list if all rows are selected in the list's own order.</summary>
    public IReadOnlyList<T> From(IReadOnlyList<T> rows)
    {
        if (Matches is null && Order is null)
            return rows;

        var matching = Matches is null ? rows : rows.Where(Matches);
        return Order is null ? [.. matching] : [.. matching.OrderBy(row => row, Comparer<T>.Create(Order))];
    }
}
