using System.Runtime.InteropServices;
using ExecPS.Benchmarks.Peers;

namespace ExecPS.Benchmarks.Report;

/// <summary>The computer and the software that the results apply to.</summary>
internal static class Machine
{
    /// <summary>Processor, cores, memory, and operating system.</summary>
    public static string Hardware =>
        $"{Processor}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024.0 / 1024 / 1024:0} GiB of memory, "
        + $"{RuntimeInformation.OSDescription.Trim()} ({RuntimeInformation.OSArchitecture})";

    /// <summary>PowerShell, its .NET version, and the module, which must be the Release build.</summary>
    /// <exception cref="BenchmarkException">The module is another build.</exception>
    public static async Task<string> SoftwareAsync(Pwsh pwsh)
    {
        var run = await PeerProcess.RunAsync(
            pwsh.Script("versions", $$"""
                "powershell=$($PSVersionTable.PSVersion)"
                "dotnet=$([Runtime.InteropServices.RuntimeInformation]::FrameworkDescription)"
                $module = Import-Module {{pwsh.Manifest}} -PassThru
                "module=$($module.Version)"
                "build=$($module.ImplementingAssembly.GetCustomAttributes([Reflection.AssemblyConfigurationAttribute], $false)[0].Configuration)"
                """),
            uri: "");
        if (run.TextTold("build") != "Release")
            throw new BenchmarkException($"The module is a {run.TextTold("build")} build, which is slower than what users get. Build it with './build.ps1 Build'.");
        return $"ExecPS {run.TextTold("module")} in PowerShell {run.TextTold("powershell")} on {run.TextTold("dotnet")}; "
            + $"the bare loop on {RuntimeInformation.FrameworkDescription}";
    }

    private static string Processor =>
        (OperatingSystem.IsLinux() ? OfLinux() : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER"))
        ?? $"{RuntimeInformation.ProcessArchitecture} processor";

    private static string? OfLinux() => File.ReadLines("/proc/cpuinfo")
        .Where(line => line.StartsWith("model name", StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
        .FirstOrDefault();
}
