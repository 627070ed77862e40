#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Gets the assignments whose rank is below the required rank, and that have attempts left.
.DESCRIPTION
    Writes one object for each assignment that requires a rank that isn't reached yet, and that has attempts left: the earliest
    due date first, then those with the fewest attempts left. A user who hasn't made an attempt has no rank, which is below
    every rank.

    Assignments that are completed or can no longer be passed are excluded. The API filters them, which saves requests.
.PARAMETER Connection
    The connection, by name or as an object. The default is the default connection of the session.
.EXAMPLE
    Connect-ExecWorkspace -Sandbox
    ./Get-BelowRequiredRank.ps1 | Format-Table UserName, BestRank, RankMin, AttemptsLeft, DaysLeft

    Lists all of them.
.EXAMPLE
    ./Get-BelowRequiredRank.ps1 | Where-Object { $_.AttemptsLeft -eq 1 }

    Lists those with one attempt left. AttemptsLeft is null, not 1, if attempts aren't limited.
.OUTPUTS
    One object for each assignment: UserName, UserEmail, ScenarioName, ProgramName, Status, BestRank, RankMin, AttemptsLeft
    (null if there is no limit), DueDate, DaysLeft (whole days, negative if overdue, null without a due date), Id.
#>
[CmdletBinding()]
param(
    [object] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# An empty variable for -Connection is an error, so that the script doesn't use the default connection instead.
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
    # Null is sorted first, but here it is the largest value.
    Sort-Object -Property { $null -eq $_.DueDate }, DueDate, { $null -eq $_.AttemptsLeft }, AttemptsLeft, UserName
