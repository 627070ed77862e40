namespace ExecPS.Client.Models;

/// <summary>A Knowledge Hub folder, also called a space or hub (<c>listKnowledgeHubFolders</c>, <c>getKnowledgeHubFolder</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class KnowledgeFolder : ExecObject, IListRow
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

    /// <summary>The ID of the parent folder. Null if the folder is at the top level.</summary>
    public string? Parent { get; set; }

    /// <summary>Who can see the folder.</summary>
    public Visibility? Visibility { get; set; }

    /// <summary>When the folder was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the folder was last changed, in local time.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The number of pages directly in the folder, without archived pages.</summary>
    public int? ItemCount { get; set; }

    /// <summary>The number of folders directly in the folder.</summary>
    public int? SubfolderCount { get; set; }

    /// <summary>The name of the folder.</summary>
    public override string ToString() => Name ?? Id ?? "";
}
