namespace ExecPS.Client.Models;

/// <summary>A Knowledge Hub page without its content (<c>listKnowledgeHubPages</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public class KnowledgePage : ExecObject, IListRow
{
    /// <summary>The ID of the page.</summary>
    public virtual string? Id { get; set; }

    /// <summary>The same as <c>Id</c>. It binds to <c>-PageId</c> of other commands.</summary>
    [JsonIgnore]
    public virtual string? PageId => Id;

    /// <summary>The title of the page.</summary>
    public virtual string? Title { get; set; }

    /// <summary>The first and last name of the owner. Null if the page has no owner.</summary>
    [JsonIgnore]
    public virtual string? OwnerName => Owner?.Name;

    /// <summary>The email address of the owner. Null if the page has no owner.</summary>
    [JsonIgnore]
    public virtual string? OwnerEmail => Owner?.Email;

    /// <summary>The names of the folders that contain the page, separated by <c>; </c>.</summary>
    [JsonIgnore]
    public virtual string? FolderNames => Folders?.ToString();

    /// <summary>The names of the page's skills, separated by <c>; </c>.</summary>
    [JsonIgnore]
    public virtual string? SkillNames => Skills?.ToString();

    /// <summary>The cover image, as the API identifies it. Empty if there is none.</summary>
    public virtual string? Cover { get; set; }

    /// <summary>The status of the page.</summary>
    public virtual KnowledgePageStatus? Status { get; set; }

    /// <summary>Who can see the page.</summary>
    public virtual Visibility? Visibility { get; set; }

    /// <summary>When the page was last published, in local time. Null if never.</summary>
    public virtual DateTime? PublishedAt { get; set; }

    /// <summary>When the page was created, in local time.</summary>
    public virtual DateTime? CreatedAt { get; set; }

    /// <summary>When the page was last changed, in local time.</summary>
    public virtual DateTime? UpdatedAt { get; set; }

    /// <summary>The number of the published version. Null if none is published.</summary>
    public virtual int? Version { get; set; }

    /// <summary>The number of attached sources.</summary>
    public virtual int? SourceCount { get; set; }

    /// <summary>The owner. Null if the page has no owner.</summary>
    public virtual User? Owner { get; set; }

    /// <summary>The folders that contain the page.</summary>
    public virtual ReadableList<KnowledgeFolderRef>? Folders { get; set; }

    /// <summary>The page's skills.</summary>
    public virtual ReadableList<KnowledgeSkillRef>? Skills { get; set; }

    /// <summary>The title of the page.</summary>
    public override string ToString() => Title ?? Id ?? "";
}
