using System.Management.Automation;
using ExecPS.Conversion;

namespace ExecPS.Validation;

/// <summary>Refuses a number where a time belongs: PowerShell would count it in 0.1 µs from the year 1, which asks for everything.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DateTimeTransformAttribute : ArgumentTransformationAttribute
{
    /// <summary>Refuses numbers, and passes everything else on.</summary>
    /// <param name="engineIntrinsics">The engine.</param>
    /// <param name="inputData">The parameter's value.</param>
    /// <exception cref="ArgumentTransformationMetadataException">The value is a number.</exception>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData.Unwrap() is { } bare && (bare.GetType().IsPrimitive || bare is decimal)
            ? throw new ArgumentTransformationMetadataException($"{bare} is a number. Give a time such as '2026-03-01', '2026-03-01 09:00' or (Get-Date).AddDays(-30).")
            : inputData;
}
