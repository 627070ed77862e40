namespace ExecPS.Client.Models;

/// <summary>A Knowledge Hub folder, as embedded in pages and sources.</summary>
public sealed class KnowledgeFolderRef
{
    /// <summary>The folder's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>The folder's name.</summary>
    public string? Name { get; set; }

    /// <summary>The emoji shown beside the name; null when there is none.</summary>
    public string? Emoji { get; set; }

    /// <summary>The folder's name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}
