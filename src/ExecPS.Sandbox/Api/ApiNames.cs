using ExecPS.Client.Serialization;

namespace ExecPS.Sandbox.Api;

/// <summary>The API's names of enumeration values.</summary>
internal static class ApiNames
{
    public static IReadOnlyCollection<string> OfRanks { get; } = [.. OrderedNames<Rank>.Names.Select(entry => entry.ApiName)];

    public static string? Of(Rank? rank) => rank is null || rank == Rank.Unknown ? null : OrderedNames<Rank>.ToApiName(rank);

    public static IReadOnlyCollection<string> Of<TEnum>()
        where TEnum : struct, Enum => Names<TEnum>.All;

    /// <summary>The name of a value, or null for null and for unknown values.</summary>
    public static string? Of<TEnum>(TEnum? value)
        where TEnum : struct, Enum =>
        value is { } known && !EqualityComparer<TEnum>.Default.Equals(known, ApiEnum<TEnum>.Unknown) ? ApiEnum<TEnum>.ToApiName(known) : null;

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly string[] All = [.. ApiEnum<TEnum>.Names.Select(entry => entry.ApiName)];
    }
}
