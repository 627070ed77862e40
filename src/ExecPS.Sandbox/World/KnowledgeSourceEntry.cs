namespace ExecPS.Sandbox.World;

/// <summary>A source with its extracted text.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Title">The title.</param>
/// <param name="Type">Where the source came from.</param>
/// <param name="Status">The status of text extraction.</param>
/// <param name="Format">The format of the text, or null before it is extracted.</param>
/// <param name="Content">The text, or null before it is extracted.</param>
/// <param name="HasImages">Whether the source contains images.</param>
/// <param name="Url">The original URL, or null if there is none.</param>
/// <param name="Folders">The folders that contain the source.</param>
/// <param name="CreatedBy">The user who added the source, or null if no user did.</param>
/// <param name="CreatedAt">When the source was added.</param>
/// <param name="UpdatedAt">When the source was last changed.</param>
internal sealed record KnowledgeSourceEntry(
    string Id,
    string Title,
    KnowledgeSourceType Type,
    KnowledgeSourceStatus Status,
    KnowledgeContentFormat? Format,
    string? Content,
    bool HasImages,
    string? Url,
    IReadOnlyList<KnowledgeFolder> Folders,
    User? CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    private const int CharactersOfToken = 4;

    /// <summary>The cover image reference, or an empty string.</summary>
    public string Cover { get; init; } = "";

    public IEnumerable<string?> FolderIds => Folders.Select(folder => folder.Id);

    public KnowledgeSource ToSource(bool withContent) => new()
    {
        Id = Id,
        Title = Title,
        SourceType = Type,
        Status = Status,
        ContentFormat = Format,
        TokenCount = Content is { } text ? (text.Length + CharactersOfToken - 1) / CharactersOfToken : null,
        HasImages = HasImages,
        ExternalUrl = Url,
        Summary = Content?.Substring(0, Content.IndexOf('.') + 1),
        Cover = Cover,
        Folders = [.. Folders.Select(KnowledgePageEntry.Reference)],
        CreatedBy = CreatedBy,
        CreatedAt = CreatedAt.LocalDateTime,
        UpdatedAt = UpdatedAt.LocalDateTime,
        ProcessedAt = Content is null ? null : UpdatedAt.LocalDateTime,
        Content = withContent ? Content : null,
    };
}
