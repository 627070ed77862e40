using System.ComponentModel;

namespace ExecPS.Client.Filters;

/// <summary>What Knowledge Hub pages are sorted by.</summary>
public enum KnowledgePageSort
{
    /// <summary><c>updated_at</c></summary>
    [Description("The last change, the latest first.")]
    UpdatedAt,

    /// <summary><c>created_at</c></summary>
    [Description("When they were created, the newest first.")]
    CreatedAt,

    /// <summary><c>title</c></summary>
    [Description("The title, from A to Z.")]
    Title,
}
