namespace ExecPS.Client.Serialization;

/// <summary>Collects the names of named sets that a read met and didn't know, from its making to its disposal, on the thread that made it.</summary>
/// <remarks>A converter has no way to its caller; a read is synchronous and stays on its thread, so the thread is the way.
/// What is met while nobody collects, as when a script reads JSON by the public models, is not kept.</remarks>
internal sealed class UnknownValues : IDisposable
{
    /// <summary>How <c>Unknown</c> is written.</summary>
    public const string ApiName = "unknown";

    [ThreadStatic]
    private static UnknownValues? s_current;

    private readonly UnknownValues? _outer = s_current;
    private HashSet<(string Type, string Name)>? _met;

    public UnknownValues() => s_current = this;

    /// <summary>What was met so far, each once; usually nothing.</summary>
    public IReadOnlyCollection<(string Type, string Name)> Met => _met is null ? [] : _met;

    public static void Note(string type, string name)
    {
        if (s_current is { } collector)
            (collector._met ??= []).Add((type, name));
    }

    public void Dispose() => s_current = _outer;
}
