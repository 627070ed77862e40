# Ctrl+C: Stop() on a running pipeline returns within a second, and the server sees the connection closed.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $key = 'exec_live_' + '0' * 40

    $page = '{"data":[{"id":"a1"}],"pagination":{"page":1,"page_size":100,"total_count":1000,"total_pages":10}}'
    $firstPage = "HTTP/1.1 200 OK`r`nContent-Type: application/json`r`nContent-Length: $($page.Length)`r`nConnection: close`r`n`r`n$page"
    $halfAnAnswer = "HTTP/1.1 200 OK`r`nContent-Type: application/json`r`nContent-Length: 1000`r`n`r`n{`"data`":[{`"id`":`"a1`"},"

    # Runs a command with a server that a test controls.
    function Start-Command([string] $Command) {
        Start-ExecPipeline {
            param($key, $uri, $command)
            $null = Connect-ExecWorkspace -ApiKey $key -BaseUri $uri -NoVerify
            Invoke-Expression $command
        } $key, $silent.BaseUri, $Command
    }

    # Stops a pipeline. It must stop quickly, and its state must be Stopped and not Failed.
    function Assert-StopsAtOnce($Pipeline) {
        Stop-ExecPipeline $Pipeline | Should -BeLessThan 1000
        $Pipeline.PowerShell.InvocationStateInfo.State | Should -Be 'Stopped'
        $Pipeline.Streams.Error | Should -BeNullOrEmpty
    }
}

Describe 'Stopping a pipeline' {
    BeforeEach { $silent = Start-SilentServer }
    AfterEach { Stop-SilentServer $silent }

    It '<Command> ends immediately while the server hangs' -ForEach @(
        @{ Command = 'Get-ExecWorkspace' }
        @{ Command = 'Get-ExecCollection' }
        @{ Command = 'Get-ExecAssignment' }
        @{ Command = 'Get-ExecAssignment -First 1 -IncludeTotalCount' }
        @{ Command = 'Get-ExecSession -Id a1, a2, a3' }
        @{ Command = 'Get-ExecScenarioAccess s1 jane@acme.com' }
        @{ Command = 'Get-ExecSkillProficiency k1, k2, k3' }
        @{ Command = 'Invoke-ExecRequest /things' }
        @{ Command = 'Invoke-ExecRequest /things -Method Post -Body @{ a = 1 } -Confirm:$false' }
    ) {
        $pipeline = Start-Command $Command
        $request = Receive-SilentRequest $silent
        Assert-StopsAtOnce $pipeline
        Test-HungUp $request | Should -BeTrue
    }

    It 'doesn''t wait for the next update of the progress bar' {
        # The fastest of three, so that other load on the computer doesn't matter.
        $taken = foreach ($try in 1..3) {
            $pipeline = Start-Command 'Get-ExecWorkspace'
            $null = Receive-SilentRequest $silent
            Stop-ExecPipeline $pipeline
        }
        ($taken | Measure-Object -Minimum).Minimum | Should -BeLessThan 300
    }

    It 'Connect-ExecWorkspace ends immediately while the server hangs' {
        $pipeline = Start-ExecPipeline { param($key, $uri) Connect-ExecWorkspace -ApiKey $key -BaseUri $uri } $key, $silent.BaseUri
        $request = Receive-SilentRequest $silent
        Assert-StopsAtOnce $pipeline
        Test-HungUp $request | Should -BeTrue
    }

    It 'ends a command immediately in the middle of a response' {
        $pipeline = Start-Command 'Get-ExecAssignment'
        $request = Receive-SilentRequest $silent $halfAnAnswer
        Assert-StopsAtOnce $pipeline
        Test-HungUp $request | Should -BeTrue
    }

    It 'also ends the request for a prefetched page, and keeps the written objects' {
        $pipeline = Start-Command 'Get-ExecAssignment'
        $null = Receive-SilentRequest $silent $firstPage
        $ahead = Receive-SilentRequest $silent
        Wait-Until { $pipeline.Output.Count -eq 1 }
        Assert-StopsAtOnce $pipeline
        Test-HungUp $ahead | Should -BeTrue
        $pipeline.Output[0].Id | Should -Be 'a1'
    }

    It 'also ends the prefetched requests for individual items' {
        $session = '{"id":"a1"}'
        $pipeline = Start-Command 'Get-ExecSession -Id a1, a2, a3'
        $null = Receive-SilentRequest $silent "HTTP/1.1 200 OK`r`nContent-Type: application/json`r`nContent-Length: $($session.Length)`r`nConnection: close`r`n`r`n$session"
        $requests = 1..2 | ForEach-Object { Receive-SilentRequest $silent }
        Assert-StopsAtOnce $pipeline
        $requests | ForEach-Object { Test-HungUp $_ | Should -BeTrue }
    }

    It 'ends a command immediately in <What>' -ForEach @(
        @{ What = 'the delay before a retry'; Answer = "HTTP/1.1 503 Service Unavailable`r`nRetry-After: 600`r`nContent-Length: 0`r`n`r`n" }
        @{ What = 'the delay of a 429 response'; Answer = "HTTP/1.1 429 Too Many Requests`r`nRetry-After: 600`r`nContent-Length: 0`r`n`r`n" }
    ) {
        $pipeline = Start-Command '$VerbosePreference = ''Continue''; Get-ExecWorkspace'
        $null = Receive-SilentRequest $silent $Answer
        Wait-Until { $pipeline.Streams.Verbose -match 'Retrying' }
        Assert-StopsAtOnce $pipeline
        $silent.Listener.Pending() | Should -BeFalse
    }

    It 'ends a command immediately that waits for its own rate limit' {
        $pipeline = Start-ExecPipeline {
            param($key, $uri)
            $null = Connect-ExecWorkspace -ApiKey $key -BaseUri $uri -NoVerify -RequestsPerMinute 1
            Get-ExecAssignment
        } $key, $silent.BaseUri
        $null = Receive-SilentRequest $silent $firstPage
        Wait-Until { $pipeline.Output.Count -eq 1 }
        Assert-StopsAtOnce $pipeline
        $silent.Listener.Pending() | Should -BeFalse
    }

    It 'ends a command immediately that waits for its consumer' {
        $sandbox = Start-ExecPipeline { $null = Connect-ExecWorkspace -Sandbox; Get-ExecAssignment | ForEach-Object { $_; Start-Sleep -Seconds 60 } }
        Wait-Until { $sandbox.Output.Count -eq 1 }
        Assert-StopsAtOnce $sandbox
    }
}

Describe 'Select-Object -First' {
    BeforeEach { $silent = Start-SilentServer }
    AfterEach { Stop-SilentServer $silent }

    It 'ends the request for a prefetched page' {
        # The first object waits until the second page is requested.
        $gate = [Threading.ManualResetEvent]::new($false)
        $pipeline = Start-ExecPipeline {
            param($key, $uri, $gate)
            $null = Connect-ExecWorkspace -ApiKey $key -BaseUri $uri -NoVerify
            Get-ExecAssignment | ForEach-Object { $null = $gate.WaitOne(10000); $_ } | Select-Object -First 1
        } $key, $silent.BaseUri, $gate
        $null = Receive-SilentRequest $silent $firstPage
        $ahead = Receive-SilentRequest $silent
        $null = $gate.Set()
        Wait-ExecPipeline $pipeline
        Test-HungUp $ahead | Should -BeTrue
        $pipeline.Output.Id | Should -Be 'a1'
    }
}
