namespace ExecPS.Sandbox.World;

/// <summary>A random number generator that gives the same numbers for a seed in every version of .NET.</summary>
/// <remarks>A counter with an odd increment, mixed by multiplying and shifting. Not for secrets.</remarks>
internal sealed class SeededRandom
{
    private ulong _state;

    public SeededRandom(int seed) => _state = unchecked((ulong)seed * 0xA24BAED4963EE407);

    private SeededRandom(ulong state) => _state = state;

    /// <summary>Creates a generator from a text, so that the numbers don't depend on what was generated before.</summary>
    public static SeededRandom For(string text)
    {
        var state = 0xCBF29CE484222325;
        foreach (var character in text)
            state = unchecked((state ^ character) * 0x100000001B3);
        return new(state);
    }

    /// <summary>Creates a generator for one part of a workspace.</summary>
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

    /// <summary>A number from 0 up to but not including the specified number.</summary>
    public int Below(int end) => (int)((Next() >> 32) * (ulong)end >> 32);

    /// <summary>A number in a range, including both ends.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>True with the specified probability in percent.</summary>
    public bool Percent(int chance) => Below(100) < chance;

    /// <summary>Different items, from a random position. The number of items in the list must not be a multiple of five.</summary>
    public T[] Some<T>(IReadOnlyList<T> all, int count)
    {
        var first = Below(all.Count);
        return [.. Enumerable.Range(0, count).Select(step => all[(first + (step * 5)) % all.Count])];
    }

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
