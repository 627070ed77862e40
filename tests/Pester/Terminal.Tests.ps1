# The module in a terminal: a real tty, provided by tmux.

BeforeDiscovery {
    $hasTerminal = [bool] (Get-Command tmux -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    $server = Start-TestServer -AssignmentCount 20
    $socket = "pester-execps-$PID"

    # Opens a terminal that runs a script. $module in it is the folder of the module.
    function Open-Terminal([string] $Script, [string[]] $Environment = @()) {
        $screen = [guid]::NewGuid().ToString('n')
        $file = Join-Path $TestDrive "$screen.ps1"
        Set-Content $file "`$module = '$(Get-ExecModulePath)'`n$Script`nRead-Host 'The end'"
        $shell = & (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'eng/Get-PowerShellCommand.ps1')
        $null = tmux -L $socket -f /dev/null new-session -d -s $screen -x 150 -y 50 env -u EXEC_API_KEY -u NO_COLOR TERM=xterm-256color @Environment $shell.Path $shell.Arguments -NoLogo -NoProfile -File $file
        $screen
    }

    function Send-Text([string] $Screen, [string] $Text) {
        tmux -L $socket send-keys -t $Screen -l -- $Text
    }

    function Send-Key([string] $Screen, [string] $Key) {
        tmux -L $socket send-keys -t $Screen $Key
    }

    # The content of the screen, optionally with colors as escape sequences.
    function Read-Screen([string] $Screen, [switch] $WithColor) {
        (tmux -L $socket capture-pane -p $(if ($WithColor) { '-e' }) -t $Screen) -join "`n"
    }
}

AfterAll {
    if (Get-Command tmux -CommandType Application -ErrorAction Ignore) { $null = tmux -L $socket kill-server 2>&1 }
    Stop-TestServer $server
}

Describe 'Connect-ExecWorkspace without a key' -Skip:(-not $hasTerminal) {
    It 'prompts for it, shows none of it while it is typed, and connects' {
        $screen = Open-Terminal "Import-Module `$module; (Connect-ExecWorkspace -BaseUri $($server.BaseUri)).Workspace.Name"
        Wait-Until { (Read-Screen $screen) -like '*Exec API key*letters and digits):*' }
        Send-Text $screen $server.ApiKey
        Wait-Until { (Read-Screen $screen) -match 'digits\): \*{50}' }
        (Read-Screen $screen) -replace '(?s)^.*letters and digits\):' -replace '[\s*]' | Should -BeNullOrEmpty -Because 'only asterisks may be shown'
        Send-Key $screen Enter
        Wait-Until { (Read-Screen $screen) -like '*The end*' }
        $shown = Read-Screen $screen
        $shown | Should -BeLike '*Larkfield Instruments*'
        $shown | Should -Not -Match 'exec_live_0|0000'
    }

    It 'reports the three ways to specify it if nothing is typed' {
        $screen = Open-Terminal "Import-Module `$module; try { Connect-ExecWorkspace -BaseUri $($server.BaseUri) } catch { `$_.FullyQualifiedErrorId }"
        Wait-Until { (Read-Screen $screen) -like '*Exec API key*letters and digits):*' }
        Send-Key $screen Enter
        Wait-Until { (Read-Screen $screen) -like '*The end*' }
        Read-Screen $screen | Should -BeLike '*ExecApiKeyMissing*'
    }
}

Describe 'The table of assignments' -Skip:(-not $hasTerminal) {
    BeforeAll {
        $listing = 'Import-Module $module; $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 400; Get-ExecAssignment -First 20 -Status PastDue, Completed'
    }

    It 'has colors in a terminal' {
        $screen = Open-Terminal $listing
        Wait-Until { (Read-Screen $screen) -like '*The end*' }
        $shown = Read-Screen $screen -WithColor
        $shown | Should -Match "$([char]27)\[31mPastDue"
        $shown | Should -Match "$([char]27)\[32mCompleted"
    }

    It 'has no colors in a terminal with NO_COLOR' {
        $screen = Open-Terminal $listing -Environment 'NO_COLOR=1'
        Wait-Until { (Read-Screen $screen) -like '*The end*' }
        $shown = Read-Screen $screen -WithColor
        $shown | Should -Match 'PastDue'
        $shown | Should -Not -Match "$([char]27)\["
    }
}

Describe 'Ctrl+C' -Skip:(-not $hasTerminal) {
    It 'ends a command that waits for a hung server, within a second' {
        $ended = Join-Path $TestDrive 'ended'
        $query = { @(Get-ServerRequest $server | Where-Object Path -like '*/collections').Count }
        Add-ServerFault $server @{ path = '/collections'; fault = 'hang_before_headers' }
        $screen = Open-Terminal @"
            Import-Module `$module
            `$null = Connect-ExecWorkspace -ApiKey $($server.ApiKey) -BaseUri $($server.BaseUri) -NoVerify
            try { Get-ExecCollection } finally { Set-Content '$ended' 'ended' }
"@
        Wait-Until { (& $query) -eq 1 }
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Send-Key $screen C-c
        Wait-Until { Test-Path $ended }
        $watch.ElapsedMilliseconds | Should -BeLessThan 1000
    }
}
