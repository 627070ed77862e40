namespace ExecPS.Sandbox.World;

/// <summary>Generates unique IDs in the API's format: twelve lowercase letters and digits.</summary>
internal sealed class IdSource(SeededRandom random)
{
    private const int Length = 12;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public string Next()
    {
        while (true)
        {
            var id = Text(random.Next());
            if (_used.Add(id))
                return id;
        }
    }

    /// <summary>Converts a number to an ID. Numerous items keep the number to save memory.</summary>
    public static string Text(ulong number)
    {
        var id = new char[Length];
        for (var at = 0; at < Length; at++, number /= (ulong)Digits.Length)
            id[at] = Digits[(int)(number % (ulong)Digits.Length)];
        return new string(id);
    }
}
