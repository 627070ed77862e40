using ExecPS.Client.Errors;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Client.Paging;
using ExecPS.Client.Serialization;

namespace ExecPS.Client;

public sealed partial class ExecClient
{
    private static ListEndpoint<Member> MembersEndpoint => new("/workspace/members", static () => ExecJsonContext.Default.PageMember);
    private static ListEndpoint<GroupMember> GroupMembersEndpoint => new("/workspace/members", static () => ExecJsonContext.Default.PageGroupMember);
    private static ListEndpoint<Group> GroupsEndpoint => new("/workspace/groups", static () => ExecJsonContext.Default.PageGroup);

    /// <summary>The workspace that the key belongs to (<c>getWorkspace</c>).</summary>
    /// <param name="notices">Told of answers, retries and waits, from any thread.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    public Task<Workspace> GetWorkspaceAsync(IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        GetAsync(
            "/workspace", new(), static () => ExecJsonContext.Default.Workspace,
            static workspace => workspace.Id is null && workspace.Name is null ? "it has neither 'id' nor 'name'" : null,
            notices, cancellationToken);

    /// <summary>The members of the workspace (<c>listWorkspaceMembers</c>), in the API's order.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    public ExecListing<Member> ListMembers(MemberFilter? filter = null) => ListMembers([filter ?? new()]);

    /// <summary>The members of the workspace that any of the filters asks for (<c>listWorkspaceMembers</c>), each once, in few requests.</summary>
    /// <param name="filters">Which ones; none at all gives an empty list.</param>
    public ExecListing<Member> ListMembers(IEnumerable<MemberFilter> filters) =>
        List(MembersEndpoint, filters.Select(filter => filter.ToQuery()));

    /// <summary>The members of several groups (<c>listWorkspaceMembers</c>), group by group, with one list per group. A member of several groups occurs in each.</summary>
    /// <param name="groupIds">The IDs of the groups.</param>
    public ExecListing<GroupMember> ListGroupMembers(IEnumerable<string> groupIds) =>
        new(this, GroupMembersEndpoint, [.. groupIds.Distinct(StringComparer.Ordinal).Select(groupId =>
            new ListQuery<GroupMember>(GroupMembersEndpoint.Path, new MemberFilter { GroupIds = [groupId] }.ToQuery().ToString(), row => row.GroupId = groupId))]);

    /// <summary>The groups of the workspace (<c>listWorkspaceGroups</c>), in the API's order.</summary>
    public ExecListing<Group> ListGroups() => List(GroupsEndpoint, [new FilterQuery()]);
}
