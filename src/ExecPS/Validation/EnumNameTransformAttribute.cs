using System.Collections;
using ExecPS.Conversion;

namespace ExecPS.Validation;

/// <summary>Accepts only the names of an enum. The numbers behind the names can change.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EnumNameTransformAttribute : ArgumentTransformationAttribute
{
    /// <summary>Rejects numbers and an empty list.</summary>
    /// <param name="engineIntrinsics">The engine.</param>
    /// <param name="inputData">The parameter's value.</param>
    /// <exception cref="ArgumentTransformationMetadataException">The value is a number, or a list that contains one, or an empty list.</exception>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var values = inputData.Unwrap() as IList ?? new[] { inputData };
        if (values.Count == 0)
            throw new ArgumentTransformationMetadataException("The list is empty. Specify at least one value, or omit the parameter.");

        foreach (var value in values)
        {
            if (value.Unwrap() is { } bare && bare.GetType().IsPrimitive)
                throw new ArgumentTransformationMetadataException($"{bare} is a number. Specify a name. Press Tab to show the valid names.");
        }

        return inputData;
    }
}
