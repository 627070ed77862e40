using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>A Knowledge Hub page without its text (<c>listKnowledgeHubPages</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public class KnowledgePage : IListRow
{
    /// <summary>The page's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>The page's title.</summary>
    public string? Title { get; set; }

    /// <summary>Where the page stands between draft and archive.</summary>
    public KnowledgePageStatus? Status { get; set; }

    /// <summary>Who may see the page.</summary>
    public Visibility? Visibility { get; set; }

    /// <summary>The email address of the owner; null when the page has none.</summary>
    [JsonIgnore]
    public string? OwnerEmail => Owner?.Email;

    /// <summary>First and last name of the owner; null when the page has none.</summary>
    [JsonIgnore]
    public string? OwnerName => Owner?.Name;

    /// <summary>The names of the folders that the page is in, joined.</summary>
    [JsonIgnore]
    public string? FolderNames => Folders?.ToString();

    /// <summary>The names of the skills that the page belongs to, joined.</summary>
    [JsonIgnore]
    public string? SkillNames => Skills?.ToString();

    /// <summary>How many sources are attached to the page.</summary>
    public int? SourceCount { get; set; }

    /// <summary>The number of the published version; null when none was published.</summary>
    public int? Version { get; set; }

    /// <summary>The cover picture, as the API refers to it; empty when there is none.</summary>
    public string? Cover { get; set; }

    /// <summary>When the page was last published, in local time; null when it never was.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>When the page was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the page was last changed, in local time.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The user who owns the page; null when nobody does.</summary>
    public User? Owner { get; set; }

    /// <summary>The folders that the page is in.</summary>
    public ReadableList<KnowledgeFolderRef>? Folders { get; set; }

    /// <summary>The skills that the page belongs to.</summary>
    public ReadableList<KnowledgeSkillRef>? Skills { get; set; }

    /// <summary>The page's title.</summary>
    public override string ToString() => Title ?? Id ?? "";
}
