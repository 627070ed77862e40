# Shared by the tests: the built module, the test server, new processes, and pipelines in the background.

$repository = Split-Path (Split-Path $PSScriptRoot)

# The key that the test server and the sandbox accept.
$testServerKey = 'exec_live_' + '0' * 40

<# The module #>

# The folder of the built module: the one that Invoke-Tests.ps1 specifies, or else the output of the build.
function Get-ExecModulePath {
    if ($env:EXECPS_TEST_MODULE) { return $env:EXECPS_TEST_MODULE }
    Join-Path $repository 'out/ExecPS'
}

# The error of a script block. A script block that succeeds fails the test.
function Get-ErrorOf([scriptblock] $Script) {
    try {
        $null = & $Script
    }
    catch {
        return ConvertFrom-ErrorRecord $_
    }
    throw "Nothing failed: $Script"
}

# The contents of an error record.
function ConvertFrom-ErrorRecord([Parameter(ValueFromPipeline)] $Record) {
    process {
        [pscustomobject]@{
            Id       = ($Record.FullyQualifiedErrorId -split ',')[0]
            Category = $Record.CategoryInfo.Category
            Message  = "$Record"
            Advice   = $Record.ErrorDetails.RecommendedAction
            Target   = $Record.TargetObject
            Record   = $Record
        }
    }
}

# The code points in a text that could control a terminal. Views and messages contain none.
function Get-ControlCharacter([string[]] $Text) {
    foreach ($character in ($Text -join '').ToCharArray()) {
        if ([char]::GetUnicodeCategory($character) -in 'Control', 'Format', 'LineSeparator', 'ParagraphSeparator') { 'U+{0:X4}' -f [int] $character }
    }
}

# Text without the escape sequences for colors.
function Remove-Color([Parameter(ValueFromPipeline)][string] $Text) {
    process { $Text -replace "$([char]27)\[[0-9;]*m" }
}

<# The test server #>

# The latest build of the server, Debug or Release.
function Get-TestServerPath {
    $builds = Get-ChildItem (Join-Path $repository 'tests/ExecPS.TestServer/bin/*/*/ExecPS.TestServer.dll') -ErrorAction Ignore
    $newest = $builds | Sort-Object LastWriteTime | Select-Object -Last 1
    if (-not $newest) {
        throw "The test server isn't built. Build it first: dotnet build tests/ExecPS.TestServer"
    }
    $newest.FullName
}

