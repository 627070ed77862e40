using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ExecPS.Tests;

/// <summary>The metadata of an assembly, read without loading it.</summary>
internal sealed class ShippedAssembly
{
    private ShippedAssembly(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        Identity = metadata.GetAssemblyDefinition().GetAssemblyName();
        References = [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())];
        Members = [.. metadata.MemberReferences.Select(handle => metadata.GetString(metadata.GetMemberReference(handle).Name))];
        IsDeterministic = image.ReadDebugDirectory().Any(entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    public AssemblyName Identity { get; }

    public string Name => Identity.Name!;

    public IReadOnlyList<AssemblyName> References { get; }

    /// <summary>The names of the members of other assemblies that it uses.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>Whether the assembly was compiled deterministically.</summary>
    public bool IsDeterministic { get; }

    /// <summary>Gets the assemblies in a folder of the built module, for one framework.</summary>
    public static IReadOnlyList<ShippedAssembly> For(string framework) => In(Path.Combine(Repository.Module, "bin", framework));

    public static IReadOnlyList<ShippedAssembly> In(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.dll").Where(IsAssembly).Select(file => new ShippedAssembly(file))];

    /// <summary>The folder of the framework also contains native libraries and netmodules.</summary>
    private static bool IsAssembly(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        return image.HasMetadata && image.GetMetadataReader().IsAssembly;
    }
}
