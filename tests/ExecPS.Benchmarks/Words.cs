namespace ExecPS.Benchmarks;

/// <summary>Formats numbers for readers.</summary>
internal static class Words
{
    public static string Wide(int width) => width == 1 ? "one page at a time" : $"{width} pages at a time";

    public static string Seconds(double seconds) => seconds < 10 ? $"{seconds:0.00} s" : $"{seconds:0.0} s";

    public static string Milliseconds(double seconds) => $"{seconds * 1000:0} ms";

    public static string Mebibytes(double bytes) => $"{bytes / (1024 * 1024):0} MiB";

    public static string Count(double count) => $"{count:N0}";

    public static string Ratio(double ratio) => ratio < 10 ? $"{ratio:0.00}" : $"{ratio:0.0}";

    public static string Percent(double share) => $"{share * 100:0} %";

    public static string MetOrNot(bool isMet) => isMet ? "yes" : "**no**";
}
