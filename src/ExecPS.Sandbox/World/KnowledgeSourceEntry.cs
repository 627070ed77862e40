using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>A source with its text.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Title">The title.</param>
/// <param name="Type">Where it came from.</param>
/// <param name="Status">How far its text was extracted.</param>
/// <param name="Format">The text's format; null as long as there is none.</param>
/// <param name="Content">The text; null as long as there is none.</param>
/// <param name="HasImages">Whether it has images.</param>
/// <param name="Url">Its own address; null when it has none.</param>
/// <param name="Folders">The folders that it is in.</param>
/// <param name="CreatedBy">Who added it; null when nobody did.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
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
        Cover = "",
        Folders = [.. Folders.Select(KnowledgePageEntry.Reference)],
        CreatedBy = CreatedBy,
        CreatedAt = CreatedAt.LocalDateTime,
        UpdatedAt = UpdatedAt.LocalDateTime,
        ProcessedAt = Content is null ? null : UpdatedAt.LocalDateTime,
        Content = withContent ? Content : null,
    };
}
