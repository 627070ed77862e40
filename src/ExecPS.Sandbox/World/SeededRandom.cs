namespace ExecPS.Sandbox.World;

/// <summary>A repeatable source of numbers: the same seed gives the same numbers in every edition and version of .NET.</summary>
/// <remarks>A counter in steps of an odd constant, mixed by multiplying and folding. Nothing secret hangs on it.</remarks>
internal sealed class SeededRandom
{
    private ulong _state;

    public SeededRandom(int seed) => _state = unchecked((ulong)seed * 0xA24BAED4963EE407);

    private SeededRandom(ulong state) => _state = state;

    /// <summary>SeededRandom that hang on a text alone, so that what is made of them doesn't move when something else is made before it.</summary>
    public static SeededRandom For(string text)
    {
        var state = 0xCBF29CE484222325;
        foreach (var character in text)
            state = unchecked((state ^ character) * 0x100000001B3);
        return new(state);
    }

    /// <summary>SeededRandom of their own for one part of a world.</summary>
    public static SeededRandom For(int seed, string part) => For(FormattableString.Invariant($"{part}/{seed}"));

    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 32)) * 0xD6E8FEB86659FD93;
            mixed = (mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93;
            return mixed ^ (mixed >> 32);
        }
    }

    /// <summary>A number below the given one, from 0.</summary>
    public int Below(int end) => (int)((Next() >> 32) * (ulong)end >> 32);

    /// <summary>A number from the first to the last, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>True in as many of a hundred cases.</summary>
    public bool Percent(int chance) => Below(100) < chance;

    /// <summary>Different items, from a random position. The number of items in the list must not be a multiple of five.</summary>
    public T[] Some<T>(IReadOnlyList<T> all, int count)
    {
        var first = Below(all.Count);
        return [.. Enumerable.Range(0, count).Select(step => all[(first + (step * 5)) % all.Count])];
    }

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
