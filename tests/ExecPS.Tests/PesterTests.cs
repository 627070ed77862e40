using System.Diagnostics;
using System.Reflection;
using System.Xml.Linq;
using Xunit.Sdk;
using Xunit.v3;

[assembly: Parallelization(Mode = ParallelMode.All)]

namespace ExecPS.Tests;

/// <summary>Runs each file of the Pester suite in its own PowerShell process.</summary>
[TestCaseOrderer<UnorderedTestCaseOrderer>]
public sealed class PesterTests
{
    /// <summary>The environment variable that selects a PowerShell: the name or path of pwsh or powershell.exe, or the path of pwsh.dll.</summary>
    private const string Variable = "EXECPS_TEST_POWERSHELL";

    private const string Suffix = ".Tests.ps1";

    private static readonly TimeSpan s_timeLimit = TimeSpan.FromMinutes(10);

    /// <summary>xUnit starts the last case first. The largest files come last, so that no processor is idle at the end.</summary>
    public static TheoryData<string> Files =>
        [.. new DirectoryInfo(Repository.PathTo("tests", "Pester")).EnumerateFiles("*" + Suffix).OrderBy(file => file.Length).Select(file => file.Name[..^Suffix.Length])];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_tests_of_a_file_pass(string file)
    {
        var results = Directory.CreateDirectory(Repository.PathTo("TestResults", "pester")).FullName;
        var report = Path.Combine(results, file + ".xml");
        File.Delete(report);

        var (exitCode, output) = await RunAsync(file, report);

        await File.WriteAllTextAsync(Path.Combine(results, file + ".log"), output, TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, $"Pester exited with {exitCode}.\n{Failures(report)}\n{output}");
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string file, string report)
    {
        using var process = Process.Start(StartInfo("-Test", file, "-ResultPath", report))!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_timeLimit);
        using var killing = limit.Token.Register(() => process.Kill(entireProcessTree: true));
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, await output + await errors);
    }

    private static ProcessStartInfo StartInfo(params string[] arguments)
    {
        var powerShell = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } selected
            ? selected
            : typeof(PesterTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "PowerShell").Value!;
        var isLibrary = Path.GetExtension(powerShell).Equals(".dll", StringComparison.OrdinalIgnoreCase);
        string[] all =
        [
            .. isLibrary ? [powerShell] : Array.Empty<string>(),
            "-NoProfile", "-NonInteractive", "-File", Repository.PathTo("tests", "Pester", "Invoke-Tests.ps1"), .. arguments,
        ];
        var start = new ProcessStartInfo(isLibrary ? Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet" : powerShell, all)
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
        };

        // The tests bring their own key.
        start.Environment.Remove("EXEC_API_KEY");

        // Short processes spend more on profiling their code and on background collections than they gain by them.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";

        // No requests to other servers.
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        return start;
    }

    /// <summary>The failed tests and their messages.</summary>
    private static string Failures(string report) =>
        File.Exists(report)
            ? string.Join("\n", XDocument.Load(report).Descendants("test-case")
                .Where(test => test.Attribute("result")?.Value is "Failure" or "Failed")
                .Select(test => $"  {test.Attribute("name")?.Value}: {test.Descendants("message").FirstOrDefault()?.Value}"))
            : "  There is no report.";
}
