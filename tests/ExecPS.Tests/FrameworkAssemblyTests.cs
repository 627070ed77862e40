using System.Reflection;

namespace ExecPS.Tests;

/// <summary>
/// The folder for Windows PowerShell 5.1 contains all assemblies that .NET Framework 4.7.2 lacks, in the versions that are referenced.
/// powershell.exe has no binding redirects, so an assembly is loaded only in the exact version or by the module's resolver.
/// </summary>
public sealed class FrameworkAssemblyTests
{
    /// <summary>The PowerShell engine, which the host provides.</summary>
    private const string Engine = "System.Management.Automation";

    private static readonly Dictionary<string, ShippedAssembly> s_shipped = ShippedAssembly.For("net472").ToDictionary(assembly => assembly.Name);

    /// <summary>.NET Framework 4.7.2 and its facades for .NET Standard 2.0. The framework uses its own version instead of any older one.</summary>
    private static readonly Dictionary<string, Version> s_framework =
        ShippedAssembly.In(ReferenceAssemblies).Concat(ShippedAssembly.In(Path.Combine(ReferenceAssemblies, "Facades")))
            .GroupBy(assembly => assembly.Name)
            .ToDictionary(group => group.Key, group => group.Max(assembly => assembly.Identity.Version)!);

    public static TheoryData<string> Shipped => [.. s_shipped.Keys.Order()];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_reference_can_be_resolved(string name) =>
        Assert.Empty(s_shipped[name].References.Where(reference => !Binds(reference)).Select(reference => reference.FullName));

    [Fact]
    public void The_module_resolves_references_that_need_a_redirect()
    {
        // If versions differ, only the resolver can bind the reference.
        var differing = s_shipped.Values.SelectMany(assembly => assembly.References)
            .Where(reference => s_shipped.TryGetValue(reference.Name!, out var shipped) && shipped.Identity.Version != reference.Version);
        Assert.NotEmpty(differing);

        Assert.Contains("add_AssemblyResolve", s_shipped["ExecPS"].Members);
    }

    [Fact]
    public void Every_shipped_assembly_is_referenced()
    {
        var referred = s_shipped.Values.SelectMany(assembly => assembly.References).Select(reference => reference.Name!).Append("ExecPS").ToHashSet();
        Assert.Subset(referred, s_shipped.Keys.ToHashSet());
    }

    [Fact]
    public void The_engine_is_not_shipped() => Assert.DoesNotContain(Engine, s_shipped.Keys);

    private static bool Binds(AssemblyName reference)
    {
        // The resolver loads the shipped version; an older version would lack members.
        if (s_shipped.TryGetValue(reference.Name!, out var shipped))
            return shipped.Identity.Version >= reference.Version && SameKey(shipped.Identity, reference);
        if (s_framework.TryGetValue(reference.Name!, out var version))
            return version >= reference.Version;
        return reference.Name == Engine && reference.Version!.Major <= 3;
    }

    private static bool SameKey(AssemblyName one, AssemblyName other) =>
        (one.GetPublicKeyToken() ?? []).SequenceEqual(other.GetPublicKeyToken() ?? []);

    private static string ReferenceAssemblies =>
        Path.Combine(
            Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } packages ? packages : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
            "microsoft.netframework.referenceassemblies.net472", "1.0.3", "build", ".NETFramework", "v4.7.2");
}
