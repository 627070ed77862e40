namespace ExecPS.Sandbox.World;

/// <summary>Gives identifiers of the API's shape, each once: twelve lowercase letters and digits.</summary>
internal sealed class IdSource(Numbers numbers)
{
    private const int Length = 12;
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly char[] _id = new char[Length];

    public string Next()
    {
        while (true)
        {
            var number = numbers.Next();
            for (var at = 0; at < Length; at++, number /= (ulong)Digits.Length)
                _id[at] = Digits[(int)(number % (ulong)Digits.Length)];

            var id = new string(_id);
            if (_given.Add(id))
                return id;
        }
    }
}
