using System.Collections;
using System.Globalization;
using System.Management.Automation;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;

namespace ExecPS.Conversion;

/// <summary>Values as they stand in a query.</summary>
internal static class QueryText
{
    /// <summary>A value as the API writes it; null for null. Several go with commas between them.</summary>
    /// <param name="value">The value.</param>
    public static string? Of(object? value) => value switch
    {
        null => null,
        PSObject wrapper when wrapper.BaseObject is not PSCustomObject => Of(wrapper.BaseObject),
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime time => ApiTime.From(time),
        DateTimeOffset time => ApiTime.From(time.UtcDateTime),
        Enum or Rank or ProficiencyTier => PowerShellJson.ToApiName(value),
        IEnumerable values => string.Join(",", values.Cast<object?>().Select(Of)),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };
}
