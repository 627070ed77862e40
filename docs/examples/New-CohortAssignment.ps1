#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Assigns scenarios to the new hires in a CSV file.
.DESCRIPTION
    Assigns each scenario to each user in the file with New-ExecAssignment -SkipExisting. Users who already have an open
    assignment of a scenario are skipped, so you can run the script again with a longer file.

    The file must have a UserEmail, Email, or Mail column. The columns ScenarioId, DueDate, AssignerEmail, AttemptMin,
    AttemptMax, RankMin, and CustomMessage are optional; -ScenarioId and -DueDate apply to all rows and take precedence over the columns.
    Other columns are ignored.

    Records that weren't assigned are written to two files:

    - The remaining records: the API or the command rejected them, or the script stopped before it sent them. Correct them
      if necessary, and use the file as -Path of the next run.
    - The records with an unknown outcome: the response was lost, and the assignment wasn't found. They aren't among the
      remaining records, because the user might have been notified. Check them with Get-ExecAssignment.

    A file is deleted if there are no records for it. With -WhatIf, the script writes no files.

    If you press Ctrl+C, the request in progress might still take effect. Its record is among the remaining records.
    Wait a minute before the next run, which skips the user if the assignment exists.
.PARAMETER Path
    The CSV file with the column UserEmail, Email, or Mail, encoded in UTF-8.
.PARAMETER ScenarioId
    The IDs of the scenarios to assign. If omitted, the file must have a ScenarioId column.
.PARAMETER DueDate
    When the assignments are due. A date without a time means the end of that day. If omitted, the file must have a DueDate
    column.
.PARAMETER RemainingPath
    The file for the remaining records. By default, it is in the folder of -Path and its name ends with -remaining.csv.
.PARAMETER UnknownPath
    The file for the records with an unknown outcome. By default, it is in the folder of -Path and its name ends with
    -unknown.csv.
.PARAMETER Delimiter
    The delimiter of the CSV files.
.PARAMETER Connection
    The connection, by name or as an object. The default is the default connection of the session.
.EXAMPLE
    Connect-ExecWorkspace -Sandbox
    Get-ExecMember -First 5 | Export-Csv -Path hires.csv -NoTypeInformation
    $scenario = Get-ExecScenario -Name 'Cold Call*'
    ./New-CohortAssignment.ps1 -Path hires.csv -ScenarioId $scenario.Id -DueDate (Get-Date).AddDays(30).Date -WhatIf

    Shows what would be assigned. Run it without -WhatIf to assign the scenarios.
.EXAMPLE
    ./New-CohortAssignment.ps1 -Path hires.csv -ScenarioId $scenario.Id -DueDate 2030-12-01 | Group-Object -Property Outcome -NoElement

    Assigns the scenarios, and counts the outcomes.
.EXAMPLE
    ./New-CohortAssignment.ps1 -Path hires-remaining.csv

    Continues after a failure. The file has all columns, so no other parameters are necessary.
