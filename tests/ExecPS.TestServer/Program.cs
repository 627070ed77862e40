using System.Runtime.InteropServices;

namespace ExecPS.TestServer;

/// <summary>Serves until standard input closes or the process gets SIGTERM or SIGINT.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (CommandLine.Read(arguments) is not { } options)
        {
            await Console.Error.WriteLineAsync(CommandLine.Usage);
            return 2;
        }

        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);

        await using var server = await ExecTestServer.StartAsync(options);
        Console.WriteLine(server.BaseUri.AbsoluteUri.TrimEnd('/'));
        await Task.WhenAny(ended.Task, InputClosedAsync());
        return 0;

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            ended.TrySetResult();
        }
    }

    /// <summary>Standard input closes when the process that started the server ends.</summary>
    private static Task InputClosedAsync() => Task.Run(async () =>
    {
        var input = Console.OpenStandardInput();
        await using (input)
            await input.CopyToAsync(Stream.Null);
    });
}
