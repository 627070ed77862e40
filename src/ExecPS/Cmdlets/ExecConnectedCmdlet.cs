using System.Globalization;
using System.Reflection;
using ExecPS.Client;
using ExecPS.Client.Errors;
using ExecPS.Client.Http;
using ExecPS.Client.Paging;
using ExecPS.Connections;
using ExecPS.Export;
using ExecPS.Views;

namespace ExecPS.Cmdlets;

/// <summary>The base class of commands that send requests over a connection of the session.</summary>
public abstract partial class ExecConnectedCmdlet : ExecCmdlet
{
    /// <summary>The parameter set of items specified by ID.</summary>
    private protected const string ById = "ById";

    /// <summary>The parameter set of items specified by name.</summary>
    private protected const string ByName = "ByName";

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

    private protected override void ShowRows(RowsRead read) => Progress.Advance(read.Rows, read.Total, Client.EstimateWait(read.RequestsLeft));

    /// <summary>Removes the progress bar.</summary>
    protected override void EndProcessing() => Progress.Complete();

    /// <summary>
    /// Returns whether the current input object has a value for any parameter. An object that has none would request everything,
    /// so the command writes an error and skips it.
    /// </summary>
    private bool InputHasValue()
    {
        if (!MyInvocation.ExpectingInput)
            return true;

        _inputParameters ??= [.. PipelineParameters().Where(parameter => !IsGiven(parameter.Name)).Except(NameParameters().Select(IdParameter))];
        if (_inputParameters.Length == 0 || Array.Exists(_inputParameters, parameter => parameter.GetValue(this) is not null))
            return true;

        WriteError(ErrorRecords.Create(
            new ArgumentException($"The input object was skipped: it has no value for {string.Join(", ", _inputParameters.Select(parameter => parameter.Name))}."),
            "ExecInputEmpty", ErrorCategory.InvalidData, "Remove the object from the input, or set the property.", null));
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
        WarnOfQuota(items.Count, "Pipe fewer objects into the command, or continue another day with the remaining objects.");
        Progress.Begin(MyInvocation.MyCommand.Name, Progress.Written + items.Count > 1 ? "items" : "");
        var unsent = new Queue<TItem>(items);
        var queue = new PrefetchQueue<TResult>(Next, StopToken);
        var isComplete = false;
        try
        {
            for (var written = 0; written < items.Count; written++)
                WriteResult(queue.ReadAsync());

            isComplete = true;
        }
        finally
        {
            // The bar stays between input objects; it would flicker otherwise.
            if (!isComplete)
                Progress.Complete();
            queue.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        Func<CancellationToken, Task<TResult>>? Next()
        {
            if (unsent.Count == 0)
                return null;

            var item = unsent.Dequeue();
            return stop => send(item, Notices, stop);
        }
    }

    /// <summary>Gets the items repeatedly, until each has ended or the time is over, and writes each as soon as it has ended.</summary>
    /// <remarks>The intervals increase. They are long enough that all items together use at most half of the requests per minute.</remarks>
    /// <param name="ids">The IDs of the items.</param>
    /// <param name="noun">What the items are, in the plural.</param>
    /// <param name="timeoutSec">The number of seconds to wait. 0 for no limit.</param>
    /// <param name="get">Gets an item.</param>
    /// <param name="hasEnded">Whether an item has ended.</param>
    /// <param name="write">Writes an item.</param>
    private protected void Poll<T>(
        IReadOnlyCollection<string> ids, string noun, int timeoutSec, Func<string, IProgress<ExecNotice>, CancellationToken, Task<T>> get,
        Func<T, bool> hasEnded, Action<T> write)
        where T : class
    {
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        var interval = TimeSpan.FromSeconds(1);
        List<string> pending = [.. ids];
        Progress.Begin(MyInvocation.MyCommand.Name, noun, showsElapsed: true);
        while (pending.Count > 0)
        {
            foreach (var id in pending.ToArray())
            {
                if (TryAwait(get(id, Notices, StopToken)) is not { } item)
                {
                    pending.Remove(id);
                }
                else if (hasEnded(item))
                {
                    pending.Remove(id);
                    Cache.Add([item]);
                    write(item);
                }

                Progress.Advance(ids.Count - pending.Count, ids.Count);
            }

            var remaining = timeoutSec == 0 ? TimeSpan.MaxValue : TimeSpan.FromSeconds(timeoutSec) - clock.GetElapsedTime(started);
            if (pending.Count == 0 || remaining <= TimeSpan.Zero)
                break;

            var shortest = Client.RequestsPerMinute == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(2.0 * pending.Count / Client.RequestsPerMinute);
            var pause = new[] { interval > shortest ? interval : shortest, remaining }.Min();
            Progress.Wait("next check", clock.GetUtcNow() + pause);
            WaitFor(Delays.WaitAsync(pause, clock, StopToken));
            interval = TimeSpan.FromSeconds(Math.Min(interval.TotalSeconds * 1.5, 30));
        }

        Progress.Complete();
        foreach (var id in pending)
        {
            WriteError(ErrorRecords.Create(
                new TimeoutException($"'{id}' didn't end within {timeoutSec} seconds."), "ExecWaitTimeout", ErrorCategory.OperationTimeout,
                "Wait again, or increase -TimeoutSec.", id));
        }
    }

    /// <summary>Gets all rows of a list, for a command that doesn't write them.</summary>
    private protected IReadOnlyList<T> ReadAll<T>(ExecListing<T> listing)
        where T : class
    {
        List<T> all = [];
        var reader = listing.Read(notices: Notices, cancellationToken: StopToken);
        try
        {
            while (Await(reader.ReadAsync()) is { } rows)
                all.AddRange(rows);
        }
        finally
        {
            reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        return all;
    }

    /// <summary>The name of an item in quotation marks, or its ID if no response named it.</summary>
    private protected string NameOf(EntityKind kind, string id) => $"'{ViewText.Safe(Cache.NameOf(kind, id) ?? id)}'";

    /// <summary>Writes a warning, once, if a number of requests exceeds what remains of the workspace's day.</summary>
    /// <param name="requests">The number of requests still to be sent, as far as it is known.</param>
    /// <param name="advice">How to send fewer.</param>
    private protected void WarnOfQuota(long requests, string advice)
    {
        var remaining = Math.Max(Client.RequestsLeftToday, 0);
        if (_warnedOfQuota || Client.RequestsPerMinute == 0 || requests <= remaining)
            return;

        _warnedOfQuota = true;
        WriteWarning(string.Format(CultureInfo.CurrentCulture,
            "This command takes at least {0:N0} more requests, but at most {1:N0} of the workspace's {2:N0} requests per day remain. {3}",
            requests, remaining, PublishedLimits.RequestsPerDay, advice));
    }

    private IEnumerable<PropertyInfo> PipelineParameters() =>
        GetType().GetProperties().Where(property => property.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.ValueFromPipelineByPropertyName));

    /// <summary>Waits for an item. Writes a non-terminating error if it isn't found or the API rejects it.</summary>
    /// <returns>The item. Null after an error.</returns>
    private TResult? TryAwait<TResult>(Task<TResult> result)
        where TResult : class?
    {
        WaitFor(result);
        if (result.Exception?.InnerException is not ExecApiException { StatusCode: 400 or 404 or 422 } failure)
            return Await(result);

        WriteError(ErrorRecords.From(failure, written: 0));
        return null;
    }

    private void WriteResult<TResult>(Task<TResult?> result)
        where TResult : class
    {
        if (TryAwait(result) is not { } value)
            return;

        Cache.Add([value]);
        Cache.SetNames([value]);
        WriteObject(value);
        Progress.Advance(Progress.Written + 1, null);
    }
}
