namespace ExecPS.Benchmarks.Server;

/// <summary>The settings of a benchmark server.</summary>
/// <param name="Rows">The number of assignments in the list.</param>
/// <param name="LatencyMs">The duration of every response.</param>
internal sealed record ServeOptions(int Rows, int LatencyMs = 0)
{
    /// <summary>The number of the slow page; null for none.</summary>
    public long? LatePage { get; init; }

    /// <summary>The additional duration of that page.</summary>
    public int LateByMs { get; init; }

    /// <summary>The port on the loopback address; 0 for any free port.</summary>
    public int Port { get; init; }

    public static ServeOptions Read(string[] arguments)
    {
        var options = Options.Read(arguments, [], ["--rows", "--latency", "--late-page", "--port"]);
        var serve = new ServeOptions(options.RequiredNumber("--rows"), options.Number("--latency", 0)) { Port = options.Number("--port", 0) };
        if (serve.Rows > AssignmentRow.MostRows)
            throw new UsageException($"'--rows' takes {AssignmentRow.MostRows} at the most.");
        if (options.Text("--late-page") is not { } late)
            return serve;

        return late.Split(':') is [var page, var by] && int.TryParse(page, out var latePage) && int.TryParse(by, out var lateByMs)
            ? serve with { LatePage = latePage, LateByMs = lateByMs }
            : throw new UsageException($"'--late-page' takes a page and milliseconds, as 10:2000, not '{late}'.");
    }

    /// <summary>The arguments that <see cref="Read"/> parses.</summary>
    public IEnumerable<string> ToArguments()
    {
        string[] always = ["--rows", $"{Rows}", "--latency", $"{LatencyMs}", "--port", $"{Port}"];
        return LatePage is { } page ? [.. always, "--late-page", $"{page}:{LateByMs}"] : always;
    }
}
