using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using ExecPS.Client;
using ExecPS.Client.Errors;
using ExecPS.Client.Paging;
using ExecPS.Completion;
using ExecPS.Connections;

namespace ExecPS.Cmdlets;

/// <summary>The base class of commands that send requests over a connection of the session.</summary>
public abstract class ExecConnectedCmdlet : ExecCmdlet
{
    private PropertyInfo[]? _inputParameters;
    private bool _warnedOfQuota;

    private protected ExecConnectedCmdlet()
    {
    }

    /// <summary>The connection to use, as an object or by name. The default is the session's default connection.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ConnectionCompleter))]
    public ExecConnection? Connection { get; set; }

    private protected ExecClient Client { get; private set; } = null!;

    /// <summary>Gets what responses have named so far, for completion.</summary>
    private protected CompletionCache Cache => Connection!.Cache;

    /// <summary>Determines the connection.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Connection ??= Connections.Default;
        if (Connection is null)
        {
            ThrowTerminating("ExecNotConnected", ErrorCategory.ConnectionError,
                "This session isn't connected to an Exec workspace.",
                "Run Connect-ExecWorkspace -ApiKey (Read-Host -AsSecureString), or try the module with Connect-ExecWorkspace -Sandbox.");
        }

        if (Connection!.Client is not { } client)
        {
            ThrowTerminating("ExecDisconnected", ErrorCategory.ConnectionError,
                $"The connection '{Connection.Name}' is closed.", "Run Connect-ExecWorkspace to connect again.", Connection);
            return;
        }

        Client = client;
    }

    /// <summary>Removes the progress bar.</summary>
    protected override void EndProcessing() => Progress.Complete();

    /// <summary>
    /// Returns whether the current input object has a value for any parameter. An object that has none would request everything,
    /// so the command writes an error and skips it.
    /// </summary>
    private protected bool InputHasValue()
    {
        if (!MyInvocation.ExpectingInput)
            return true;

        _inputParameters ??= [.. PipelineParameters().Where(parameter => !GivenParameters.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase))];
        if (Array.Exists(_inputParameters, parameter => parameter.GetValue(this) is not null))
            return true;

        WriteError(ErrorRecords.Create(
            new ArgumentException($"The input object was skipped: it has no value for {string.Join(", ", _inputParameters.Select(parameter => parameter.Name))}."),
            "ExecInputNamesNothing", ErrorCategory.InvalidData, "Remove the object from the input, or fill in the property.", null));
        return false;
    }

    /// <summary>
    /// Sends one request per item, and writes the results in the order of the items. An item that isn't found or that the API rejects
    /// is a non-terminating error.
    /// </summary>
    /// <remarks>
    /// Everything is written before the method returns, so that the results of one input object are written before the next one is
    /// processed. Only the items of one input object are prefetched.
    /// </remarks>
    /// <param name="items">The items of the current input object.</param>
    /// <param name="send">Sends the request for an item.</param>
    private protected void WriteEach<TItem, TResult>(
        IReadOnlyCollection<TItem> items, Func<TItem, IProgress<ExecNotice>, CancellationToken, Task<TResult>> send)
        where TResult : class
    {
        WarnOfQuota(items.Count, "Pipe fewer objects into it, or continue another day with the rest.");
        Progress.Begin(MyInvocation.MyCommand.Name, Progress.Written + items.Count > 1 ? "items" : "");
        var queue = new PrefetchQueue<TResult>(StopToken);
        var isComplete = false;
        try
        {
            var unsent = items.Count;
            foreach (var item in items)
            {
                queue.Ask(stop => send(item, Notices, stop));
                unsent--;
                while (queue.TakeDue(isLast: unsent == 0) is { } result)
                    WriteResult(result);
            }

            isComplete = true;
        }
        finally
        {
            // The bar stays between input objects; it would flicker otherwise.
            if (!isComplete)
                Progress.Complete();
            queue.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Writes a warning, once, if a number of requests exceeds what remains of the workspace's day.</summary>
    /// <param name="requests">The number of requests still to be sent, as far as it is known.</param>
    /// <param name="advice">How to send fewer.</param>
    private protected void WarnOfQuota(long requests, string advice)
    {
        var remaining = Math.Max(PublishedLimits.RequestsPerDay - Client.RequestCount, 0);
        if (_warnedOfQuota || Client.RequestsPerMinute == 0 || requests <= remaining)
            return;

        _warnedOfQuota = true;
        WriteWarning(string.Format(CultureInfo.CurrentCulture,
            "This command needs at least {0:N0} more requests, but at most {1:N0} of the workspace's {2:N0} requests per day remain. {3}",
            requests, remaining, PublishedLimits.RequestsPerDay, advice));
    }

    private IEnumerable<PropertyInfo> PipelineParameters() =>
        GetType().GetProperties().Where(property => property.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.ValueFromPipelineByPropertyName));

    private void WriteResult<TResult>(Task<TResult> result)
        where TResult : class
    {
        WaitFor(result);
        if (result.Exception?.InnerException is ExecApiException { StatusCode: 400 or 404 or 422 } failure)
        {
            WriteError(ErrorRecords.From(failure, written: 0));
            return;
        }

        var value = Await(result);
        Cache.Add([value]);
        WriteObject(value);
        Progress.Advance(Progress.Written + 1, null);
    }
}
