using System.Reflection;
using ExecPS.Client.Serialization;

namespace ExecPS.Conversion;

/// <summary>Lets PowerShell convert the API's names to an enum in parameters and comparisons, such as <c>past_due</c>.</summary>
/// <remarks>Registered for each enum in ExecPS.Types.ps1xml. PowerShell doesn't run it in Constrained Language Mode.</remarks>
public sealed class ApiEnumTypeConverter : PSTypeConverter
{
    private static readonly MethodInfo s_parse =
        typeof(ApiEnumTypeConverter).GetMethod(nameof(Parse), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Returns whether the value is text. <see cref="ConvertFrom"/> rejects text that isn't a name.</summary>
    /// <param name="sourceValue">The value.</param>
    /// <param name="destinationType">The enum.</param>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => sourceValue is string;

    /// <summary>Converts a name, either the API's or the enum's own, in any case.</summary>
    /// <param name="sourceValue">The name.</param>
    /// <param name="destinationType">The enum.</param>
    /// <param name="formatProvider">Not used: names don't depend on the culture.</param>
    /// <param name="ignoreCase">Not used: case is always ignored.</param>
    /// <returns>The value of the enum.</returns>
    /// <exception cref="PSInvalidCastException">The text isn't a name of the enum. The message lists the names.</exception>
    public override object? ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        s_parse.MakeGenericMethod(destinationType).Invoke(null, [sourceValue])
        ?? throw new PSInvalidCastException(
            $"'{Client.Text.TerminalText.RemoveControls((string)sourceValue)}' isn't valid. Valid values: {string.Join(", ", Enum.GetNames(destinationType).Where(name => name != "Unknown"))}.");

    /// <summary>Returns false: the converter only converts from text.</summary>
    /// <param name="sourceValue">Not used.</param>
    /// <param name="destinationType">Not used.</param>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <summary>Not supported.</summary>
    /// <param name="sourceValue">Not used.</param>
    /// <param name="destinationType">Not used.</param>
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
