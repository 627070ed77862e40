using ExecPS.Client.Filters;
using ExecPS.Client.Paging;

namespace ExecPS.Export;

/// <summary>The resources in the order in which they are exported: short lists first, and the one that a later run can continue last.</summary>
internal static class ExportDefinitions
{
    private static readonly string[] s_id = ["Id"];

    public static IReadOnlyList<ExportDefinition> All { get; } =
    [
        List(ExportResource.Member, "members", new ColumnList<Member>()
            .Text("Id", row => row.Id).Text("UserId", row => row.UserId).Text("Name", row => row.Name).Text("Email", row => row.Email)
            .Text("FirstName", row => row.FirstName).Text("LastName", row => row.LastName).Name("Role", row => row.Role).Time("CreatedAt", row => row.CreatedAt),
            reading => reading.Client.ListMembers()),

        List(ExportResource.Group, "groups", new ColumnList<Group>()
            .Text("Id", row => row.Id).Text("GroupId", row => row.GroupId).Text("Name", row => row.Name).Time("CreatedAt", row => row.CreatedAt),
            reading => reading.Client.ListGroups()),

        List(ExportResource.Collection, "collections", new ColumnList<Collection>()
            .Text("Id", row => row.Id).Text("CollectionId", row => row.CollectionId).Text("Name", row => row.Name).Text("Slug", row => row.Slug)
            .Time("CreatedAt", row => row.CreatedAt).Number("ScenarioCount", row => row.ScenarioCount).Text("Description", row => row.Description),
            reading => reading.Client.ListCollections()),

        List(ExportResource.Skill, "skills", new ColumnList<Skill>()
            .Text("Id", row => row.Id).Text("SkillId", row => row.SkillId).Text("Name", row => row.Name).Text("Slug", row => row.Slug).Time("CreatedAt", row => row.CreatedAt)
            .Number("ParticipantCount", row => row.ParticipantCount).Number("ScoredParticipantCount", row => row.ScoredParticipantCount)
            .Number("PctProficientPlus", row => row.PctProficientPlus).Number("AvgScore", row => row.AvgScore).Text("Description", row => row.Description),
            reading => reading.Client.ListSkills(includeProficiency: true)),

        List(ExportResource.Scenario, "scenarios", new ColumnList<Scenario>()
            .Text("Id", row => row.Id).Text("ScenarioId", row => row.ScenarioId).Text("Name", row => row.Name)
            .Text("OwnerName", row => row.OwnerName).Text("OwnerEmail", row => row.OwnerEmail).List("SkillNames", row => row.Skills)
            .Text("Slug", row => row.Slug).Text("Url", row => row.Url).Text("Language", row => row.Language).Name("Difficulty", row => row.Difficulty)
            .Name("Visibility", row => row.Visibility).Time("CreatedAt", row => row.CreatedAt).Time("UpdatedAt", row => row.UpdatedAt)
            .Text("Description", row => row.Description).Text("Context", row => row.Context).Text("Objective", row => row.Objective),
            reading => reading.Client.ListScenarios(new ScenarioFilter { IncludeSkills = true })),

        List(ExportResource.KnowledgeFolder, "knowledge-folders", new ColumnList<KnowledgeFolder>()
            .Text("Id", row => row.Id).Text("FolderId", row => row.FolderId).Text("Name", row => row.Name).Text("Emoji", row => row.Emoji)
            .Text("Parent", row => row.Parent).Name("Visibility", row => row.Visibility).Time("CreatedAt", row => row.CreatedAt)
            .Time("UpdatedAt", row => row.UpdatedAt).Number("ItemCount", row => row.ItemCount).Number("SubfolderCount", row => row.SubfolderCount),
            reading => reading.Client.ListKnowledgeFolders()),

        List(ExportResource.KnowledgeSource, "knowledge-sources", new ColumnList<KnowledgeSource>()
            .Text("Id", row => row.Id).Text("SourceId", row => row.SourceId).Text("Title", row => row.Title)
            .Text("CreatedByName", row => row.CreatedByName).Text("CreatedByEmail", row => row.CreatedByEmail).List("FolderNames", row => row.Folders)
            .Text("ExternalUrl", row => row.ExternalUrl).Text("Cover", row => row.Cover).Name("SourceType", row => row.SourceType).Name("Status", row => row.Status)
            .Name("ContentFormat", row => row.ContentFormat).Boolean("HasImages", row => row.HasImages).Time("CreatedAt", row => row.CreatedAt)
            .Time("UpdatedAt", row => row.UpdatedAt).Time("ProcessedAt", row => row.ProcessedAt).Number("TokenCount", row => row.TokenCount).Text("Summary", row => row.Summary),
            reading => reading.Client.ListKnowledgeSources()),

        new TimedDefinition<KnowledgePage>(ExportResource.KnowledgePage, "knowledge-pages", new ColumnList<KnowledgePage>()
            .Text("Id", row => row.Id).Text("PageId", row => row.PageId).Text("Title", row => row.Title).Text("OwnerName", row => row.OwnerName)
            .Text("OwnerEmail", row => row.OwnerEmail).List("FolderNames", row => row.Folders).List("SkillNames", row => row.Skills).Text("Cover", row => row.Cover)
            .Name("Status", row => row.Status).Name("Visibility", row => row.Visibility).Time("PublishedAt", row => row.PublishedAt).Time("CreatedAt", row => row.CreatedAt)
            .Time("UpdatedAt", row => row.UpdatedAt).Number("Version", row => row.Version).Number("SourceCount", row => row.SourceCount),
            s_id, "CreatedAt", "UpdatedAt", row => row.UpdatedAt,
            (client, from, upTo) => client.ListKnowledgePages(new KnowledgePageFilter { UpdatedAfter = from, UpdatedBefore = upTo, SortBy = KnowledgePageSort.UpdatedAt }),
            (client, from, upTo) => client.ListKnowledgePages(new KnowledgePageFilter { UpdatedAfter = from, UpdatedBefore = upTo, SortBy = KnowledgePageSort.UpdatedAt, Statuses = [KnowledgePageStatus.Archived] })),

        List(ExportResource.Assignment, "assignments", new ColumnList<Assignment>()
            .Text("Id", row => row.Id).Text("UserId", row => row.UserId).Text("UserName", row => row.UserName).Text("UserEmail", row => row.UserEmail)
            .Text("ScenarioId", row => row.ScenarioId).Text("ScenarioName", row => row.ScenarioName).Text("ProgramId", row => row.ProgramId).Text("ProgramName", row => row.ProgramName)
            .Name("Status", row => row.Status).Name("BestRank", row => row.BestRank).Name("RankMin", row => row.RankMin).Time("DueDate", row => row.DueDate)
            .Time("CreatedAt", row => row.CreatedAt).Number("BestScore", row => row.BestScore).Number("AttemptCount", row => row.AttemptCount)
            .Number("AttemptMin", row => row.AttemptMin).Number("AttemptMax", row => row.AttemptMax).Number("AttemptsLeft", row => row.AttemptsLeft),
            reading => reading.Client.ListAssignments()),

        Pairs(ExportResource.GroupMember, "group-members", new ColumnList<GroupMember>()
            .Text("GroupId", row => row.GroupId).Text("GroupName", row => row.GroupName).Text("UserId", row => row.UserId).Text("UserName", row => row.UserName)
            .Text("UserEmail", row => row.UserEmail).Text("FirstName", row => row.FirstName).Text("LastName", row => row.LastName).Name("Role", row => row.Role)
            .Time("CreatedAt", row => row.CreatedAt),
            "GroupId", "CreatedAt", reading => reading.Client.ListGroups(), group => (group.Id, group.Name),
            (reading, ids) => reading.Client.ListGroupMembers(ids), (row, names) => row.GroupName = names(row.GroupId)),

        Pairs(ExportResource.SkillProficiency, "skill-proficiency", new ColumnList<SkillProficiency>()
            .Text("SkillId", row => row.SkillId).Text("SkillName", row => row.SkillName).Text("UserId", row => row.UserId).Text("UserName", row => row.UserName)
            .Text("UserEmail", row => row.UserEmail).Name("Tier", row => row.Tier).Time("LastPracticedAt", row => row.LastPracticedAt).Number("Score", row => row.Score)
            .Number("ObservationCount", row => row.ObservationCount),
            "SkillId", null, reading => reading.Client.ListSkills(), skill => (skill.Id, skill.Name),
            (reading, ids) => reading.Client.ListSkillProficiency(ids.Select(id => (id, new SkillProficiencyFilter()))), (row, names) => row.SkillName = names(row.SkillId)),

        Pairs(ExportResource.ScenarioParticipant, "scenario-participants", new ColumnList<ScenarioParticipant>()
            .Text("ScenarioId", row => row.ScenarioId).Text("ScenarioName", row => row.ScenarioName).Text("UserId", row => row.UserId).Text("UserName", row => row.UserName)
            .Text("UserEmail", row => row.UserEmail).Name("FirstRank", row => row.FirstRank).Name("BestRank", row => row.BestRank).Number("SessionCount", row => row.SessionCount)
            .Number("FirstScore", row => row.FirstScore).Number("BestScore", row => row.BestScore).Number("LiftPercentage", row => row.LiftPercentage)
            .Number("TotalDurationSeconds", row => row.TotalDurationSeconds),
            "ScenarioId", null, reading => reading.Client.ListScenarios(), scenario => (scenario.Id, scenario.Name),
            (reading, ids) => reading.Client.ListScenarioParticipants(ids.Select(id => (id, new AnalyticsFilter()))), (row, names) => row.ScenarioName = names(row.ScenarioId)),

        new TimedDefinition<Session>(ExportResource.Session, "sessions", new ColumnList<Session>()
            .Text("Id", row => row.Id).Text("SessionId", row => row.SessionId).Text("UserId", row => row.UserId).Text("UserName", row => row.UserName)
            .Text("UserEmail", row => row.UserEmail).Text("ScenarioId", row => row.ScenarioId).Text("ScenarioName", row => row.ScenarioName).Name("Rank", row => row.Rank)
            .Boolean("IsValidAttempt", row => row.IsValidAttempt).Time("CreatedAt", row => row.CreatedAt).Number("Score", row => row.Score)
            .Number("DurationSeconds", row => row.DurationSeconds),
            s_id, "CreatedAt", "CreatedAt", row => row.CreatedAt,
            (client, from, upTo) => client.ListSessions(new SessionFilter { After = from, Before = upTo, SortBy = SessionSort.CreatedAt, Descending = true })),
    ];

