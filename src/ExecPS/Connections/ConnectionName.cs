using ExecPS.Client.Text;

namespace ExecPS.Connections;

/// <summary>The rules for names of connections.</summary>
internal static class ConnectionName
{
    private const int MaximumLength = 64;

    /// <summary>Describes why a name isn't valid, as a whole sentence; null if it is valid.</summary>
    public static string? Validate(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return "The name is empty.";
        if (name.Length > MaximumLength)
            return $"The name has {name.Length} characters; the maximum is {MaximumLength}.";
        if (name.Any(char.IsControl) || name.Trim().Length != name.Length)
            return $"The name '{TerminalText.RemoveControls(name)}' contains control characters, or starts or ends with a space.";
        return WildcardPattern.ContainsWildcardCharacters(name) ? $"The name '{TerminalText.RemoveControls(name)}' contains wildcard characters." : null;
    }
}
