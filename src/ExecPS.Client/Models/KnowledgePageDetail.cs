namespace ExecPS.Client.Models;

/// <summary>A Knowledge Hub page with its content and sources, and its draft if requested (<c>getKnowledgeHubPage</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class KnowledgePageDetail : KnowledgePage
{
    /// <inheritdoc/>
    public override string? Id { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? PageId => Id;

    /// <inheritdoc/>
    public override string? Title { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? OwnerName => Owner?.Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? OwnerEmail => Owner?.Email;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? FolderNames => Folders?.ToString();

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? SkillNames => Skills?.ToString();

    /// <inheritdoc/>
    public override string? Cover { get; set; }

    /// <inheritdoc/>
    public override KnowledgePageStatus? Status { get; set; }

    /// <inheritdoc/>
    public override Visibility? Visibility { get; set; }

    /// <inheritdoc/>
    public override DateTime? PublishedAt { get; set; }

    /// <inheritdoc/>
    public override DateTime? CreatedAt { get; set; }

    /// <inheritdoc/>
    public override DateTime? UpdatedAt { get; set; }

    /// <inheritdoc/>
    public override int? Version { get; set; }

    /// <inheritdoc/>
    public override int? SourceCount { get; set; }

    /// <summary>The content of the published version, in Markdown. Null if none is published.</summary>
    public string? Content { get; set; }

    /// <inheritdoc/>
    public override User? Owner { get; set; }

    /// <inheritdoc/>
    public override ReadableList<KnowledgeFolderRef>? Folders { get; set; }

    /// <inheritdoc/>
    public override ReadableList<KnowledgeSkillRef>? Skills { get; set; }

    /// <summary>The attached sources, without their content.</summary>
    public ReadableList<KnowledgeSource>? Sources { get; set; }

    /// <summary>The draft. Null if there is none, or without <c>-IncludeDraft</c>.</summary>
    public KnowledgePageDraft? Draft { get; set; }
}