    private static ListDefinition<T> List<T>(ExportResource resource, string fileName, ColumnList<T> columns, Func<ExportReading, ExecListing<T>> list)
        where T : class =>
        new(resource, fileName, columns, s_id, "CreatedAt", reading => Task.FromResult((list(reading), (Action<T>?)null)));

    /// <summary>A resource with a list for each item of another list. The rows get the names of these items.</summary>
    private static ListDefinition<T> Pairs<T, TParent>(
        ExportResource resource, string fileName, ColumnList<T> columns, string parentKey, string? created, Func<ExportReading, ExecListing<TParent>> parents,
        Func<TParent, (string? Id, string? Name)> identify, Func<ExportReading, IEnumerable<string>, ExecListing<T>> list, Action<T, Func<string?, string?>> setName)
        where T : class
        where TParent : class =>
        new(resource, fileName, columns, [parentKey, "UserId", "UserEmail"], created, async reading =>
        {
            var names = new Dictionary<string, string?>(StringComparer.Ordinal);
            await reading.ReadEachAsync(parents(reading), parent =>
            {
                if (identify(parent) is { Id: { } id } found)
                    names[id] = found.Name;
            }).ConfigureAwait(false);
            return (list(reading, names.Keys), row => setName(row, id => id is not null && names.TryGetValue(id, out var name) ? name : null));
        })
        {
            IsDefault = false,
        };
}
