namespace ExecPS.Client.Filters;

/// <summary>What sessions are sorted by.</summary>
public enum SessionSort
{
    /// <summary><c>created_at</c>: when they were created.</summary>
    CreatedAt,

    /// <summary><c>score</c>: the score.</summary>
    Score,

    /// <summary><c>duration</c>: how long they took.</summary>
    Duration,
}
