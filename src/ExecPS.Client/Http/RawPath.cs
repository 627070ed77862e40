namespace ExecPS.Client.Http;

/// <summary>A path specified by a user. It must be relative to the address of the API.</summary>
internal static class RawPath
{
    /// <summary>The path, with a slash at its start.</summary>
    /// <param name="path">The path below the API's address, escaped as in a URL.</param>
    /// <param name="parameter">The name of the caller's parameter, for the error.</param>
    /// <exception cref="ArgumentException">The path isn't one, or leads elsewhere.</exception>
    public static string Of(string? path, string parameter) =>
        Validate(path) is { } problem
            ? throw new ArgumentException($"The path {problem}. Specify a path relative to the address of the API, such as /scenarios.", parameter)
            : "/" + path!.TrimStart('/');

    /// <summary>What is wrong with a path, as half a sentence; null when nothing is.</summary>
    public static string? Validate(string? path)
    {
        if (string.IsNullOrWhiteSpace(path) || path!.Trim() == "/")
            return "is empty";
        if (path.Any(char.IsControl))
            return "contains control characters";
        if (path.Contains('?') || path.Contains('#'))
            return "contains a query or a fragment ('?' or '#'); specify the query separately";
        if (path.Contains('\\'))
            return "contains a backslash";
        if (path.TrimStart('/').Split('/')[0].Contains(':'))
            return "is an absolute address";
        if (path.Contains("//"))
            return "has an empty part ('//')";

        // Escaped dots and slashes are dots and slashes to whoever unescapes them.
        return Uri.UnescapeDataString(path).Split('/', '\\').Any(part => part.Trim() is "." or "..") ? "contains '.' or '..'" : null;
    }
}
