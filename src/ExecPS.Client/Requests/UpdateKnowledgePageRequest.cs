namespace ExecPS.Client.Requests;

/// <summary>The body of <c>updateKnowledgeHubPage</c>. A property that is null isn't sent and stays as it is; an empty list clears the field.</summary>
public sealed record UpdateKnowledgePageRequest
{
    /// <summary>The title of the page.</summary>
    public string? Title { get; init; }

    /// <summary>The text of the page, in Markdown. A new text creates a draft.</summary>
    public string? Content { get; init; }

    /// <summary>Published to publish the draft, or Draft.</summary>
    public KnowledgePageStatus? Status { get; init; }

    /// <summary>The IDs of the folders that contain the page.</summary>
    public IReadOnlyList<string>? FolderIds { get; init; }

    /// <summary>The IDs of the sources attached to the page.</summary>
    public IReadOnlyList<string>? SourceIds { get; init; }

    /// <summary>The IDs of the skills linked to the page.</summary>
    public IReadOnlyList<string>? SkillIds { get; init; }
}
