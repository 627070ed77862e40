using System.Reflection;

namespace ExecPS.Benchmarks;

/// <summary>Where the files are that are measured and written.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Entry("RepositoryRoot"));

    /// <summary>The manifest of the least binary module there can be.</summary>
    public static string TrivialModule { get; } = Path.GetFullPath(Entry("TrivialModule"));

    private static string Entry(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}
