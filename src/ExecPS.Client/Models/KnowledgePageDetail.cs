namespace ExecPS.Client.Models;

/// <summary>A Knowledge Hub page with its text and sources, and with its draft where that was asked for (<c>getKnowledgeHubPage</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class KnowledgePageDetail : KnowledgePage
{
    /// <summary>The text of the published version, in Markdown; null when none was published.</summary>
    public string? Content { get; set; }

    /// <summary>The sources that are attached to the page.</summary>
    public ReadableList<KnowledgeSource>? Sources { get; set; }

    /// <summary>The draft; null when there is none, or it wasn't asked for.</summary>
    public KnowledgePageDraft? Draft { get; set; }
}
