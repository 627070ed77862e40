namespace ExecPS.Client.Http;

/// <summary>A path that somebody wrote by hand: it stays below the API's address, or it is refused.</summary>
internal static class RawPath
{
    /// <summary>The path, with a slash at its start.</summary>
    /// <param name="path">The path below the API's address, escaped as in a URL.</param>
    /// <param name="parameter">The name of the caller's parameter, for the error.</param>
    /// <exception cref="ArgumentException">The path isn't one, or leads elsewhere.</exception>
    public static string Of(string? path, string parameter) =>
        Validate(path) is { } objection
            ? throw new ArgumentException($"The path {objection}. Give one below the API's address, such as /scenarios.", parameter)
            : "/" + path!.TrimStart('/');

    /// <summary>What is wrong with a path, as half a sentence; null when nothing is.</summary>
    public static string? Validate(string? path)
    {
        if (string.IsNullOrWhiteSpace(path) || path!.Trim() == "/")
            return "is empty";
        if (path.Any(char.IsControl))
            return "has control characters in it";
        if (path.Contains('?') || path.Contains('#'))
            return "has a query or a fragment in it ('?' or '#'); a query is given apart from the path";
        if (path.Contains('\\'))
            return "has a backslash in it";
        if (path.TrimStart('/').Split('/')[0].Contains(':'))
            return "is a whole address, or looks like one";
        if (path.Contains("//"))
            return "has an empty part ('//')";

        // Escaped dots and slashes are dots and slashes to whoever unescapes them.
        return Uri.UnescapeDataString(path).Split('/', '\\').Any(part => part.Trim() is "." or "..") ? "leads upwards ('.' or '..')" : null;
    }
}
