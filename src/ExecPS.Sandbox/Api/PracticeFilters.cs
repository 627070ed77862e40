using ExecPS.Sandbox.World;

namespace ExecPS.Sandbox.Api;

/// <summary>The filters that all operations on sessions share.</summary>
internal static class PracticeFilters
{
    /// <exception cref="ApiProblem">A value isn't valid.</exception>
    public static FilterBuilder<SessionEntry> From(ApiRequest request)
    {
        var filters = new FilterBuilder<SessionEntry>(request)
            .AnyOf(
                ("user_ids", session => session.Person.User.Id, StringComparer.Ordinal),
                ("user_emails", session => session.Person.User.Email, StringComparer.OrdinalIgnoreCase))
            .AnyOfMany("group_ids", session => session.Person.GroupIds)
            .Since("start_date", session => session.CreatedAt)
            .Until("end_date", session => session.CreatedAt);
        return request.Flag("exclude_system_users") ? filters.Where(session => !session.Person.IsSystem) : filters;
    }
}
