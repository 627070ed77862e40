namespace ExecPS.Client.Models;

/// <summary>A group of related scenarios (<c>listCollections</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class Collection : IListRow
{
    /// <summary>The collection's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>The collection's name.</summary>
    public string? Name { get; set; }

    /// <summary>The collection's part of its web address.</summary>
    public string? Slug { get; set; }

    /// <summary>What the collection is for; null when nobody has said.</summary>
    public string? Description { get; set; }

    /// <summary>How many scenarios the collection holds.</summary>
    public int? ScenarioCount { get; set; }

    /// <summary>When the collection was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The collection's name.</summary>
    public override string ToString() => Name ?? Slug ?? Id ?? "";
}
