<#
.SYNOPSIS
Runs the Pester suite on the built module.
.DESCRIPTION
Imports Pester from out/Pester, where 'dotnet build' copies it, and the module from -ModulePath. Runs the test files next to this
script, writes the result to -ResultPath as NUnit XML, and exits with the number of failed tests (255 at most).
.EXAMPLE
dotnet pwsh -NoProfile -File tests/Pester/Invoke-Tests.ps1
.EXAMPLE
dotnet pwsh -NoProfile -File tests/Pester/Invoke-Tests.ps1 -Test Errors, Views -ResultPath out/pester.xml
#>
param(
    # The folder of the built module. The default is the output of the build.
    [string] $ModulePath = (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/ExecPS'),

    # The path of the result, an NUnit XML file.
    [string] $ResultPath,

    # The test files to run: their names without .Tests.ps1. Wildcards are permitted. The default is all files.
    [string[]] $Test = '*'
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$pester = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/Pester/Pester.psd1'
foreach ($file in $pester, (Join-Path $ModulePath 'ExecPS.psd1')) {
    if (-not (Test-Path $file)) { throw "$file doesn't exist. Build it first: dotnet build" }
}

Import-Module $pester
$env:EXECPS_TEST_MODULE = (Resolve-Path $ModulePath).ProviderPath
Import-Module $env:EXECPS_TEST_MODULE
Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
$null = Get-TestServerPath

$configuration = New-PesterConfiguration
$configuration.Run.Path = @($Test -split '[, ]+' -ne '' | ForEach-Object { Get-Item (Join-Path $PSScriptRoot "$_.Tests.ps1") } | ForEach-Object FullName | Sort-Object -Unique)
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'

$result = Invoke-Pester -Configuration $configuration

if ($ResultPath) {
    # Control characters aren't valid in XML: one in a message would make the whole report unreadable.
    foreach ($record in @($result.Tests; $result.Containers; $result.Containers.Blocks).ErrorRecord) {
        if ($record.DisplayErrorMessage) { $record.DisplayErrorMessage = $record.DisplayErrorMessage -replace '[\x00-\x08\x0b\x0c\x0e-\x1f]', '?' }
    }
    $result | Export-NUnitReport -Path $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($ResultPath)
}

# Failures outside of tests, for example in BeforeAll or during discovery, count too.
$failed = [Math]::Max($result.FailedCount, $result.FailedBlocksCount + $result.FailedContainersCount)
exit [Math]::Min($failed, 255)
