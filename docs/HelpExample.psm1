# Runs the examples in the help pages and other Markdown files with the sandbox, and compares or replaces the output they show.
#
# A page of a command: each heading of level 3 below "## EXAMPLES" is an example. Its code is the block ```powershell, and its
# output the block ```Output. Each example runs in a new session that is connected to a new sandbox. The title of an example that
# can't run unattended ends with "(not run in tests)".
#
# Other Markdown files: lines that start with "PS> " in a code block are commands, lines that start with ">> " continue them, and
# the lines up to the next command are the output. All commands of a file run in one session. A block whose first line ends with
# "(not run in tests)" is skipped.

$skipMark = '(not run in tests)'

# The number of columns of the console that displays the output. Get-Help indents examples by 4 columns, and GitHub shows about
# 96 columns of a file such as README.md.
$helpColumns = 116
$otherColumns = 96

<#
.SYNOPSIS
    Returns the examples of a Markdown file. Steps are the commands with their output; Output is null if the page shows none.
#>
function Get-HelpExample([string] $Path) {
    $lines = [IO.File]::ReadAllLines($Path)
    $name = [IO.Path]::GetFileNameWithoutExtension($Path)
    $isCommandPage = $name -match '^[A-Z]\w+-\w+$'
    $session = [pscustomobject]@{ Path = $Path; Name = $name; Title = 'commands at a prompt'; Line = 0; IsSkipped = $false; Steps = [Collections.Generic.List[object]]::new() }
    $example = $null
    $inExamples = $false
    for ($at = 0; $at -lt $lines.Count; $at++) {
        $line = $lines[$at]
        if ($line -match '^## (.+?)\s*$') { $inExamples = $Matches[1] -eq 'EXAMPLES' }
        elseif ($isCommandPage -and $inExamples -and $line -match '^### (.+?)\s*$') {
            if ($example) { $example }
            $title = $Matches[1]
            $example = [pscustomobject]@{ Path = $Path; Name = $name; Title = $title; Line = $at + 1; IsSkipped = $title.EndsWith($skipMark); Steps = [Collections.Generic.List[object]]::new() }
        }
        elseif ($line -match '^\s*```(.*)$') {
            $info = $Matches[1].Trim()
            $first = $at + 1
            do { $at++ } until ($lines[$at] -match '^\s*```\s*$')
            if ($isCommandPage -and -not $example) { continue }
            $text = @($lines[$first..($at - 1)] | Where-Object { $at -gt $first })
            if ($isCommandPage) {
                if ($info -eq 'powershell') { $example.Steps.Add((New-Step ($text -join "`n"))) }
                elseif ($info -eq 'Output') { Set-StepOutput $example.Steps[-1] $text $first }
            }
            elseif (-not $info.EndsWith($skipMark) -and $text -match '^PS> ') {
                $step = $null
                $from = 0
                for ($index = 0; $index -le $text.Count; $index++) {
                    if ($index -lt $text.Count -and $text[$index] -match '^>> ?(.*)$') {
                        $step.Code += "`n" + $Matches[1]
                        $from = $index + 1
                        continue
                    }
                    if ($index -lt $text.Count -and $text[$index] -notmatch '^PS> ') { continue }
                    if ($step) { Set-StepOutput $step @($text[$from..($index - 1)] | Where-Object { $index -gt $from }) ($first + $from) }
                    if ($index -lt $text.Count) {
                        $step = New-Step ($text[$index].Substring(4))
                        $session.Steps.Add($step)
                        $from = $index + 1
                    }
                }
            }
        }
    }
    if ($example) { $example }
    if ($session.Steps.Count) { $session }
}

function New-Step([string] $Code) {
    [pscustomobject]@{ Code = $Code; Output = $null; At = 0; Count = 0 }
}

function Set-StepOutput($Step, [string[]] $Lines, [int] $At) {
    $Step.Output = Format-Output ($Lines -join "`n")
    $Step.At = $At
    $Step.Count = @($Lines).Count
}

# Output without colors, trailing spaces, and unnecessary blank lines. The time format of some systems has a narrow no-break space.
function Format-Output([string] $Text) {
    ($Text.Replace("`r`n", "`n").Replace([string] [char] 0x202F, ' ') -replace "$([char] 27)\[[0-9;]*m" -replace '[ \t]+(?=\n|$)' -replace '\n{3,}', "`n`n").Trim("`n")
}

