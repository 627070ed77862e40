namespace ExecPS.Client.Models;

/// <summary>A group of related scenarios (<c>listCollections</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class Collection : ExecObject, IListRow
{
    /// <summary>The ID of the collection.</summary>
    public string? Id { get; set; }

    /// <summary>The same as <c>Id</c>. It binds to <c>-CollectionId</c> of other commands.</summary>
    [JsonIgnore]
    public string? CollectionId => Id;

    /// <summary>The name of the collection.</summary>
    public string? Name { get; set; }

    /// <summary>The part of the collection's web address that identifies it.</summary>
    public string? Slug { get; set; }

    /// <summary>When the collection was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>The number of scenarios in the collection.</summary>
    public int? ScenarioCount { get; set; }

    /// <summary>The description. Null if none is set.</summary>
    public string? Description { get; set; }

    /// <summary>The name of the collection.</summary>
    public override string ToString() => Name ?? Slug ?? Id ?? "";
}
