using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.Api;

/// <summary>Whose sessions count, and from when: what every operation over sessions can be narrowed by.</summary>
internal static class PracticeConditions
{
    /// <exception cref="ApiProblem">A value isn't one that the API knows.</exception>
    public static Conditions<SessionEntry> From(ApiRequest request)
    {
        var conditions = new Conditions<SessionEntry>(request)
            .AnyOf(
                ("user_ids", session => session.Person.User.Id, StringComparer.Ordinal),
                ("user_emails", session => session.Person.User.Email, StringComparer.OrdinalIgnoreCase))
            .AnyOfMany("group_ids", session => session.Person.GroupIds)
            .Since("start_date", session => session.CreatedAt)
            .Until("end_date", session => session.CreatedAt);
        return request.Flag("exclude_system_users") ? conditions.Where(session => !session.Person.IsSystem) : conditions;
    }
}
