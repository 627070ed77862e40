using System.Globalization;
using ExecPS.Client;
using ExecPS.Client.Errors;
using ExecPS.Connections;
using ExecPS.Export;
using ExecPS.Views;

namespace ExecPS.Cmdlets;

/// <summary>Creates the error record for each kind of failure. about_ExecPS_Errors lists the IDs and categories, which don't change.</summary>
internal static class ErrorRecords
{
    private static readonly string s_limits = string.Format(
        CultureInfo.CurrentCulture, "A workspace has a limit of {0:N0} requests per minute and {1:N0} per day.", PublishedLimits.RequestsPerMinute, PublishedLimits.RequestsPerDay);

    /// <param name="exception">The failure.</param>
    /// <param name="written">The number of objects that the command returned before the failure.</param>
    public static ErrorRecord From(ExecException exception, long written)
    {
        var (id, category, action) = Describe(exception);
        if (exception.MayHaveBeenProcessed && !exception.Request.StartsWith("GET ", StringComparison.Ordinal))
            action = "Check whether the request took effect before you send it again.";

        var record = Create(exception, id, category, action, exception.Request);
        if (written > 0)
        {
            var objects = written == 1 ? "1 object was" : string.Format(CultureInfo.CurrentCulture, "{0:N0} objects were", written);
            record.ErrorDetails = new ErrorDetails($"{exception.Message} {objects} returned before the failure; the list is incomplete.") { RecommendedAction = action };
        }

        return record;
    }

    /// <summary>Creates the error of a request that changes something.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="record">The parameter values of the record.</param>
    /// <param name="check">The command that shows whether the request took effect.</param>
    /// <param name="processed">How many records were processed before, if the failure stops the command. Null if it doesn't.</param>
    public static ErrorRecord FromWrite(ExecException exception, PSObject record, string check, string? processed = null)
    {
        var (id, category, action) = Describe(exception);
        if (exception.MayHaveBeenProcessed)
            action = $"Run {check} to see whether the request took effect. Only if it didn't, run the command again for this record.";
        return new(exception, id, category, record)
        {
            ErrorDetails = new ErrorDetails(processed is null ? exception.Message : $"{exception.Message} {processed}") { RecommendedAction = action },
        };
    }

    public static ErrorRecord Create(Exception exception, string id, ErrorCategory category, string action, object? target) =>
        new(exception, id, category, target)
        {
            ErrorDetails = new ErrorDetails(exception.Message) { RecommendedAction = action },
        };

    /// <summary>Creates the error of a name that nothing matches.</summary>
    /// <param name="item">What the name identifies: <c>scenario named</c>.</param>
    /// <param name="name">The name.</param>
    /// <param name="existing">The existing names.</param>
    public static ErrorRecord NameNotFound(string item, string name, IEnumerable<string> existing)
    {
        var similar = SimilarNames.Of(name, existing);
        var hint = similar.Count == 0 ? "" : $" Similar names: {string.Join(", ", similar.Select(other => $"'{ViewText.Safe(other)}'"))}.";
        return Create(
            new ItemNotFoundException($"No {item} '{ViewText.Safe(name)}' was found.{hint}"), "ExecNameNotFound", ErrorCategory.ObjectNotFound,
            "Correct the value, or use wildcards. Press Tab to complete values read in this session.", name);
    }

    public static ErrorRecord ConnectionNotFound(string name, ConnectionStore store) => Create(
        new ItemNotFoundException(store.DescribeMissing(name)), "ExecConnectionNotFound", ErrorCategory.ObjectNotFound, "Run Connect-ExecWorkspace -Name to create a connection.", name);

    /// <summary>Creates the error of an export that can't begin.</summary>
    public static ErrorRecord From(ExportException exception, string path)
    {
        var (id, category) = exception.Problem switch
        {
            ExportProblem.Locked => ("ExecExportLocked", ErrorCategory.ResourceBusy),
            ExportProblem.Mismatch => ("ExecExportMismatch", ErrorCategory.InvalidOperation),
            _ => ("ExecFileNotWritten", ErrorCategory.WriteError),
        };
        return Create(exception, id, category, exception.Action, path);
    }

