using System.Reflection;

namespace ExecPS.Benchmarks;

/// <summary>The paths of the measured and written files.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Entry("RepositoryRoot"));

    /// <summary>The manifest of a minimal binary module.</summary>
    public static string TrivialModule { get; } = Path.GetFullPath(Entry("TrivialModule"));

    private static string Entry(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}
