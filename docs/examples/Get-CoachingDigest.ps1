#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Summarizes a user's recent sessions for a coach.
.DESCRIPTION
    Reads the user's sessions of the last days with their evaluations, and summarizes the scores and the items with good and bad
    grades, the most frequent first, with the newest feedback. Each session needs one request.

    The feedback is personal data. Share it only with the people who need it.
.PARAMETER UserEmail
    The email address of the user.
.PARAMETER Days
    The number of days to include.
.PARAMETER MaximumSession
    The maximum number of sessions to read, the newest first. Each one needs a request.
.PARAMETER Connection
    The connection, by name or as an object. The default is the default connection of the session.
.EXAMPLE
    Connect-ExecWorkspace -Sandbox
    (./Get-CoachingDigest.ps1 -UserEmail mei.tanaka@larkfield.example -Days 90).ToImprove

    Lists the items with bad grades, and the feedback on them.
.EXAMPLE
    Get-ExecMember -GroupId x5coinbswmhg | ForEach-Object { ./Get-CoachingDigest.ps1 -UserEmail $_.Email -MaximumSession 3 }

    Writes a summary for each member of a group.
.OUTPUTS
    One object: UserEmail, SessionCount, AverageScore (null if no session has a score), BestRank, Strengths and ToImprove
    (Criterion, Item, Count, Feedback), Sessions (the newest first).
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

# An empty variable for -Connection is an error, so that the script doesn't use the default connection instead.
$from = @{}
if ($PSBoundParameters.ContainsKey('Connection')) { $from.Connection = $Connection }

# Items with one grade, the most frequent first. The sessions are sorted newest first, so the first feedback is the newest.
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
