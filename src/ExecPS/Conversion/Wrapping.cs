using System.Management.Automation;

namespace ExecPS.Conversion;

/// <summary>PowerShell passes some values wrapped and some as they are.</summary>
internal static class Wrapping
{
    /// <summary>The value itself. Of an object that has note properties alone that is a <see cref="PSCustomObject"/>, which has none.</summary>
    /// <param name="value">The value, wrapped or not.</param>
    public static object? Bare(object? value) => value is PSObject wrapper ? wrapper.BaseObject : value;
}
