using System.Security;
using ExecPS.Conversion;

namespace ExecPS.Connections;

/// <summary>Accepts an API key as a string as well as a SecureString.</summary>
/// <remarks>PowerShell's own conversion errors contain the value; the errors of this attribute don't.</remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ApiKeyTransformAttribute : ArgumentTransformationAttribute
{
    /// <summary>Converts the key. Null remains null; the command reports it.</summary>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData.Unwrap() switch
        {
            null => null,
            SecureString secure => secure,
            string text => Secrets.Protect(text),
            var other => throw new ArgumentTransformationMetadataException($"The key must be a SecureString or a string, not {other.GetType().Name}."),
        };
}
