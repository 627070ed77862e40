using System.Globalization;
using System.Management.Automation;
using ExecPS.Client;
using ExecPS.Client.Errors;
using ExecPS.Connections;

namespace ExecPS.Cmdlets;

/// <summary>An error record for each kind of failure. Identifiers and categories are listed in about_ExecPS_Errors and don't change.</summary>
internal static class ErrorRecords
{
    private static readonly string s_limits = string.Format(
        CultureInfo.CurrentCulture, "A workspace has {0:N0} requests per minute and {1:N0} per day.", PublishedLimits.RequestsPerMinute, PublishedLimits.RequestsPerDay);

    public static ErrorRecord From(ExecException exception, long given)
    {
        var (id, category, action) = Describe(exception);
        var record = Create(exception, id, category, action, exception.Request);
        if (given > 0)
        {
            record.ErrorDetails = new ErrorDetails(
                string.Format(CultureInfo.CurrentCulture, "{0} {1:N0} objects had been written before; the list is incomplete.", exception.Message, given))
            {
                RecommendedAction = action,
            };
        }

        return record;
    }

    public static ErrorRecord Create(Exception exception, string id, ErrorCategory category, string action, object? target) =>
        new(exception, id, category, target)
        {
            ErrorDetails = new ErrorDetails(exception.Message) { RecommendedAction = action },
        };

    public static ErrorRecord NoSuchConnection(string name, ConnectionStore store) => Create(
        new ItemNotFoundException(store.SayMissing(name)), "ExecConnectionNotFound", ErrorCategory.ObjectNotFound, "Make a connection with Connect-ExecWorkspace -Name.", name);

    private static (string Id, ErrorCategory Category, string Action) Describe(ExecException exception) => exception switch
    {
        ExecApiException api => Describe(api),
        ExecConnectionException { IsTransient: false } => ("ExecConnectionNotSecure", ErrorCategory.SecurityError,
            "Check the server's certificate and this machine's clock and trusted authorities. ExecPS has no switch to go on without."),
        ExecConnectionException => ("ExecConnectionFailed", ErrorCategory.ConnectionError,
            "Check the network, the proxy (-Proxy) and the address (-BaseUri of Connect-ExecWorkspace), then try again."),
        ExecTimeoutException => ("ExecTimeout", ErrorCategory.OperationTimeout,
            "Try again later, or allow the server more time with -TimeoutSec of Connect-ExecWorkspace."),
        ExecRedirectException => ("ExecRedirected", ErrorCategory.SecurityError,
            "Check -BaseUri of Connect-ExecWorkspace. Connect to the new address if you trust it with the key."),
        ExecResponseException => ("ExecUnexpectedResponse", ErrorCategory.InvalidData,
            "Check that -BaseUri of Connect-ExecWorkspace is the API's and that no proxy or sign-in page answers in its place."),
        _ => throw new ArgumentOutOfRangeException(nameof(exception), exception, "A kind of failure without an error record."),
    };

    private static (string Id, ErrorCategory Category, string Action) Describe(ExecApiException exception) => exception.StatusCode switch
    {
        400 or 422 => ("ExecInvalidRequest", ErrorCategory.InvalidArgument,
            "Correct the parameter that the message speaks of."),
        401 => ("ExecAuthenticationFailed", ErrorCategory.AuthenticationError,
            "Check the key, or make a new one in the workspace under Settings > API, and connect again with Connect-ExecWorkspace."),
        403 => ("ExecForbidden", ErrorCategory.PermissionDenied,
            "Check with the workspace's owner that the workspace is active and that the key may do this."),
        404 => ("ExecNotFound", ErrorCategory.ObjectNotFound,
            "Check the identifier; what it named may have been deleted or belong to another workspace."),
        429 => ("ExecRateLimited", ErrorCategory.LimitsExceeded, exception.RetryAfter is { } wait
            ? $"Try again in {Durations.Say(wait)}, at {DateTime.Now + wait:g}. {s_limits}"
            : $"Try again later. {s_limits}"),
        >= 500 => ("ExecServerError", ErrorCategory.ResourceUnavailable,
            "Try again later. If it goes on, report it to the vendor with the time and the request."),
        _ => ("ExecRequestRejected", ErrorCategory.InvalidOperation,
            "See what the API says in the message."),
    };
}
