namespace ExecPS.Sandbox.World;

/// <summary>Rounds numbers as the API does.</summary>
internal static class Rounded
{
    public static double ToTenth(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);

    public static int ToWhole(double value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);

    /// <summary>The average rounded to one decimal place, or null if there are no items.</summary>
    public static double? Average<T>(IReadOnlyCollection<T> items, Func<T, double> valueOf) =>
        items.Count == 0 ? null : ToTenth(items.Average(valueOf));
}
