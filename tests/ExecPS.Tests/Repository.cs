using System.Reflection;

namespace ExecPS.Tests;

/// <summary>The paths of the files that the tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = System.IO.Path.GetFullPath(
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!);

    public static string Module => PathTo("out", "ExecPS");

    public static string PathTo(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathTo(parts));
}
