using System.Globalization;
using ExecPS.Client;
using ExecPS.Client.Errors;

namespace ExecPS.Cmdlets;

/// <summary>The base class of commands that change something.</summary>
/// <remarks>
/// Confirmation and request run one record at a time, in order, on the pipeline thread. A record that the API rejects is a
/// non-terminating error whose target contains the parameter values of that record, so that it can be exported and piped in again.
/// </remarks>
public abstract class ExecWriteCmdlet : ExecConnectedCmdlet
{
    private long _processed;
    private long? _total;

    private protected ExecWriteCmdlet()
    {
    }

    /// <summary>Announces records that are known before their requests are sent, for the warning about the daily quota and for progress.</summary>
    /// <param name="records">The number of records.</param>
    /// <param name="isTotal">Whether these are all records of the command.</param>
    private protected void Expect(long records, bool isTotal)
    {
        WarnOfQuota(records, "Continue another day with the remaining records.");
        if (isTotal)
            _total = _processed + records;
    }

    /// <summary>Confirms and sends the request of one record.</summary>
    /// <param name="description">What the request does, for -WhatIf and -Confirm: <c>Assign 'Cold Call' to jane@acme.com</c>.</param>
    /// <param name="record">The parameter values of the record.</param>
    /// <param name="check">The command that shows whether the request took effect, if its response is lost.</param>
    /// <param name="send">Sends the request.</param>
    /// <returns>The result. Null if the user didn't confirm, or the request failed.</returns>
    private protected T? Send<T>(string description, WriteRecord record, string check, Func<IProgress<ExecNotice>, CancellationToken, Task<T>> send)
        where T : class
    {
        if (!ShouldProcess(description, $"{description}?", MyInvocation.MyCommand.Name))
            return null;

        WarnOfQuota(1, "Continue another day with the remaining records.");
        Progress.Begin(MyInvocation.MyCommand.Name, "records");
        var task = send(Notices, StopToken);
        WaitFor(task);
        switch (task.Exception?.InnerException)
        {
            case null:
                break;
            case ExecException failure when !failure.AffectsEveryRequest:
                _processed++;
                WriteError(ErrorRecords.FromWrite(failure, record.ToObject(), check));
                return null;
            case ExecException failure:
                Progress.Complete();
                ThrowTerminatingError(ErrorRecords.FromWrite(failure, record.ToObject(), check, DescribeProcessed()));
                break;
            case ObjectDisposedException:
                Progress.Complete();
                ThrowTerminating("ExecDisconnected", ErrorCategory.ConnectionError,
                    $"The connection was closed while the command was running. {DescribeProcessed()}", "Run Connect-ExecWorkspace to connect again.", record.ToObject());
                break;
        }

        var result = Await(task);
        _processed++;
        Cache.Add([result]);
        Cache.SetNames([result]);
        Progress.Advance(_processed, _total);
        return result;
    }

    /// <summary>Confirms and sends a request without a result.</summary>
    private protected void Send(string description, WriteRecord record, string check, Func<IProgress<ExecNotice>, CancellationToken, Task> send) =>
        Send(description, record, check, async (notices, stop) =>
        {
            await send(notices, stop).ConfigureAwait(false);
            return record;
        });

    /// <summary>Writes a non-terminating error for a record that isn't valid. No request is sent for it.</summary>
    private protected void RejectRecord(string errorId, string message, string action, WriteRecord record) =>
        WriteError(ErrorRecords.Create(new ArgumentException(message), errorId, ErrorCategory.InvalidArgument, action, record.ToObject()));

    /// <summary>Text that is empty isn't sent: scripts and CSV files often have empty text for a value that isn't given.</summary>
    private protected static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private string DescribeProcessed() => _processed == 1
        ? "1 record was processed before the failure."
        : string.Format(CultureInfo.CurrentCulture, "{0:N0} records were processed before the failure.", _processed);
}
