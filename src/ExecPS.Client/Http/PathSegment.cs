namespace ExecPS.Client.Http;

/// <summary>An ID as one segment of a path.</summary>
internal static class PathSegment
{
    /// <summary>Escapes an ID.</summary>
    /// <param name="id">The ID.</param>
    /// <param name="parameter">The name of the caller's parameter, for the exception.</param>
    /// <exception cref="ArgumentException">The ID is empty, <c>.</c>, or <c>..</c>, which would change the path.</exception>
    public static string Of(string? id, string parameter)
    {
        if (string.IsNullOrWhiteSpace(id))
            throw new ArgumentException("The ID must not be empty.", parameter);
        if (id is "." or "..")
            throw new ArgumentException($"'{id}' isn't a valid ID.", parameter);

        return Uri.EscapeDataString(id);
    }
}
