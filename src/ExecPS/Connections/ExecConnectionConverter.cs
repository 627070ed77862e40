using ExecPS.Conversion;

namespace ExecPS.Connections;

/// <summary>Converts the name of a connection to the connection.</summary>
/// <remarks>
/// The type has this converter, rather than the parameters an attribute, because functions that PowerShell or Pester generate
/// from a command keep the types of its parameters, but not its attributes.
/// </remarks>
public sealed class ExecConnectionConverter : PSTypeConverter
{
    private const string DeserializedName = "Deserialized.ExecPS.Connections.ExecConnection";

    /// <summary>Returns whether the value is a name or a connection of another process, for which the conversion fails with advice.</summary>
    /// <param name="sourceValue">The value.</param>
    /// <param name="destinationType">The type to convert to.</param>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => sourceValue.Unwrap() is string || IsDeserialized(sourceValue);

    /// <summary>Finds the connection with a name in this runspace.</summary>
    /// <param name="sourceValue">The name.</param>
    /// <param name="destinationType">The type to convert to.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <param name="ignoreCase">Not used; case never matters.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="PSInvalidCastException">There is no such connection.</exception>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        if (sourceValue.Unwrap() is not string name)
        {
            throw new PSInvalidCastException(
                "The connection was created in another process, and its key isn't available in this process. In a job or remote session, run Connect-ExecWorkspace, "
                + "with the key from $env:EXEC_API_KEY or as a SecureString from $using:. Start-ThreadJob and ForEach-Object -Parallel run in this process and accept the connection.");
        }

        var store = ConnectionStore.OfThisRunspace;
        return store.Find(name) ?? throw new PSInvalidCastException($"{store.DescribeMissing(name)} Run Connect-ExecWorkspace -Name to create one.");
    }

    /// <summary>Returns false; connections are converted from names only.</summary>
    /// <param name="sourceValue">The value.</param>
    /// <param name="destinationType">The type to convert to.</param>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <summary>Not supported.</summary>
    /// <param name="sourceValue">The value.</param>
    /// <param name="destinationType">The type to convert to.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <param name="ignoreCase">Not used.</param>
    /// <exception cref="NotSupportedException">Always thrown.</exception>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new NotSupportedException();

    private static bool IsDeserialized(object value) => value is PSObject { TypeNames: var names } && names.Contains(DeserializedName);
}
