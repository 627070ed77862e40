namespace ExecPS.Sandbox.World;

/// <summary>An immutable snapshot of the Knowledge Hub: folders, pages, and sources, each newest first.</summary>
internal sealed class KnowledgeHub
{
    private readonly Dictionary<string, KnowledgeFolder> _folders;
    private readonly Dictionary<string, KnowledgePageEntry> _pages;
    private readonly Dictionary<string, KnowledgeSourceEntry> _sources;

    public KnowledgeHub(IEnumerable<KnowledgeFolder> folders, IEnumerable<KnowledgePageEntry> pages, IEnumerable<KnowledgeSourceEntry> sources)
    {
        Folders = [.. folders.OrderByDescending(folder => folder.CreatedAt!.Value.ToUniversalTime())];
        Pages = [.. pages.OrderByDescending(page => page.CreatedAt.ToUniversalTime())];
        Sources = [.. sources.OrderByDescending(source => source.CreatedAt)];
        _folders = Folders.ToDictionary(folder => folder.Id!, StringComparer.Ordinal);
        _pages = Pages.ToDictionary(page => page.Id, StringComparer.Ordinal);
        _sources = Sources.ToDictionary(source => source.Id, StringComparer.Ordinal);
    }

    /// <summary>The folders, without their counts.</summary>
    public IReadOnlyList<KnowledgeFolder> Folders { get; }

    /// <summary>The pages with archived ones.</summary>
    public IReadOnlyList<KnowledgePageEntry> Pages { get; }

    public IReadOnlyList<KnowledgeSourceEntry> Sources { get; }

    public KnowledgeFolder? Folder(string id) => _folders.TryGetValue(id, out var folder) ? folder : null;

    public KnowledgePageEntry? Page(string id) => _pages.TryGetValue(id, out var page) ? page : null;

    public KnowledgeSourceEntry? Source(string id) => _sources.TryGetValue(id, out var source) ? source : null;

    /// <summary>The sources attached to a page that haven't been deleted.</summary>
    public IEnumerable<KnowledgeSourceEntry> SourcesOf(KnowledgePageEntry page) => page.SourceIds.Select(Source).OfType<KnowledgeSourceEntry>();

    /// <summary>Adds a page, or replaces the one that has the same ID.</summary>
    public KnowledgeHub Put(KnowledgePageEntry page) =>
        new(Folders, _pages.ContainsKey(page.Id) ? Pages.Select(other => other.Id == page.Id ? page : other) : Pages.Prepend(page), Sources);

    /// <summary>Adds a source, or replaces the one that has the same ID.</summary>
    public KnowledgeHub Put(KnowledgeSourceEntry source) =>
        new(Folders, Pages, _sources.ContainsKey(source.Id) ? Sources.Select(other => other.Id == source.Id ? source : other) : Sources.Prepend(source));

    public KnowledgeHub RemoveSource(string id) => new(Folders, Pages, Sources.Where(source => source.Id != id));

    /// <summary>A folder with the numbers of its pages and subfolders.</summary>
    public KnowledgeFolder WithCounts(KnowledgeFolder folder) => new()
    {
        Id = folder.Id,
        Name = folder.Name,
        Emoji = folder.Emoji,
        Parent = folder.Parent,
        Visibility = folder.Visibility,
        ItemCount = Pages.Count(page => page.Status != KnowledgePageStatus.Archived && page.Folders.Contains(folder)),
        SubfolderCount = Folders.Count(other => other.Parent == folder.Id),
        CreatedAt = folder.CreatedAt,
        UpdatedAt = folder.UpdatedAt,
    };
}
