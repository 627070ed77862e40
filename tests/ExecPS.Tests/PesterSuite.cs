using System.Diagnostics;
using System.Xml.Linq;

namespace ExecPS.Tests;

/// <summary>Runs the Pester suite, in a real PowerShell, where there is one.</summary>
public sealed class PesterSuite
{
    /// <summary>What Invoke-Tests.ps1 exits with where Pester 5 isn't installed.</summary>
    private const int PesterIsMissing = 77;

    [Fact]
    public async Task The_Pester_suite_passes_where_pwsh_and_Pester_are()
    {
        var results = Directory.CreateDirectory(Repository.PathTo("TestResults")).FullName;
        var report = Path.Combine(results, "pester.xml");
        var outcome = Path.Combine(results, "pester-outcome.txt");
        File.Delete(report);
        File.Delete(outcome);

        if (FindPowerShell() is not { } powerShell)
        {
            Skip(outcome, "there is no pwsh on PATH");
            return;
        }

        var (exitCode, output) = await RunAsync(powerShell, report);
        if (exitCode == PesterIsMissing)
            Skip(outcome, "pwsh is there, the module Pester 5 is not");

        await File.WriteAllTextAsync(Path.Combine(results, "pester.log"), output, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(outcome, $"The Pester suite ran: {Summary(report)}.", TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, $"The Pester suite failed ({exitCode}):\n{Failures(report)}\n{Tail(output)}");
    }

    private static void Skip(string outcome, string why)
    {
        var text = $"The Pester suite was SKIPPED: {why}. Nothing has tested the cmdlets in a PowerShell.";
        File.WriteAllText(outcome, text);
        Assert.Skip(text);
    }

    private static string? FindPowerShell() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, "pwsh"), Path.Combine(folder, "pwsh.exe") })
            .FirstOrDefault(File.Exists);

    private static async Task<(int ExitCode, string Output)> RunAsync(string powerShell, string report)
    {
        var start = new ProcessStartInfo(powerShell)
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var argument in new[] { "-NoProfile", "-NonInteractive", "-File", Repository.PathTo("tests", "Pester", "Invoke-Tests.ps1"), "-ResultPath", report })
            start.ArgumentList.Add(argument);

        // The suite brings its own key and its own streams; a test host's variables are none of its business.
        start.Environment.Remove("EXEC_API_KEY");

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    private static string Summary(string report)
    {
        var root = XDocument.Load(report).Root!;
        return $"{root.Attribute("total")?.Value} tests, {root.Attribute("failures")?.Value} failed, {root.Attribute("skipped")?.Value ?? "0"} skipped";
    }

    private static string Failures(string report) =>
        File.Exists(report)
            ? string.Join("\n", XDocument.Load(report).Descendants("test-case")
                .Where(test => test.Attribute("result")?.Value is "Failure" or "Failed")
                .Select(test => $"  {test.Attribute("name")?.Value}: {test.Descendants("message").FirstOrDefault()?.Value}"))
            : "  There is no report.";

    private static string Tail(string output) => output.Length <= 4000 ? output : output[^4000..];
}
