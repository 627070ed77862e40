#requires -Version 7.4
<#
.SYNOPSIS
    Replaces the output shown in the documentation with the output of the built module.
.DESCRIPTION
    Runs each example that shows output in the help pages (docs/en-US) and in README.md with a new sandbox. If the output differs
    from the page, the script replaces it in the page and returns the example. Dates, times, and durations aren't compared. To
    show the output of a new example, add an empty block ```Output below its code and run this script.

    The examples and the exceptions are described in docs/HelpExample.psm1. After changes, run docs/Build-Help.ps1.
.PARAMETER Path
    The Markdown files. The default is all pages in docs/en-US, and README.md.
.PARAMETER Force
    Replaces all output, also if only dates differ.
.EXAMPLE
    ./docs/Update-HelpOutput.ps1
.EXAMPLE
    ./docs/Update-HelpOutput.ps1 docs/en-US/Get-ExecMember.md -Force
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [SupportsWildcards()]
    [string[]] $Path = @((Join-Path $PSScriptRoot 'en-US/*.md'), (Join-Path (Split-Path $PSScriptRoot) 'README.md')),

    [switch] $Force
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
Import-Module (Join-Path $PSScriptRoot 'HelpExample.psm1') -Force
$module = Join-Path (Split-Path $PSScriptRoot) 'out/ExecPS'
if (-not (Test-Path (Join-Path $module 'ExecPS.psd1'))) { throw "The module isn't built. Build it first: dotnet build src/ExecPS" }

foreach ($file in Get-Item $Path) {
    $lines = [Collections.Generic.List[string]] [IO.File]::ReadAllLines($file.FullName)
    $changed = $false
    $examples = @(Get-HelpExample $file.FullName | Where-Object { -not $_.IsSkipped -and @($_.Steps | Where-Object { $null -ne $_.Output }).Count })

    # From the last to the first, because a change moves the lines below it.
    for ($index = $examples.Count - 1; $index -ge 0; $index--) {
        $example = $examples[$index]
        $result = Invoke-HelpExample $example $module
        if ($result.Failures) { throw "$($file.Name), $($example.Title): $($result.Failures)" }
        for ($at = $example.Steps.Count - 1; $at -ge 0; $at--) {
            $step = $example.Steps[$at]
            $output = $result.Outputs[$at]
            if ($null -eq $step.Output -or $step.Output -ceq $output) { continue }
            if (-not $Force -and (Format-ComparableOutput $step.Output) -ceq (Format-ComparableOutput $output)) { continue }
            if (-not $PSCmdlet.ShouldProcess("$($file.Name), $($example.Title)", 'Replace output')) { continue }
            $lines.RemoveRange($step.At, $step.Count)
            if ($output) { $lines.InsertRange($step.At, [string[]] ($output -split "`n")) }
            $changed = $true
            [pscustomobject]@{ File = $file.Name; Example = $example.Title; Code = $step.Code }
        }
    }
    if ($changed) { [IO.File]::WriteAllText($file.FullName, ($lines -join "`n") + "`n") }
}
