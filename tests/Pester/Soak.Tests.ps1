# Many rows and many commands in one process: memory and handles don't grow. Set EXECPS_LONG_TESTS for the long run.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $isLong = [bool] $env:EXECPS_LONG_TESTS
    $server = Start-TestServer -AssignmentCount 50000
    $null = Connect-TestServer $server

    # The memory and handles of the process while no command runs.
    function Measure-Process {
        1..3 | ForEach-Object { [GC]::Collect(); [GC]::WaitForPendingFinalizers() }
        $process = Get-Process -Id $PID
        [pscustomobject]@{
            Heap    = [GC]::GetTotalMemory($true)
            Handles = $process.HandleCount
            Threads = $process.Threads.Count
        }
    }

    function Assert-Flat($Before, $After) {
        ($After.Heap - $Before.Heap) / 1MB | Should -BeLessThan 8 -Because 'the heap must not grow with the work'
        $After.Handles - $Before.Handles | Should -BeLessThan 40 -Because 'no handle may survive its command'
        $After.Threads - $Before.Threads | Should -BeLessThan 20 -Because 'no thread may survive its command'
    }
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'One process' {
    It 'lists many rows in constant memory' {
        $lists = if ($isLong) { 20 } else { 2 }
        (Get-ExecAssignment | Measure-Object).Count | Should -Be 50000
        $before = Measure-Process
        $rows = 0
        for ($list = 0; $list -lt $lists; $list++) { $rows += (Get-ExecAssignment | Measure-Object).Count }

        $rows | Should -Be ($lists * 50000)
        Assert-Flat $before (Measure-Process)
    }

    It 'runs many commands that succeed, stop early, or fail' {
        $rounds = if ($isLong) { 3334 } else { 60 }
        $round = {
            $null = Get-ExecAssignment -First 5
            $null = Get-ExecAssignment | Select-Object -First 1
            try { Get-ExecAssignment -Connection $refused } catch { $_.FullyQualifiedErrorId | Should -BeLike 'ExecConnectionFailed,*' }
        }
        $refused = Connect-ExecWorkspace -ApiKey $server.ApiKey -BaseUri 'http://127.0.0.1:1' -NoVerify -Name refused -MaximumRetryCount 0 -RequestsPerMinute 0
        $null = Connect-TestServer $server
        1..40 | ForEach-Object { . $round }
        $Error.Clear()
        $before = Measure-Process
        for ($done = 0; $done -lt $rounds; $done++) { . $round; $Error.Clear() }

        Assert-Flat $before (Measure-Process)
    }
}
