#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Writes how much of each scenario and each program is completed to a CSV file.
.DESCRIPTION
    Counts all assignments by scenario and by program, and writes one row for each: how many are assigned, completed and
    past due, and the percentage completed. Programs and scenarios are told apart by identifier, so two of one name stay
    two. Assignments that stand alone make the row '(no program)'.

    Without further parameters the file is as programs want it: UTF-8 without a byte order mark, commas, a decimal point.
    -ForExcel makes it as Excel wants it on this machine. The file is the same in Windows PowerShell 5.1 and PowerShell 7.
.PARAMETER Path
    The CSV file. One that is there is replaced.
.PARAMETER By
    What to count by; both unless this says otherwise.
.PARAMETER Encoding
    utf8, or utf8BOM with a byte order mark, without which Excel reads accents wrongly.
.PARAMETER UseCulture
    Writes the list separator and the decimal sign of the current culture.
.PARAMETER NeutralizeFormula
    Puts an apostrophe before text that a spreadsheet would take for a formula: what begins with = + - @, a tab or a line
    break. Text is then no longer exactly the workspace's.
.PARAMETER ForExcel
    All three: utf8BOM, UseCulture and NeutralizeFormula.
.PARAMETER Connection
    The connection, by name or as an object. Without it, the session's default one.
.EXAMPLE
    Connect-ExecWorkspace -Sandbox
    ./Export-CompletionRate.ps1 -Path completion.csv -ForExcel

    Writes a file that opens in Excel by a double click.
.EXAMPLE
    ./Export-CompletionRate.ps1 -Path programs.csv -By Program

    Counts by program alone, for a program to read.
.OUTPUTS
    System.IO.FileInfo: the file.
#>
[CmdletBinding()]
[OutputType([IO.FileInfo])]
param(
    [Parameter(Mandatory = $true, Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path,

    [ValidateSet('Scenario', 'Program')]
    [string[]] $By = @('Scenario', 'Program'),

    [ValidateSet('utf8', 'utf8BOM')]
    [string] $Encoding = 'utf8',

    [switch] $UseCulture,

    [switch] $NeutralizeFormula,

    [switch] $ForExcel,

    [object] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# An empty variable for -Connection is an error of the command, rather than a question to another workspace.
$from = @{}
if ($PSBoundParameters.ContainsKey('Connection')) { $from.Connection = $Connection }

$culture = if ($UseCulture -or $ForExcel) { [cultureinfo]::CurrentCulture } else { [cultureinfo]::InvariantCulture }

function ConvertTo-Cell([string] $Text) {
    if ($NeutralizeFormula -or $ForExcel) { $Text -replace '^(?=[=+\-@\t\r\n])', "'" } else { $Text }
}

$assignments = @(Get-ExecAssignment @from)
$rows = foreach ($kind in $By) {
    $assignments | Group-Object -Property "${kind}Id" | ForEach-Object {
        $completed = @($_.Group | Where-Object { $_.Status -eq 'Completed' }).Count
        [pscustomobject]@{
            By               = $kind
            Name             = ConvertTo-Cell $(if ($_.Name) { $_.Group[0]."${kind}Name" } else { "(no $($kind.ToLowerInvariant()))" })
            Id               = ConvertTo-Cell $_.Name
            Assigned         = $_.Count
            Completed        = $completed
            PastDue          = @($_.Group | Where-Object { $_.Status -eq 'PastDue' }).Count
            CompletedPercent = [Math]::Round(100 * $completed / $_.Count, 1).ToString('0.0', $culture)
        }
    } | Sort-Object -Property Name, Id
}

# Export-Csv knows no encoding that means the same in both editions.
$lines = @($rows | ConvertTo-Csv -NoTypeInformation -Delimiter $culture.TextInfo.ListSeparator)
if (-not $lines) { $lines = @('"By","Name","Id","Assigned","Completed","PastDue","CompletedPercent"' -replace ',', $culture.TextInfo.ListSeparator) }
$file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
[IO.File]::WriteAllText($file, ($lines -join "`r`n") + "`r`n", [Text.UTF8Encoding]::new($ForExcel -or $Encoding -eq 'utf8BOM'))
Get-Item -LiteralPath $file
