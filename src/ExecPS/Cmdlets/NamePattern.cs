namespace ExecPS.Cmdlets;

/// <summary>A name given to a command, which can contain wildcards. It remembers whether anything matched.</summary>
/// <param name="text">The name. Case is ignored.</param>
internal sealed class NamePattern(string text)
{
    private readonly WildcardPattern _pattern = WildcardPattern.Get(text, WildcardOptions.IgnoreCase);

    public string Text => text;

    public bool HasWildcards { get; } = WildcardPattern.ContainsWildcardCharacters(text);

    public bool HasMatched { get; private set; }

    /// <summary>Returns whether a name matches any of the patterns. All patterns are compared, so that each remembers its matches.</summary>
    public static bool AnyMatches(IReadOnlyList<NamePattern> patterns, string? name)
    {
        var isMatch = false;
        foreach (var pattern in patterns)
            isMatch |= pattern.IsMatch(name);
        return isMatch;
    }

    /// <summary>Returns whether a name matches. Names that contain brackets also match if they are given as they are.</summary>
    private bool IsMatch(string? name)
    {
        var isMatch = _pattern.IsMatch(name ?? "") || string.Equals(text, name, StringComparison.OrdinalIgnoreCase);
        HasMatched |= isMatch;
        return isMatch;
    }
}
