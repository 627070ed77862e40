using ExecPS.Client;
using ExecPS.Client.Errors;
using ExecPS.Connections;
using ExecPS.Export;

namespace ExecPS.Cmdlets;

/// <summary>The base class of every command: waiting, cancellation, notices, and errors.</summary>
/// <remarks>
/// Only the pipeline thread may write. Requests run on other threads and report to a queue, which the pipeline thread empties
/// while it waits for them.
/// </remarks>
public abstract partial class ExecCmdlet : PSCmdlet, IDisposable
{
    private static readonly string[] s_incomplete = ["ExecListIncomplete"];

    private readonly CancellationTokenSource _stopping = new();
    private readonly NoticeQueue _notices = new();
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);

    private protected ExecCmdlet() => Progress = new ProgressDisplay(this, TimeProvider.System);

    /// <summary>Gets the token that is canceled by Ctrl+C and when the command ends.</summary>
    private protected CancellationToken StopToken => _stopping.Token;

    private protected IProgress<ExecNotice> Notices => _notices;

    private protected ProgressDisplay Progress { get; }

    /// <summary>Gets the connections of this runspace.</summary>
    private protected ConnectionStore Connections => ConnectionStore.Of(SessionState);

    /// <summary>Gets the names of the parameters given on the command line, as opposed to those bound from input objects.</summary>
    private protected IReadOnlyCollection<string> GivenParameters { get; private set; } = [];

    /// <summary>Rejects parameters whose value is null, because the command would silently return more than intended.</summary>
    protected override void BeginProcessing()
    {
        GivenParameters = [.. MyInvocation.BoundParameters.Keys];

        // Skip per-request verbose notices unless verbose output is enabled.
        _notices.IncludeResponses = MyInvocation.BoundParameters.TryGetValue("Verbose", out var verbose)
            ? LanguagePrimitives.IsTrue(verbose)
            : GetVariableValue("VerbosePreference", "SilentlyContinue").ToString() is not ("SilentlyContinue" or "Ignore");
        foreach (var parameter in MyInvocation.BoundParameters)
        {
            if (parameter.Value is null)
                ThrowInvalidArgument("ExecParameterNull", $"The value of parameter '{parameter.Key}' is null or empty.", "Specify a value, or omit the parameter.");
        }
    }

    /// <summary>Cancels every wait and every request of the command.</summary>
    protected override void StopProcessing()
    {
        _stopping.Cancel();
        _notices.Wake();
    }

    /// <summary>Cancels what is still running.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Cancels what is still running.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> made the call.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;

        _stopping.Cancel();
        _stopping.Dispose();
        _notices.Dispose();
    }

    /// <summary>Waits for a task while showing notices and progress. A failure of the task ends the command.</summary>
    private protected T Await<T>(Task<T> task)
    {
        try
        {
            WaitFor(task);
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (ObjectDisposedException)
        {
            Progress.Complete();
            ThrowTerminating("ExecDisconnected", ErrorCategory.ConnectionError,
                "The connection was closed while the command was running.", "Run Connect-ExecWorkspace to connect again.");
            throw;
        }
        catch (ExecException exception)
        {
            Progress.Complete();
            ThrowTerminatingError(ErrorRecords.From(exception, Progress.Written));
            throw;
        }
    }

    /// <summary>Waits for a task, which may fail, while showing notices and progress.</summary>
    private protected void WaitFor(Task task)
    {
        if (!task.IsCompleted)
            _notices.Watch(task);
        try
        {
            while (true)
            {
                ShowNotices();
                Progress.Refresh();
                if (task.IsCompleted)
                    break;
                _notices.Wait(ProgressDisplay.ShortestInterval);
                StopToken.ThrowIfCancellationRequested();
            }

            ShowNotices();
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Ends the command with an error about the state of the session.</summary>
    private protected void ThrowTerminating(string errorId, ErrorCategory category, string message, string action, object? target = null) =>
        ThrowTerminatingError(ErrorRecords.Create(new InvalidOperationException(message), errorId, category, action, target));

    /// <summary>Ends the command with an error about its parameters.</summary>
    private protected void ThrowInvalidArgument(string errorId, string message, string action) =>
        ThrowTerminatingError(ErrorRecords.Create(new ArgumentException(message), errorId, ErrorCategory.InvalidArgument, action, target: null));

    /// <summary>Rejects an empty range of time.</summary>
    private protected void RequireOrder(string earlier, DateTime? from, string later, DateTime? to)
    {
        if (from?.ToUniversalTime() > to?.ToUniversalTime())
        {
            ThrowInvalidArgument("ExecTimeRangeInvalid",
                $"-{earlier} ({from:g}) must not be later than -{later} ({to:g}).", $"Specify the earlier time with -{earlier}.");
        }
    }

    /// <summary>Rejects a sort direction without a sort property.</summary>
    private protected void RequireSortBy(object? sortBy, bool descending)
    {
        if (descending && sortBy is null)
        {
            ThrowInvalidArgument("ExecDescendingNeedsSortBy",
                "-Descending requires -SortBy, because the default order of the API can't be reversed.", "Specify -SortBy. Press Tab to show the valid values.");
        }
    }

    private protected void WarnOnce(string text)
    {
        if (_warned.Add(text))
            WriteWarning(text);
    }

    private void ShowNotices()
    {
        while (_notices.TryTake() is { } notice)
            Show(notice);
    }

    /// <summary>Shows the progress of a command that doesn't write the rows that it reads.</summary>
    private protected virtual void ShowRows(RowsRead read) => Progress.Advance(read.Rows, read.Total);

    private void Show(ExecNotice notice)
    {
        switch (notice)
        {
            case ResponseReceived received:
                WriteVerbose(FormattableString.Invariant(
                    $"{received.Request} responded with status {received.StatusCode} in {received.Elapsed.TotalMilliseconds:0} ms, {received.Bytes} bytes."));
                break;
            case RequestRetried retried:
                WriteVerbose(FormattableString.Invariant(
                    $"{retried.Request}: {retried.Reason.TrimEnd('.')}. Retrying in {Durations.Say(retried.Pause)} ({retried.Attempt} of {retried.MaximumRetryCount})."));
                break;
            case RequestsWait wait:
                Progress.Wait(wait.Reason, wait.Until);
                break;
            case UnknownValueReceived unknown:
                WarnOnce($"This version of ExecPS doesn't recognize the {unknown.Type} '{unknown.Name}' and shows it as Unknown. Check for a newer version.");
                break;
            case InvalidValueMet invalid:
                ShowInvalidValue(invalid);
                break;
            case ListingPartNotFound part:
                WriteError(ErrorRecords.From(part.Failure, written: 0));
                break;
            case RowsRead read:
                ShowRows(read);
                break;
            case ListingDisturbed disturbed:
                WarnOnce(disturbed.Reason);

                // Warnings have no ID. Scripts can recognize this record by its tag.
                WriteInformation(disturbed.Reason, s_incomplete);
                break;
        }
    }

    /// <summary>Warns about the first invalid value of each field. Servers that write one usually write many: the others are verbose output.</summary>
    private void ShowInvalidValue(InvalidValueMet invalid)
    {
        var row = invalid.Id is null ? "" : $" in '{invalid.Id}'";
        var text = $"The API returned an invalid value for '{invalid.Field}'{row}: {invalid.Value}. The property is null.";
        if (_warned.Add($"{nameof(InvalidValueMet)} {invalid.Field}"))
            WriteWarning(text);
        else
            WriteVerbose(text);
    }
}
