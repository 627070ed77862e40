using System.Management.Automation;
using System.Reflection;
using ExecPS.Client.Serialization;

namespace ExecPS.Conversion;

/// <summary>Lets PowerShell read an enum by the API's names too, in parameters and in comparisons: <c>past_due</c>.</summary>
/// <remarks>Attached to each enum in ExecPS.Types.ps1xml.</remarks>
public sealed class ApiEnumTypeConverter : PSTypeConverter
{
    private static readonly MethodInfo s_parse =
        typeof(ApiEnumTypeConverter).GetMethod(nameof(Parse), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Any text; what isn't a name is refused by <see cref="ConvertFrom"/>, with the names.</summary>
    /// <param name="sourceValue">The text.</param>
    /// <param name="destinationType">The enum.</param>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => sourceValue is string;

    /// <summary>Reads a name, the API's or the enum's own, in any case.</summary>
    /// <param name="sourceValue">The text.</param>
    /// <param name="destinationType">The enum.</param>
    /// <param name="formatProvider">Not used: names have no culture.</param>
    /// <param name="ignoreCase">Not used: case never counts.</param>
    /// <returns>The enum's value.</returns>
    /// <exception cref="PSInvalidCastException">The text is no name of the enum; the message lists them.</exception>
    public override object? ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        s_parse.MakeGenericMethod(destinationType).Invoke(null, [sourceValue])
        ?? throw new PSInvalidCastException(
            $"'{Client.Text.TerminalText.RemoveControls((string)sourceValue)}' is none of {string.Join(", ", Enum.GetNames(destinationType).Where(name => name != "Unknown"))}.");

    /// <summary>Nothing is converted to.</summary>
    /// <param name="sourceValue">The value.</param>
    /// <param name="destinationType">The wanted type.</param>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <summary>Nothing is converted to.</summary>
    /// <param name="sourceValue">The value.</param>
    /// <param name="destinationType">The wanted type.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <param name="ignoreCase">Not used.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new NotSupportedException();

    private static object? Parse<TEnum>(string text)
        where TEnum : struct, Enum =>
        ApiEnum<TEnum>.TryParse(text, out var value) || string.Equals(text, ApiEnum<TEnum>.Unknown.ToString(), StringComparison.OrdinalIgnoreCase)
            ? value
            : null;
}
