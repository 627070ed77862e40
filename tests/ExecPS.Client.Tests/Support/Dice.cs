namespace ExecPS.Client.Tests.Support;

/// <summary>Pseudorandom numbers that are the same in every run and on every runtime (xorshift*).</summary>
internal sealed class Dice(int seed)
{
    private ulong _state = ((ulong)seed + 1) * 0x9E3779B97F4A7C15;

    /// <summary>A number that is at least 0 and less than the limit.</summary>
    public int Below(int limit)
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (int)((_state * 0x2545F4914F6CDD1D >> 33) % (ulong)limit);
    }

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>A random selection of the values, which can be empty.</summary>
    public T[] Some<T>(IReadOnlyList<T> from, int percent) => [.. from.Where(_ => Chance(percent))];
}
