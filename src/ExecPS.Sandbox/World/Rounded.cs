namespace ExecPS.Sandbox.World;

/// <summary>Figures as the API shows them.</summary>
internal static class Rounded
{
    public static double ToTenth(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);

    public static int ToWhole(double value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);

    /// <summary>An average to a tenth; null of nothing.</summary>
    public static double? Average<T>(IReadOnlyCollection<T> items, Func<T, double> valueOf) =>
        items.Count == 0 ? null : ToTenth(items.Average(valueOf));
}
