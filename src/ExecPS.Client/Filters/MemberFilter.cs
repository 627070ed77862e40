namespace ExecPS.Client.Filters;

/// <summary>Filters for <see cref="ExecClient.ListMembers(MemberFilter?)"/>.</summary>
/// <remarks>Where the API accepts several values, a value can't contain a comma, because the API separates values by commas.</remarks>
public sealed record MemberFilter
{
    /// <summary>IDs of groups. A member of any of them is included (<c>group_ids</c>).</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];

    internal FilterQuery ToQuery() => new FilterQuery().Add("group_ids", GroupIds);
}