    /// <summary>Creates the error of a resource that isn't exported.</summary>
    public static ErrorRecord From(ExportedFile file, Exception failure)
    {
        var (id, category, action) = failure is ExecException exception
            ? Describe(exception)
            : ("ExecFileNotWritten", ErrorCategory.WriteError, "Check the disk and the permissions, and close the file in other programs. A previous file is unchanged.");
        var record = Create(failure, id, category, action, file);
        record.ErrorDetails = new ErrorDetails($"{file.Resource} wasn't exported: {failure.Message}") { RecommendedAction = action };
        return record;
    }

    private static (string Id, ErrorCategory Category, string Action) Describe(ExecException exception) => exception switch
    {
        ExecApiException api => Describe(api),
        ExecConnectionException { IsProxyAuthenticationRequired: true } => ("ExecProxyAuthenticationRequired", ErrorCategory.AuthenticationError,
            "Run Connect-ExecWorkspace with -Proxy and -ProxyCredential."),
        ExecConnectionException { IsTransient: false } => ("ExecConnectionNotSecure", ErrorCategory.SecurityError,
            "Check the server's certificate, and the clock and trusted authorities of this computer. This check can't be turned off."),
        ExecConnectionException => ("ExecConnectionFailed", ErrorCategory.ConnectionError,
            "Check the network, the proxy (-Proxy), and the address (-BaseUri of Connect-ExecWorkspace), and then try again."),
        ExecOutcomeUnknownException => ("ExecOutcomeUnknown", ErrorCategory.OperationTimeout,
            "Check whether the request took effect before you send it again."),
        ExecTimeoutException => ("ExecTimeout", ErrorCategory.OperationTimeout,
            "Try again later, or increase -TimeoutSec of Connect-ExecWorkspace."),
        ExecRedirectException => ("ExecRedirected", ErrorCategory.SecurityError,
            "Check -BaseUri of Connect-ExecWorkspace. Connect to the new address if you trust it."),
        ExecResponseException => ("ExecUnexpectedResponse", ErrorCategory.InvalidData,
            "Check that -BaseUri of Connect-ExecWorkspace is the address of the API, and that the response isn't from a proxy or a sign-in page."),
        _ => throw new ArgumentOutOfRangeException(nameof(exception), exception, "This kind of failure has no error record."),
    };

    private static (string Id, ErrorCategory Category, string Action) Describe(ExecApiException exception) => exception.StatusCode switch
    {
        400 or 422 => ("ExecInvalidRequest", ErrorCategory.InvalidArgument,
            "Correct the parameter named in the message."),
        401 => ("ExecAuthenticationFailed", ErrorCategory.AuthenticationError,
            "Check the key, or create a new one in Exec under Settings > API, and then run Connect-ExecWorkspace."),
        403 => ("ExecForbidden", ErrorCategory.PermissionDenied,
            "Ask the owner of the workspace whether the workspace is active and the key has this permission."),
        404 => ("ExecNotFound", ErrorCategory.ObjectNotFound,
            "Check the ID. The item might be deleted, or belong to another workspace."),
        429 => ("ExecRateLimited", ErrorCategory.LimitsExceeded, exception.RetryAfter is { } wait
            ? $"Try again in {Durations.Say(wait)}, at {DateTime.Now + wait:g}. {s_limits}"
            : $"Try again later. {s_limits}"),
        >= 500 => ("ExecServerError", ErrorCategory.ResourceUnavailable,
            "Try again later. If the problem persists, contact Exec support with the time and the request."),
        _ => ("ExecRequestRejected", ErrorCategory.InvalidOperation,
            "See the message of the API."),
    };
}
