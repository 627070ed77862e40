namespace ExecPS.Sandbox.World;

/// <summary>Gives identifiers of the API's shape, each once: twelve lowercase letters and digits.</summary>
internal sealed class IdSource(SeededRandom random)
{
    private const int Length = 12;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    public string Next()
    {
        while (true)
        {
            var id = Text(random.Next());
            if (_given.Add(id))
                return id;
        }
    }

    /// <summary>A number as an identifier: what many things have is kept as a number until somebody looks.</summary>
    public static string Text(ulong number)
    {
        var id = new char[Length];
        for (var at = 0; at < Length; at++, number /= (ulong)Digits.Length)
            id[at] = Digits[(int)(number % (ulong)Digits.Length)];
        return new string(id);
    }
}
