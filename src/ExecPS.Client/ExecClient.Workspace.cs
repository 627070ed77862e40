using ExecPS.Client.Errors;
using ExecPS.Client.Filters;
using ExecPS.Client.Paging;

namespace ExecPS.Client;

public sealed partial class ExecClient
{
    private static ListEndpoint<Member> MembersEndpoint => new("/workspace/members", static () => ExecJsonContext.Default.PageMember);
    private static ListEndpoint<GroupMember> GroupMembersEndpoint => new("/workspace/members", static () => ExecJsonContext.Default.PageGroupMember);
    private static ListEndpoint<Group> GroupsEndpoint => new("/workspace/groups", static () => ExecJsonContext.Default.PageGroup);

    /// <summary>Gets the workspace that the key belongs to (<c>getWorkspace</c>).</summary>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    public Task<Workspace> GetWorkspaceAsync(IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        GetAsync(
            "/workspace", new(), static () => ExecJsonContext.Default.Workspace,
            static workspace => workspace.Id is null && workspace.Name is null ? "it has neither 'id' nor 'name'" : null,
            notices, cancellationToken);

    /// <summary>Lists the members of the workspace (<c>listWorkspaceMembers</c>), in the API's order.</summary>
    /// <param name="filter">The filter. Null for all.</param>
    public ExecListing<Member> ListMembers(MemberFilter? filter = null) => ListMembers([filter ?? new()]);

    /// <summary>Lists the members of the workspace that match any of the filters (<c>listWorkspaceMembers</c>), each once, with few requests.</summary>
    /// <param name="filters">The filters. An item is included if it matches any of them. Without filters the list is empty.</param>
    public ExecListing<Member> ListMembers(IEnumerable<MemberFilter> filters) =>
        List(MembersEndpoint, filters.Select(filter => filter.ToQuery()));

    /// <summary>Lists the members of several groups (<c>listWorkspaceMembers</c>), group by group, with one list per group. A member of several groups occurs in each.</summary>
    /// <param name="groupIds">The IDs of the groups.</param>
    public ExecListing<GroupMember> ListGroupMembers(IEnumerable<string> groupIds) =>
        new(this, GroupMembersEndpoint, [.. groupIds.Distinct(StringComparer.Ordinal).Select(groupId =>
            new ListQuery<GroupMember>(GroupMembersEndpoint.Path, new MemberFilter { GroupIds = [groupId] }.ToQuery().ToString(), row => row.GroupId = groupId))]);

    /// <summary>Lists the groups of the workspace (<c>listWorkspaceGroups</c>), in the API's order.</summary>
    public ExecListing<Group> ListGroups() => List(GroupsEndpoint, [new FilterQuery()]);
}
