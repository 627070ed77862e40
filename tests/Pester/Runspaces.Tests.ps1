# Hosts run commands of several users in one process: which connections of another runspace a runspace can access.

BeforeDiscovery {
    $hasParallel = $PSVersionTable.PSVersion.Major -ge 7
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    $module = Get-ExecModulePath
    Import-Module $module
    $server = Start-TestServer -AssignmentCount 1000
    $connection = Connect-TestServer $server -With @{ Name = 'mine' }

    # Runs a script in its own runspace, to its end.
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
    It 'doesn''t have the default connection of this one' {
        (Invoke-Elsewhere { Get-ExecWorkspace }).Error.Id | Should -Be 'ExecNotConnected'
    }

    It 'doesn''t list the connections of this one' {
        (Invoke-Elsewhere { Get-ExecConnection }).Output | Should -BeNullOrEmpty
    }

    It 'doesn''t find the connections of this one by name' {
        (Invoke-Elsewhere { Get-ExecWorkspace -Connection mine }).Error.Message | Should -BeLike "*'mine'*"
    }

    It 'can''t disconnect the connections of this one with -All' {
        $null = Invoke-Elsewhere { Disconnect-ExecWorkspace -All }
        (Get-ExecWorkspace).Name | Should -Be 'Larkfield Instruments'
    }

    It 'can have a connection with the same name to another server' {
        $there = Invoke-Elsewhere { $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 3 -Name mine; @(Get-ExecAssignment).Count }
        $there.Output | Should -Be 3
        (Get-ExecConnection mine).IsSandbox | Should -BeFalse
    }

    It 'can use a connection object that is passed to it, which counts those requests too' {
        $before = $connection.RequestCount
        $there = Invoke-Elsewhere { param($given) Get-ExecWorkspace -Connection $given } $connection
        $there.Output.Name | Should -Be 'Larkfield Instruments'
        $connection.RequestCount | Should -Be ($before + 1)
    }

    It 'doesn''t use a connection object that is passed to it as its default' {
        $there = Invoke-Elsewhere { param($given) $given.IsDefault; Get-ExecWorkspace } $connection
        $there.Output | Should -Be $false
        $there.Error.Id | Should -Be 'ExecNotConnected'
    }
}

Describe 'A runspace that is reset for reuse' {
    BeforeAll {
        # Runs scripts in one runspace, which is reset between them as a runspace pool does for its next user.
        function Invoke-InTurn([scriptblock[]] $Script) {
            $runspace = [runspacefactory]::CreateRunspace()
            $runspace.Open()
            try {
                foreach ($turn in $Script) {
                    $powershell = [powershell]::Create()
                    $powershell.Runspace = $runspace
                    $powershell.AddScript("Import-Module '$module'; $turn").Invoke()
                    $powershell.Dispose()
                    $runspace.ResetRunspaceState()
                }
            }
            finally {
                $runspace.Dispose()
            }
        }
    }

    It 'has no connections of its previous user' {
        $turns = Invoke-InTurn { $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 3; @(Get-ExecAssignment).Count },
        { @(Get-ExecConnection).Count; try { Get-ExecAssignment } catch { $_.FullyQualifiedErrorId } }
        $turns | Should -Be 3, 0, 'ExecNotConnected,ExecPS.Commands.GetExecAssignmentCommand'
    }

    It 'can connect again, and keeps that connection' {
        $turns = Invoke-InTurn { $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 3 -Name a },
        { $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 4 -Name b; (Get-ExecConnection).Name; @(Get-ExecAssignment).Count }
        $turns | Should -Be 'b', 4
    }

    It 'leaves a connection open that is still referenced' {
        $held = Invoke-InTurn { Connect-ExecWorkspace -Sandbox -AssignmentCount 3 }, { 'next' }
        @(Get-ExecAssignment -Connection $held[0]).Count | Should -Be 3
    }

    It 'closes a connection that can no longer be reached' {
        $silent = Start-SilentServer
        $body = '{"id":"w"}'
        try {
            $runspace = [runspacefactory]::CreateRunspace()
            $runspace.Open()
            $powershell = [powershell]::Create()
            $powershell.Runspace = $runspace
            $null = $powershell.AddScript('Import-Module $args[0]; $null = Connect-ExecWorkspace -ApiKey $args[1] -BaseUri $args[2]').AddArgument($module).AddArgument($server.ApiKey).AddArgument($silent.BaseUri)
            $invoking = $powershell.BeginInvoke()
            $kept = Receive-SilentRequest $silent "HTTP/1.1 200 OK`r`nContent-Type: application/json`r`nContent-Length: $($body.Length)`r`n`r`n$body"
            $null = $powershell.EndInvoke($invoking)
            $powershell.Streams.Error | Should -BeNullOrEmpty
            $powershell.Dispose()

            [GC]::Collect()
            [GC]::WaitForPendingFinalizers()
            Test-HungUp $kept -Milliseconds 100 | Should -BeFalse -Because 'the runspace still has the connection'

            $runspace.ResetRunspaceState()
            Wait-Until { [GC]::Collect(); [GC]::WaitForPendingFinalizers(); Test-HungUp $kept -Milliseconds 100 }
        }
        finally {
            $runspace.Dispose()
            Stop-SilentServer $silent
        }
    }

    It 'doesn''t use the connections of another runspace whose variables are copied' {
        $there = Invoke-Elsewhere { param($copy) Set-Variable ExecPSConnectionStore $copy -Scope Global; @(Get-ExecConnection).Count } (Get-Variable ExecPSConnectionStore -Scope Global -ValueOnly)
        $there.Output | Should -Be 0
    }
}

