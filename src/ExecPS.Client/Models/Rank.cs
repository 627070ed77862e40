using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>What a score is worth, in rising order: <c>Unranked</c>, <c>Bronze</c>, <c>Silver</c>, <c>Gold</c>.</summary>
/// <remarks>
/// Not an enum, because PowerShell can't order an enum against null: <c>$_.BestRank -lt $_.RankMin</c> would fail for an
/// assignment that requires no rank. PowerShell reads a name, the API's or this type's own, by <see cref="Parse"/>.
/// </remarks>
[JsonConverter(typeof(RankConverter))]
public sealed class Rank : IComparable<Rank>, IComparable
{
    private readonly int _order;

    private Rank(int order, string name) => (_order, Name) = (order, name);

    /// <summary>A rank that this version of the module doesn't know; below all others.</summary>
    public static Rank Unknown { get; } = new(0, nameof(Unknown));

    /// <summary><c>unranked</c>: a score below 50.</summary>
    public static Rank Unranked { get; } = new(1, nameof(Unranked));

    /// <summary><c>bronze</c>: a score of 50 or more.</summary>
    public static Rank Bronze { get; } = new(2, nameof(Bronze));

    /// <summary><c>silver</c>: a score of 75 or more.</summary>
    public static Rank Silver { get; } = new(3, nameof(Silver));

    /// <summary><c>gold</c>: a score of 90 or more.</summary>
    public static Rank Gold { get; } = new(4, nameof(Gold));

    /// <summary>The rank's name.</summary>
    public string Name { get; }

    internal static IReadOnlyList<Rank> Known { get; } = [Unranked, Bronze, Silver, Gold];

    /// <summary>Reads a rank's name, in any case.</summary>
    /// <param name="text">The name: <c>Gold</c>, <c>gold</c>.</param>
    /// <returns>The rank.</returns>
    /// <exception cref="FormatException">The text is no rank's name.</exception>
    public static Rank Parse(string text) =>
        Known.Append(Unknown).FirstOrDefault(rank => string.Equals(rank.Name, text, StringComparison.OrdinalIgnoreCase))
        ?? throw new FormatException($"'{text}' is none of {string.Join(", ", Known)}.");

    /// <inheritdoc/>
    public int CompareTo(Rank? other) => other is null ? 1 : _order.CompareTo(other._order);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Rank other => CompareTo(other),
        _ => throw new ArgumentException($"A rank can't be compared with {obj.GetType().Name}.", nameof(obj)),
    };

    /// <summary>Each rank exists once, so equality is identity.</summary>
    /// <param name="obj">What to compare with.</param>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => _order;

    /// <summary>The rank's name.</summary>
    public override string ToString() => Name;

    /// <summary>Whether both are the same rank.</summary>
    public static bool operator ==(Rank? left, Rank? right) => ReferenceEquals(left, right);

    /// <summary>Whether the ranks differ.</summary>
    public static bool operator !=(Rank? left, Rank? right) => !ReferenceEquals(left, right);

    /// <summary>Whether the left rank is the lower; null is below every rank.</summary>
    public static bool operator <(Rank? left, Rank? right) => Compare(left, right) < 0;

    /// <summary>Whether the left rank is not the higher; null is below every rank.</summary>
    public static bool operator <=(Rank? left, Rank? right) => Compare(left, right) <= 0;

    /// <summary>Whether the left rank is the higher; null is below every rank.</summary>
    public static bool operator >(Rank? left, Rank? right) => Compare(left, right) > 0;

    /// <summary>Whether the left rank is not the lower; null is below every rank.</summary>
    public static bool operator >=(Rank? left, Rank? right) => Compare(left, right) >= 0;

    private static int Compare(Rank? left, Rank? right) => left is not null ? left.CompareTo(right) : right is null ? 0 : -1;
}
