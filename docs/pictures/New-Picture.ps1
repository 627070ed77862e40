#requires -Version 7.4
<#
.SYNOPSIS
    Creates the README's pictures of a terminal with the built module.
.DESCRIPTION
    Starts PowerShell with the module in a terminal provided by tmux, types the commands, and draws the content of the terminal.
    Requires tmux, the module in out/ExecPS, and the test server: ./build.ps1 Pictures builds both first.

    The pictures 'progress' and 'error' use the test server: the sandbox over HTTP, with delays for the first and an error for the
    second. The dates of the sandbox are relative to today, so new pictures have new dates.
.PARAMETER Name
    The pictures to create. The default is all of them.
.PARAMETER Destination
    The folder to write to.
.PARAMETER Theme
    The colors of the terminal. The README's pictures are dark; Light shows the module on a light background.
.EXAMPLE
    ./New-Picture.ps1 table, error -Theme Light -Destination /tmp
#>
[CmdletBinding()]
param(
    [ValidateSet('table', 'whatif', 'write', 'export', 'progress', 'error', 'completion')]
    [string[]] $Name = @('table', 'whatif', 'write', 'export', 'progress', 'error', 'completion'),

    [string] $Destination = $PSScriptRoot,

    [ValidateSet('Dark', 'Light')]
    [string] $Theme = 'Dark'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$root = Split-Path (Split-Path $PSScriptRoot)
Import-Module (Join-Path $PSScriptRoot 'TerminalPicture.psm1'), (Join-Path $root 'tests/Pester/TestHelpers.psm1') -Force

$columns = 96
$socket = "execps-pictures-$PID"
$prompt = 'PS> '

function Read-Screen([switch] $WithColor) {
    tmux -L $socket capture-pane -p $(if ($WithColor) { '-e' })
}

# Presses keys one after the other, by their tmux names.
function Send-Key([string[]] $Key) {
    foreach ($one in $Key) {
        tmux -L $socket send-keys $one
        Start-Sleep -Milliseconds 300
    }
}

function Send-Text([string] $Text) {
    tmux -L $socket send-keys -l -- $Text
}

# Waits until the prompt is shown without text after it.
function Wait-Prompt {
    Wait-Until -Seconds 60 {
        $x, $y = (tmux -L $socket display-message -p '#{cursor_x} #{cursor_y}') -split ' '
        $x -eq $prompt.Length -and (@(Read-Screen)[$y]) -eq $prompt.TrimEnd()
    }
}

# Types a command and waits until it ends.
function Invoke-Line([string] $Text) {
    Send-Text $Text
    Send-Key Enter
    Wait-Prompt
}

# The content of the screen, without the prompt at the end.
function Get-Shown {
    $lines = @(Read-Screen -WithColor)
    $plain = @($lines | Remove-Color)
    $last = $lines.Count - 1
    while ($last -gt 0 -and $plain[$last].TrimEnd() -in '', $prompt.TrimEnd()) { $last-- }
    $lines[0..$last]
}

# A CSV file for the pictures of writing. The due dates are in the future whenever the pictures are created.
$hires = "Get-ExecMember -Name 'Clara*', 'Freya*' | ForEach-Object { [pscustomobject]@{ UserEmail = `$_.Email; DueDate = (Get-Date).AddDays(21).ToString('yyyy-MM-dd') } } | Export-Csv hires.csv"

# Each picture: its title, the hidden commands before it, and the typed commands.
$pictures = @{
    table      = @{
        Title  = 'Get-ExecAssignment in a terminal: a table of assignments, status and ranks in color'
        Before = '$null = Connect-ExecWorkspace -Sandbox'
        Typed  = { Invoke-Line 'Get-ExecAssignment -Status PastDue, DidNotPass, Completed -First 16' }
    }
    whatif     = @{
        Title  = 'New-ExecAssignment with -WhatIf: one line for each assignment that would be created'
        Before = "`$null = Connect-ExecWorkspace -Sandbox; $hires"
        Typed  = {
            Invoke-Line 'Get-Content hires.csv'
            Invoke-Line "Import-Csv hires.csv | New-ExecAssignment -ScenarioName 'Legal*' -SkipExisting -WhatIf"
        }
    }
    write      = @{
        Title  = 'New-ExecAssignment: the assignments that it created for the users in a CSV file'
        Before = "`$null = Connect-ExecWorkspace -Sandbox; $hires"
        Typed  = { Invoke-Line "Import-Csv hires.csv | New-ExecAssignment -ScenarioName 'Legal*' -SkipExisting" }
    }
    export     = @{
        Title  = 'Export-ExecWorkspace: the rows, the new rows, and the requests of each file'
        Before = '$null = Connect-ExecWorkspace -Sandbox'
        Typed  = { Invoke-Line 'Export-ExecWorkspace -Path ./exec' }
    }
    progress   = @{
        Title  = 'The progress bar of a long list: the number of assignments, the total, and the seconds left'
        Server = $true
        Fault  = @{ fault = 'latency'; delay_ms = 600; times = 'always' }
        Typed  = {
            Send-Text '$all = Get-ExecAssignment'
            Send-Key Enter
            Wait-Until -Seconds 60 { (Read-Screen) -match '\[2,[0-9]00 of 5,000 ' }
        }
    }
    error      = @{
        Title  = 'An error in a terminal: what happened, to which request, what the API said, and a recommendation'
        Server = $true
        Fault  = @{ path = '/scenarios/assignments'; page = 8; fault = 'status'; status = 503; times = 'always'
            body = '{"error":{"type":"server_error","message":"Service unavailable"}}' }
        Typed  = { Invoke-Line 'Get-ExecAssignment | Export-Csv all.csv' }
    }
    completion = @{
        Title  = 'Ctrl+Space after -ScenarioName: a menu of the scenarios'' names; the selected one is inserted'
        Before = '$null = Connect-ExecWorkspace -Sandbox; $null = Get-ExecAssignment'
        Typed  = {
            Send-Text 'Get-ExecAssignment -Status PastDue -ScenarioName '
            Send-Key C-Space
            Wait-Until { (Read-Screen) -match 'Cold Call' }
            Send-Key Down, Down
        }
    }
}

$shell = & (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'eng/Get-PowerShellCommand.ps1')
foreach ($picture in $Name) {
    $what = $pictures[$picture]
    $server = $null
    $folder = Join-Path ([IO.Path]::GetTempPath()) "execps-picture-$([guid]::NewGuid().ToString('n'))"
    $null = New-Item $folder -ItemType Directory
    try {
        $before = $what['Before']
        if ($what['Server']) {
            $server = Start-TestServer -AssignmentCount 5000 -EnforceLimits
            if ($what['Fault']) { Add-ServerFault $server $what.Fault }
            $before = "`$null = Connect-ExecWorkspace -ApiKey $($server.ApiKey) -BaseUri $($server.BaseUri)"
        }

        # With the Windows keys of PSReadLine, Ctrl+Space opens the menu. The user's history isn't changed.
        $start = Join-Path $folder 'start.ps1'
        Set-Content $start @"
            Set-Location '$folder'
            Import-Module '$(Get-ExecModulePath)'
            Set-PSReadLineOption -EditMode Windows -HistorySaveStyle SaveNothing -PredictionSource None -BellStyle None
            function prompt { '$prompt' }
            $before
            Clear-Host
"@
        $null = tmux -L $socket -f /dev/null new-session -d -x $columns -y 36 env -u EXEC_API_KEY -u NO_COLOR TERM=xterm-256color LANG=C.UTF-8 $shell.Path $shell.Arguments -NoLogo -NoProfile -NoExit -File $start
        Wait-Prompt
        & $what.Typed
        $svg = ConvertTo-Svg -Line (Get-Shown) -Columns $columns -Title $what.Title -ThemeName $Theme
        [IO.File]::WriteAllText((Join-Path $Destination "$picture.svg"), $svg)
    }
    finally {
        $null = tmux -L $socket kill-server 2>&1
        Stop-TestServer $server
        Remove-Item -LiteralPath $folder -Recurse -Force
    }
}
