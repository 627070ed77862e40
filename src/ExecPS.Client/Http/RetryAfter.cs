using System.Globalization;
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

        var wait = Seconds(response);
        if (response.Headers.RetryAfter?.Date is { } date)
        {
            // The server's own clock, where it tells it: ours may be off.
            var left = date - (response.Headers.Date ?? clock.GetUtcNow());
            wait = Durations.FromSeconds(Math.Max(left.TotalSeconds, 0));
        }

        var body = ((BufferedContent)response.Content!).Bytes;
        return ApiError.Longest(wait, ApiError.Read(body, static text => text).RetryAfter);
    }

    /// <summary>The header's seconds, of any number of digits: .NET gives up on more than an Int32 holds, and that would be no wait at all.</summary>
    private static TimeSpan? Seconds(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Retry-After", out var values))
            return null;

        var text = values.First().Trim();
        if (text.Length == 0 || !text.All(character => character is >= '0' and <= '9'))
            return null;

        // .NET Framework doesn't take what a double can't hold.
        return Durations.FromSeconds(double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : double.MaxValue);
    }
}
