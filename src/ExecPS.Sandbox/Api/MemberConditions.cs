using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.Api;

/// <summary>What <c>listWorkspaceMembers</c> can be narrowed by.</summary>
internal static class MemberConditions
{
    public static RowSelection<Person> From(ApiRequest request) =>
        new Conditions<Person>(request).AnyOfMany("group_ids", person => person.GroupIds).ToSelection();
}
