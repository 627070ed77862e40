using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ExecPS.Tests;

/// <summary>What an assembly says of itself, read without loading it.</summary>
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

    /// <summary>The names of the members that it uses of others.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>Whether the compiler was to give the same bytes for the same source.</summary>
    public bool IsDeterministic { get; }

    /// <summary>Those of a folder of the built module, for one framework.</summary>
    public static IReadOnlyList<ShippedAssembly> For(string framework) => In(Path.Combine(Repository.Module, "bin", framework));

    public static IReadOnlyList<ShippedAssembly> In(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.dll").Where(IsAssembly).Select(file => new ShippedAssembly(file))];

    /// <summary>A folder of the framework has native libraries and netmodules too.</summary>
    private static bool IsAssembly(string file)
    {
        using var stream = File.OpenRead(file);
        using var image = new PEReader(stream);
        return image.HasMetadata && image.GetMetadataReader().IsAssembly;
    }
}
