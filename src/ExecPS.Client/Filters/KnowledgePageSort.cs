namespace ExecPS.Client.Filters;

/// <summary>The sort orders of Knowledge Hub pages.</summary>
public enum KnowledgePageSort
{
    /// <summary><c>updated_at</c>: the time of the last change, latest first.</summary>
    UpdatedAt,

    /// <summary><c>created_at</c>: the creation time, newest first.</summary>
    CreatedAt,

    /// <summary><c>title</c>: the title, A to Z.</summary>
    Title,
}
