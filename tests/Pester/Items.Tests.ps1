# Commands that send one request per item: the results of one input object are written before the next one is processed.

BeforeDiscovery {
    # Each command with the property that its input objects have, and its other mandatory parameters.
    $commands = @(
        @{ Command = 'Get-ExecSession'; Property = 'SessionId'; ById = 'Id'; Result = 'Id'; Path = '/sessions/'; Other = @{} }
        @{ Command = 'Get-ExecKnowledgeFolder'; Property = 'FolderId'; ById = 'Id'; Result = 'Id'; Path = '/folders/'; Other = @{} }
        @{ Command = 'Get-ExecKnowledgePage'; Property = 'PageId'; ById = 'Id'; Result = 'Id'; Path = '/pages/'; Other = @{} }
        @{ Command = 'Get-ExecKnowledgeSource'; Property = 'SourceId'; ById = 'Id'; Result = 'Id'; Path = '/sources/'; Other = @{} }
        @{ Command = 'Get-ExecScenarioAnalytics'; Property = 'ScenarioId'; ById = 'ScenarioId'; Result = 'ScenarioId'; Path = '/analytics/'; Other = @{} }
        @{ Command = 'Get-ExecScenarioAccess'; Property = 'ScenarioId'; ById = 'ScenarioId'; Result = 'ScenarioId'; Path = '/access'; Other = @{ UserEmail = '' } }
        @{ Command = 'Get-ExecScenarioJob'; Property = 'JobId'; ById = 'Id'; Result = 'Id'; Path = '/jobs/'; Other = @{} }
    )
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 100
    $null = Connect-TestServer $server
    $email = (Get-ExecMember -First 1).Email
    $ids = @{
        SessionId  = (Get-ExecSession -First 4).Id
        FolderId   = (Get-ExecKnowledgeFolder -First 4).Id
        PageId     = (Get-ExecKnowledgePage -First 4).Id
        SourceId   = (Get-ExecKnowledgeSource -First 4).Id
        ScenarioId = (Get-ExecScenario -First 4).Id
        JobId      = 'jobcompleted', 'jobfailed001', 'jobqueued001', 'jobprocess01'
    }

    # Starts a command whose requests all hang, in its own runspace.
    function Start-HangingCommand([string] $Command) {
        Add-ServerFault $server @{ fault = 'hang_before_headers'; times = 'always' }
        Start-ExecPipeline {
            param($key, $uri, $command)
            $null = Connect-ExecWorkspace -ApiKey $key -BaseUri $uri -NoVerify
            Invoke-Expression $command
        } $server.ApiKey, $server.BaseUri, $Command
    }
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'The table of commands' {
    It 'contains every command that sends one request per item' -ForEach @{ Commands = $commands } {
        # These have a parameter set Detail, or don't write a list.
        $expected = Get-Command -Module ExecPS -Verb Get | Where-Object {
            $_.ParameterSets.Name -contains 'Detail' -or ($_.Parameters.ContainsKey('Connection') -and -not $_.Parameters.ContainsKey('PageSize'))
        }
        $Commands.Command | Sort-Object | Should -Be ($expected.Name | Where-Object { $_ -ne 'Get-ExecWorkspace' } | Sort-Object)
    }
}

Describe '<Command>' -ForEach $commands {
    BeforeEach {
        $more = @{}
        if ($Other.ContainsKey('UserEmail')) { $more.UserEmail = $email }
        Reset-TestServer $server
        Add-ServerFault $server @{ path = ''; fault = 'latency'; delay_ms = 30; times = 'always' }
        $inputs = $ids[$Property] | ForEach-Object { [pscustomobject]@{ $Property = $_ } }
    }

    It 'writes the results of an input object before it processes the next one' {
        # The producer sees each result before it continues.
        $received, $seen = [Collections.Generic.List[string]]::new(), [Collections.Generic.List[int]]::new()
        & { foreach ($object in $inputs) { $object; $seen.Add($received.Count) } } | & $Command @more | ForEach-Object { $received.Add($_.$Result) }
        $seen | Should -Be 1, 2, 3, 4
        $received | Should -Be $ids[$Property]
    }

    It 'leaves -PipelineVariable at the object that the result is for' {
        $pairs = $inputs | ForEach-Object { $_ } -PipelineVariable source | & $Command @more | ForEach-Object { "$($source.$Property) $($_.$Result)" }
        $pairs | Should -Be ($ids[$Property] | ForEach-Object { "$_ $_" })
    }

    It 'sends no request for the objects after Select-Object -First 1' {
        $first = $inputs | & $Command @more | Select-Object -First 1
        $first.$Result | Should -Be $ids[$Property][0]
        @(Get-ServerRequest $server).Count | Should -Be 1
    }

    It 'prefetches one of several values of one object, and writes them in order' {
        $values = @{ $ById = $ids[$Property] }
        (& $Command @values @more).$Result | Should -Be $ids[$Property]
        Reset-TestServer $server
        (& $Command @values @more | Select-Object -First 1).$Result | Should -Be $ids[$Property][0]
        @(Get-ServerRequest $server).Count | Should -BeLessOrEqual 2
    }

    It 'continues after an item that isn''t found, in the same position of the output' {
        $values = $ids[$Property][0], 'nothere', $ids[$Property][1]
        $output = $values | ForEach-Object { [pscustomobject]@{ $Property = $_ } } | & $Command @more -ErrorAction Continue 2>&1
        $output[0].$Result, $output[2].$Result | Should -Be $values[0, 2]
        ($output[1] | ConvertFrom-ErrorRecord).Id | Should -Be 'ExecNotFound'
    }

    It 'stops immediately on Ctrl+C, in the middle of its input' {
        Reset-TestServer $server
        $user = if ($more.Count) { "-UserEmail $email" }
        $pipeline = Start-HangingCommand "'a1', 'a2', 'a3' | ForEach-Object { [pscustomobject]@{ $Property = `$_ } } | $Command $user"
        Wait-Until { @(Get-ServerRequest $server).Count -eq 1 }
        Stop-ExecPipeline $pipeline | Should -BeLessThan 1000
        $pipeline.PowerShell.InvocationStateInfo.State | Should -Be 'Stopped'
        $pipeline.Streams.Error | Should -BeNullOrEmpty
    }
}

Describe 'The daily quota' {
    BeforeAll {
        Reset-TestServer $server
        # Not found, so that 1,500 requests complete quickly. The limit per minute must not delay them.
        $null = Connect-TestServer $server -With @{ Name = 'limited'; RequestsPerMinute = 100000 }
        $null = Connect-TestServer $server
    }

    AfterAll { Disconnect-ExecWorkspace limited }

    It 'is compared with the values of one object before the first request: <Command>' -ForEach @(
        @{ Command = 'Get-ExecSession'; Parameters = @{ Id = 1..1500 } }
        @{ Command = 'Get-ExecScenarioAnalytics'; Parameters = @{ ScenarioId = 1..1500 } }
        @{ Command = 'Get-ExecScenarioAccess'; Parameters = @{ ScenarioId = 1..30; UserEmail = 1..50 | ForEach-Object { "user$_@acme.com" } } }
        @{ Command = 'Get-ExecScenarioJob'; Parameters = @{ Id = 1..1500 } }
        @{ Command = 'Get-ExecScenarioParticipant'; Parameters = @{ ScenarioId = 1..1500 } }
        @{ Command = 'Get-ExecSkillProficiency'; Parameters = @{ SkillId = 1..1500 } }
        @{ Command = 'Get-ExecKnowledgePageVersion'; Parameters = @{ PageId = 1..1500 } }
    ) {
        # The first line of output is the warning, before any error about an item.
        $first = & $Command @Parameters -Connection limited *>&1 | Select-Object -First 1
        $first | Should -BeOfType [Management.Automation.WarningRecord]
        "$first" | Should -Match '1.?500 more requests.*at most \d+ of'
    }
}