# Starts a server. It ends with Stop-TestServer, or with this process, because its standard input closes then.
function Start-TestServer([int] $AssignmentCount = 2500, [switch] $Compress, [switch] $EnforceLimits, [switch] $Https) {
    $arguments = @("`"$(Get-TestServerPath)`"", '--assignments', $AssignmentCount)
    if ($Compress) { $arguments += '--compress' }
    if ($EnforceLimits) { $arguments += '--enforce-limits' }
    if ($Https) { $arguments += '--https' }

    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', $arguments -join ' ')
    $start.UseShellExecute = $false
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    $address = $process.StandardOutput.ReadLineAsync()
    if (-not $address.Wait(30000) -or -not $address.Result) {
        $process.Kill()
        throw 'The test server did not start within 30 s.'
    }

    [pscustomobject]@{
        Process = $process
        BaseUri = [uri] $address.Result
        Root    = ([uri] $address.Result).GetLeftPart('Authority')
        ApiKey  = $testServerKey
    }
}

function Stop-TestServer($Server) {
    if (-not $Server) { return }
    $Server.Process.StandardInput.Close()
    if (-not $Server.Process.WaitForExit(5000)) { $Server.Process.Kill() }
    $Server.Process.Dispose()
}

# Removes all faults and clears the recorded requests.
function Reset-TestServer($Server) {
    foreach ($what in 'faults', 'requests') {
        $null = Invoke-RestMethod "$($Server.Root)/_control/$what" -Method Delete
    }
}

# Adds faults. Rules are hashtables, as described in the README of the test server.
function Add-ServerFault($Server, [hashtable[]] $Rule) {
    $json = ConvertTo-Json @($Rule) -Depth 5
    $null = Invoke-RestMethod "$($Server.Root)/_control/faults" -Method Post -Body ([Text.Encoding]::UTF8.GetBytes($json))
}

# The requests that the server received since the last reset, with decoded queries in Parameters.
function Get-ServerRequest($Server) {
    $requests = Invoke-RestMethod "$($Server.Root)/_control/requests"
    foreach ($request in $requests) {
        $parameters = @{}
        foreach ($pair in $request.query -split '&' -ne '') {
            $name, $value = $pair -split '=', 2
            $parameters[$name] = [uri]::UnescapeDataString($value)
        }
        [pscustomobject]@{
            Method        = $request.method
            Path          = $request.path
            Query         = $request.query
            Body          = $request.body
            Url           = $Server.Root + $request.path + $(if ($request.query) { '?' + $request.query })
            Parameters    = $parameters
            UserAgent     = $request.userAgent
            Authorization = $request.authorization
        }
    }
}

# The query of the only request for a path, without paging.
function Get-SentQuery($Server, [string] $Path) {
    $requests = @(Get-ServerRequest $Server)
    $requests.Count | Should -Be 1
    $requests[0].Path | Should -Be "/rest/v1$Path"
    $query = $requests[0].Parameters
    $query.Remove('page')
    $query.Remove('page_size')
    $query
}

# Connects to a test server, with fast retries and without a rate limit. With adds or replaces arguments.
function Connect-TestServer($Server, [hashtable] $With = @{}) {
    $parameters = @{ ApiKey = $Server.ApiKey; BaseUri = $Server.BaseUri; RequestsPerMinute = 0; RetryIntervalSec = 0 }
    foreach ($name in $With.Keys) { $parameters[$name] = $With[$name] }
    Connect-ExecWorkspace @parameters
}

# Makes the server return these rows for the next list request, or for all of them.
function Set-ServerRow($Server, [string] $Path = '/scenarios/assignments', [object[]] $Row, $Times = 1) {
    $page = @{
        data       = @($Row)
        pagination = @{ page = 1; page_size = 100; total_count = $Row.Count; total_pages = 1 }
    }
    Add-ServerFault $Server @{ path = $Path; times = $Times; fault = 'wrong_shape'; body = (ConvertTo-Json $page -Depth 5 -Compress) }
}

<# A server that accepts a connection and then keeps to a script: it shows whether the client has hung up #>

function Start-SilentServer {
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    [pscustomobject]@{ Listener = $listener; BaseUri = [uri] "http://127.0.0.1:$($listener.LocalEndpoint.Port)/"; Sockets = [Collections.Generic.List[object]]::new() }
}

# Accepts the next connection and reads the request. Sends nothing, or the specified text.
function Receive-SilentRequest($Server, [string] $Answer) {
    $accepting = $Server.Listener.AcceptSocketAsync()
    if (-not $accepting.Wait(10000)) { throw 'No request came within 10 s.' }
    $socket = $accepting.Result
    $Server.Sockets.Add($socket)
    $socket.ReceiveTimeout = 10000
    $bytes = [byte[]]::new(65536)
    $length = $socket.Receive($bytes)
    if ($Answer) { $null = $socket.Send([Text.Encoding]::ASCII.GetBytes($Answer)) }
    [pscustomobject]@{ Socket = $socket; Request = [Text.Encoding]::ASCII.GetString($bytes, 0, $length) }
}

# Whether a client has closed a connection, or closes it within a time limit.
function Test-HungUp($Connection, [int] $Milliseconds = 2000) {
    if (-not $Connection.Socket.Poll($Milliseconds * 1000, 'SelectRead')) { return $false }
    try { $Connection.Socket.Receive([byte[]]::new(1)) -eq 0 } catch { $true }
}

function Stop-SilentServer($Server) {
    if (-not $Server) { return }
    foreach ($socket in $Server.Sockets) { $socket.Dispose() }
    $Server.Listener.Stop()
}

<# Pipelines in runspaces of their own #>

# Starts a script in a new runspace that has the module. Arguments are passed to its param block.
function Start-ExecPipeline([scriptblock] $Script, [object[]] $ArgumentList = @()) {
    $state = [initialsessionstate]::CreateDefault2()
    $state.ImportPSModule((Get-ExecModulePath))
    $powershell = [powershell]::Create($state).AddScript($Script.ToString())
    foreach ($argument in $ArgumentList) { $null = $powershell.AddArgument($argument) }
    $output = [Management.Automation.PSDataCollection[psobject]]::new()
    $inputs = [Management.Automation.PSDataCollection[psobject]]::new()
    $inputs.Complete()
    [pscustomobject]@{
        PowerShell = $powershell
        Output     = $output
        Streams    = $powershell.Streams
        Handle     = $powershell.BeginInvoke($inputs, $output)
    }
}

# Waits for the end of the pipeline, within a time limit. Its errors are in Streams.Error.
function Wait-ExecPipeline($Pipeline, [int] $Seconds = 20) {
    if (-not $Pipeline.Handle.AsyncWaitHandle.WaitOne($Seconds * 1000)) {
        $null = $Pipeline.PowerShell.BeginStop($null, $null)
        throw "The pipeline did not end within $Seconds s."
    }
}

# Stops a pipeline like Ctrl+C. Returns the milliseconds until it ended, at most 10,000.
function Stop-ExecPipeline($Pipeline) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $stopping = $Pipeline.PowerShell.BeginStop($null, $null)
    $null = $stopping.AsyncWaitHandle.WaitOne(10000)
    $watch.ElapsedMilliseconds
}

# Waits until a condition is true.
function Wait-Until([scriptblock] $Condition, [int] $Seconds = 30) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    while (-not (& $Condition)) {
        if ($watch.Elapsed.TotalSeconds -gt $Seconds) { throw "Still not so after $Seconds s: $Condition" }
        Start-Sleep -Milliseconds 10
    }
}

<# Fresh processes #>

# Runs a script in a new PowerShell process. $module in it is the folder of the module. Its standard input is closed unless
# StandardInput specifies text; its output is redirected. A process that exceeds the time limit is ended, and fails the test.
function Invoke-FreshPowerShell([string] $Script, [string[]] $Switches = @(), [hashtable] $Environment = @{}, [string] $StandardInput, [int] $Seconds = 30) {
    $file = Join-Path ([IO.Path]::GetTempPath()) "execps-$([guid]::NewGuid().ToString('n')).ps1"
    [IO.File]::WriteAllText($file, "`$module = '$((Get-ExecModulePath) -replace "'", "''")'`n$Script", [Text.UTF8Encoding]::new($true))
    try {
        $shell = & (Join-Path $repository 'eng/Get-PowerShellCommand.ps1')
        $arguments = @($shell.Arguments | ForEach-Object { "`"$_`"" }) + "-NoLogo -NoProfile $Switches -File `"$file`""
        $start = [Diagnostics.ProcessStartInfo]::new($shell.Path, $arguments -join ' ')
        $start.UseShellExecute = $false
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        foreach ($name in 'EXEC_API_KEY', 'NO_COLOR') { $start.EnvironmentVariables.Remove($name) }
        foreach ($name in $Environment.Keys) { $start.EnvironmentVariables[$name] = $Environment[$name] }
        $process = [Diagnostics.Process]::Start($start)
        try {
            $output, $errors = $process.StandardOutput.ReadToEndAsync(), $process.StandardError.ReadToEndAsync()
            $process.StandardInput.Write($StandardInput)
            $process.StandardInput.Close()
            $ended = $process.WaitForExit($Seconds * 1000)
            if (-not $ended) {
                $process.Kill()
                throw "The process did not end within $Seconds s. It wrote: $($output.Result) $($errors.Result)"
            }
            [pscustomobject]@{ ExitCode = $process.ExitCode; Output = $output.Result; Errors = $errors.Result }
        }
        finally {
            $process.Dispose()
        }
    }
    finally {
        Remove-Item -LiteralPath $file
    }
}

Export-ModuleMember -Function *
