namespace ExecPS.Benchmarks.Peers;

/// <summary>PowerShell, and the module in it.</summary>
/// <param name="powerShell">The name or path of pwsh, or the path of pwsh.dll, which dotnet starts.</param>
/// <param name="modulePath">The folder of the built module.</param>
internal sealed class Pwsh(string powerShell, string modulePath)
{
    private const string Key = "('exec_live_' + '0' * 40)";

    /// <summary>The module's manifest, quoted for a script; by a folder's name PowerShell would look for more than one thing.</summary>
    public string Manifest { get; } = Quote(Path.Combine(modulePath, "ExecPS.psd1"));

    /// <summary>Throws if the module doesn't exist.</summary>
    public static Pwsh Create(string powerShell, string modulePath) =>
        File.Exists(Path.Combine(modulePath, "ExecPS.psd1"))
            ? new Pwsh(powerShell, modulePath)
            : throw new BenchmarkException($"'{modulePath}' doesn't contain the module. Build it with './build.ps1 Build', or specify --module.");

    /// <summary>A text as a script takes it literally.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public Peer Script(string name, string script, long? rows = null, int? runs = null) =>
        new(name, FileName, Arguments("$ErrorActionPreference = 'Stop'\n" + script)) { Rows = rows, Runs = runs };

    /// <summary>Nothing but PowerShell's own start and end.</summary>
    public Peer Nothing(string name = "`pwsh -NoProfile -c 1`") => new(name, FileName, Arguments("1"));

    /// <summary>A script with the module, connected to the server.</summary>
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

    /// <summary>What an admin would write without the module, as quick as it can be: without a progress bar.</summary>
    public Peer RestLoop(string name, string script, long? rows = null) => Script(
        name,
        $$"""
        $ProgressPreference = 'SilentlyContinue'
        $headers = @{ Authorization = 'Bearer ' + {{Key}} }
        function Read-Assignment {
            $page = 1
            do {
                $answer = Invoke-RestMethod "{uri}/scenarios/assignments?page=$page&page_size=100" -Headers $headers
                $answer.data
                $page++
            } while ($page -le $answer.pagination.total_pages)
        }
        {{script}}
        """,
        rows);

    private bool IsLibrary => Path.GetExtension(powerShell).Equals(".dll", StringComparison.OrdinalIgnoreCase);

    private string FileName => IsLibrary ? "dotnet" : powerShell;

    private string[] Arguments(string script) => [.. IsLibrary ? [powerShell] : Array.Empty<string>(), "-NoProfile", "-NonInteractive", "-Command", script];
}
