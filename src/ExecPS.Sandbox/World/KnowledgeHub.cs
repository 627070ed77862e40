using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>What the company has written down: folders, pages and what they draw on. Each the newest first.</summary>
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

    public IReadOnlyList<KnowledgeFolder> Folders { get; }

    /// <summary>The pages, those that are archived among them.</summary>
    public IReadOnlyList<KnowledgePageEntry> Pages { get; }

    public IReadOnlyList<KnowledgeSourceEntry> Sources { get; }

    public KnowledgeFolder? Folder(string id) => _folders.TryGetValue(id, out var folder) ? folder : null;

    public KnowledgePageEntry? Page(string id) => _pages.TryGetValue(id, out var page) ? page : null;

    public KnowledgeSourceEntry? Source(string id) => _sources.TryGetValue(id, out var source) ? source : null;
}
