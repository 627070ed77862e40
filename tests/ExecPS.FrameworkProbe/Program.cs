using ExecPS.Client;
using ExecPS.Client.Errors;

namespace ExecPS.FrameworkProbe;

/// <summary>Writes a line for each assignment of the server at the address and with the key that it is given, or the error.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        // Mono now and then doesn't notice that a connection was reset; the client's time-out does, and tries again.
        var options = new ExecClientOptions
        {
            BaseUri = new(args[0]),
            RequestsPerMinute = 0,
            RetryInterval = TimeSpan.FromMilliseconds(1),
            Timeout = TimeSpan.FromSeconds(10),
        };
        using var client = new ExecClient(args[1], options);
        try
        {
            await foreach (var row in client.ListAssignments().ReadAllAsync())
                Console.WriteLine($"{row.Id} {row.Status} {row.BestScore} {row.DueDate?.ToUniversalTime():s}");
            return 0;
        }
        catch (ExecException exception)
        {
            Console.WriteLine($"{exception.GetType().Name}: {exception.Message}");
            return 1;
        }
    }
}
