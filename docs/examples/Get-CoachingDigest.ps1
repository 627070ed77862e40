#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Sums up a user's recent sessions for whoever coaches the user.
.DESCRIPTION
    Reads the user's sessions of the last days, each with its evaluation, and says how they went, what was done well and
    what was done badly, the most frequent first, with the newest feedback on it. Each session takes a request.

    The feedback is about a person. Give it to those whom it concerns.
.PARAMETER UserEmail
    The user's address.
.PARAMETER Days
    How far back to look.
.PARAMETER MaximumSession
    The most sessions to read; the newest come first. One more request each.
.PARAMETER Connection
    The connection, by name or as an object. Without it, the session's default one.
.EXAMPLE
    Connect-ExecWorkspace -Sandbox
    (./Get-CoachingDigest.ps1 -UserEmail mei.tanaka@larkfield.example -Days 90).ToImprove

    What the user did badly, and the feedback on it.
.EXAMPLE
    Get-ExecMember -GroupId x5coinbswmhg | ForEach-Object { ./Get-CoachingDigest.ps1 -UserEmail $_.Email -MaximumSession 3 }

    A digest for each member of a group.
.OUTPUTS
    One object: UserEmail, SessionCount, AverageScore (null: none was scored), BestRank, Strengths and ToImprove (Criterion,
    Item, Count, Feedback), Sessions (the newest first).
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true, Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $UserEmail,

    [ValidateRange(1, 3650)]
    [int] $Days = 30,

    [ValidateRange(1, 100)]
    [int] $MaximumSession = 10,

    [object] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# An empty variable for -Connection is an error of the command, rather than a question to another workspace.
$from = @{}
if ($PSBoundParameters.ContainsKey('Connection')) { $from.Connection = $Connection }

# Items of one grade, the most frequent first. The sessions come newest first, so the first feedback is the newest.
function Group-Item($Row, [string] $Grade) {
    $Row | Where-Object { $_.Grade -eq $Grade } | Group-Object -Property CriterionName, ItemName |
        Sort-Object -Property @{ Expression = 'Count'; Descending = $true }, Name |
        ForEach-Object {
            [pscustomobject]@{
                Criterion = $_.Group[0].CriterionName
                Item      = $_.Group[0].ItemName
                Count     = $_.Count
                Feedback  = $_.Group | Where-Object { $_.Feedback } | Select-Object -First 1 -ExpandProperty Feedback
            }
        }
}

$sessions = @()
$found = @(Get-ExecSession -UserEmail $UserEmail -After (Get-Date).AddDays(-$Days) -First $MaximumSession @from)
if ($found) { $sessions = @(Get-ExecSession -Id $found.Id -IncludeEvaluation @from) }

$scores = @($sessions | Where-Object { $null -ne $_.Score } | ForEach-Object { $_.Score })
$rows = @($sessions | ForEach-Object { $_.EvaluationRows })
[pscustomobject]@{
    UserEmail    = $UserEmail
    SessionCount = $sessions.Count
    AverageScore = if ($scores) { [Math]::Round(($scores | Measure-Object -Average).Average, 1) }
    BestRank     = $sessions | ForEach-Object { $_.Rank } | Sort-Object | Select-Object -Last 1
    Strengths    = @(Group-Item $rows 'Good')
    ToImprove    = @(Group-Item $rows 'Bad')
    Sessions     = $sessions
}
