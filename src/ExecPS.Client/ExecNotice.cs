namespace ExecPS.Client;

/// <summary>An event during a request that is reported to the caller.</summary>
public abstract record ExecNotice;

/// <summary>A response was received.</summary>
/// <param name="Request">Method, path and query.</param>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Elapsed">The time from sending the request to the last byte of the response.</param>
/// <param name="Bytes">The size of the response after decompression.</param>
public sealed record ResponseReceived(string Request, int StatusCode, TimeSpan Elapsed, long Bytes) : ExecNotice;

/// <summary>A request failed and is sent again.</summary>
/// <param name="Request">Method, path and query.</param>
/// <param name="Reason">The cause of the failure.</param>
/// <param name="Pause">The time until the retry.</param>
/// <param name="Attempt">The number of the retry, from 1.</param>
/// <param name="MaximumRetryCount">The maximum number of retries.</param>
public sealed record RequestRetried(string Request, string Reason, TimeSpan Pause, int Attempt, int MaximumRetryCount) : ExecNotice;

/// <summary>Requests are delayed.</summary>
/// <param name="Reason">The reason in a few words, such as <c>rate limit</c>.</param>
/// <param name="Until">The time at which requests continue.</param>
public sealed record RequestsWait(string Reason, DateTimeOffset Until) : ExecNotice;

/// <summary>A response contained a value that this version doesn't recognize; the property is <c>Unknown</c>.</summary>
/// <param name="Type">The name of the enum: <c>AssignmentStatus</c>.</param>
/// <param name="Name">The API's name for the value.</param>
public sealed record UnknownValueReceived(string Type, string Name) : ExecNotice;

/// <summary>A response contained a value that isn't valid for its field, such as a date that can't be read; the property is null.</summary>
/// <param name="Field">The field, as the API names it: <c>due_date</c>.</param>
/// <param name="Id">The ID of the row or object; null if it has none.</param>
/// <param name="Value">The value as the response contains it.</param>
public sealed record InvalidValueMet(string Field, string? Id, string Value) : ExecNotice;

/// <summary>One of several items whose lists are read doesn't exist; reading continues with the next item.</summary>
/// <param name="Failure">The error from the API.</param>
public sealed record ListingPartNotFound(Errors.ExecApiException Failure) : ExecNotice;

/// <summary>A list changed while it was read, so rows may be missing.</summary>
/// <param name="Reason">What happened, how it affects the rows, and what to do.</param>
public sealed record ListingDisturbed(string Reason) : ExecNotice;
