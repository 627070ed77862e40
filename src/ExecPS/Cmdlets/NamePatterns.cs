using System.Management.Automation;

namespace ExecPS.Cmdlets;

/// <summary>Filters rows by wildcard patterns, which the API doesn't support.</summary>
internal static class NamePatterns
{
    /// <summary>Creates a filter, or null if no patterns are given.</summary>
    /// <param name="conditions">Patterns, of which one must match, and the property they apply to. All conditions must hold. Null patterns are ignored.</param>
    public static Func<T, bool>? Where<T>(params (string[]? Patterns, Func<T, string?> Property)[] conditions)
    {
        (WildcardPattern[] Patterns, Func<T, string?> Property)[] tests =
        [
            .. conditions.Where(condition => condition.Patterns is not null)
                .Select(condition => (Array.ConvertAll(condition.Patterns!, pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase)), condition.Property)),
        ];
        return tests.Length == 0
            ? null
            : row => Array.TrueForAll(tests, test => test.Property(row) is var text && Array.Exists(test.Patterns, pattern => pattern.IsMatch(text ?? "")));
    }
}
