#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Creates a scenario from each brief in a folder, and lists the links.
.DESCRIPTION
    A brief is a text or Markdown file (*.txt, *.md) of at most 10,000 characters that describes the scenario to create. The
    script starts a job for each brief, waits until the jobs end, and writes one object for each brief with the link to its
    scenario.

    A file with the same name and the extension .context.md is the context of the brief, such as product information or
    meeting notes, of at most 50,000 characters. For cold-call.md, it is cold-call.context.md.

    The request ID of each job is a hash of the user, the brief, and the context. If you run the script again, for example
    after Ctrl+C, the API returns the existing jobs and creates nothing twice. To create another scenario, change the brief.

    A workspace allows 10 scenario creations per minute. With more briefs, the script waits.
.PARAMETER Path
    The folder with the briefs, or a single brief.
.PARAMETER UserEmail
    The email address of the user for whom the scenarios are created.
.PARAMETER TimeoutSec
    The number of seconds to wait for all jobs. 0 waits without a limit. Jobs that haven't ended by then continue; run the
    script again to get their results.
.PARAMETER Connection
    The connection, by name or as an object. The default is the default connection of the session.
.EXAMPLE
    Connect-ExecWorkspace -Sandbox
    $null = New-Item -ItemType Directory -Path briefs -Force
    Set-Content -Path briefs/cold-call.md -Value 'A cold call to a skeptical IT director who already has a supplier.'
    ./New-ScenarioFromBrief.ps1 -Path briefs -UserEmail mei.tanaka@larkfield.example | Format-Table -Property Brief, Status, ScenarioUrl

    Creates a scenario from each brief, and shows the links.
.EXAMPLE
    ./New-ScenarioFromBrief.ps1 -Path briefs -UserEmail mei.tanaka@larkfield.example -WhatIf

    Shows the jobs that would be started.
.EXAMPLE
    ./New-ScenarioFromBrief.ps1 -Path briefs -UserEmail mei.tanaka@larkfield.example | Where-Object -Property Status -NE -Value Completed

    Lists the briefs without a scenario, and the reasons.
.OUTPUTS
    One object for each brief: Brief, Status (Completed, Failed, Cancelled, Processing, Queued, or NotStarted), ScenarioName,
    ScenarioUrl, JobId, IsNew (whether this run started the job), Message.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    [Parameter(Mandatory = $true, Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path,

    [Parameter(Mandatory = $true, Position = 1)]
    [ValidateNotNullOrEmpty()]
    [string] $UserEmail,

    [ValidateRange(0, 86400)]
    [int] $TimeoutSec = 1800,

    [object] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# An empty variable for -Connection is an error, so that the script doesn't use the default connection instead.
$from = @{}
if ($PSBoundParameters.ContainsKey('Connection')) { $from.Connection = $Connection }

function Read-Brief([string] $File) {
    [IO.File]::ReadAllText($File).Replace("`r`n", "`n").Trim()
}

function Get-Hash([string] $Text) {
    $sha = [Security.Cryptography.SHA256]::Create()
    try { -join ($sha.ComputeHash([Text.Encoding]::UTF8.GetBytes($Text)) | ForEach-Object { $_.ToString('x2') }) }
    finally { $sha.Dispose() }
}

$briefs = @(Get-Item -LiteralPath $Path | ForEach-Object { if ($_.PSIsContainer) { Get-ChildItem -LiteralPath $_.FullName -File } else { $_ } } |
        Where-Object { $_.Extension -in '.md', '.txt' -and $_.Name -notlike '*.context.md' } | Sort-Object -Property Name)
if (-not $briefs) { throw "$Path has no briefs (*.md, *.txt)." }

# A brief that is rejected doesn't prevent the others. Failures that concern all of them stop the script.
$started = @(foreach ($brief in $briefs) {
        $prompt = Read-Brief $brief.FullName
        $contextFile = [IO.Path]::ChangeExtension($brief.FullName, '.context.md')
        $context = if (Test-Path -LiteralPath $contextFile) { Read-Brief $contextFile } else { '' }
        $requestId = 'brief-' + (Get-Hash ($UserEmail.ToLowerInvariant(), $prompt, $context -join "`0"))
        $result = [pscustomobject]@{ Brief = $brief.Name; Job = $null; IsNew = $null; Message = $null }
        try {
            $result.Job = Start-ExecScenarioJob -UserEmail $UserEmail -Prompt $prompt -Context $context -RequestId $requestId @from
            if ($result.Job) { $result.IsNew = $result.Job.IsNew }
        }
        catch {
            $concernsAll = $_.CategoryInfo.Category -notin 'InvalidArgument', 'InvalidData', 'ObjectNotFound' -or
                ($_.Exception -is [Management.Automation.ParameterBindingException] -and $_.Exception.ParameterName -eq 'Connection')
            if ($concernsAll) { throw }
            $result.Message = "$_"
        }
        $result
    })
if ($WhatIfPreference) { return }

# A failed job and a job that doesn't end in time are errors of the command. Here they are rows.
$ended = @{}
$jobIds = @($started | Where-Object { $_.Job } | ForEach-Object { $_.Job.Id })
if ($jobIds) {
    foreach ($job in Wait-ExecScenarioJob -Id $jobIds -TimeoutSec $TimeoutSec -ErrorAction SilentlyContinue @from) { $ended[$job.Id] = $job }
}

foreach ($result in $started) {
    $job = $result.Job
    if ($job -and $ended.ContainsKey($job.Id)) { $job = $ended[$job.Id] }
    [pscustomobject]@{
        Brief        = $result.Brief
        Status       = if ($job) { "$($job.Status)" } else { 'NotStarted' }
        ScenarioName = if ($job) { $job.ScenarioName }
        ScenarioUrl  = if ($job) { $job.ScenarioUrl }
        JobId        = if ($job) { $job.Id }
        IsNew        = $result.IsNew
        Message      = if ($job -and $job.Error) { "$($job.Error)" } else { $result.Message }
    }
}
