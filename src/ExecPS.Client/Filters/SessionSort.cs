using System.ComponentModel;

namespace ExecPS.Client.Filters;

/// <summary>What sessions are sorted by.</summary>
public enum SessionSort
{
    /// <summary><c>created_at</c></summary>
    [Description("When they were created.")]
    CreatedAt,

    /// <summary><c>score</c></summary>
    [Description("The score.")]
    Score,

    /// <summary><c>duration</c></summary>
    [Description("How long they took.")]
    Duration,
}
