namespace ExecPS.Benchmarks.Peers;

/// <summary>PowerShell with the module.</summary>
/// <param name="powerShell">The name or path of pwsh, or the path of pwsh.dll, which is started with dotnet.</param>
/// <param name="modulePath">The folder of the built module.</param>
internal sealed class Pwsh(string powerShell, string modulePath)
{
    private const string Key = "('exec_live_' + '0' * 40)";

    /// <summary>The path of the module's manifest, quoted for a script. With a folder name, PowerShell would look for several files.</summary>
    public string Manifest { get; } = Quote(Path.Combine(modulePath, "ExecPS.psd1"));

    /// <summary>Throws if the module doesn't exist.</summary>
    public static Pwsh Create(string powerShell, string modulePath) =>
        File.Exists(Path.Combine(modulePath, "ExecPS.psd1"))
            ? new Pwsh(powerShell, modulePath)
            : throw new BenchmarkException($"'{modulePath}' doesn't contain the module. Build it with './build.ps1 Build', or specify --module.");

    /// <summary>Quotes text for a script.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public Peer Script(string name, string script, long? rows = null, int? runs = null) =>
        new(name, FileName, Arguments("$ErrorActionPreference = 'Stop'\n" + script)) { Rows = rows, Runs = runs };

    /// <summary>Only the start and end of PowerShell.</summary>
    public Peer Nothing(string name = "`pwsh -NoProfile -c 1`") => new(name, FileName, Arguments("1"));

    /// <summary>A script that uses the module, connected to the server.</summary>
    public Peer Connected(string name, string script, long? rows = null, int? runs = null, string connectWith = "-RequestsPerMinute 0") =>
        Script(
            name,
            $$"""
            Import-Module {{Manifest}}
            $connection = Connect-ExecWorkspace -ApiKey {{Key}} -BaseUri '{uri}' {{connectWith}}
            {{script}}
            """,
            rows,
            runs);

    /// <summary>What an administrator would write without the module, as fast as possible: without a progress bar.</summary>
    public Peer RestLoop(string name, string script, long? rows = null) => Script(
        name,
        $$"""
        $ProgressPreference = 'SilentlyContinue'
        $headers = @{ Authorization = 'Bearer ' + {{Key}} }
        function Read-Assignment {
            $page = 1
            do {
                $response = Invoke-RestMethod "{uri}/scenarios/assignments?page=$page&page_size=100" -Headers $headers
                $response.data
                $page++
            } while ($page -le $response.pagination.total_pages)
        }
        {{script}}
        """,
        rows);

    private bool IsLibrary => Path.GetExtension(powerShell).Equals(".dll", StringComparison.OrdinalIgnoreCase);

    private string FileName => IsLibrary ? "dotnet" : powerShell;

    private string[] Arguments(string script) => [.. IsLibrary ? [powerShell] : Array.Empty<string>(), "-NoProfile", "-NonInteractive", "-Command", script];
}
