using ExecPS.Connections;

namespace ExecPS;

/// <summary>Closes the connections of a runspace when the module is removed from it.</summary>
public sealed class ModuleEvents : IModuleAssemblyCleanup
{
    /// <summary>Closes the connections.</summary>
    /// <param name="psModuleInfo">The module.</param>
    public void OnRemove(PSModuleInfo psModuleInfo) => ConnectionStore.OfThisRunspace.CloseAll();
}
