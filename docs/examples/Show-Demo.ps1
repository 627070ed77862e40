<#
.SYNOPSIS
    Demonstrates ExecPS in the sandbox, without a key or a network.
.PARAMETER ModulePath
    The path of the module. The default is the installed module.
.EXAMPLE
    ./Show-Demo.ps1
#>
[CmdletBinding()]
param(
    [string] $ModulePath = 'ExecPS'
)

$ErrorActionPreference = 'Stop'
Import-Module $ModulePath

function Show-Step {
    param([string] $Command)
    # Shows the command and runs it.
    "PS> $Command"
    & ([scriptblock]::Create($Command)) | Out-Default
    ''
}

$csv = Join-Path ([IO.Path]::GetTempPath()) "overdue-$PID.csv"
Show-Step 'Connect-ExecWorkspace -Sandbox'
Show-Step 'Get-ExecAssignment -Status PastDue -First 8'
Show-Step 'Get-ExecAssignment | Group-Object Status -NoElement | Sort-Object Count -Descending'
Show-Step 'Get-ExecCollection | Sort-Object ScenarioCount -Descending'
Show-Step "Get-ExecAssignment -Status PastDue | Select-Object UserName, UserEmail, ScenarioName, DueDate, BestScore | Export-Csv '$csv' -NoTypeInformation"
Show-Step "Get-Content '$csv' -TotalCount 4"
Show-Step 'Get-ExecConnection'
Remove-Item -LiteralPath $csv
