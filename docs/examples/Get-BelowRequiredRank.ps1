#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Lists who is below the required rank and may still try.
.DESCRIPTION
    One object for each assignment that requires a rank which isn't reached yet, and that has attempts left: the most
    urgent first, then those with the fewest attempts. Somebody who hasn't tried yet has no rank, which is below every rank.

    What is completed or can't be passed any more is left out; the API does that, to save requests.
.PARAMETER Connection
    The connection, by name or as an object. Without it, the session's default one.
.EXAMPLE
    Connect-ExecWorkspace -Sandbox
    ./Get-BelowRequiredRank.ps1 | Format-Table UserName, BestRank, RankMin, AttemptsLeft, DaysLeft

    Lists them all.
.EXAMPLE
    ./Get-BelowRequiredRank.ps1 | Where-Object { $_.AttemptsLeft -eq 1 }

    Those whose next attempt is the last. (No limit of attempts isn't 1.)
.OUTPUTS
    An object for each assignment: UserName, UserEmail, ScenarioName, ProgramName, Status, BestRank, RankMin, AttemptsLeft
    (null: no limit), DueDate, DaysLeft (whole days; negative when overdue; null: no due date), Id.
#>
[CmdletBinding()]
param(
    [object] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# An empty variable for -Connection is an error of the command, rather than a question to another workspace.
$from = @{}
if ($PSBoundParameters.ContainsKey('Connection')) { $from.Connection = $Connection }

$now = Get-Date
Get-ExecAssignment -Status NotStarted, InProgress, PastDue @from |
    Where-Object { $_.BestRank -lt $_.RankMin } |
    Where-Object { $null -eq $_.AttemptMax -or $_.AttemptCount -lt $_.AttemptMax } |
    ForEach-Object {
        [pscustomobject]@{
            UserName     = $_.UserName
            UserEmail    = $_.UserEmail
            ScenarioName = $_.ScenarioName
            ProgramName  = $_.ProgramName
            Status       = $_.Status
            BestRank     = $_.BestRank
            RankMin      = $_.RankMin
            AttemptsLeft = if ($null -ne $_.AttemptMax) { $_.AttemptMax - $_.AttemptCount }
            DueDate      = $_.DueDate
            DaysLeft     = if ($_.DueDate) { [int] [Math]::Floor(($_.DueDate - $now).TotalDays) }
            Id           = $_.Id
        }
    } |
    # Null sorts first, and here it means the most.
    Sort-Object -Property { $null -eq $_.DueDate }, DueDate, { $null -eq $_.AttemptsLeft }, AttemptsLeft, UserName
