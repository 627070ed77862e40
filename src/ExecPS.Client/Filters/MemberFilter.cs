namespace ExecPS.Client.Filters;

/// <summary>What <see cref="ExecClient.ListMembers(MemberFilter?)"/> may be narrowed by.</summary>
/// <remarks>A value with a comma can't be asked for where the API takes several: it separates values by it.</remarks>
public sealed record MemberFilter
{
    /// <summary>Identifiers of groups, of which a member belongs to any (<c>group_ids</c>).</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];

    internal FilterQuery ToQuery() => new FilterQuery().Add("group_ids", GroupIds);
}
