namespace ExecPS.Client.Models;

/// <summary>The rank of a score, in ascending order: <c>Unranked</c>, <c>Bronze</c>, <c>Silver</c>, <c>Gold</c>.</summary>
[JsonConverter(typeof(OrderedNameConverter<Rank>))]
public sealed class Rank : OrderedName<Rank>
{
    private Rank(int order, string name)
        : base(order, name)
    {
    }

    /// <summary>A rank that this version of the module doesn't recognize; below all others.</summary>
    public static Rank Unknown { get; } = new(0, nameof(Unknown));

    /// <summary><c>unranked</c>: a score below 50.</summary>
    public static Rank Unranked { get; } = new(1, nameof(Unranked));

    /// <summary><c>bronze</c>: a score of 50 or more.</summary>
    public static Rank Bronze { get; } = new(2, nameof(Bronze));

    /// <summary><c>silver</c>: a score of 75 or more.</summary>
    public static Rank Silver { get; } = new(3, nameof(Silver));

    /// <summary><c>gold</c>: a score of 90 or more.</summary>
    public static Rank Gold { get; } = new(4, nameof(Gold));

    /// <summary>Parses the name of a rank. Case is ignored.</summary>
    /// <param name="text">The name, such as <c>Gold</c> or <c>gold</c>.</param>
    /// <returns>The rank.</returns>
    /// <exception cref="FormatException">The text isn't the name of a rank.</exception>
    public static Rank Parse(string text) => OrderedNames<Rank>.Parse(text);
}
