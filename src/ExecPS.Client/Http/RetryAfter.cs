using ExecPS.Client.Errors;

namespace ExecPS.Client.Http;

/// <summary>How long an answer asks to wait, in whichever form it says so.</summary>
internal static class RetryAfter
{
    /// <summary>A longer wait is an error that says when to come back, not a sleep.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>The longest of the header's seconds or date and the body's <c>retry_after</c>; null when the answer says nothing.</summary>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider clock)
    {
        if (response.IsSuccessStatusCode)
            return null;

        var header = response.Headers.RetryAfter;
        TimeSpan? wait = header?.Delta;
        if (header?.Date is { } date)
        {
            // The server's own clock, where it tells it: ours may be off.
            var left = date - (response.Headers.Date ?? clock.GetUtcNow());
            wait = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }

        var body = ((BufferedContent)response.Content!).Bytes;
        return ApiError.Longest(wait, ApiError.Read(body, static text => text).RetryAfter);
    }
}
