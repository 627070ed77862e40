namespace ExecPS.Client;

/// <summary>Refuses options that are out of their range, by the name of the property.</summary>
internal static class Ranges
{
    /// <summary>What a timer takes on every .NET.</summary>
    public static readonly TimeSpan LongestTimer = TimeSpan.FromDays(24);

    public static void Require(bool isInRange, string property, object value, string range)
    {
        if (!isInRange)
            throw new ArgumentOutOfRangeException(property, value, $"{property} has to be {range}.");
    }
}
