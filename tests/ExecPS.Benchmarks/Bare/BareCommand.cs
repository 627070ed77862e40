using System.Diagnostics;

namespace ExecPS.Benchmarks.Bare;

/// <summary><c>bare</c>: measures the fastest possible listing on this computer, as a whole process.</summary>
internal static class BareCommand
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var options = Options.Read(arguments, [], ["--uri", "--rows", "--width"]);
        var loop = new BareLoop(options.Required("--uri"), options.Number("--width", 1));
        var rows = await loop.RunAsync();
        Console.WriteLine($"rows={rows}");

        using var self = Process.GetCurrentProcess();
        await Console.Error.WriteLineAsync($"peak={self.PeakWorkingSet64}");
        return rows == options.RequiredNumber("--rows") ? 0 : 1;
    }
}
