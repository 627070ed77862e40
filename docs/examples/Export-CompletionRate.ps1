#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Exports the completion rate of each scenario and program to a CSV file.
.DESCRIPTION
    Counts all assignments by scenario and by program, and writes one row for each: the number of assigned, completed, and
    past due assignments, and the percentage completed. Programs and scenarios are distinguished by ID, so two with the same
    name have two rows. Assignments without a program are in the row '(no program)'.

    By default, the file is intended for programs: UTF-8 without a byte order mark, commas, and a decimal point. -ForExcel
    writes it for Excel on this computer. The file is the same in Windows PowerShell 5.1 and PowerShell 7.
.PARAMETER Path
    The CSV file. An existing file is replaced.
.PARAMETER By
    What to count by. The default is both.
.PARAMETER Encoding
    utf8, or utf8BOM for a byte order mark, without which Excel displays accents incorrectly.
.PARAMETER UseCulture
    Uses the list separator and the decimal separator of the current culture.
.PARAMETER NeutralizeFormula
    Adds an apostrophe before text that a spreadsheet would interpret as a formula: text that starts with = + - @, a tab, or a
    line break. The text then differs from the text in the workspace.
.PARAMETER ForExcel
    Combines utf8BOM, -UseCulture, and -NeutralizeFormula.
.PARAMETER Connection
    The connection, by name or as an object. The default is the default connection of the session.
.EXAMPLE
    Connect-ExecWorkspace -Sandbox
    ./Export-CompletionRate.ps1 -Path completion.csv -ForExcel

    Writes a file that Excel opens with a double-click.
.EXAMPLE
    ./Export-CompletionRate.ps1 -Path programs.csv -By Program

    Counts only by program, in a file for another program.
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

# An empty variable for -Connection is an error, so that the script doesn't use the default connection instead.
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

# Export-Csv has no encoding with the same meaning in both editions.
$lines = @($rows | ConvertTo-Csv -NoTypeInformation -Delimiter $culture.TextInfo.ListSeparator)
if (-not $lines) { $lines = @('"By","Name","Id","Assigned","Completed","PastDue","CompletedPercent"' -replace ',', $culture.TextInfo.ListSeparator) }
$file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
[IO.File]::WriteAllText($file, ($lines -join "`r`n") + "`r`n", [Text.UTF8Encoding]::new($ForExcel -or $Encoding -eq 'utf8BOM'))
Get-Item -LiteralPath $file
