using System.Globalization;
using System.Text.RegularExpressions;
using ExecPS.Conversion;

namespace ExecPS.Validation;

/// <summary>Converts dates and times for a parameter of type <see cref="DateTime"/>.</summary>
/// <remarks>
/// PowerShell reads text for a parameter with the calendar of the current culture, so in Thailand 2026-03-09 would be a day in the year 1483.
/// Numbers are rejected: PowerShell would count them from the year 1.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DateTimeTransformAttribute : ArgumentTransformationAttribute
{
    private static readonly Regex s_iso = new(
        @"^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d([.,]\d{1,7})?)?( ?(Z|[+-]\d\d(:?\d\d)?))?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Converts ISO 8601 text, <see cref="DateTimeOffset"/>, and DateOnly values to local time. Other values are converted by PowerShell.</summary>
    /// <param name="engineIntrinsics">The engine.</param>
    /// <param name="inputData">The parameter's value.</param>
    /// <exception cref="ArgumentTransformationMetadataException">The value is a number, or ISO 8601 text for a date that doesn't exist.</exception>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData.Unwrap() switch
    {
        string text when s_iso.IsMatch(text.Trim()) => ParseIso(text.Trim()),
        DateTimeOffset time => time.LocalDateTime,
#if NET
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
#endif
        { } value when value.GetType().IsPrimitive || value is decimal => throw new ArgumentTransformationMetadataException(
            $"{value} is a number. Specify a date or time, such as '2026-03-01', '2026-03-01 09:00', or (Get-Date).AddDays(-30)."),
        _ => inputData,
    };

    private static DateTime ParseIso(string text) =>
        DateTime.TryParse(text.Replace(',', '.'), CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new ArgumentTransformationMetadataException($"'{text}' isn't a valid date or time.");
}
