using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.Api;

/// <summary>The filters of <c>listWorkspaceMembers</c>.</summary>
internal static class MemberFilters
{
    public static RowSelection<Person> From(ApiRequest request) =>
        new FilterBuilder<Person>(request).AnyOfMany("group_ids", person => person.GroupIds).ToSelection();
}
