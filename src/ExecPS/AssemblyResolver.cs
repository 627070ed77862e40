#if !NET
using System.Management.Automation;
using System.Reflection;

namespace ExecPS;

/// <summary>Finds the assemblies that the module ships for Windows PowerShell, whatever version they ask of each other.</summary>
/// <remarks>
/// System.Memory asks for an older System.Runtime.CompilerServices.Unsafe than the one that System.Text.Json needs. A program
/// has binding redirects for that; a module in somebody's powershell.exe has only this. It answers for its own folder alone.
/// </remarks>
public sealed class AssemblyResolver : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly string s_folder = Path.GetDirectoryName(typeof(AssemblyResolver).Assembly.Location)!;

    /// <summary>Begins to answer.</summary>
    public void OnImport() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;

    /// <summary>Stops answering.</summary>
    /// <param name="psModuleInfo">The module.</param>
    public void OnRemove(PSModuleInfo psModuleInfo) => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object? sender, ResolveEventArgs args)
    {
        // Others' requests are others' business.
        if (args.RequestingAssembly is not { IsDynamic: false } asking || Path.GetDirectoryName(asking.Location) != s_folder)
            return null;

        var file = Path.Combine(s_folder, new AssemblyName(args.Name).Name + ".dll");
        return File.Exists(file) ? Assembly.LoadFrom(file) : null;
    }
}
#endif
