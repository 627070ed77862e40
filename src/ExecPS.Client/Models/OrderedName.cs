namespace ExecPS.Client.Models;

/// <summary>A name from a set with an ascending order.</summary>
/// <remarks>
/// This isn't an enum, because PowerShell can't compare an enum with null: <c>$_.BestRank -lt $_.RankMin</c> would fail if no rank is
/// required. PowerShell converts text with the static method <c>Parse</c> that each of these types has.
/// </remarks>
/// <typeparam name="TSelf">The type itself. Its static properties are the names.</typeparam>
public abstract class OrderedName<TSelf> : IComparable<TSelf>, IComparable
    where TSelf : OrderedName<TSelf>
{
    private readonly int _order;

    private protected OrderedName(int order, string name) => (_order, Name) = (order, name);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The position of the name, from 0. Internal, so that PowerShell doesn't show it as a property.</summary>
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

    /// <summary>Determines whether a value is this name, or text with this name in any case.</summary>
    /// <remarks>
    /// Text is accepted for PowerShell's <c>-eq</c>: in Constrained Language Mode PowerShell doesn't convert text with <c>Parse</c>. The
    /// hash codes of a name and its text differ.
    /// </remarks>
    /// <param name="obj">The value.</param>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj) || (obj is string text && string.Equals(text, Name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override int GetHashCode() => _order;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>Determines whether two names are the same.</summary>
    public static bool operator ==(OrderedName<TSelf>? left, OrderedName<TSelf>? right) => ReferenceEquals(left, right);

    /// <summary>Determines whether two names are different.</summary>
    public static bool operator !=(OrderedName<TSelf>? left, OrderedName<TSelf>? right) => !ReferenceEquals(left, right);

    /// <summary>Determines whether the left name is lower. Null is lower than every name.</summary>
    public static bool operator <(OrderedName<TSelf>? left, OrderedName<TSelf>? right) => Compare(left, right) < 0;

    /// <summary>Determines whether the left name isn't higher. Null is lower than every name.</summary>
    public static bool operator <=(OrderedName<TSelf>? left, OrderedName<TSelf>? right) => Compare(left, right) <= 0;

    /// <summary>Determines whether the left name is higher. Null is lower than every name.</summary>
    public static bool operator >(OrderedName<TSelf>? left, OrderedName<TSelf>? right) => Compare(left, right) > 0;

    /// <summary>Determines whether the left name isn't lower. Null is lower than every name.</summary>
    public static bool operator >=(OrderedName<TSelf>? left, OrderedName<TSelf>? right) => Compare(left, right) >= 0;

    private static int Compare(OrderedName<TSelf>? left, OrderedName<TSelf>? right) => (left?._order ?? -1).CompareTo(right?._order ?? -1);
}
