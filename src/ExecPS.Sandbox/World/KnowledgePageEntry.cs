using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>A page with its body, its history and what it draws on.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Status">Whether it is published.</param>
/// <param name="Visibility">Who may see it.</param>
/// <param name="Owner">Who owns it; null when nobody does.</param>
/// <param name="Folders">The folders that it is in.</param>
/// <param name="Skills">What it helps with.</param>
/// <param name="Sources">What it draws on.</param>
/// <param name="Versions">Its history, the newest first.</param>
/// <param name="Published">The version that is published; null when none ever was.</param>
/// <param name="Content">The published body; null when none ever was.</param>
/// <param name="Draft">What isn't published yet; null when all is.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
internal sealed record KnowledgePageEntry(
    string Id,
    KnowledgePageStatus Status,
    Visibility Visibility,
    User? Owner,
    IReadOnlyList<KnowledgeFolder> Folders,
    IReadOnlyList<Skill> Skills,
    IReadOnlyList<KnowledgeSourceEntry> Sources,
    IReadOnlyList<KnowledgePageVersion> Versions,
    KnowledgePageVersion? Published,
    string? Content,
    KnowledgePageDraft? Draft,
    DateTimeOffset UpdatedAt)
{
    /// <summary>The published title, or that of the draft where nothing was published.</summary>
    public string Title => (Published ?? Versions[0]).Title!;

    public DateTime CreatedAt => Versions[Versions.Count - 1].CreatedAt!.Value;

    public IEnumerable<string?> FolderIds => Folders.Select(folder => folder.Id);

    public IEnumerable<string?> SkillIds => Skills.Select(skill => skill.Id);

    public static KnowledgeFolderRef Reference(KnowledgeFolder folder) => new() { Id = folder.Id, Name = folder.Name, Emoji = folder.Emoji };

    public KnowledgePage ToPage() => Fill(new KnowledgePage());

    public KnowledgePageDetail ToDetail(bool withDraft)
    {
        var detail = new KnowledgePageDetail
        {
            Content = Content,
            Sources = [.. Sources.Select(source => source.ToSource(withContent: false))],
            Draft = withDraft ? Draft : null,
        };
        Fill(detail);
        return detail;
    }

    private KnowledgePage Fill(KnowledgePage page)
    {
        page.Id = Id;
        page.Title = Title;
        page.Status = Status;
        page.Visibility = Visibility;
        page.Owner = Owner;
        page.Folders = [.. Folders.Select(Reference)];
        page.Skills = [.. Skills.Select(skill => new KnowledgeSkillRef { Id = skill.Id, Name = skill.Name })];
        page.SourceCount = Sources.Count;
        page.Version = Published?.Version;
        page.Cover = "";
        page.PublishedAt = Published?.CreatedAt;
        page.CreatedAt = CreatedAt;
        page.UpdatedAt = UpdatedAt.LocalDateTime;
        return page;
    }
}
