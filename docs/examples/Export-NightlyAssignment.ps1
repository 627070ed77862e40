#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Exports all assignments to a daily CSV file without user interaction, with a log and exit codes.
.DESCRIPTION
    For Task Scheduler and cron. The script connects, reads all assignments, and writes assignments-<date>.csv. It writes a
    temporary file and replaces the existing file when the new one is complete. It deletes files and logs older than -KeepDays,
    according to the date in their names, and changes nothing else in the folder.

    The log is export-<date>.log in the same folder. Errors are also written to standard error, which cron sends by mail. The
    script writes no other output, so no mail means success. Neither contains the key.

    Exit codes:
      0  The file was written and is complete.
      1  The export failed: no key, no connection, or the folder isn't writable. The existing file isn't changed.
      2  The list might be incomplete: reading it caused a warning, for example because the list changed and rows might be
         missing. The existing file isn't changed. Run the script again.
      3  Another run is in progress in this folder. It continues, and this run did nothing.

    The key is read from one of:
      -SecretName  a vault of SecretManagement.
      -KeyFile     a file written by Export-Clixml. Windows only, because the file isn't encrypted on other systems.
      neither      the environment variable EXEC_API_KEY.
.PARAMETER Path
    The folder for the files. It is created if it doesn't exist.
.PARAMETER SecretName
    The name of the secret for Get-Secret.
.PARAMETER Vault
    The vault that contains the secret. The default is the default vault.
.PARAMETER KeyFile
    A file that contains the key as a secure string. Only the account that wrote it can read it, and only on that computer.
.PARAMETER KeepDays
    The number of days to keep files and logs.
.PARAMETER BaseUri
    The address of the API. The default is the published address.
.PARAMETER Sandbox
    Exports the sandbox, without a key or a network, so that you can try the script.
.EXAMPLE
    ./Export-NightlyAssignment.ps1 -Path export -Sandbox -WhatIf

    Connects and reads, and shows what the script would write and delete.
.EXAMPLE
    Read-Host 'API key' -AsSecureString | Export-Clixml C:\ExecExport\key.xml
    $action = New-ScheduledTaskAction -Execute pwsh.exe -Argument (
        '-NoProfile -NonInteractive -File C:\ExecExport\Export-NightlyAssignment.ps1 -Path C:\ExecExport\out -KeyFile C:\ExecExport\key.xml')
    $trigger = New-ScheduledTaskTrigger -Daily -At 3am
    $settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -ExecutionTimeLimit (New-TimeSpan -Hours 2)
    Register-ScheduledTask -TaskName 'Exec export' -Action $action -Trigger $trigger -Settings $settings -User (whoami) -Password (Get-Credential (whoami)).GetNetworkCredential().Password

    Runs the script with Windows Task Scheduler every night at 3:00. Run these commands as the account that the task uses,
    because other accounts can't read the key file. Use powershell.exe for Windows PowerShell 5.1. The exit code is the Last
    Run Result of the task: (Get-ScheduledTaskInfo 'Exec export').LastTaskResult
.EXAMPLE
    Register-SecretVault -Name Exec -ModuleName Microsoft.PowerShell.SecretStore
    Set-SecretStoreConfiguration -Authentication None -Interaction None
    Set-Secret -Name ExecKey -Vault Exec -SecureStringSecret (Read-Host 'API key' -AsSecureString)
    ./Export-NightlyAssignment.ps1 -Path export -SecretName ExecKey -Vault Exec

    Reads the key from a vault without user interaction. Because the vault has no password, anyone who can read the files of
    the account can read it. A company vault, such as Azure Key Vault, is more secure.
.EXAMPLE
    # crontab -e; the file /etc/exec-export.env contains EXEC_API_KEY=..., is owned by the account, and has mode 600
    0 3 * * * set -a; . /etc/exec-export.env; pwsh -NoProfile -NonInteractive -File /opt/exec/Export-NightlyAssignment.ps1 -Path /var/lib/exec-export

    Runs the script with cron every night at 3:00. The key isn't on the command line, which other users can see.
.OUTPUTS
    None. The exit code shows the result.
