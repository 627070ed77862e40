namespace ExecPS.Client.Models;

/// <summary>A list that reads as its items do, so that a cell of a CSV file holds them and not the name of a .NET type.</summary>
/// <typeparam name="T">What is in it; its <see cref="object.ToString"/> reads well.</typeparam>
public sealed class ReadableList<T> : List<T>
{
    /// <summary>Makes an empty list.</summary>
    public ReadableList()
    {
    }

    /// <summary>Makes a list.</summary>
    /// <param name="items">What goes into it.</param>
    public ReadableList(IEnumerable<T> items)
        : base(items)
    {
    }

    /// <summary>The items, as <c>Discovery; Objection Handling</c>.</summary>
    public override string ToString() => string.Join("; ", this);
}
