using ExecPS.Client.Filters;
using ExecPS.Client.Models;

namespace ExecPS.Client.Tests.Filters;

/// <summary>The query of each filter, parameter by parameter.</summary>
public class FilterTextTests
{
    private static readonly DateTime s_time = new(2026, 3, 15, 14, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void An_empty_filter_has_no_parameters() => Assert.All(
        [
            new MemberFilter().ToQuery(), new ScenarioFilter().ToQuery(), new SessionFilter().ToQuery(), new AnalyticsFilter().ToQuery(),
            new AnalyticsFilter().ToSortedQuery(), new SkillProficiencyFilter().ToQuery(), new KnowledgeFolderFilter().ToQuery(),
            new KnowledgePageFilter().ToQuery(), new KnowledgeSourceFilter().ToQuery(),
        ],
        query => Assert.Equal("", query.ToString()));

    [Fact]
    public void MemberFilter_renders_every_parameter() => Assert.Equal("group_ids=g1,g2", new MemberFilter { GroupIds = ["g1", "g2"] }.ToQuery().ToString());

    [Fact]
    public void ScenarioFilter_renders_every_parameter() => Assert.Equal(
        "owner_email=jane%40acme.com&visible_to_email=bob%40acme.com&visibility=workspace&skill_ids=sk1,sk2&collection_ids=c1&include_archived=true&include=skills",
        new ScenarioFilter
        {
            OwnerEmails = ["jane@acme.com"], VisibleToEmails = ["bob@acme.com"], Visibilities = [Visibility.Workspace], SkillIds = ["sk1", "sk2"],
            CollectionIds = ["c1"], IncludeArchived = true, IncludeSkills = true,
        }.ToQuery().ToString());

    [Fact]
    public void SessionFilter_renders_every_parameter() => Assert.Equal(
        "user_ids=u1,u2&user_emails=jane%40acme.com&scenario_ids=s1&collection_ids=c1&skill_ids=sk1&program_ids=p1&group_ids=g1&rank=gold,unranked"
        + "&start_date=2026-03-15T14%3A30%3A00Z&end_date=2026-03-16T14%3A30%3A00Z&exclude_system_users=true&sorting=-score",
        new SessionFilter
        {
            UserIds = ["u1", "u2"], UserEmails = ["jane@acme.com"], ScenarioIds = ["s1"], CollectionIds = ["c1"], SkillIds = ["sk1"], ProgramIds = ["p1"],
            GroupIds = ["g1"], Ranks = [Rank.Gold, Rank.Unranked], After = s_time, Before = s_time.AddDays(1), ExcludeSystemUsers = true,
            SortBy = SessionSort.Score, Descending = true,
        }.ToQuery().ToString());

    [Fact]
    public void AnalyticsFilter_renders_every_parameter()
    {
        var filter = new AnalyticsFilter
        {
            UserIds = ["u1"], UserEmails = ["jane@acme.com"], GroupIds = ["g1"], After = s_time, Before = s_time, ExcludeSystemUsers = true,
            SortBy = ParticipantSort.TotalDurationSeconds,
        };

        const string sessions = "user_ids=u1&user_emails=jane%40acme.com&group_ids=g1&start_date=2026-03-15T14%3A30%3A00Z&end_date=2026-03-15T14%3A30%3A00Z&exclude_system_users=true";
        Assert.Equal(sessions, filter.ToQuery().ToString());
        Assert.Equal(sessions + "&sorting=total_duration_seconds", filter.ToSortedQuery().ToString());
        Assert.Equal("sorting=-lift_percentage", new AnalyticsFilter { SortBy = ParticipantSort.LiftPercentage, Descending = true }.ToSortedQuery().ToString());
    }

    [Fact]
    public void SkillProficiencyFilter_renders_every_parameter() => Assert.Equal(
        "user_ids=u1&user_emails=jane%40acme.com&group_ids=g1&end_date=2026-03-15T14%3A30%3A00Z&exclude_system_users=true",
        new SkillProficiencyFilter { UserIds = ["u1"], UserEmails = ["jane@acme.com"], GroupIds = ["g1"], AsOf = s_time, ExcludeSystemUsers = true }.ToQuery().ToString());

    [Fact]
    public void KnowledgeFolderFilter_renders_every_parameter() => Assert.Equal("parent_id=f1&query=a%20b", new KnowledgeFolderFilter { ParentIds = ["f1"], Texts = ["a b"] }.ToQuery().ToString());

    [Fact]
    public void KnowledgePageFilter_renders_every_parameter() => Assert.Equal(
        "folder_id=f1&status=draft&owner_id=u1&skill_id=sk1&query=x&updated_after=2026-03-15T14%3A30%3A00Z&updated_before=2026-03-15T14%3A30%3A00Z&sort=title",
        new KnowledgePageFilter
        {
            FolderIds = ["f1"], Statuses = [KnowledgePageStatus.Draft], OwnerIds = ["u1"], SkillIds = ["sk1"], Texts = ["x"], UpdatedAfter = s_time,
            UpdatedBefore = s_time, SortBy = KnowledgePageSort.Title,
        }.ToQuery().ToString());

    [Fact]
    public void KnowledgeSourceFilter_renders_every_parameter() => Assert.Equal(
        "type=google_drive&status=ready&folder_id=f1&page_id=p1&query=x",
        new KnowledgeSourceFilter { Types = [KnowledgeSourceType.GoogleDrive], Statuses = [KnowledgeSourceStatus.Ready], FolderIds = ["f1"], PageIds = ["p1"], Texts = ["x"] }.ToQuery().ToString());

    [Fact]
    public void Descending_without_a_sort_order_has_no_effect() => Assert.Equal("", new SessionFilter { Descending = true }.ToQuery().ToString());

    [Theory]
    [InlineData("created_at", SessionSort.CreatedAt)]
    [InlineData("duration", SessionSort.Duration)]
    public void A_sort_order_has_the_name_of_the_API(string name, SessionSort sort) =>
        Assert.Equal($"sorting={name}", new SessionFilter { SortBy = sort }.ToQuery().ToString());

    [Fact]
    public void An_unknown_value_is_rejected()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SessionFilter { Ranks = [Rank.Unknown] }.ToQuery());
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScenarioFilter { Visibilities = [Visibility.Unknown] }.ToQuery());
    }

    [Fact]
    public void Fractions_of_a_second_are_rounded_outward()
    {
        var time = s_time.AddMilliseconds(1);

        Assert.Equal("2026-03-15T14:30:00Z", ApiTime.From(time));
        Assert.Equal("2026-03-15T14:30:01Z", ApiTime.UpTo(time));
        Assert.Equal("9999-12-31T23:59:59Z", ApiTime.UpTo(DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc)));
    }

    [Fact]
    public void A_time_is_sent_in_UTC_and_a_time_of_unspecified_kind_is_local()
    {
        Assert.Equal("2026-03-15T14:30:00Z", ApiTime.From(s_time.ToLocalTime()));
        Assert.Equal("2026-03-15T14:30:00Z", ApiTime.From(DateTime.SpecifyKind(s_time.ToLocalTime(), DateTimeKind.Unspecified)));
    }
}
