using ExecPS.Client.Serialization;

namespace ExecPS.Client.Filters;

/// <summary>What a list is sorted by, as the API takes it.</summary>
internal static class SortTerm
{
    /// <summary><c>score</c>, or <c>-score</c> for downwards; null for nothing.</summary>
    public static string? Of<TEnum>(TEnum? sortBy, bool descending)
        where TEnum : struct, Enum =>
        sortBy is { } value ? (descending ? "-" : "") + ApiEnum<TEnum>.ToApiName(value) : null;
}
