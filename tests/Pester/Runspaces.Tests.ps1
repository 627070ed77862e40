# Hosts serve several people from one process: what a runspace may see of another's connections.

BeforeDiscovery {
    $hasParallel = $PSVersionTable.PSVersion.Major -ge 7
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    $module = Get-ExecModulePath
    Import-Module $module
    $server = Start-TestServer -AssignmentCount 1000
    $connection = Connect-TestServer $server -With @{ Name = 'mine' }

    # Runs a script in a runspace of its own, to its end.
    function Invoke-Elsewhere([scriptblock] $Script, [object[]] $ArgumentList = @()) {
        $pipeline = Start-ExecPipeline $Script $ArgumentList
        Wait-ExecPipeline $pipeline
        [pscustomobject]@{ Output = $pipeline.Output; Error = @($pipeline.Streams.Error | ConvertFrom-ErrorRecord) }
    }
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'Another runspace' {
    It 'doesn''t have this one''s default connection' {
        (Invoke-Elsewhere { Get-ExecWorkspace }).Error.Id | Should -Be 'ExecNotConnected'
    }

    It 'doesn''t list this one''s connections' {
        (Invoke-Elsewhere { Get-ExecConnection }).Output | Should -BeNullOrEmpty
    }

    It 'doesn''t find this one''s connections by name' {
        (Invoke-Elsewhere { Get-ExecWorkspace -Connection mine }).Error.Message | Should -BeLike "*'mine'*"
    }

    It 'can''t disconnect this one''s connections with -All' {
        $null = Invoke-Elsewhere { Disconnect-ExecWorkspace -All }
        (Get-ExecWorkspace).Name | Should -Be 'Larkfield Instruments'
    }

    It 'may have a connection of the same name to something else' {
        $there = Invoke-Elsewhere { $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 3 -Name mine; @(Get-ExecAssignment).Count }
        $there.Output | Should -Be 3
        (Get-ExecConnection mine).IsSandbox | Should -BeFalse
    }

    It 'uses a connection that it is given, which counts its requests too' {
        $before = $connection.RequestCount
        $there = Invoke-Elsewhere { param($given) Get-ExecWorkspace -Connection $given } $connection
        $there.Output.Name | Should -Be 'Larkfield Instruments'
        $connection.RequestCount | Should -Be ($before + 1)
    }

    It 'doesn''t take a connection that it is given for its default' {
        $there = Invoke-Elsewhere { param($given) $given.IsDefault; Get-ExecWorkspace } $connection
        $there.Output | Should -Be $false
        $there.Error.Id | Should -Be 'ExecNotConnected'
    }
}

Describe 'ForEach-Object -Parallel' -Skip:(-not $hasParallel) {
    It 'shares a connection object, its key and its counts' {
        $before = $connection.RequestCount
        $names = 1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:module
            (Get-ExecWorkspace -Connection $using:connection).Name
        }
        $names | Should -Be (@('Larkfield Instruments') * 4)
        $connection.RequestCount | Should -Be ($before + 4)
    }
}

Describe 'Eight listings at once over one connection' {
    It 'are each complete' {
        $before = $connection.RequestCount
        $pipelines = 1..8 | ForEach-Object { Start-ExecPipeline { param($given) Get-ExecAssignment -Connection $given } $connection }
        foreach ($pipeline in $pipelines) {
            Wait-ExecPipeline $pipeline
            $pipeline.Streams.Error | Should -BeNullOrEmpty
            @($pipeline.Output.Id | Sort-Object -Unique).Count | Should -Be 1000
            $pipeline.Output.Count | Should -Be 1000
        }
        $connection.RequestCount | Should -Be ($before + 80)
    }

    It 'in the sandbox are each complete too' {
        $sandbox = Connect-ExecWorkspace -Sandbox -AssignmentCount 500 -Name sandbox
        $pipelines = 1..8 | ForEach-Object { Start-ExecPipeline { param($given) Get-ExecAssignment -Connection $given } $sandbox }
        foreach ($pipeline in $pipelines) {
            Wait-ExecPipeline $pipeline
            @($pipeline.Output.Id | Sort-Object -Unique).Count | Should -Be 500
        }
    }
}
