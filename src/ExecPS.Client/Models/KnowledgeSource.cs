using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>A file or web page in the Knowledge Hub, whose text is extracted (<c>listKnowledgeHubSources</c>, <c>getKnowledgeHubSource</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class KnowledgeSource : IListRow
{
    /// <summary>The source's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>The source's title.</summary>
    public string? Title { get; set; }

    /// <summary>Where the source came from.</summary>
    public KnowledgeSourceType? SourceType { get; set; }

    /// <summary>How far the extraction of the text has come.</summary>
    public KnowledgeSourceStatus? Status { get; set; }

    /// <summary>What the extracted content is; null before the extraction.</summary>
    public KnowledgeContentFormat? ContentFormat { get; set; }

    /// <summary>How many tokens the text has; null before the extraction.</summary>
    public int? TokenCount { get; set; }

    /// <summary>Whether the source has pictures in it.</summary>
    public bool? HasImages { get; set; }

    /// <summary>The address that the source came from; null when it came from none.</summary>
    public string? ExternalUrl { get; set; }

    /// <summary>What the AI says the source is about; null when it doesn't.</summary>
    public string? Summary { get; set; }

    /// <summary>The cover picture, as the API refers to it; empty when there is none.</summary>
    public string? Cover { get; set; }

    /// <summary>The names of the folders that the source is in, joined.</summary>
    [JsonIgnore]
    public string? FolderNames => Folders?.ToString();

    /// <summary>The email address of who added the source; null when nobody did.</summary>
    [JsonIgnore]
    public string? CreatedByEmail => CreatedBy?.Email;

    /// <summary>First and last name of who added the source; null when nobody did.</summary>
    [JsonIgnore]
    public string? CreatedByName => CreatedBy?.Name;

    /// <summary>When the source was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the source was last changed, in local time.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>When the extraction ended, in local time; null until then.</summary>
    public DateTime? ProcessedAt { get; set; }

    /// <summary>The folders that the source is in.</summary>
    public ReadableList<KnowledgeFolderRef>? Folders { get; set; }

    /// <summary>Who added the source; null when nobody did.</summary>
    public User? CreatedBy { get; set; }

    /// <summary>The extracted text; null unless the content was asked for.</summary>
    public string? Content { get; set; }

    /// <summary>The source's title.</summary>
    public override string ToString() => Title ?? Id ?? "";
}
