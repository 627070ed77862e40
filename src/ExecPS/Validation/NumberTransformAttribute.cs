using ExecPS.Conversion;

namespace ExecPS.Validation;

/// <summary>Rejects null and empty text for a number. PowerShell would convert them to 0.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumberTransformAttribute : ArgumentTransformationAttribute
{
    /// <summary>Rejects null and empty text.</summary>
    /// <param name="engineIntrinsics">The engine.</param>
    /// <param name="inputData">The parameter's value.</param>
    /// <exception cref="ArgumentTransformationMetadataException">The value is null or empty text.</exception>
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData.Unwrap() switch
        {
            null => throw new ArgumentTransformationMetadataException("The value is null. Specify a number, or omit the parameter."),
            string text when string.IsNullOrWhiteSpace(text) =>
                throw new ArgumentTransformationMetadataException("The value is empty. Specify a number, or omit the parameter."),
            var value => value,
        };
}
