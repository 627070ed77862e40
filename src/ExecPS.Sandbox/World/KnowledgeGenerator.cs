namespace ExecPS.Sandbox.World;

/// <summary>Generates the Knowledge Hub.</summary>
internal sealed class KnowledgeGenerator
{
    /// <summary>Pages and sources are created by the first members. Every workspace has this many.</summary>
    private const int Authors = 25;

    /// <summary>The age of the oldest page. All members joined earlier.</summary>
    private const int OldestPageDays = 310;

    private readonly SampleWorkspace _sample;
    private readonly DateTimeOffset _today;
    private readonly SeededRandom _random;
    private readonly IdSource _ids;
    private readonly KnowledgeFolder[] _folders;
    private readonly KnowledgeSourceEntry[] _sources;
    private readonly KnowledgePageEntry[] _pages;

    public KnowledgeGenerator(SampleWorkspace sample, DateTimeOffset today, int seed)
    {
        (_sample, _today, _random) = (sample, today, SeededRandom.For(seed, "knowledge"));
        _ids = new(_random);
        _folders = [.. KnowledgeLibrary.Folders.Select(folder => Folder(folder.Name, folder.Emoji, folder.Visibility))];
        _sources = [.. KnowledgeLibrary.Sources.SelectMany(group => group.Titles.Select((title, place) => Source(group.Type, title, place)))];
        _pages = [.. KnowledgeLibrary.Pages.Select(page => Page(page.Title, page.Folders, page.Skills, page.Status))];
        for (var place = 0; place < _folders.Length; place++)
            _folders[place].Parent = KnowledgeLibrary.Folders[place].Parent is var parent && parent >= 0 ? _folders[parent].Id : null;
    }

    public KnowledgeHub Generate() => new(_folders, _pages, _sources);

    private KnowledgeFolder Folder(string name, string? emoji, Visibility visibility)
    {
        var daysAgo = _random.Between(OldestPageDays + 10, 880);
        var created = At(daysAgo);
        return new()
        {
            Id = _ids.Next(),
            Name = name,
            Emoji = emoji,
            Visibility = visibility,
            CreatedAt = created.LocalDateTime,
            UpdatedAt = created.AddDays(_random.Below(daysAgo)).LocalDateTime,
        };
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

        // Sources that aren't extracted yet were added recently.
        var created = status is KnowledgeSourceStatus.Pending or KnowledgeSourceStatus.Processing
            ? _today.AddSeconds(-_random.Between(60, 3600))
            : At(_random.Between(2, OldestPageDays));
        return new(
            _ids.Next(),
            title,
            type,
            status,
            isReady ? format : null,
            isReady ? KnowledgeLibrary.Text(_random, paragraphs: _random.Between(2, 5)) : null,
            format == KnowledgeContentFormat.Image || (isReady && _random.Percent(30)),
            type is KnowledgeSourceType.Upload or KnowledgeSourceType.Page or KnowledgeSourceType.Integration
                ? null
                : $"https://{type.ToString().ToLowerInvariant()}.example/{Slug.From(title)}",
            type == KnowledgeSourceType.Upload ? [_folders[KnowledgeLibrary.Attachments]] : _random.Percent(60) ? [_folders[_random.Below(KnowledgeLibrary.Attachments)]] : [],
            type == KnowledgeSourceType.Integration ? null : Author(),
            created,
            status == KnowledgeSourceStatus.Pending ? created : created.AddSeconds(_random.Between(5, 50)));
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
        var isPending = status == KnowledgePageStatus.Published && versions.Length > 1 && _random.Percent(35);
        var published = status == KnowledgePageStatus.Draft ? null : versions[isPending ? 1 : 0];
        var body = Body(title);
        var draft = published is null ? body : body + "\n\n" + KnowledgeLibrary.Text(_random, paragraphs: 1);
        var changed = versions[0].UpdatedAt!.Value.ToUniversalTime();
        return new(
            id,
            status,
            folders.Length == 0 ? Visibility.Private : _folders[folders[0]].Visibility!.Value,
            owner,
            [.. folders.Select(folder => _folders[folder])],
            [.. skills.Select(skill => _sample.Skills[skill])],
            [.. _random.Some(_sources, _random.Below(4)).Select(source => source.Id)],
            versions,
            published,
            published is null ? null : body,
            published is null || isPending ? new() { Title = versions[0].Title, Content = draft } : null,
            status == KnowledgePageStatus.Archived ? Between(changed, _today) : changed) { PublishedAt = published?.CreatedAt };
    }

    /// <summary>The versions of a page, newest first.</summary>
    private KnowledgePageVersion[] Versions(string page, string title, User? owner)
    {
        var versions = new KnowledgePageVersion[_random.Between(1, 6)];
        var time = At(_random.Between(5, OldestPageDays));
        for (var number = 1; number <= versions.Length; number++)
        {
            var change = ChangeOf(number);
            versions[versions.Length - number] = new()
            {
                PageId = page,
                Version = number,

                // The title can change in the second version.
                Title = number == 1 && versions.Length > 1 && _random.Percent(30) ? title + " (Notes)" : title,
                ChangeType = change,
                CreatedBy = change == KnowledgePageChangeType.AiGeneration ? null : owner ?? Author(),
                CreatedAt = time.LocalDateTime,
                UpdatedAt = time.AddMinutes(_random.Below(40)).LocalDateTime,
            };
            time = Between(time.AddHours(1), _today.AddHours(-1));
        }

        return versions;
    }

    private KnowledgePageChangeType ChangeOf(int version) => _random.Below(10) switch
    {
        0 when version == 1 => KnowledgePageChangeType.Clone,
        _ when version == 1 => KnowledgePageChangeType.Created,
        < 6 => KnowledgePageChangeType.ManualEdit,
        < 9 => KnowledgePageChangeType.AiGeneration,
        _ => KnowledgePageChangeType.Restore,
    };

    private string Body(string title)
    {
        var said = _random.OneOf(ConversationLibrary.Of((ConversationStyle)_random.Below(4)));
        return $"## {title}\n\n{KnowledgeLibrary.Text(_random, paragraphs: 2)}\n\n{string.Join("\n", _random.Some(KnowledgeLibrary.Sentences, 3).Select(sentence => "- " + sentence))}\n\n### An Example\n\n> {said.Line}\n\n{said.Strong}";
    }

    private User Author() => _sample.Employees[_random.Below(Authors)].User;

    private DateTimeOffset At(int daysAgo) =>
        _today.AddDays(-daysAgo).AddHours(_random.Between(7, 17)).AddMinutes(_random.Below(60));

    private DateTimeOffset Between(DateTimeOffset from, DateTimeOffset to) =>
        from.AddSeconds(_random.Below((int)(to - from).TotalSeconds));
}
