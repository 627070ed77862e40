using System.Management.Automation;
using ExecPS.Conversion;
using System.Security;

namespace ExecPS.Connections;

/// <summary>Lets a parameter take a key as plain text, which scripts have, as well as a SecureString.</summary>
/// <remarks>The engine's own conversions name the value in their errors; here no error does.</remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ApiKeyTransformAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData.Unwrap() switch
        {
            SecureString secure => secure,
            string text => Secrets.Protect(text),
            null => throw new ArgumentTransformationMetadataException("The key is null. Give it as a SecureString or a string."),
            var other => throw new ArgumentTransformationMetadataException($"A key is a SecureString or a string, not {other.GetType().Name}."),
        };
}
