namespace ExecPS.Client.Models;

/// <summary>What a Knowledge Hub page would be if it were published now.</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class KnowledgePageDraft
{
    /// <summary>The draft's title.</summary>
    public string? Title { get; set; }

    /// <summary>The draft's text, in Markdown; null when there is none.</summary>
    public string? Content { get; set; }

    /// <summary>The draft's title.</summary>
    public override string ToString() => Title ?? "";
}
