namespace ExecPS.Client.Models;

/// <summary>A list whose text contains its items, so that a CSV cell shows the items and not the name of a .NET type.</summary>
/// <typeparam name="T">The type of the items. Its <see cref="object.ToString"/> returns readable text.</typeparam>
public sealed class ReadableList<T> : List<T>
{
    /// <summary>Creates an empty list.</summary>
    public ReadableList()
    {
    }

    /// <summary>Creates a list.</summary>
    /// <param name="items">The items of the list.</param>
    public ReadableList(IEnumerable<T> items)
        : base(items)
    {
    }

    /// <summary>Returns the items, such as <c>Discovery; Objection Handling</c>.</summary>
    public override string ToString() => string.Join("; ", this);
}
