using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>Writes the Knowledge Hub.</summary>
internal sealed class KnowledgeMaker
{
    /// <summary>Those who write are among so many, in every workspace.</summary>
    private const int Authors = 25;

    /// <summary>Everybody is there longer than the oldest page.</summary>
    private const int OldestPageDays = 310;

    private readonly SandboxWorkspace _world;
    private readonly DateTimeOffset _today;
    private readonly Numbers _numbers;
    private readonly IdSource _ids;
    private readonly KnowledgeFolder[] _folders;
    private readonly KnowledgeSourceEntry[] _sources;
    private readonly KnowledgePageEntry[] _pages;

    public KnowledgeMaker(SandboxWorkspace world, DateTimeOffset today, int seed)
    {
        (_world, _today, _numbers) = (world, today, Numbers.For(seed, "knowledge"));
        _ids = new(_numbers);
        _folders = [.. KnowledgeLibrary.Folders.Select(folder => Folder(folder.Name, folder.Emoji, folder.Visibility))];
        _sources = [.. KnowledgeLibrary.Sources.SelectMany(group => group.Titles.Select((title, place) => Source(group.Type, title, place)))];
        _pages = [.. KnowledgeLibrary.Pages.Select(page => Page(page.Title, page.Folders, page.Skills, page.Status))];
        Count();
    }

    public KnowledgeHub Make() => new(_folders, _pages, _sources);

    private KnowledgeFolder Folder(string name, string? emoji, Visibility visibility)
    {
        var daysAgo = _numbers.Between(OldestPageDays + 10, 880);
        var created = At(daysAgo);
        return new()
        {
            Id = _ids.Next(),
            Name = name,
            Emoji = emoji,
            Visibility = visibility,
            CreatedAt = created.LocalDateTime,
            UpdatedAt = created.AddDays(_numbers.Below(daysAgo)).LocalDateTime,
        };
    }

    /// <summary>Says of the folders where they are and what is in them.</summary>
    private void Count()
    {
        for (var place = 0; place < _folders.Length; place++)
        {
            var folder = _folders[place];
            folder.Parent = KnowledgeLibrary.Folders[place].Parent is var parent && parent >= 0 ? _folders[parent].Id : null;
            folder.SubfolderCount = KnowledgeLibrary.Folders.Count(other => other.Parent == place);
            folder.ItemCount = _pages.Count(page => page.Status != KnowledgePageStatus.Archived && page.Folders.Contains(folder));
        }
    }

    private KnowledgeSourceEntry Source(KnowledgeSourceType type, string title, int place)
    {
        var status = place switch
        {
            < 3 => KnowledgeSourceStatus.Ready,
            3 => KnowledgeSourceStatus.Pending,
            4 => KnowledgeSourceStatus.Processing,
            _ => KnowledgeSourceStatus.Failed,
        };
        var isReady = status == KnowledgeSourceStatus.Ready;
        var format = FormatOf(type, title);

        // What is still at work was added last night.
        var created = status is KnowledgeSourceStatus.Pending or KnowledgeSourceStatus.Processing
            ? _today.AddSeconds(-_numbers.Between(60, 3600))
            : At(_numbers.Between(2, OldestPageDays));
        return new(
            _ids.Next(),
            title,
            type,
            status,
            isReady ? format : null,
            isReady ? Text(paragraphs: _numbers.Between(2, 5)) : null,
            format == KnowledgeContentFormat.Image || (isReady && _numbers.Percent(30)),
            type is KnowledgeSourceType.Upload or KnowledgeSourceType.Page or KnowledgeSourceType.Integration
                ? null
                : $"https://{type.ToString().ToLowerInvariant()}.example/{Slug.From(title)}",
            type == KnowledgeSourceType.Upload ? [_folders[KnowledgeLibrary.Attachments]] : _numbers.Percent(60) ? [_folders[_numbers.Below(KnowledgeLibrary.Attachments)]] : [],
            type == KnowledgeSourceType.Integration ? null : Author(),
            created,
            status == KnowledgeSourceStatus.Pending ? created : created.AddSeconds(_numbers.Between(5, 50)));
    }

