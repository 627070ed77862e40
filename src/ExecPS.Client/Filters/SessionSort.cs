namespace ExecPS.Client.Filters;

/// <summary>The sort orders of sessions.</summary>
public enum SessionSort
{
    /// <summary><c>created_at</c>: the creation time.</summary>
    CreatedAt,

    /// <summary><c>score</c>: the score.</summary>
    Score,

    /// <summary><c>duration</c>: the duration.</summary>
    Duration,
}
