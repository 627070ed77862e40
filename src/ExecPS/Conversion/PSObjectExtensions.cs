namespace ExecPS.Conversion;

/// <summary>Extensions for values that PowerShell may pass wrapped in a <see cref="PSObject"/>.</summary>
internal static class PSObjectExtensions
{
    /// <summary>Gets the wrapped value, or the value itself if it isn't wrapped.</summary>
    /// <remarks>For an object that has only note properties the result is an empty <see cref="PSCustomObject"/>.</remarks>
    /// <param name="value">The value, wrapped or not.</param>
    public static object? Unwrap(this object? value) => value is PSObject wrapper ? wrapper.BaseObject : value;
}
