namespace ExecPS.Client.Models;

/// <summary>A folder, as part of a Knowledge Hub page or source.</summary>
public sealed class KnowledgeFolderRef : ExecObject
{
    /// <summary>The ID of the folder.</summary>
    public string? Id { get; set; }

    /// <summary>The same as <c>Id</c>. It binds to <c>-FolderId</c> of other commands.</summary>
    [JsonIgnore]
    public string? FolderId => Id;

    /// <summary>The name of the folder.</summary>
    public string? Name { get; set; }

    /// <summary>The emoji next to the name. Null if none is set.</summary>
    public string? Emoji { get; set; }

    /// <summary>The name of the folder.</summary>
    public override string ToString() => Name ?? Id ?? "";
}
