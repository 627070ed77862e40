#requires -Version 7.4
<#
.SYNOPSIS
    Creates the README's picture of a report with the built module.
.DESCRIPTION
    Exports a report of the sandbox and saves a screenshot of it. Requires Chromium and the module in out/ExecPS:
    ./build.ps1 Pictures builds the module first. The dates of the sandbox are relative to today, so a new picture has new dates.
.PARAMETER Browser
    The path of Chromium or Google Chrome. The default is EXECPS_CHROMIUM, or else a browser in PATH.
.PARAMETER Destination
    The folder to write to.
.PARAMETER Width
    The width of the picture, in pixels.
.PARAMETER Height
    The height of the picture, in pixels. The default ends after the charts.
.EXAMPLE
    ./New-ReportPicture.ps1 -Destination /tmp
#>
[CmdletBinding()]
param(
    [string] $Browser = $env:EXECPS_CHROMIUM,

    [string] $Destination = $PSScriptRoot,

    [int] $Width = 1100,

    [int] $Height = 1310
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$root = Split-Path (Split-Path $PSScriptRoot)
if (-not $Browser) { $Browser = (Get-Command chromium, chromium-browser, google-chrome -ErrorAction Ignore | Select-Object -First 1).Path }
if (-not $Browser) { throw 'The picture of the report needs Chromium. Install it, or specify its path with -Browser.' }

$folder = Join-Path ([IO.Path]::GetTempPath()) "execps-report-$([guid]::NewGuid().ToString('n'))"
$null = New-Item $folder -ItemType Directory
try {
    Import-Module (Join-Path $root 'out/ExecPS')
    $connection = Connect-ExecWorkspace -Sandbox -Name "picture-$PID"
    $report = & { Get-ExecAssignment -Connection $connection; Get-ExecSession -Connection $connection } |
        Export-ExecReport (Join-Path $folder 'report.html') -Title 'Training report' -GroupBy Program -PassThru
    Disconnect-ExecWorkspace $connection

    # Chromium's own sandbox doesn't work for root and in many containers. The page is the one written above.
    $picture = Join-Path $Destination 'report.png'
    $arguments = '--headless', '--no-sandbox', '--hide-scrollbars', '--disable-gpu', "--user-data-dir=$(Join-Path $folder 'profile')", "--window-size=$Width,$Height", "--screenshot=$picture", [uri]::new($report.FullName).AbsoluteUri
    $process = Start-Process $Browser -ArgumentList $arguments -RedirectStandardError (Join-Path $folder 'log.txt') -Wait -PassThru
    if ($process.ExitCode -ne 0 -or -not (Test-Path $picture)) { throw "The browser failed: $(Get-Content (Join-Path $folder 'log.txt') -Tail 1)" }
}
finally {
    Remove-Item -LiteralPath $folder -Recurse -Force
}
