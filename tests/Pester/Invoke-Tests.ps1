<#
.SYNOPSIS
Runs the Pester suite on the built module.
.DESCRIPTION
Imports the module from -ModulePath, runs every *.Tests.ps1 beside this script, writes an NUnit XML result where -ResultPath
says, and ends with the number of failed tests as its exit code (255 at most). Where there is no Pester 5 it says so and ends
with 77: skipped.
.EXAMPLE
pwsh -NoProfile -File tests/Pester/Invoke-Tests.ps1
.EXAMPLE
pwsh -NoProfile -File tests/Pester/Invoke-Tests.ps1 -Test Errors, Views -ResultPath out/pester.xml
#>
param(
    # The folder of the built module; where the build leaves it unless this says otherwise.
    [string] $ModulePath = (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/ExecPS'),

    # Where to write the result, as NUnit XML.
    [string] $ResultPath,

    # Which areas to run, by the beginning of their files' names; all of them unless this says otherwise.
    [string[]] $Test = '*'
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$pester = Get-Module Pester -ListAvailable | Where-Object { $_.Version.Major -eq 5 } | Sort-Object Version | Select-Object -Last 1
if (-not $pester) {
    'Skipped: the Pester suite needs Pester 5, which is not installed. Install it with: Install-Module Pester -MinimumVersion 5.5 -MaximumVersion 5.99'
    exit 77
}

if (-not (Test-Path (Join-Path $ModulePath 'ExecPS.psd1'))) {
    "There is no module in $ModulePath. Build it first: dotnet build src/ExecPS"
    exit 1
}

Import-Module $pester.Path
$env:EXECPS_TEST_MODULE = (Resolve-Path $ModulePath).ProviderPath
Import-Module $env:EXECPS_TEST_MODULE
Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
$null = Get-TestServerPath

$configuration = New-PesterConfiguration
$configuration.Run.Path = @($Test -split ',' | ForEach-Object { Get-ChildItem (Join-Path $PSScriptRoot "$_*.Tests.ps1") } | ForEach-Object FullName | Sort-Object -Unique)
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'

$result = Invoke-Pester -Configuration $configuration

if ($ResultPath) {
    # XML takes no control characters, and a message about one would cost the whole report.
    foreach ($record in @($result.Tests; $result.Containers; $result.Containers.Blocks).ErrorRecord) {
        if ($record.DisplayErrorMessage) { $record.DisplayErrorMessage = $record.DisplayErrorMessage -replace '[\x00-\x08\x0b\x0c\x0e-\x1f]', '?' }
    }
    $result | Export-NUnitReport -Path $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($ResultPath)
}

# What failed before its tests began counts too.
$failed = [Math]::Max($result.FailedCount, $result.FailedBlocksCount + $result.FailedContainersCount)
exit [Math]::Min($failed, 255)
