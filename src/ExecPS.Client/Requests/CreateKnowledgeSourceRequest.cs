namespace ExecPS.Client.Requests;

/// <summary>The body of <c>createKnowledgeHubSource</c>. A property that is null isn't sent.</summary>
public sealed record CreateKnowledgeSourceRequest
{
    /// <summary>The type of the source. The API accepts only <c>url</c>.</summary>
    public string Type { get; } = "url";

    /// <summary>The title of the source.</summary>
    public required string Title { get; init; }

    /// <summary>The address of the web page whose text is extracted. A workspace has one source per address.</summary>
    public required Uri Url { get; init; }

    /// <summary>A cover image, as the API identifies it.</summary>
    public string? Cover { get; init; }

    /// <summary>The IDs of the folders that contain the source.</summary>
    public IReadOnlyList<string>? FolderIds { get; init; }
}
