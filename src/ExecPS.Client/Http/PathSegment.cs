namespace ExecPS.Client.Http;

/// <summary>An identifier as a part of a path: it can name nothing but what is asked for.</summary>
internal static class PathSegment
{
    /// <summary>The identifier, escaped.</summary>
    /// <param name="id">The identifier.</param>
    /// <param name="parameter">The name of the caller's parameter, for the error.</param>
    /// <exception cref="ArgumentException">The identifier is blank, <c>.</c> or <c>..</c>: the path would lead elsewhere.</exception>
    public static string Of(string? id, string parameter)
    {
        if (string.IsNullOrWhiteSpace(id))
            throw new ArgumentException("An identifier can't be empty.", parameter);
        if (id is "." or "..")
            throw new ArgumentException($"'{id}' is no identifier.", parameter);

        return Uri.EscapeDataString(id);
    }
}
