namespace ExecPS.Client.Serialization;

/// <summary>Collects the enum names that a read met and didn't know.</summary>
/// <remarks>A converter has no way to its caller; a read is synchronous and stays on its thread, so the thread is the way.</remarks>
internal static class UnknownValues
{
    /// <summary>How <c>Unknown</c> is written.</summary>
    public const string ApiName = "unknown";

    [ThreadStatic]
    private static HashSet<(string Type, string Name)>? s_noted;

    public static void Note(string type, string name) => (s_noted ??= []).Add((type, name));

    /// <summary>What was noted on this thread since it was last asked; null, the usual case, when nothing was.</summary>
    public static IReadOnlyCollection<(string Type, string Name)>? Take()
    {
        var noted = s_noted;
        s_noted = null;
        return noted;
    }
}
