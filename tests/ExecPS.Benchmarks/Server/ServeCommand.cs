namespace ExecPS.Benchmarks.Server;

/// <summary><c>serve</c>: serves until its standard input closes.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var options = ServeOptions.Read(arguments);
        await using var server = await BenchmarkServer.StartAsync(options);
        Console.WriteLine(server.BaseUri);

        // Whoever started the server holds the other end: it closes when they end, however they end.
        var input = Console.OpenStandardInput();
        await using (input)
            await input.CopyToAsync(Stream.Null);
        return 0;
    }
}
