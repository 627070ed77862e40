using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ExecPS.Tests;

/// <summary>The folder for Windows PowerShell 5.1 holds whatever .NET Framework 4.7.2 lacks.</summary>
public sealed class FrameworkAssemblyTests
{
    /// <summary>What the framework itself or the engine brings.</summary>
    private static readonly string[] s_ofTheHost =
        ["mscorlib", "netstandard", "System", "System.Core", "System.Net.Http", "System.Numerics", "System.Management.Automation", "System.Runtime", "System.Xml", "Microsoft.CSharp", "System.Data"];

    [Fact]
    public void Every_reference_is_shipped_or_the_hosts()
    {
        var folder = Path.Combine(Repository.Module, "bin", "net472");
        var shipped = Directory.EnumerateFiles(folder, "*.dll").ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, file => file);

        var missing = shipped.Values
            .SelectMany(References)
            .Where(reference => !shipped.ContainsKey(reference) && !s_ofTheHost.Contains(reference) && !IsFacade(reference))
            .Distinct()
            .ToList();

        Assert.Empty(missing);
    }

    [Fact]
    public void The_engine_isnt_shipped() =>
        Assert.False(File.Exists(Path.Combine(Repository.Module, "bin", "net472", "System.Management.Automation.dll")));

    private static IEnumerable<string> References(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    /// <summary>.NET Framework 4.7.2 has the facades of .NET Standard 2.0; those with code of their own ship.</summary>
    private static bool IsFacade(string reference) =>
        reference.StartsWith("System.", StringComparison.Ordinal)
        && File.Exists(Path.Combine(ReferenceAssemblies, "Facades", reference + ".dll"));

    private static string ReferenceAssemblies =>
        Path.Combine(
            Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
            "microsoft.netframework.referenceassemblies.net472", "1.0.3", "build", ".NETFramework", "v4.7.2");
}
