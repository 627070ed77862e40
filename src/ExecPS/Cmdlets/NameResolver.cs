namespace ExecPS.Cmdlets;

/// <summary>Resolves names to IDs. The list of a kind is read once per connection, and once more before a name is reported as unmatched.</summary>
/// <param name="cache">Keeps the lists.</param>
/// <param name="read">Reads the list of a kind.</param>
internal sealed class NameResolver(CompletionCache cache, Func<EntityKind, IReadOnlyList<CachedEntity>> read)
{
    /// <summary>Resolves names, which can contain wildcards.</summary>
    /// <param name="kind">What the names identify.</param>
    /// <param name="names">The names.</param>
    /// <returns>The IDs of the items that match any of the names, and the names that nothing matches, with the existing names.</returns>
    public (string[] Ids, NamePattern[] Unmatched, IEnumerable<string> Existing) Resolve(EntityKind kind, string[] names)
    {
        var cached = cache.ListOf(kind);
        var items = cached ?? Read(kind);
        var patterns = Match(items, names, out var ids);
        if (cached is not null && Array.Exists(patterns, pattern => !pattern.HasMatched))
        {
            items = Read(kind);
            patterns = Match(items, names, out ids);
        }

        return (ids, Array.FindAll(patterns, pattern => !pattern.HasMatched), items.Select(item => item.Name!));
    }

    private static NamePattern[] Match(IReadOnlyList<CachedEntity> items, string[] names, out string[] ids)
    {
        var patterns = Array.ConvertAll(names, name => new NamePattern(name));
        ids = [.. items.Where(item => NamePattern.AnyMatches(patterns, item.Name)).Select(item => item.Id)];
        return patterns;
    }

    private IReadOnlyList<CachedEntity> Read(EntityKind kind)
    {
        IReadOnlyList<CachedEntity> items = [.. read(kind).Where(item => item.Name is not null)];
        cache.SetList(kind, items);
        return items;
    }
}
