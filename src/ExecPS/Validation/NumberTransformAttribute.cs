using System.Management.Automation;
using ExecPS.Conversion;

namespace ExecPS.Validation;

/// <summary>Refuses an empty text where a number belongs: PowerShell would read it as 0, which may mean something else.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumberTransformAttribute : ArgumentTransformationAttribute
{
    /// <summary>Passes on everything that isn't empty.</summary>
    /// <param name="engineIntrinsics">The engine.</param>
    /// <param name="inputData">The parameter's value.</param>
    /// <exception cref="ArgumentTransformationMetadataException">The value is null or an empty text.</exception>
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData.Unwrap() switch
        {
            null => throw new ArgumentTransformationMetadataException("The value is null. Give a number, or leave the parameter out."),
            string text when string.IsNullOrWhiteSpace(text) =>
                throw new ArgumentTransformationMetadataException("The value is empty. Give a number, or leave the parameter out."),
            var value => value,
        };
}
