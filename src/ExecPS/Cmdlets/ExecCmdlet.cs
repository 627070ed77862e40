using System.Management.Automation;
using ExecPS.Client;
using ExecPS.Client.Errors;

namespace ExecPS.Cmdlets;

/// <summary>What every command that asks the API shares: waiting, Ctrl+C, notices, errors.</summary>
/// <remarks>
/// Only the pipeline's thread may write. Requests run on others; what they have to say goes through one queue, which the
/// pipeline's thread empties while it waits for them.
/// </remarks>
public abstract class ExecCmdlet : PSCmdlet, IDisposable
{
    private static readonly string[] s_incomplete = ["ExecListIncomplete"];

    private readonly CancellationTokenSource _stopping = new();
    private readonly NoticeQueue _notices = new();
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);

    private protected ExecCmdlet() => Progress = new ProgressDisplay(this, TimeProvider.System);

    /// <summary>Cancelled by Ctrl+C and when the command ends.</summary>
    private protected CancellationToken StopToken => _stopping.Token;

    private protected IProgress<ExecNotice> Notices => _notices;

    private protected ProgressDisplay Progress { get; }

    /// <summary>The parameters that the command line gave, as against those that input objects bring.</summary>
    private protected IReadOnlyCollection<string> GivenParameters { get; private set; } = [];

    /// <summary>Refuses a parameter that is given as null: it would silently ask for more than was meant.</summary>
    protected override void BeginProcessing()
    {
        GivenParameters = [.. MyInvocation.BoundParameters.Keys];

        // A line a request is worth no words that nobody reads.
        _notices.TellsOfAnswers = MyInvocation.BoundParameters.TryGetValue("Verbose", out var verbose)
            ? LanguagePrimitives.IsTrue(verbose)
            : GetVariableValue("VerbosePreference", "SilentlyContinue").ToString() is not ("SilentlyContinue" or "Ignore");
        foreach (var parameter in MyInvocation.BoundParameters)
        {
            if (parameter.Value is null)
            {
                ThrowInvalidArgument("ExecParameterNull", ErrorCategory.InvalidArgument,
                    $"Parameter '{parameter.Key}' is null.", "Give it a value, or leave the parameter out.");
            }
        }
    }

    /// <summary>Ends every wait and every request of the command.</summary>
    protected override void StopProcessing()
    {
        _stopping.Cancel();
        _notices.Wake();
    }

    /// <summary>Ends what still runs.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what still runs.</summary>
    /// <param name="disposing">Whether this is a call of <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;

        _stopping.Cancel();
        _stopping.Dispose();
        _notices.Dispose();
    }

    /// <summary>Waits for a task, showing notices and progress meanwhile. Its failure ends the command.</summary>
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
            ThrowInvalidArgument("ExecDisconnected", ErrorCategory.ConnectionError,
                "The connection was closed by Disconnect-ExecWorkspace while the command ran.", "Connect again with Connect-ExecWorkspace.");
            throw;
        }
        catch (ExecException exception)
        {
            Progress.Complete();
            ThrowTerminatingError(ErrorRecords.From(exception, Progress.Given));
            throw;
        }
    }

    /// <summary>Waits for a task, showing notices and progress meanwhile; it may have failed then.</summary>
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

    /// <summary>Ends the command with an error about what it was given.</summary>
    private protected void ThrowInvalidArgument(string errorId, ErrorCategory category, string message, string action, object? target = null) =>
        ThrowTerminatingError(ErrorRecords.Create(new ArgumentException(message), errorId, category, action, target));

    /// <summary>Refuses a span of time that is empty.</summary>
    private protected void RequireOrder(string earlier, DateTime? from, string later, DateTime? to)
    {
        if (from?.ToUniversalTime() > to?.ToUniversalTime())
        {
            ThrowInvalidArgument("ExecTimeSpanEmpty", ErrorCategory.InvalidArgument,
                $"Parameter '{earlier}' ({from:g}) is later than '{later}' ({to:g}): nothing lies between.", $"Give -{earlier} the earlier time.");
        }
    }

    /// <summary>Refuses a direction without what to sort by.</summary>
    private protected void RequireSortBy(object? sortBy, bool descending)
    {
        if (descending && sortBy is null)
        {
            ThrowInvalidArgument("ExecDescendingNeedsSortBy", ErrorCategory.InvalidArgument,
                "Parameter 'Descending' needs 'SortBy': the API's own order has no direction to turn.", "Add -SortBy; Tab shows by what.");
        }
    }

    private void ShowNotices()
    {
        while (_notices.TryTake() is { } notice)
            Show(notice);
    }

    private void Show(ExecNotice notice)
    {
        switch (notice)
        {
            case RequestAnswered answered:
                WriteVerbose(FormattableString.Invariant(
                    $"{answered.Request} answered {answered.StatusCode} in {answered.Elapsed.TotalMilliseconds:0} ms, {answered.Bytes} bytes."));
                break;
            case RequestRetried retried:
                WriteVerbose(FormattableString.Invariant(
                    $"{retried.Request}: {retried.Reason.TrimEnd('.')}. Trying again in {Durations.Say(retried.Pause)} ({retried.Attempt} of {retried.MaximumRetryCount})."));
                break;
            case RequestsWait wait:
                Progress.Wait(wait.Reason, wait.Until);
                break;
            case UnknownValueMet unknown:
                WarnOnce($"This version of ExecPS doesn't know the {unknown.Type} '{unknown.Name}'; it is shown as Unknown. A newer version may know it.");
                break;
            case InvalidValueMet invalid:
                ShowInvalidValue(invalid);
                break;
            case ListingPartNotFound part:
                WriteError(ErrorRecords.From(part.Failure, given: 0));
                break;
            case ListingDisturbed disturbed:
                WarnOnce(disturbed.Reason);

                // A warning has no identifier; a script that must know has this.
                WriteInformation(disturbed.Reason, s_incomplete);
                break;
        }
    }

    /// <summary>Warns about the first invalid value of each field. Servers that write one usually write many: the others are verbose output.</summary>
    private void ShowInvalidValue(InvalidValueMet invalid)
    {
        var row = invalid.Id is null ? "" : $" in '{invalid.Id}'";
        var text = $"The API returned a value for '{invalid.Field}'{row} that can't be read: {invalid.Value}. The property is empty.";
        if (_warned.Add($"{nameof(InvalidValueMet)} {invalid.Field}"))
            WriteWarning(text);
        else
            WriteVerbose(text);
    }

    private void WarnOnce(string text)
    {
        if (_warned.Add(text))
            WriteWarning(text);
    }
}
