using System.Management.Automation;

namespace ExecPS.Validation;

/// <summary>Takes an enum by its names alone: the number behind a name is nobody's business and may change.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NamesOnlyAttribute : ArgumentTransformationAttribute
{
    /// <summary>Refuses numbers and passes everything else on.</summary>
    /// <param name="engineIntrinsics">The engine.</param>
    /// <param name="inputData">The parameter's value.</param>
    /// <exception cref="ArgumentTransformationMetadataException">The value is a number, or a list with one.</exception>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var values = inputData is PSObject { BaseObject: object[] wrapped } ? wrapped : inputData as object[] ?? [inputData!];
        foreach (var value in values)
        {
            if ((value is PSObject wrapper ? wrapper.BaseObject : value) is { } bare && bare.GetType().IsPrimitive)
                throw new ArgumentTransformationMetadataException($"{bare} is a number. Give a name; Tab shows them.");
        }

        return inputData;
    }
}
