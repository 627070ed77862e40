using System.Reflection;

namespace ExecPS.Benchmarks.Peers;

/// <summary>This program as a separate process.</summary>
internal static class Self
{
    private static readonly string s_path = Environment.ProcessPath!;

    /// <summary>Started as <c>dotnet ExecPS.Benchmarks.dll</c> or by its executable.</summary>
    private static bool IsHosted => Path.GetFileNameWithoutExtension(s_path).Equals("dotnet", StringComparison.OrdinalIgnoreCase);

    public static string FileName => s_path;

    public static string[] Arguments(params IEnumerable<string> arguments) =>
        IsHosted ? [Assembly.GetExecutingAssembly().Location, .. arguments] : [.. arguments];

    public static Peer Peer(string name, params string[] arguments) => new(name, FileName, Arguments(arguments));

    /// <summary>The bare loop as a peer.</summary>
    public static Peer Bare(int rows, int width, int? runs = null) =>
        new($"bare C# loop, {Words.Wide(width)}", FileName, Arguments("bare", "--uri", "{uri}", "--rows", $"{rows}", "--width", $"{width}"))
        {
            Rows = rows,
            Runs = runs,
        };
}
