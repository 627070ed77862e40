using System.Globalization;
using ExecPS.Benchmarks.Bare;
using ExecPS.Benchmarks.Micro;
using ExecPS.Benchmarks.Profile;
using ExecPS.Benchmarks.Server;
using ExecPS.Benchmarks.Suites;

namespace ExecPS.Benchmarks;

internal static class Program
{
    private const string Usage = """
        usage: ExecPS.Benchmarks run [--quick] [--runs N] [--powershell PATH] [--module PATH] [--output PATH]
               ExecPS.Benchmarks serve --rows N [--latency MS] [--late-page K:MS] [--port P]
               ExecPS.Benchmarks bare --uri U --rows N [--width W]
               ExecPS.Benchmarks profile [--uri U] [--rows N] [--json]
               ExecPS.Benchmarks micro [arguments of BenchmarkDotNet]
        """;

    private static async Task<int> Main(string[] arguments)
    {
        // The output is read by other processes and must not depend on the culture.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return arguments switch
            {
                ["run", .. var rest] => await RunCommand.RunAsync(rest),
                ["serve", .. var rest] => await ServeCommand.RunAsync(rest),
                ["bare", .. var rest] => await BareCommand.RunAsync(rest),
                ["profile", .. var rest] => await ProfileCommand.RunAsync(rest),
                ["micro", .. var rest] => MicroCommand.Run(rest),
                _ => throw new UsageException(),
            };
        }
        catch (UsageException exception)
        {
            if (exception.Message.Length > 0)
                await Console.Error.WriteLineAsync(exception.Message);
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }
        catch (BenchmarkException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
