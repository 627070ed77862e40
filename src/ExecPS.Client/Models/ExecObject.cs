namespace ExecPS.Client.Models;

/// <summary>The base class of the objects that commands write.</summary>
/// <remarks>
/// ExecPS.Types.ps1xml attaches to this name what all objects have in common. An object that was exported keeps the names of its base
/// classes, so the same applies to <c>Deserialized.ExecPS.Client.Models.ExecObject</c>.
/// </remarks>
public abstract class ExecObject
{
    private protected ExecObject()
    {
    }
}
