namespace ExecPS.Client;

/// <summary>Rejects options that are out of range, by the name of the property.</summary>
internal static class Ranges
{
    /// <summary>The longest time that timers accept on every supported .NET.</summary>
    public static readonly TimeSpan LongestTimer = TimeSpan.FromDays(24);

    public static void Require(bool isInRange, string property, object value, string range)
    {
        if (!isInRange)
            throw new ArgumentOutOfRangeException(property, value, $"{property} must be {range}.");
    }
}