.OUTPUTS
    One object for each user and scenario: UserEmail, ScenarioId, Outcome (Assigned, Skipped, Failed, Unknown, or Remaining),
    AssignmentId, Message.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    [Parameter(Mandatory = $true, Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path,

    [ValidateNotNullOrEmpty()]
    [string[]] $ScenarioId,

    [ValidateNotNullOrEmpty()]
    [object] $DueDate,

    [ValidateNotNullOrEmpty()]
    [string] $RemainingPath,

    [ValidateNotNullOrEmpty()]
    [string] $UnknownPath,

    [char] $Delimiter = ',',

    [object] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# An empty variable for -Connection is an error, so that the script doesn't use the default connection instead.
$from = @{}
if ($PSBoundParameters.ContainsKey('Connection')) { $from.Connection = $Connection }

$optional = 'AssignerEmail', 'AttemptMin', 'AttemptMax', 'RankMin', 'CustomMessage'

# A date in a format that doesn't depend on the culture.
function Format-Due($Value) {
    if ($Value -isnot [datetime]) { return "$Value" }
    $format = if ($Value.TimeOfDay.Ticks) { 'yyyy-MM-ddTHH:mm:ssK' } else { 'yyyy-MM-dd' }
    $Value.ToString($format, [cultureinfo]::InvariantCulture)
}

function Get-Key($Record) {
    '{0} {1}' -f $Record.ScenarioId, "$($Record.UserEmail)".ToUpperInvariant()
}

# The records: one for each user and scenario, in the order of the file.
function Read-Record {
    foreach ($row in Import-Csv -LiteralPath $Path -Delimiter $Delimiter -Encoding UTF8) {
        $columns = @($row.psobject.Properties.Name)
        $email = @('UserEmail', 'Email', 'Mail' | Where-Object { $columns -contains $_ }) + 'UserEmail'
        foreach ($column in @($email[0]) + @(if (-not $ScenarioId) { 'ScenarioId' }) + @(if ($null -eq $DueDate) { 'DueDate' })) {
            if ($columns -notcontains $column) { throw "$Path has no column $column. It has: $($columns -join ', '). See -Delimiter." }
        }

        foreach ($scenario in $(if ($ScenarioId) { $ScenarioId } else { "$($row.ScenarioId)".Trim() })) {
            $record = [ordered]@{
                ScenarioId = $scenario
                UserEmail  = "$($row.($email[0]))".Trim()
                DueDate    = Format-Due $(if ($null -ne $DueDate) { $DueDate } else { $row.DueDate })
            }
            foreach ($name in $optional) { $record[$name] = if ($columns -contains $name) { $row.$name } else { '' } }
            [pscustomobject] $record
        }
    }
}

# Writes records to a CSV file, or deletes the file if there are none.
function Export-Record([object[]] $Record, [string] $File) {
    if ($Record) { [IO.File]::WriteAllLines($File, [string[]] @($Record | ConvertTo-Csv -Delimiter $Delimiter -NoTypeInformation), [Text.UTF8Encoding]::new($true)) }
    elseif ([IO.File]::Exists($File)) { [IO.File]::Delete($File) }
}

function Resolve-File([string] $File, [string] $Ending) {
    if ($File) { return $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($File) }
    $list = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
    Join-Path (Split-Path $list) ([IO.Path]::GetFileNameWithoutExtension($list) + $Ending)
}

$remainingFile = Resolve-File $RemainingPath '-remaining.csv'
$unknownFile = Resolve-File $UnknownPath '-unknown.csv'

# What happened to each record. A record without an outcome wasn't sent, or was skipped.
$records = [ordered]@{}
foreach ($record in Read-Record) {
    $key = Get-Key $record
    if (-not $records.Contains($key)) { $records[$key] = [pscustomobject]@{ Record = $record; Outcome = $null; AssignmentId = $null; Message = $null } }
}
if (-not $records.Count) { throw "$Path has no rows." }

$isComplete = $false
try {
    # Errors are merged into the output to keep the order, and so that no error is missed.
    $records.Values.Record | New-ExecAssignment -SkipExisting -ErrorAction Continue @from 2>&1 | ForEach-Object {
        $isError = $_ -is [Management.Automation.ErrorRecord]
        $result = $records[(Get-Key $(if ($isError) { $_.TargetObject } else { $_ }))]
        if (-not $isError) {
            ($result.Outcome, $result.AssignmentId) = 'Assigned', $_.Id
        }
        else {
            $result.Outcome = if ($_.FullyQualifiedErrorId -like 'ExecOutcomeUnknown,*') { 'Unknown' } else { 'Failed' }
            $result.Message = "$_"
        }
    }
    $isComplete = $true
}
finally {
    if (-not $WhatIfPreference) {
        foreach ($result in $records.Values) {
            if (-not $result.Outcome) { $result.Outcome = if ($isComplete) { 'Skipped' } else { 'Remaining' } }
        }
        Export-Record @($records.Values | Where-Object { $_.Outcome -in 'Failed', 'Remaining' } | ForEach-Object { $_.Record }) $remainingFile
        Export-Record @($records.Values | Where-Object { $_.Outcome -eq 'Unknown' } | ForEach-Object { $_.Record }) $unknownFile
    }
}

if (-not $WhatIfPreference) {
    foreach ($result in $records.Values) {
        [pscustomobject]@{
            UserEmail    = $result.Record.UserEmail
            ScenarioId   = $result.Record.ScenarioId
            Outcome      = $result.Outcome
            AssignmentId = $result.AssignmentId
            Message      = $result.Message
        }
    }
}
