using System.Management.Automation;

namespace ExecPS.Cmdlets;

/// <summary>Picks out rows by texts with wildcards, in any case: what the API can't filter by.</summary>
internal static class NamePatterns
{
    /// <summary>Whether a row's texts fit; null when nothing is asked for.</summary>
    /// <param name="asked">Patterns, of which a text fits any, and the text that they are for; all of these must fit. Patterns that are null ask for nothing.</param>
    public static Func<T, bool>? Where<T>(params (string[]? Patterns, Func<T, string?> Text)[] asked)
    {
        (WildcardPattern[] Patterns, Func<T, string?> Text)[] tests =
        [
            .. asked.Where(one => one.Patterns is not null)
                .Select(one => (Array.ConvertAll(one.Patterns!, pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase)), one.Text)),
        ];
        return tests.Length == 0
            ? null
            : row => Array.TrueForAll(tests, test => test.Text(row) is var text && Array.Exists(test.Patterns, pattern => pattern.IsMatch(text ?? "")));
    }
}
