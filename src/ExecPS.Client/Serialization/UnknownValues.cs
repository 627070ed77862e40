namespace ExecPS.Client.Serialization;

/// <summary>Collects the unknown names that are read on the thread that created this instance, until it is disposed.</summary>
/// <remarks>A converter has no access to its caller. A read is synchronous and stays on its thread, so a thread-static instance
/// connects them. Unknown names that are read without an instance, as when a script deserializes the public models, aren't collected.</remarks>
internal sealed class UnknownValues : IDisposable
{
    /// <summary>The JSON name of <c>Unknown</c>.</summary>
    public const string ApiName = "unknown";

    [ThreadStatic]
    private static UnknownValues? s_current;

    private readonly UnknownValues? _outer = s_current;
    private HashSet<(string Type, string Name)>? _met;

    public UnknownValues() => s_current = this;

    /// <summary>The distinct unknown names so far; usually empty.</summary>
    public IReadOnlyCollection<(string Type, string Name)> Met => _met is null ? [] : _met;

    public static void Note(string type, string name)
    {
        if (s_current is { } collector)
            (collector._met ??= []).Add((type, name));
    }

    public void Dispose() => s_current = _outer;
}
