using System.Collections;
using System.Management.Automation;
using ExecPS.Conversion;

namespace ExecPS.Validation;

/// <summary>Takes an enum by its names alone: the number behind a name is nobody's business and may change.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EnumNameTransformAttribute : ArgumentTransformationAttribute
{
    /// <summary>Refuses numbers and an empty list, and passes everything else on.</summary>
    /// <param name="engineIntrinsics">The engine.</param>
    /// <param name="inputData">The parameter's value.</param>
    /// <exception cref="ArgumentTransformationMetadataException">The value is a number, or a list with one; or a list with nothing in it, which would ask for everything.</exception>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var values = inputData.Unwrap() as IList ?? new[] { inputData };
        if (values.Count == 0)
            throw new ArgumentTransformationMetadataException("There is no value in the list. Give at least one, or leave the parameter out.");

        foreach (var value in values)
        {
            if (value.Unwrap() is { } bare && bare.GetType().IsPrimitive)
                throw new ArgumentTransformationMetadataException($"{bare} is a number. Give a name; Tab shows them.");
        }

        return inputData;
    }
}
