namespace ExecPS.Sandbox.Api;

/// <summary>The rows that a request asks for, and their order.</summary>
/// <param name="Matches">Whether a row is one of them; null when all are.</param>
/// <param name="Order">The order; null for the list's own, which also decides between rows that are equal here.</param>
internal sealed record RowSelection<T>(Func<T, bool>? Matches, Comparison<T>? Order)
{
    public static RowSelection<T> All { get; } = new(null, null);

    /// <summary>The rows asked for; the same list when all are, in the list's own order.</summary>
    public IReadOnlyList<T> From(IReadOnlyList<T> rows)
    {
        if (Matches is null && Order is null)
            return rows;

        var matching = Matches is null ? rows : rows.Where(Matches);
        return Order is null ? [.. matching] : [.. matching.OrderBy(row => row, Comparer<T>.Create(Order))];
    }
}
