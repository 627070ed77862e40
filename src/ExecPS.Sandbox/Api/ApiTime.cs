using System.Globalization;

namespace ExecPS.Sandbox.Api;

/// <summary>Parses the API's dates.</summary>
internal static class ApiTime
{
    private static readonly string[] s_dateAndTime = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>ISO 8601, as in query parameters: a date, or a date and time, with or without an offset.</summary>
    private static readonly string[] s_iso8601 = ["yyyy-MM-dd", .. s_dateAndTime];

    /// <summary>Parses a query parameter. A time without an offset is UTC.</summary>
    public static DateTime? Parse(string text) => Parse(text, s_iso8601)?.UtcDateTime;

    /// <summary>Parses a <c>date-time</c> in a request body, which requires a time and an offset.</summary>
    public static DateTimeOffset? ParseExact(string text) =>
        text.EndsWith("Z", StringComparison.OrdinalIgnoreCase) || (text.Length > 6 && text[text.Length - 6] is '+' or '-') ? Parse(text, s_dateAndTime) : null;

    private static DateTimeOffset? Parse(string text, string[] formats) =>
        DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
