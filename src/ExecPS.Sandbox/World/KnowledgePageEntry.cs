namespace ExecPS.Sandbox.World;

/// <summary>A page with its body, its versions, and the IDs of its sources.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Status">The status.</param>
/// <param name="Visibility">Who can see the page.</param>
/// <param name="Owner">The owner, or null if there is none.</param>
/// <param name="Folders">The folders that contain the page.</param>
/// <param name="Skills">The skills associated with the page.</param>
/// <param name="SourceIds">The IDs of the attached sources, including deleted ones.</param>
/// <param name="Versions">The versions, newest first. An unpublished draft is the newest version.</param>
/// <param name="Published">The published version, or null if there is none.</param>
/// <param name="Content">The published body, or null if there is none.</param>
/// <param name="Draft">The draft, or null if the newest version is published.</param>
/// <param name="UpdatedAt">When the page was last changed.</param>
internal sealed record KnowledgePageEntry(
    string Id,
    KnowledgePageStatus Status,
    Visibility Visibility,
    User? Owner,
    IReadOnlyList<KnowledgeFolder> Folders,
    IReadOnlyList<Skill> Skills,
    IReadOnlyList<string> SourceIds,
    IReadOnlyList<KnowledgePageVersion> Versions,
    KnowledgePageVersion? Published,
    string? Content,
    KnowledgePageDraft? Draft,
    DateTimeOffset UpdatedAt)
{
    /// <summary>When the page was last published, in local time, or null if it isn't published.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>The published title, or the draft's title if the page isn't published.</summary>
    public string Title => (Published ?? Versions[0]).Title!;

    public DateTime CreatedAt => Versions[Versions.Count - 1].CreatedAt!.Value;

    public IEnumerable<string?> FolderIds => Folders.Select(folder => folder.Id);

    public IEnumerable<string?> SkillIds => Skills.Select(skill => skill.Id);

    public static KnowledgeFolderRef Reference(KnowledgeFolder folder) => new() { Id = folder.Id, Name = folder.Name, Emoji = folder.Emoji };

    /// <summary>Adds a version, which is the draft until it is published.</summary>
    public KnowledgePageEntry AddDraft(string title, string? content, KnowledgePageChangeType change, User author, DateTimeOffset now) => this with
    {
        Versions =
        [
            new()
            {
                PageId = Id,
                Version = Versions.Count + 1,
                Title = title,
                ChangeType = change,
                CreatedBy = author,
                CreatedAt = now.LocalDateTime,
                UpdatedAt = now.LocalDateTime,
            },
            .. Versions,
        ],
        Draft = new() { Title = title, Content = content },
        UpdatedAt = now,
    };

    /// <summary>Renames the newest version and the published version, without adding a version.</summary>
    public KnowledgePageEntry Rename(string title, DateTimeOffset now)
    {
        KnowledgePageVersion Renamed(KnowledgePageVersion version) => new()
        {
            PageId = Id,
            Version = version.Version,
            Title = title,
            ChangeType = version.ChangeType,
            CreatedBy = version.CreatedBy,
            CreatedAt = version.CreatedAt,
            UpdatedAt = now.LocalDateTime,
        };
        KnowledgePageVersion[] versions = [.. Versions.Select((version, place) => place == 0 || version == Published ? Renamed(version) : version)];
        return this with
        {
            Versions = versions,
            Published = Published is null ? null : Array.Find(versions, version => version.Version == Published.Version),
            Draft = Draft is null ? null : new() { Title = title, Content = Draft.Content },
            UpdatedAt = now,
        };
    }

    /// <summary>Publishes the draft. Has no effect on a page without a draft.</summary>
    public KnowledgePageEntry Publish(DateTimeOffset now) => Draft is null ? this : this with
    {
        Status = KnowledgePageStatus.Published,
        Published = Versions[0],
        PublishedAt = now.LocalDateTime,
        Content = Draft.Content ?? "",
        Draft = null,
        UpdatedAt = now,
    };

    /// <summary>Makes the newest version a draft again. Has no effect on a page that isn't published.</summary>
    public KnowledgePageEntry Unpublish(DateTimeOffset now) => Published is null ? this : this with
    {
        Status = KnowledgePageStatus.Draft,
        Published = null,
        PublishedAt = null,
        Content = null,
        Draft = Draft ?? new() { Title = Title, Content = Content },
        UpdatedAt = now,
    };

    public KnowledgePage ToPage(KnowledgeHub hub) => Fill(new KnowledgePage(), hub.SourcesOf(this).Count());

    public KnowledgePageDetail ToDetail(KnowledgeHub hub, bool withDraft)
    {
        var detail = new KnowledgePageDetail
        {
            Content = Content,
            Sources = [.. hub.SourcesOf(this).Select(source => source.ToSource(withContent: false))],
            Draft = withDraft ? Draft : null,
        };
        Fill(detail, detail.Sources.Count);
        return detail;
    }

    private KnowledgePage Fill(KnowledgePage page, int sourceCount)
    {
        page.Id = Id;
        page.Title = Title;
        page.Status = Status;
        page.Visibility = Visibility;
        page.Owner = Owner;
        page.Folders = [.. Folders.Select(Reference)];
        page.Skills = [.. Skills.Select(skill => new KnowledgeSkillRef { Id = skill.Id, Name = skill.Name })];
        page.SourceCount = sourceCount;
        page.Version = Published?.Version;
        page.Cover = "";
        page.PublishedAt = PublishedAt;
        page.CreatedAt = CreatedAt;
        page.UpdatedAt = UpdatedAt.LocalDateTime;
        return page;
    }
}