    private static KnowledgeContentFormat FormatOf(KnowledgeSourceType type, string title) => (type, Path.GetExtension(title)) switch
    {
        (KnowledgeSourceType.Upload, ".png") => KnowledgeContentFormat.Image,
        (KnowledgeSourceType.Upload, ".mp4") => KnowledgeContentFormat.Video,
        (KnowledgeSourceType.Notion or KnowledgeSourceType.Page or KnowledgeSourceType.Guru, _) => KnowledgeContentFormat.Markdown,
        _ => KnowledgeContentFormat.PlainText,
    };

    private KnowledgePageEntry Page(string title, int[] folders, int[] skills, KnowledgePageStatus status)
    {
        var id = _ids.Next();
        var owner = folders.Length == 0 ? null : Author();
        var versions = Versions(id, title, owner);
        var isPending = status == KnowledgePageStatus.Published && versions.Length > 1 && _numbers.Percent(35);
        var published = status == KnowledgePageStatus.Draft ? null : versions[isPending ? 1 : 0];
        var body = Body(title);
        var draft = published is null ? body : body + "\n\n" + Text(paragraphs: 1);
        var changed = versions[0].UpdatedAt!.Value.ToUniversalTime();
        return new(
            id,
            status,
            folders.Length == 0 ? Visibility.Private : _folders[folders[0]].Visibility!.Value,
            owner,
            [.. folders.Select(folder => _folders[folder])],
            [.. skills.Select(skill => _world.Skills[skill])],
            Some(_sources, _numbers.Below(4)),
            versions,
            published,
            published is null ? null : body,
            published is null || isPending ? new() { Title = versions[0].Title, Content = draft } : null,
            status == KnowledgePageStatus.Archived ? Between(changed, _today) : changed);
    }

    /// <summary>A page's history, the newest version first.</summary>
    private KnowledgePageVersion[] Versions(string page, string title, User? owner)
    {
        var versions = new KnowledgePageVersion[_numbers.Between(1, 6)];
        var time = At(_numbers.Between(5, OldestPageDays));
        for (var number = 1; number <= versions.Length; number++)
        {
            var change = ChangeOf(number);
            versions[versions.Length - number] = new()
            {
                PageId = page,
                Version = number,

                // Titles get their final form in the second version.
                Title = number == 1 && versions.Length > 1 && _numbers.Percent(30) ? title + " (Notes)" : title,
                ChangeType = change,
                CreatedBy = change == KnowledgePageChangeType.AiGeneration ? null : owner ?? Author(),
                CreatedAt = time.LocalDateTime,
                UpdatedAt = time.AddMinutes(_numbers.Below(40)).LocalDateTime,
            };
            time = Between(time.AddHours(1), _today.AddHours(-1));
        }

        return versions;
    }

    private KnowledgePageChangeType ChangeOf(int version) => _numbers.Below(10) switch
    {
        0 when version == 1 => KnowledgePageChangeType.Clone,
        _ when version == 1 => KnowledgePageChangeType.Created,
        < 6 => KnowledgePageChangeType.ManualEdit,
        < 9 => KnowledgePageChangeType.AiGeneration,
        _ => KnowledgePageChangeType.Restore,
    };

    private string Body(string title)
    {
        var said = _numbers.OneOf(ConversationLibrary.Of((ConversationStyle)_numbers.Below(4)));
        return $"## {title}\n\n{Text(paragraphs: 2)}\n\n{string.Join("\n", Some(KnowledgeLibrary.Sentences, 3).Select(sentence => "- " + sentence))}\n\n### An Example\n\n> {said.Line}\n\n{said.Strong}";
    }

    private string Text(int paragraphs) =>
        string.Join("\n\n", Enumerable.Range(0, paragraphs).Select(_ => string.Join(" ", Some(KnowledgeLibrary.Sentences, _numbers.Between(2, 4)))));

    /// <summary>So many of them, each once, from a place of chance.</summary>
    private T[] Some<T>(IReadOnlyList<T> all, int count)
    {
        var first = _numbers.Below(all.Count);
        return [.. Enumerable.Range(0, count).Select(step => all[(first + (step * 5)) % all.Count])];
    }

    private User Author() => _world.Employees[_numbers.Below(Authors)].User;

    private DateTimeOffset At(int daysAgo) =>
        _today.AddDays(-daysAgo).AddHours(_numbers.Between(7, 17)).AddMinutes(_numbers.Below(60));

    private DateTimeOffset Between(DateTimeOffset from, DateTimeOffset to) =>
        from.AddSeconds(_numbers.Below((int)(to - from).TotalSeconds));
}
