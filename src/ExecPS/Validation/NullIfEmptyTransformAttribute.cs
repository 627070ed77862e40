using System.Management.Automation;
using ExecPS.Conversion;

namespace ExecPS.Validation;

/// <summary>Converts an empty cell to null, for a parameter that accepts properties of input objects.</summary>
/// <remarks>CSV files have no null, and the null of a database is <see cref="DBNull"/>. Both must give the same result as an object whose property is null.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NullIfEmptyTransformAttribute : ArgumentTransformationAttribute
{
    /// <summary>Converts empty text and <see cref="DBNull"/> to null.</summary>
    /// <param name="engineIntrinsics">The engine.</param>
    /// <param name="inputData">The value of the parameter.</param>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData.Unwrap() switch
    {
        DBNull => null,
        string text when string.IsNullOrWhiteSpace(text) => null,
        _ => inputData,
    };
}
