#if !NET
using System.Reflection;

namespace ExecPS;

/// <summary>Resolves the assemblies that the module ships for Windows PowerShell, regardless of the version requested.</summary>
/// <remarks>
/// System.Memory references an older version of System.Runtime.CompilerServices.Unsafe than System.Text.Json does. An application
/// has binding redirects for this; a module can't change those of powershell.exe.
/// </remarks>
public sealed class AssemblyResolver : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly string s_folder = Path.GetDirectoryName(typeof(AssemblyResolver).Assembly.Location)!;

    /// <summary>Starts resolving.</summary>
    public void OnImport() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;

    /// <summary>Stops resolving.</summary>
    /// <param name="psModuleInfo">The module.</param>
    public void OnRemove(PSModuleInfo psModuleInfo) => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object? sender, ResolveEventArgs args)
    {
        // Only resolve assemblies requested from this folder.
        if (args.RequestingAssembly is not { IsDynamic: false } requesting || Path.GetDirectoryName(requesting.Location) != s_folder)
            return null;

        var file = Path.Combine(s_folder, new AssemblyName(args.Name).Name + ".dll");
        return File.Exists(file) ? Assembly.LoadFrom(file) : null;
    }
}
#endif
