using System.Globalization;

namespace ExecPS.Benchmarks;

/// <summary>The options of a command: <c>--name value</c>, or <c>--name</c> for a switch.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private Options()
    {
    }

    /// <summary>Parses the arguments.</summary>
    /// <param name="arguments">The arguments after the command.</param>
    /// <param name="switches">The options without a value.</param>
    /// <param name="valued">The options with a value.</param>
    public static Options Read(string[] arguments, string[] switches, string[] valued)
    {
        var options = new Options();
        for (var at = 0; at < arguments.Length; at++)
        {
            var name = arguments[at];
            if (switches.Contains(name))
                options._values[name] = "";
            else if (valued.Contains(name) && at + 1 < arguments.Length)
                options._values[name] = arguments[++at];
            else
                throw new UsageException($"'{name}' isn't an option here, or its value is missing.");
        }

        return options;
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public string? Text(string name) => _values.GetValueOrDefault(name);

    public string Required(string name) => Text(name) ?? throw new UsageException($"'{name}' is missing.");

    public int Number(string name, int fallback) => Text(name) is { } text ? Parse(name, text) : fallback;

    public int RequiredNumber(string name) => Parse(name, Required(name));

    private static int Parse(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new UsageException($"'{name}' takes a number, not '{text}'.");
}
