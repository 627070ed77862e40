#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Updates the files of a workspace without user interaction, with a log and exit codes.
.DESCRIPTION
    For Task Scheduler and cron. The script connects with the key in the environment variable EXEC_API_KEY and runs
    Export-ExecWorkspace, which replaces only complete files. It appends a line for each file to export.log in the folder. Errors
    and incomplete files are also written to standard error, which cron sends by mail.

    Exit codes:
      0  All files are complete.
      1  The export failed: no key, no connection, another run, or the folder isn't writable.
      2  At least one file isn't complete. Its previous version remains, and the next run continues.
.PARAMETER Path
    The folder for the files. It is created if it doesn't exist.
.PARAMETER MaximumRequestCount
    The maximum number of requests. The default leaves 200 of the workspace's 1,000 requests per day for other programs.
.PARAMETER BaseUri
    The address of the API. The default is the published address.
.PARAMETER Sandbox
    Exports the sandbox, without a key or a network, so that you can try the script.
.EXAMPLE
    ./Export-NightlyWorkspace.ps1 -Path exec -Sandbox

    Exports the sandbox.
.EXAMPLE
    $action = New-ScheduledTaskAction -Execute pwsh.exe -Argument '-NoProfile -NonInteractive -File C:\ExecExport\Export-NightlyWorkspace.ps1 -Path C:\ExecExport\out'
    $trigger = New-ScheduledTaskTrigger -Daily -At 2am
    $settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -MultipleInstances IgnoreNew
    Register-ScheduledTask -TaskName 'Exec export' -Action $action -Trigger $trigger -Settings $settings -User (whoami) -Password (Get-Credential (whoami)).GetNetworkCredential().Password

    Runs the script with Windows Task Scheduler every night at 2:00. Set EXEC_API_KEY as an environment variable of the account.
    The exit code is the Last Run Result of the task.
.EXAMPLE
    # crontab -e; the file /etc/exec-export.env has EXEC_API_KEY=..., belongs to the account and has mode 600
    0 2 * * * set -a; . /etc/exec-export.env; pwsh -NoProfile -NonInteractive -File /opt/exec/Export-NightlyWorkspace.ps1 -Path /var/lib/exec-export

    Runs the script with cron every night at 2:00. The key isn't on the command line, which other users can see.
.OUTPUTS
    None. The exit code shows the result.
#>
[CmdletBinding(DefaultParameterSetName = 'Key')]
param(
    [Parameter(Mandatory = $true, Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path,

    [ValidateRange(1, 1000)]
    [int] $MaximumRequestCount = 800,

    [Parameter(ParameterSetName = 'Key')]
    [ValidateNotNull()]
    [uri] $BaseUri,

    [Parameter(Mandatory = $true, ParameterSetName = 'Sandbox')]
    [switch] $Sandbox
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$exitCode = 1
$connection = $null
try {
    $with = @{ Name = 'nightly' }
    if ($BaseUri) { $with.BaseUri = $BaseUri }
    if ($Sandbox) { $with.Sandbox = $true }
    # Otherwise, Connect-ExecWorkspace would prompt for the key.
    elseif (-not $env:EXEC_API_KEY) { throw 'There is no key: EXEC_API_KEY isn''t set.' }
    $connection = Connect-ExecWorkspace @with

    # Failures of single files are in the result, too.
    $files = Export-ExecWorkspace -Path $Path -MaximumRequestCount $MaximumRequestCount -Connection $connection -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
    $folder = Split-Path $files[0].Path
    $now = (Get-Date).ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture)
    foreach ($file in $files) {
        $line = "$now $($file.Resource): $($file.RowCount) rows, $($file.NewRowCount) new, $($file.RequestCount) requests. $($file.Message)".Trim()
        [IO.File]::AppendAllText((Join-Path $folder 'export.log'), $line + [Environment]::NewLine)
        if (-not $file.IsComplete) { [Console]::Error.WriteLine($line) }
    }
    $exitCode = if ($files.IsComplete -contains $false) { 2 } else { 0 }
}
catch {
    [Console]::Error.WriteLine("$_")
}
finally {
    if ($connection) { Disconnect-ExecWorkspace -Connection $connection }
}
exit $exitCode
