namespace ExecPS.Client.Models;

/// <summary>The draft of a Knowledge Hub page.</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class KnowledgePageDraft : ExecObject
{
    /// <summary>The title of the draft.</summary>
    public string? Title { get; set; }

    /// <summary>The content of the draft, in Markdown. Null if there is none.</summary>
    public string? Content { get; set; }

    /// <summary>The title of the draft.</summary>
    public override string ToString() => Title ?? "";
}