#>
[CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 'Environment')]
param(
    [Parameter(Mandatory = $true, Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path,

    [Parameter(Mandatory = $true, ParameterSetName = 'Secret')]
    [ValidateNotNullOrEmpty()]
    [string] $SecretName,

    [Parameter(ParameterSetName = 'Secret')]
    [ValidateNotNullOrEmpty()]
    [string] $Vault,

    [Parameter(Mandatory = $true, ParameterSetName = 'File')]
    [ValidateNotNullOrEmpty()]
    [string] $KeyFile,

    [Parameter(Mandatory = $true, ParameterSetName = 'Sandbox')]
    [switch] $Sandbox,

    [Parameter(ParameterSetName = 'Environment')]
    [Parameter(ParameterSetName = 'Secret')]
    [Parameter(ParameterSetName = 'File')]
    [ValidateNotNull()]
    [uri] $BaseUri,

    [ValidateRange(1, 3650)]
    [int] $KeepDays = 30
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$invariant = [cultureinfo]::InvariantCulture
$today = (Get-Date).ToString('yyyy-MM-dd', $invariant)
$folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
$file = Join-Path $folder "assignments-$today.csv"
$log = Join-Path $folder "export-$today.log"

function Write-Journal([string] $Text, [switch] $IsProblem) {
    if ($IsProblem) { [Console]::Error.WriteLine($Text) }
    Write-Verbose $Text
    if ($WhatIfPreference) { return }
    # One line per message, even if a message contains line breaks.
    $line = (Get-Date).ToString('yyyy-MM-dd HH:mm:ss', $invariant) + ' ' + ($Text -replace '[\p{Cc}\p{Zl}\p{Zp}]+', ' ')
    try { [IO.File]::AppendAllText($log, $line + [Environment]::NewLine) }
    catch { [Console]::Error.WriteLine("The log can't be written: $_") }
}

# Dates as the same text on every computer: Export-Csv would write them in the culture of the account.
function Format-Time($Time) {
    if ($Time) { $Time.ToString('yyyy-MM-ddTHH:mm:ssK', $invariant) }
}

function Export-Assignment($Assignment) {
    $partial = "$file.partial"
    $Assignment | Select-Object -Property Id, UserId, UserEmail, UserName, ScenarioId, ScenarioName, ProgramId, ProgramName, Status,
        BestScore, BestRank, RankMin, AttemptCount, AttemptMin, AttemptMax,
        @{ Name = 'DueDate'; Expression = { Format-Time $_.DueDate } }, @{ Name = 'CreatedAt'; Expression = { Format-Time $_.CreatedAt } } |
        Export-Csv -LiteralPath $partial -NoTypeInformation -Encoding UTF8
    # Atomic, so that other programs read either the old or the new file.
    if (Test-Path -LiteralPath $file) { [IO.File]::Replace($partial, $file, [NullString]::Value) }
    else { [IO.File]::Move($partial, $file) }
}

$exitCode = 1
$lock = $connection = $null
try {
    if (-not $WhatIfPreference) {
        $null = New-Item -ItemType Directory -Path $folder -Force
        # The operating system releases the lock when the process ends, even if it is killed. Windows then also deletes the file.
        # Elsewhere the file stays, hidden by its name: if it were deleted, two runs could each lock a different file of that name.
        $options = if ([Environment]::OSVersion.Platform -eq 'Win32NT') { [IO.FileOptions]::DeleteOnClose } else { [IO.FileOptions]::None }
        try { $lock = [IO.FileStream]::new((Join-Path $folder '.export.lock'), 'OpenOrCreate', [IO.FileAccess]::ReadWrite, 'None', 4096, $options) }
        catch [IO.IOException] {
            $exitCode = 3
            throw "Another run has locked ${folder}: $_"
        }
    }

    $with = @{ Name = 'nightly' }
    if ($BaseUri) { $with.BaseUri = $BaseUri }
    if ($Sandbox) {
        $with.Sandbox = $true
    }
    elseif ($SecretName) {
        $secret = @{ Name = $SecretName }
        if ($Vault) { $secret.Vault = $Vault }
        $with.ApiKey = Get-Secret @secret
        if ($with.ApiKey -isnot [securestring]) { throw "The secret $SecretName isn't a secure string. Store it with Set-Secret -SecureStringSecret." }
    }
    elseif ($KeyFile) {
        if ([Environment]::OSVersion.Platform -ne 'Win32NT') { throw '-KeyFile requires Windows, because Export-Clixml doesn''t encrypt the key on other systems. Use -SecretName or EXEC_API_KEY.' }
        $with.ApiKey = Import-Clixml -LiteralPath $KeyFile
    }
    elseif (-not $env:EXEC_API_KEY) {
        # Otherwise, Connect-ExecWorkspace would prompt for the key.
        throw 'There is no key: EXEC_API_KEY isn''t set, and neither -SecretName nor -KeyFile is specified.'
    }
    $connection = Connect-ExecWorkspace @with
    Write-Journal "Reading the assignments of $($connection.Workspace)."
    $assignments = @(Get-ExecAssignment -Connection $connection -WarningVariable warnings -WarningAction SilentlyContinue)
    if ($warnings) {
        $exitCode = 2
        throw "The list might be incomplete, and $file isn't changed: $($warnings -join ' ')"
    }

    if ($PSCmdlet.ShouldProcess($file, "Write $($assignments.Count) assignments")) {
        Export-Assignment $assignments
        Write-Journal "Wrote $($assignments.Count) assignments to $file."
    }

    # By the date in the name, which sorts as text.
    $oldest = (Get-Date).Date.AddDays(-$KeepDays).ToString('yyyy-MM-dd', $invariant)
    Get-ChildItem -LiteralPath $folder -File -ErrorAction Ignore |
        Where-Object { $_.Name -match '^(?:assignments-(?<date>\d{4}-\d\d-\d\d)\.csv(?:\.partial)?|export-(?<date>\d{4}-\d\d-\d\d)\.log)$' -and $Matches.date -lt $oldest } |
        Remove-Item
    $exitCode = 0
}
catch {
    Write-Journal "$_" -IsProblem
}
finally {
    if ($connection) { Disconnect-ExecWorkspace -Connection $connection }
    if ($lock) { $lock.Dispose() }
}
exit $exitCode
