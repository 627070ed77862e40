#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Exports all assignments to a CSV file of the day: unattended, with a log and exit codes.
.DESCRIPTION
    For Task Scheduler and cron. It connects by itself, reads all assignments, and writes assignments-<date>.csv. The file
    is written beside its place and moved there when it is complete; until then the one that is there stays. Files and logs
    older than -KeepDays go, by the date in their names; nothing else in the folder is touched.

    The log is export-<date>.log in the same folder. What goes wrong also goes to the standard error, which cron sends by
    mail; nothing else is written, so that no mail means that all went well. The key is in neither.

    Exit codes:
      0  The file is there, and complete.
      1  It failed: no key, no connection, no place to write. The file of before is as it was.
      2  The list is in doubt: reading it gave a warning, such as that rows may be missing because the list changed
         meanwhile. The file of before is as it was. Run it again.
      3  Another run is under way in this folder; it goes on, this one did nothing.

    Where the key is, one of:
      -SecretName  in a vault of SecretManagement.
      -KeyFile     in a file that Export-Clixml made. Windows only: elsewhere it wouldn't be encrypted.
      neither      in the environment variable EXEC_API_KEY, set by whatever starts the script.
.PARAMETER Path
    The folder for the files; it is made if it isn't there.
.PARAMETER SecretName
    The name of the secret for Get-Secret.
.PARAMETER Vault
    The vault of the secret; the default vault unless this says otherwise.
.PARAMETER KeyFile
    A file with the key as a secure string. Only the account that made it can read it, and only on that machine.
.PARAMETER KeepDays
    How many days to keep files and logs.
.PARAMETER BaseUri
    Another address than the API's published one.
.PARAMETER Sandbox
    Exports the sandbox, to try things out: no key, no network.
.EXAMPLE
    ./Export-NightlyAssignment.ps1 -Path export -Sandbox -WhatIf

    Connects and reads, and says what it would write and remove. Without -WhatIf it does.
.EXAMPLE
    Read-Host 'API key' -AsSecureString | Export-Clixml C:\ExecExport\key.xml
    $action = New-ScheduledTaskAction -Execute pwsh.exe -Argument (
        '-NoProfile -NonInteractive -File C:\ExecExport\Export-NightlyAssignment.ps1 -Path C:\ExecExport\out -KeyFile C:\ExecExport\key.xml')
    $trigger = New-ScheduledTaskTrigger -Daily -At 3am
    $settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -ExecutionTimeLimit (New-TimeSpan -Hours 2)
    Register-ScheduledTask -TaskName 'Exec export' -Action $action -Trigger $trigger -Settings $settings -User (whoami) -Password (Get-Credential (whoami)).GetNetworkCredential().Password

    Windows Task Scheduler, each night at three. Run it as the account that the task runs under: nobody else's key file
    would open there. Use powershell.exe for Windows PowerShell 5.1. The exit code is the task's Last Run Result:
    (Get-ScheduledTaskInfo 'Exec export').LastTaskResult
.EXAMPLE
    Register-SecretVault -Name Exec -ModuleName Microsoft.PowerShell.SecretStore
    Set-SecretStoreConfiguration -Authentication None -Interaction None
    Set-Secret -Name ExecKey -Vault Exec -SecureStringSecret (Read-Host 'API key' -AsSecureString)
    ./Export-NightlyAssignment.ps1 -Path export -SecretName ExecKey -Vault Exec

    A vault for a run without people. Without a password, whoever can read the account's files can read the vault; that is
    what unattended means. A vault of the company's, such as Azure Key Vault, is better.
.EXAMPLE
    # crontab -e; the file /etc/exec-export.env has EXEC_API_KEY=..., belongs to the account and has mode 600
    0 3 * * * set -a; . /etc/exec-export.env; pwsh -NoProfile -NonInteractive -File /opt/exec/Export-NightlyAssignment.ps1 -Path /var/lib/exec-export

    cron, each night at three. The key isn't on the command line, which other users can see.
.OUTPUTS
    None. The exit code tells.
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
    # One line each, whatever a message is made of.
    $line = (Get-Date).ToString('yyyy-MM-dd HH:mm:ss', $invariant) + ' ' + ($Text -replace '[\p{Cc}\p{Zl}\p{Zp}]+', ' ')
    try { [IO.File]::AppendAllText($log, $line + [Environment]::NewLine) }
    catch { [Console]::Error.WriteLine("The log can't be written: $_") }
}

# As the same text on every machine: Export-Csv would write dates as the account's culture has them.
function Format-Time($Time) {
    if ($Time) { $Time.ToString('yyyy-MM-ddTHH:mm:ssK', $invariant) }
}

function Export-Assignment($Assignment) {
    $partial = "$file.partial"
    $Assignment | Select-Object -Property Id, UserId, UserEmail, UserName, ScenarioId, ScenarioName, ProgramId, ProgramName, Status,
        BestScore, BestRank, RankMin, AttemptCount, AttemptMin, AttemptMax,
        @{ Name = 'DueDate'; Expression = { Format-Time $_.DueDate } }, @{ Name = 'CreatedAt'; Expression = { Format-Time $_.CreatedAt } } |
        Export-Csv -LiteralPath $partial -NoTypeInformation -Encoding UTF8
    # In one step: whoever reads the file has the old one or the new one.
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
        if ([Environment]::OSVersion.Platform -ne 'Win32NT') { throw '-KeyFile is for Windows: elsewhere Export-Clixml doesn''t encrypt. Use -SecretName or EXEC_API_KEY.' }
        $with.ApiKey = Import-Clixml -LiteralPath $KeyFile
    }
    elseif (-not $env:EXEC_API_KEY) {
        # Connect-ExecWorkspace would ask, and there is nobody to answer.
        throw 'There is no key: EXEC_API_KEY isn''t set, and neither -SecretName nor -KeyFile is given.'
    }
    $connection = Connect-ExecWorkspace @with
    Write-Journal "Reading the assignments of $($connection.Workspace)."
    $assignments = @(Get-ExecAssignment -Connection $connection -WarningVariable warnings -WarningAction SilentlyContinue)
    if ($warnings) {
        $exitCode = 2
        throw "The list is in doubt, and $file is as it was: $($warnings -join ' ')"
    }

    if ($PSCmdlet.ShouldProcess($file, "Write $($assignments.Count) assignments")) {
        Export-Assignment $assignments
        Write-Journal "Wrote $($assignments.Count) assignments to $file."
    }

    # By the date in the name, which sorts as text does.
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
