namespace ExecPS.Client.Models;

/// <summary>A file or web page in the Knowledge Hub (<c>listKnowledgeHubSources</c>, <c>getKnowledgeHubSource</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class KnowledgeSource : ExecObject, IListRow
{
    /// <summary>The ID of the source.</summary>
    public string? Id { get; set; }

    /// <summary>The same as <c>Id</c>. It binds to <c>-SourceId</c> of other commands.</summary>
    [JsonIgnore]
    public string? SourceId => Id;

    /// <summary>The title of the source.</summary>
    public string? Title { get; set; }

    /// <summary>The first and last name of the user who added the source. Null if no user did.</summary>
    [JsonIgnore]
    public string? CreatedByName => CreatedBy?.Name;

    /// <summary>The email address of the user who added the source. Null if no user did.</summary>
    [JsonIgnore]
    public string? CreatedByEmail => CreatedBy?.Email;

    /// <summary>The names of the folders that contain the source, separated by <c>; </c>.</summary>
    [JsonIgnore]
    public string? FolderNames => Folders?.ToString();

    /// <summary>The address of the original. Null if there is none.</summary>
    public string? ExternalUrl { get; set; }

    /// <summary>The cover image, as the API identifies it. Empty if there is none.</summary>
    public string? Cover { get; set; }

    /// <summary>The origin of the source.</summary>
    public KnowledgeSourceType? SourceType { get; set; }

    /// <summary>The status of the content extraction.</summary>
    public KnowledgeSourceStatus? Status { get; set; }

    /// <summary>The format of the extracted content. Null before the extraction.</summary>
    public KnowledgeContentFormat? ContentFormat { get; set; }

    /// <summary>Whether the source contains images.</summary>
    public bool? HasImages { get; set; }

    /// <summary>When the source was added, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the source was last changed, in local time.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>When the extraction ended, in local time. Null until then.</summary>
    public DateTime? ProcessedAt { get; set; }

    /// <summary>The length of the content, in tokens. Null before the extraction.</summary>
    public int? TokenCount { get; set; }

    /// <summary>The summary written by AI. Null if there is none.</summary>
    public string? Summary { get; set; }

    /// <summary>The extracted content. Null without <c>-IncludeContent</c>, or if there is none.</summary>
    public string? Content { get; set; }

    /// <summary>The folders that contain the source.</summary>
    public ReadableList<KnowledgeFolderRef>? Folders { get; set; }

    /// <summary>The user who added the source. Null if no user did.</summary>
    public User? CreatedBy { get; set; }

    /// <summary>The title of the source.</summary>
    public override string ToString() => Title ?? Id ?? "";
}
