using System.Globalization;

namespace ExecPS.TestServer;

internal static class CommandLine
{
    public const string Usage = "usage: ExecPS.TestServer [--assignments N] [--compress] [--enforce-limits] [--https] [--port P]";

    /// <summary>Parses the arguments. Returns null if they are not valid.</summary>
    public static TestServerOptions? Read(string[] arguments)
    {
        var options = new TestServerOptions();
        for (var at = 0; at < arguments.Length; at++)
        {
            switch (arguments[at])
            {
                case "--compress":
                    options = options with { CompressResponses = true };
                    break;
                case "--enforce-limits":
                    options = options with { EnforceLimits = true };
                    break;
                case "--https":
                    options = options with { Https = true };
                    break;
                case "--assignments" when NumberAfter(arguments, ref at) is { } count:
                    options = options with { AssignmentCount = count };
                    break;
                case "--port" when NumberAfter(arguments, ref at) is { } port and <= ushort.MaxValue:
                    options = options with { Port = port };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }

    private static int? NumberAfter(string[] arguments, ref int at) =>
        ++at < arguments.Length && int.TryParse(arguments[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