<#
.SYNOPSIS
    Returns output in a form that is the same on every day: with placeholders for dates, times, and durations, and without
    column widths, which depend on the dates.
#>
function Format-ComparableOutput([string] $Text) {
    $date = '\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?|\d{1,2}/\d{1,2}/\d{4}(?: \d{1,2}:\d{2}:\d{2} [AP]M)?'
    (Format-Output $Text) -replace $date, '<date>' -replace '\b\d+ ms\b', '<time>' -replace '-{2,}', '--' -replace '[ \t]+', ' '
}

<#
.SYNOPSIS
    Runs an example in a new runspace with a console of its own, and returns the output of each step, and errors and warnings.
.DESCRIPTION
    The current folder contains people.csv and hires.csv, which have a column UserEmail. Get-Date returns the time that the
    dates of the sandbox are relative to, so that the output is the same at any time of the day.
#>
function Invoke-HelpExample($Example, [string] $ModulePath, [int] $TimeoutSec = 60) {
    if (-not ('ExecPS.Docs.CaptureHost' -as [type])) { Add-Type -TypeDefinition (Get-Content -LiteralPath (Join-Path $PSScriptRoot 'CaptureHost.cs') -Raw) }

    $folder = (New-Item (Join-Path ([IO.Path]::GetTempPath()) ('execps-' + [guid]::NewGuid().ToString('n'))) -ItemType Directory).FullName
    $console = New-Object ExecPS.Docs.CaptureHost $(if ($Example.Path -match '[\\/]en-US[\\/]') { $helpColumns } else { $otherColumns })
    $state = [initialsessionstate]::CreateDefault2()
    $state.ImportPSModule($ModulePath)
    $runspace = [runspacefactory]::CreateRunspace($console, $state)
    try {
        $runspace.Open()
        $failures = Invoke-Step $runspace @'
param($folder)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Set-Location $folder
function global:Get-Date { [datetime]::UtcNow.Date.ToLocalTime() }
Set-Content people.csv, hires.csv 'UserEmail', 'mei.tanaka@larkfield.example', 'andre.quinn@larkfield.example'
$null = Connect-ExecWorkspace -Sandbox
'@ $TimeoutSec $folder
        $null = $console.TakeText()
        $outputs = foreach ($step in $Example.Steps) {
            $failures += Invoke-Step $runspace $step.Code $TimeoutSec
            Format-Output $console.TakeText()
        }
        [pscustomobject]@{ Outputs = @($outputs); Failures = @($failures) }
    }
    finally {
        $runspace.Dispose()
        Remove-Item -LiteralPath $folder -Recurse -Force
    }
}

# Runs code at the prompt of a runspace. Returns its errors and warnings.
function Invoke-Step($Runspace, [string] $Code, [int] $TimeoutSec, $Argument) {
    $powershell = [powershell]::Create()
    $powershell.Runspace = $Runspace
    # Windows and other systems format numbers with a different number of decimal places by default.
    $culture = '$culture = [cultureinfo] [cultureinfo]::GetCultureInfo(''en-US'').Clone(); $culture.NumberFormat.NumberDecimalDigits = 3; [cultureinfo]::CurrentCulture = $culture; Remove-Variable culture'
    $null = $powershell.AddScript($culture, $false).AddStatement().AddScript($Code, $false)
    if ($null -ne $Argument) { $null = $powershell.AddArgument($Argument) }
    $null = $powershell.AddCommand('Out-Default')
    $handle = $powershell.BeginInvoke()
    try {
        if (-not $handle.AsyncWaitHandle.WaitOne($TimeoutSec * 1000)) { return "It did not end within $TimeoutSec s." }
        try { $null = $powershell.EndInvoke($handle) } catch { "$_" }
        $powershell.Streams.Error | ForEach-Object { "$_" }
        $powershell.Streams.Warning | ForEach-Object { "Warning: $_" }
    }
    finally {
        $powershell.Stop()
        $powershell.Dispose()
    }
}

Export-ModuleMember -Function Get-HelpExample, Invoke-HelpExample, Format-ComparableOutput
