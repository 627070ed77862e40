namespace ExecPS.Client.Tests.Support;

/// <summary>Numbers that look random and are the same in every run, on every runtime (xorshift*).</summary>
internal sealed class Dice(int seed)
{
    private ulong _state = ((ulong)seed + 1) * 0x9E3779B97F4A7C15;

    /// <summary>A number from 0 to below the limit.</summary>
    public int Below(int limit)
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (int)((_state * 0x2545F4914F6CDD1D >> 33) % (ulong)limit);
    }

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>Some of the values, each once, none at all included.</summary>
    public T[] Some<T>(IReadOnlyList<T> from, int percent) => [.. from.Where(_ => Chance(percent))];
}
