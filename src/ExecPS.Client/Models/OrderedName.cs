namespace ExecPS.Client.Models;

/// <summary>One of a few names that stand in a rising order.</summary>
/// <remarks>
/// Not an enum, because PowerShell can't order an enum against null: <c>$_.BestRank -lt $_.RankMin</c> would fail for an
/// assignment that requires no rank. PowerShell reads a name by the static <c>Parse</c> that each such type has.
/// </remarks>
/// <typeparam name="TSelf">The type itself; its static properties are the names.</typeparam>
public abstract class OrderedName<TSelf> : IComparable<TSelf>, IComparable
    where TSelf : OrderedName<TSelf>
{
    private readonly int _order;

    private protected OrderedName(int order, string name) => (_order, Name) = (order, name);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Where the name stands, from 0; internal, so that it doesn't show as a property.</summary>
    internal int Order => _order;

    /// <inheritdoc/>
    public int CompareTo(TSelf? other) => other is null ? 1 : _order.CompareTo(other._order);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        TSelf other => CompareTo(other),
        _ => throw new ArgumentException($"A {typeof(TSelf).Name} can't be compared with {obj.GetType().Name}.", nameof(obj)),
    };

    /// <summary>Each name exists once, so equality is identity.</summary>
    /// <param name="obj">What to compare with.</param>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => _order;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(OrderedName<TSelf>? left, OrderedName<TSelf>? right) => ReferenceEquals(left, right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(OrderedName<TSelf>? left, OrderedName<TSelf>? right) => !ReferenceEquals(left, right);

    /// <summary>Whether the left is the lower; null is below everything.</summary>
    public static bool operator <(OrderedName<TSelf>? left, OrderedName<TSelf>? right) => Compare(left, right) < 0;

    /// <summary>Whether the left is not the higher; null is below everything.</summary>
    public static bool operator <=(OrderedName<TSelf>? left, OrderedName<TSelf>? right) => Compare(left, right) <= 0;

    /// <summary>Whether the left is the higher; null is below everything.</summary>
    public static bool operator >(OrderedName<TSelf>? left, OrderedName<TSelf>? right) => Compare(left, right) > 0;

    /// <summary>Whether the left is not the lower; null is below everything.</summary>
    public static bool operator >=(OrderedName<TSelf>? left, OrderedName<TSelf>? right) => Compare(left, right) >= 0;

    private static int Compare(OrderedName<TSelf>? left, OrderedName<TSelf>? right) => (left?._order ?? -1).CompareTo(right?._order ?? -1);
}
