using System.Management.Automation;
using System.Reflection;
using ExecPS.Client;
using ExecPS.Client.Errors;
using ExecPS.Client.Paging;
using ExecPS.Completion;
using ExecPS.Connections;

namespace ExecPS.Cmdlets;

/// <summary>A command that asks the API over a connection of the session.</summary>
public abstract class ExecConnectedCmdlet : ExecCmdlet
{
    private readonly Queue<Func<CancellationToken, Task<object>>> _requests = new();
    private PrefetchQueue<object>? _answers;
    private PropertyInfo[]? _fromInput;

    private protected ExecConnectedCmdlet()
    {
    }

    /// <summary>The connection to use, by object or by name; the session's default when it isn't given.</summary>
    [Parameter]
    [ValidateNotNull]
    [ConnectionTransform]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public ExecConnection? Connection { get; set; }

    private protected ExecClient Client { get; private set; } = null!;

    /// <summary>What the connection's answers have named so far, for Tab.</summary>
    private protected CompletionCache Seen { get; private set; } = null!;

    /// <summary>Finds the connection, or says how to make one.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var connection = Connection ?? ConnectionStore.OfThisRunspace.Default;
        if (connection is null)
        {
            ThrowInvalidArgument("ExecNotConnected", ErrorCategory.ConnectionError,
                "This session isn't connected to an Exec workspace.",
                "Connect with Connect-ExecWorkspace -ApiKey (Read-Host -AsSecureString), or try things out with Connect-ExecWorkspace -Sandbox.");
        }

        if (connection!.Client is not { } client)
        {
            ThrowInvalidArgument("ExecDisconnected", ErrorCategory.ConnectionError,
                $"The connection '{connection.Name}' was closed by Disconnect-ExecWorkspace.",
                "Connect again with Connect-ExecWorkspace.", connection);
            return;
        }

        Client = client;
        Seen = connection.Seen;
    }

    /// <summary>Writes the answers that are still on their way.</summary>
    protected override void EndProcessing() => WriteAnswers(isLast: true);

    /// <summary>Whether the input object of this turn narrows what is asked; one that doesn't would ask for everything, and is an error.</summary>
    private protected bool InputNamesSomething()
    {
        if (!MyInvocation.ExpectingInput)
            return true;

        _fromInput ??= [.. PipelineParameters().Where(parameter => !GivenParameters.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase))];
        if (Array.Exists(_fromInput, parameter => parameter.GetValue(this) is not null))
            return true;

        WriteError(ErrorRecords.Create(
            new ArgumentException($"The input object names nothing to ask for: none of {string.Join(", ", _fromInput.Select(parameter => parameter.Name))} has a value. It is left out."),
            "ExecInputNamesNothing", ErrorCategory.InvalidData, "Take the object out of the input, or fill in the property.", null));
        return false;
    }

    /// <summary>
    /// Asks for one thing, and writes its answer after those that were asked for before; some are on their way at once.
    /// What the API doesn't find, or can't make sense of, is an error of its own, and the command goes on.
    /// </summary>
    /// <param name="ask">Sends the request, with where notices go and what ends it.</param>
    private protected void QueueRequest<T>(Func<IProgress<ExecNotice>, CancellationToken, Task<T>> ask)
        where T : class
    {
        // Of one there is nothing to count.
        Progress.Begin(MyInvocation.MyCommand.Name, _answers is null ? "" : "answers");
        _answers ??= new(() => _requests.Count > 0 ? _requests.Dequeue() : null, StopToken);
        _requests.Enqueue(async stop => await ask(Notices, stop).ConfigureAwait(false));
        _answers.Prefetch();
        WriteAnswers(isLast: false);
    }

    /// <summary>Ends what still runs.</summary>
    /// <param name="disposing">Whether this is a call of <see cref="IDisposable.Dispose"/>.</param>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _answers?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        base.Dispose(disposing);
    }

    private IEnumerable<PropertyInfo> PipelineParameters() =>
        GetType().GetProperties().Where(property => property.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.ValueFromPipelineByPropertyName));

    /// <summary>Writes the answers that are due.</summary>
    /// <param name="isLast">Whether to wait for all answers. Otherwise, it waits only if a request can't be started yet.</param>
    private protected void WriteAnswers(bool isLast)
    {
        while ((isLast || _requests.Count > 0) && _answers?.ReadAsync() is { } answer)
        {
            WaitFor(answer);
            if (answer.Exception?.InnerException is ExecApiException { StatusCode: 400 or 404 or 422 } failure)
                WriteError(ErrorRecords.From(failure, given: 0));
            else if (Await(answer) is { } result)
                Write(result);
            else
                break;
        }

        if (isLast)
            Progress.Complete();
    }

    private void Write(object answer)
    {
        Seen.Note([answer]);
        WriteObject(answer);
        Progress.Advance(Progress.Given + 1, null);
    }
}
