using System.Globalization;
using ExecPS.Client.Errors;

namespace ExecPS.Client.Http;

/// <summary>Reads the time to wait that a response specifies.</summary>
internal static class RetryAfter
{
    /// <summary>The longest time that the client waits. If the server requires a longer wait, the request fails and the error contains the time.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Gets the longest of the header's seconds or date and the body's <c>retry_after</c>. Null if the response has none.</summary>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider clock)
    {
        if (response.IsSuccessStatusCode)
            return null;

        var wait = Seconds(response);
        if (response.Headers.RetryAfter?.Date is { } date)
        {
            // Prefer the server's clock, because the local clock may be wrong.
            var left = date - (response.Headers.Date ?? clock.GetUtcNow());
            wait = Durations.FromSeconds(Math.Max(left.TotalSeconds, 0));
        }

        var body = ((BufferedContent)response.Content!).Bytes;
        return ApiError.Longest(wait, ApiError.Read(body, static text => text).RetryAfter);
    }

    /// <summary>Reads the header's seconds, with any number of digits. .NET ignores values greater than an Int32, which would mean no wait.</summary>
    private static TimeSpan? Seconds(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Retry-After", out var values))
            return null;

        var text = values.First().Trim();
        if (text.Length == 0 || !text.All(character => character is >= '0' and <= '9'))
            return null;

        // .NET Framework can't parse values greater than a double.
        return Durations.FromSeconds(double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : double.MaxValue);
    }
}
