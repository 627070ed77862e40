namespace ExecPS.Benchmarks.Server;

/// <summary><c>serve</c>: runs a server until its standard input closes.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var options = ServeOptions.Read(arguments);
        await using var server = await BenchmarkServer.StartAsync(options);
        Console.WriteLine(server.BaseUri);

        // Standard input closes when the process that started the server ends for any reason.
        var input = Console.OpenStandardInput();
        await using (input)
            await input.CopyToAsync(Stream.Null);
        return 0;
    }
}
