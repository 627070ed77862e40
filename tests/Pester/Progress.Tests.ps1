# The progress bar, as the progress records that a host receives.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 500

    # Runs a command in its own runspace, and records the times of its start and of each progress record.
    function Watch-Progress([string] $Command) {
        $pipeline = Start-ExecPipeline {
            param($server, $command)
            $null = Connect-ExecWorkspace -ApiKey $server.ApiKey -BaseUri $server.BaseUri -RequestsPerMinute 0
            [datetime]::UtcNow
            Invoke-Expression $command
        } $server, $Command
        $seen = [Collections.Generic.List[object]]::new()
        $progress = $pipeline.Streams.Progress
        $until = [datetime]::UtcNow.AddSeconds(20)
        do {
            $ended = $pipeline.Handle.IsCompleted
            while ($seen.Count -lt $progress.Count) { $seen.Add([pscustomobject]@{ At = [datetime]::UtcNow; Record = $progress[$seen.Count] }) }
            Start-Sleep -Milliseconds 5
        } until ($ended -or [datetime]::UtcNow -gt $until)
        $ended | Should -BeTrue

        [pscustomobject]@{
            Seen      = $seen
            Records   = @($seen.Record | Where-Object RecordType -EQ 'Processing')
            Last      = $seen.Record | Select-Object -Last 1
            Began     = $pipeline.Output[0]
            Count     = $pipeline.Output.Count - 1
            Error     = @($pipeline.Streams.Error | ConvertFrom-ErrorRecord)
        }
    }
}

AfterAll {
    Stop-TestServer $server
}

Describe 'A list that takes several seconds' {
    BeforeAll {
        Reset-TestServer $server
        Add-ServerFault $server @{ path = '/scenarios/assignments'; fault = 'latency'; delay_ms = 700; times = 'always' }
        $run = Watch-Progress 'Get-ExecAssignment'
    }

    It 'is complete' {
        $run.Count | Should -Be 500
    }

    It 'shows no progress for the first second' {
        $run.Seen.Count | Should -BeGreaterThan 0
        ($run.Seen[0].At - $run.Began).TotalSeconds | Should -BeGreaterOrEqual 1
    }

    It 'updates the progress at most five times per second' {
        $seconds = ($run.Seen[-1].At - $run.Seen[0].At).TotalSeconds
        $run.Records.Count | Should -BeGreaterThan 2
        $run.Records.Count | Should -BeLessOrEqual (1 + [Math]::Ceiling($seconds * 5))
    }

    It 'shows the name of the command' {
        $run.Records.Activity | Sort-Object -Unique | Should -Be 'Get-ExecAssignment'
        @($run.Seen.Record.ActivityId | Sort-Object -Unique).Count | Should -Be 1
    }

    It 'shows the number of objects, the total, the percentage, and the remaining time' {
        $record = $run.Records | Where-Object { $_.PercentComplete -gt 0 } | Select-Object -First 1
        $record.StatusDescription | Should -Match '^\d00 of 500 assignments'
        $record.PercentComplete | Should -Be (100 * [int] ($record.StatusDescription -split ' ')[0] / 500)
        $record.SecondsRemaining | Should -BeGreaterOrEqual 0
        $record.SecondsRemaining | Should -BeLessThan 60
    }

    It 'shows a percentage that only increases' {
        $run.Records.PercentComplete | Should -Be ($run.Records.PercentComplete | Sort-Object)
    }

    It 'removes the progress bar at the end' {
        $run.Last.RecordType | Should -Be 'Completed'
        @($run.Seen.Record | Where-Object RecordType -EQ 'Completed').Count | Should -Be 1
    }
}

Describe 'A list that takes minutes because of the rate limit' {
    BeforeAll {
        Reset-TestServer $server
        # 250 requests: 60 immediately, and then at most 60 per minute.
        $pipeline = Start-ExecPipeline {
            param($server)
            $null = Connect-ExecWorkspace -ApiKey $server.ApiKey -BaseUri $server.BaseUri -NoVerify
            Get-ExecAssignment -PageSize 2
        } $server
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Wait-Until { $pipeline.Output.Count -eq 120 -and $watch.Elapsed.TotalSeconds -gt 3 }
        $waiting = @($pipeline.Streams.Progress | Where-Object StatusDescription -Like '120 of 500 assignments - rate limit*')
        $null = Stop-ExecPipeline $pipeline
    }

    It 'shows the time that the remaining requests take under the limit' {
        # The last 10 of the 190 requests left can be sent three minutes after the next minute begins.
        $waiting.Count | Should -BeGreaterThan 2
        foreach ($record in $waiting) {
            $next = [int] ($record.StatusDescription -replace '.*rate limit, (\d+) s', '$1')
            $record.SecondsRemaining | Should -BeGreaterOrEqual ($next + 180 - 2)
            $record.SecondsRemaining | Should -BeLessOrEqual ($next + 180 + 2)
        }
    }

    It 'shows a time that only decreases' {
        $waiting.SecondsRemaining | Should -Be ($waiting.SecondsRemaining | Sort-Object -Descending)
    }
}

Describe 'A list with -First' {
    It 'shows the progress of the requested part' {
        Reset-TestServer $server
        Add-ServerFault $server @{ path = '/scenarios/assignments'; fault = 'latency'; delay_ms = 600; times = 'always' }
        $run = Watch-Progress 'Get-ExecAssignment -First 250 -Skip 100'
        $run.Count | Should -Be 250
        $run.Records[0].StatusDescription | Should -BeLike '* of 250 assignments'
    }
}

Describe 'A delay' {
    It 'because of the rate limit is shown with its reason and the remaining seconds' {
        Reset-TestServer $server
        Add-ServerFault $server @{ path = '/scenarios/assignments'; page = 3; fault = 'status'; status = 429; retry_after = '2' }
        $run = Watch-Progress 'Get-ExecAssignment'
        $run.Count | Should -Be 500
        $run.Records.StatusDescription | Where-Object { $_ -match '^200 of 500 assignments - rate limit, [12] s$' } | Should -Not -BeNullOrEmpty
        $run.Last.RecordType | Should -Be 'Completed'
    }

    It 'before a retry is shown too, for a command that isn''t a list' {
        Reset-TestServer $server
        Add-ServerFault $server @{ path = '/workspace'; nth = 2; fault = 'status'; status = 503; retry_after = '2' }
        $run = Watch-Progress 'Get-ExecWorkspace'
        $run.Records.StatusDescription | Where-Object { $_ -match '^retry, [12] s$' } | Should -Not -BeNullOrEmpty
        $run.Last.RecordType | Should -Be 'Completed'
    }
}

Describe 'A command that fails while it shows progress' {
    It 'removes the progress bar' {
        Reset-TestServer $server
        Add-ServerFault $server @{ path = '/scenarios/assignments'; page = 2; fault = 'latency'; delay_ms = 1400; then = @{ fault = 'status'; status = 404 } }
        $run = Watch-Progress 'Get-ExecAssignment'
        $run.Error.Id | Should -Be 'ExecNotFound'
        $run.Records.Count | Should -BeGreaterThan 0
        $run.Last.RecordType | Should -Be 'Completed'
    }
}

Describe 'A fast command' {
    It 'shows no progress' {
        Reset-TestServer $server
        $run = Watch-Progress 'Get-ExecAssignment; Get-ExecCollection; Get-ExecWorkspace'
        $run.Count | Should -Be 509
        $run.Seen.Count | Should -Be 0
    }
}
