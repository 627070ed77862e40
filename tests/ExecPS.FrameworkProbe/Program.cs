using System.Text;
using ExecPS.Client;
using ExecPS.Client.Errors;

namespace ExecPS.FrameworkProbe;

/// <summary>
/// Arguments: address, key, and optionally a method and a JSON body. Writes one line per assignment of the server, or, with a method, the
/// status of one request and the number of requests sent. Writes the error if the request fails.
/// </summary>
internal static class Program
{
    // On a busy computer, Mono can take a minute to end a process whose connections were closed. Exit doesn't wait for them.
    private static void Main(string[] args) => Environment.Exit(RunAsync(args).GetAwaiter().GetResult());

    private static async Task<int> RunAsync(string[] args)
    {
        // Mono occasionally doesn't detect that a connection was reset. The client's timeout does, and the request is retried.
        var options = new ExecClientOptions
        {
            BaseUri = new(args[0]),
            RequestsPerMinute = 0,
            RetryInterval = TimeSpan.FromMilliseconds(1),
            Timeout = TimeSpan.FromSeconds(10),
        };
        var client = new ExecClient(args[1], options);
        try
        {
            if (args.Length > 2)
            {
                var response = await client.SendRawAsync(
                    new(args[2]), "/workspace", jsonBody: args.Length > 3 ? Encoding.UTF8.GetBytes(args[3]) : (ReadOnlyMemory<byte>?)null);
                Console.WriteLine($"{response.StatusCode}, requests: {client.RequestCount}");
                return 0;
            }

            await foreach (var row in client.ListAssignments().ReadAllAsync())
                Console.WriteLine($"{row.Id} {row.Status} {row.BestScore} {row.DueDate?.ToUniversalTime():s}");
            return 0;
        }
        catch (ExecException exception)
        {
            Console.WriteLine($"{exception.GetType().Name}: {exception.Message}");
            if (args.Length > 2)
                Console.WriteLine($"may have been processed: {exception.MayHaveBeenProcessed}, requests: {client.RequestCount}");
            return 1;
        }
    }
}
