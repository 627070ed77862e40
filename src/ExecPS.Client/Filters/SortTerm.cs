namespace ExecPS.Client.Filters;

/// <summary>Formats a sort order for the API.</summary>
internal static class SortTerm
{
    /// <summary>Returns <c>score</c>, or <c>-score</c> for descending order; null if no order is specified.</summary>
    public static string? Of<TEnum>(TEnum? sortBy, bool descending)
        where TEnum : struct, Enum =>
        sortBy is { } value ? (descending ? "-" : "") + ApiEnum<TEnum>.ToApiName(value) : null;
}
