namespace ExecPS.Client;

/// <summary>Something worth knowing that happened on the way to an answer.</summary>
public abstract record ExecNotice;

/// <summary>An answer arrived.</summary>
/// <param name="Request">Method, path and query.</param>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Elapsed">From sending to the answer's last byte.</param>
/// <param name="Bytes">The answer's size, decompressed.</param>
public sealed record RequestAnswered(string Request, int StatusCode, TimeSpan Elapsed, long Bytes) : ExecNotice;

/// <summary>A request failed in a way that a second try may mend, and is tried again.</summary>
/// <param name="Request">Method, path and query.</param>
/// <param name="Reason">What failed.</param>
/// <param name="Pause">How long until the next try.</param>
/// <param name="Attempt">Which retry comes next, from 1.</param>
/// <param name="MaximumRetryCount">How many retries there are at most.</param>
public sealed record RequestRetried(string Request, string Reason, TimeSpan Pause, int Attempt, int MaximumRetryCount) : ExecNotice;

/// <summary>Requests wait.</summary>
/// <param name="Reason">What for, in a few words: <c>rate limit</c>.</param>
/// <param name="Until">When they go on.</param>
public sealed record RequestsWait(string Reason, DateTimeOffset Until) : ExecNotice;

/// <summary>An answer named a value that this version doesn't know; the property reads <c>Unknown</c>.</summary>
/// <param name="Type">The enum: <c>AssignmentStatus</c>.</param>
/// <param name="Name">The API's name for the value.</param>
public sealed record UnknownValueMet(string Type, string Name) : ExecNotice;

/// <summary>A response contained a value that isn't valid for its field, such as a date that can't be read; the property is null.</summary>
/// <param name="Field">The field, as the API names it: <c>due_date</c>.</param>
/// <param name="Id">The ID of the row or object; null if it has none.</param>
/// <param name="Value">The value as it stands in the response.</param>
public sealed record InvalidValueMet(string Field, string? Id, string Value) : ExecNotice;

/// <summary>One of the things whose lists are read isn't there; the listing goes on with the next.</summary>
/// <param name="Failure">What the API said.</param>
public sealed record ListingPartNotFound(Errors.ExecApiException Failure) : ExecNotice;

/// <summary>A listing was disturbed while it was read.</summary>
/// <param name="Reason">What happened, what it may mean for the rows and what to do.</param>
public sealed record ListingDisturbed(string Reason) : ExecNotice;
