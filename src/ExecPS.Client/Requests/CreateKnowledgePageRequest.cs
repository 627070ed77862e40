namespace ExecPS.Client.Requests;

/// <summary>The body of <c>createKnowledgeHubPage</c>. A property that is null isn't sent.</summary>
public sealed record CreateKnowledgePageRequest
{
    /// <summary>The title of the page.</summary>
    public required string Title { get; init; }

    /// <summary>The text of the page, in Markdown.</summary>
    public string? Content { get; init; }

    /// <summary>Draft or Published. The API's default is Draft.</summary>
    public KnowledgePageStatus? Status { get; init; }

    /// <summary>Private or Workspace. The API's default is Workspace.</summary>
    public Visibility? Visibility { get; init; }

    /// <summary>The IDs of the folders that contain the page.</summary>
    public IReadOnlyList<string>? FolderIds { get; init; }

    /// <summary>The IDs of the sources attached to the page.</summary>
    public IReadOnlyList<string>? SourceIds { get; init; }

    /// <summary>The IDs of the skills linked to the page.</summary>
    public IReadOnlyList<string>? SkillIds { get; init; }
}
