using System.Management.Automation;
using ExecPS.Conversion;

namespace ExecPS.Connections;

/// <summary>Lets a parameter take a connection by its name as well as by object.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConnectionTransformAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData.Unwrap();
        return value switch
        {
            string name => Find(name),
            object[] values => values.Select(item => Transform(engineIntrinsics, item)).ToArray(),
            _ => value,
        };
    }

    private static ExecConnection Find(string name)
    {
        var store = ConnectionStore.OfThisRunspace;
        return store.Find(name) ?? throw new ArgumentTransformationMetadataException($"{store.SayMissing(name)} Connect-ExecWorkspace makes one.");
    }
}