Describe 'Remove-Module' {
    It 'closes the connections of this runspace, also for Import-Module afterwards' {
        $there = Invoke-Elsewhere {
            param($module)
            $held = Connect-ExecWorkspace -Sandbox -AssignmentCount 3
            Remove-Module ExecPS
            Import-Module $module
            @(Get-ExecConnection).Count
            try { Get-ExecAssignment } catch { $_.FullyQualifiedErrorId }
            try { Get-ExecAssignment -Connection $held } catch { $_.FullyQualifiedErrorId }
        } $module
        $there.Output | Should -Be 0, 'ExecNotConnected,ExecPS.Commands.GetExecAssignmentCommand', 'ExecDisconnected,ExecPS.Commands.GetExecAssignmentCommand'
    }

    It 'leaves the connections of other runspaces open' {
        $null = Invoke-Elsewhere { Remove-Module ExecPS }
        (Get-ExecWorkspace).Name | Should -Be 'Larkfield Instruments'
    }
}

Describe 'ForEach-Object -Parallel' -Skip:(-not $hasParallel) {
    It 'starts each iteration without the connections of the previous one in the same runspace' {
        $turns = 1, 2 | ForEach-Object -ThrottleLimit 1 -Parallel {
            Import-Module $using:module
            if ($_ -eq 1) { $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 3 }
            try { @(Get-ExecAssignment).Count } catch { $_.FullyQualifiedErrorId }
        }
        $turns | Should -Be 3, 'ExecNotConnected,ExecPS.Commands.GetExecAssignmentCommand'
    }

    It 'shares a connection object with its key and counts' {
        $before = $connection.RequestCount
        $names = 1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:module
            (Get-ExecWorkspace -Connection $using:connection).Name
        }
        $names | Should -Be (@('Larkfield Instruments') * 4)
        $connection.RequestCount | Should -Be ($before + 4)
    }
}

Describe 'Eight lists at the same time over one connection' {
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

    It 'are each complete in the sandbox too' {
        $sandbox = Connect-ExecWorkspace -Sandbox -AssignmentCount 500 -Name sandbox
        $pipelines = 1..8 | ForEach-Object { Start-ExecPipeline { param($given) Get-ExecAssignment -Connection $given } $sandbox }
        foreach ($pipeline in $pipelines) {
            Wait-ExecPipeline $pipeline
            @($pipeline.Output.Id | Sort-Object -Unique).Count | Should -Be 500
        }
    }
}

Describe 'A closed connection doesn''t reference its key' {
    BeforeAll {
        # Whether a string can be reached from an object through fields and elements, including private ones.
        function Test-Reachable($From, [string] $Text) {
            $seen = [Collections.Generic.HashSet[long]]::new()
            $ids = [Runtime.Serialization.ObjectIDGenerator]::new()
            $open = [Collections.Generic.Stack[object]]::new()
            $open.Push($From)
            while ($open.Count) {
                $object = $open.Pop()
                if ($object -is [string]) {
                    if ($object.Contains($Text)) { return $true }
                    continue
                }
                $isNew = $false
                if ($object -is [Reflection.MemberInfo] -or $object -is [Reflection.Assembly] -or $object -is [Reflection.Module] -or $object -is [Delegate] -and -not $object.Target) { continue }
                if (-not $seen.Add($ids.GetId($object, [ref] $isNew))) { continue }
                if ($object -is [array]) {
                    $element = $object.GetType().GetElementType()
                    if (-not $element.IsPrimitive) { foreach ($item in $object) { if ($null -ne $item) { $open.Push($item) } } }
                    continue
                }
                for ($type = $object.GetType(); $type; $type = $type.BaseType) {
                    foreach ($field in $type.GetFields('Instance, Public, NonPublic, DeclaredOnly')) {
                        if ($field.FieldType.IsPrimitive -or $field.FieldType.IsPointer -or $field.FieldType.IsByRefLike) { continue }
                        $value = $field.GetValue($object)
                        if ($null -ne $value) { $open.Push($value) }
                    }
                }
            }
            $false
        }
    }

    BeforeEach { $null = Connect-TestServer $server -With @{ Name = 'closing' } }

    It 'unlike an open one' {
        Test-Reachable (Get-ExecConnection closing) $server.ApiKey | Should -BeTrue
    }

    It 'after <What>' -ForEach @(
        @{ What = 'Disconnect-ExecWorkspace'; Close = { Disconnect-ExecWorkspace closing } }
        @{ What = 'Disconnect-ExecWorkspace -All'; Close = { Disconnect-ExecWorkspace -All } }
        @{ What = 'a connection of the same name replaced it'; Close = { $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 1 -Name closing } }
        @{ What = 'an attempt to replace it failed'; Close = { try { Connect-ExecWorkspace -Sandbox -Name closing -AssignmentCount x } catch { $null = $_ } } }
    ) {
        $held = Get-ExecConnection closing
        & $Close
        Test-Reachable $held $server.ApiKey | Should -BeFalse
        $held.RequestCount | Should -Be 1
        $held.BaseUri | Should -Be "$($server.BaseUri)/"
        $held.Workspace.Name | Should -Be 'Larkfield Instruments'
    }

    It 'after Remove-Module' {
        $there = Invoke-Elsewhere { param($server) Connect-ExecWorkspace -ApiKey $server.ApiKey -BaseUri $server.BaseUri; Remove-Module ExecPS } $server
        Test-Reachable $there.Output[0].psobject.BaseObject $server.ApiKey | Should -BeFalse
    }
}
