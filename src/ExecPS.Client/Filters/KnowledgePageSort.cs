namespace ExecPS.Client.Filters;

/// <summary>What Knowledge Hub pages are sorted by.</summary>
public enum KnowledgePageSort
{
    /// <summary><c>updated_at</c>: the last change, the latest first.</summary>
    UpdatedAt,

    /// <summary><c>created_at</c>: when they were created, the newest first.</summary>
    CreatedAt,

    /// <summary><c>title</c>: the title, from A to Z.</summary>
    Title,
}
