# Get-ExecScenarioJob.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 1
    $null = Connect-TestServer $server
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'Get-ExecScenarioJob' {
    BeforeEach { Reset-TestServer $server }

    It 'requests a job by its ID' {
        (Get-ExecScenarioJob jobcompleted).Id | Should -Be 'jobcompleted'
        $request = Get-ServerRequest $server
        $request.Path | Should -Be '/rest/v1/scenario-studio/jobs/jobcompleted'
        $request.Query | Should -BeNullOrEmpty
    }

    It 'returns the status: <Id> is <Status>' -ForEach @(
        @{ Id = 'jobqueued001'; Status = 'Queued'; Started = $false; Ended = $false; Scenario = $false; Failure = $false }
        @{ Id = 'jobprocess01'; Status = 'Processing'; Started = $true; Ended = $false; Scenario = $false; Failure = $false }
        @{ Id = 'jobcompleted'; Status = 'Completed'; Started = $true; Ended = $true; Scenario = $true; Failure = $false }
        @{ Id = 'jobfailed001'; Status = 'Failed'; Started = $true; Ended = $true; Scenario = $false; Failure = $true }
        @{ Id = 'jobcancelled'; Status = 'Cancelled'; Started = $true; Ended = $true; Scenario = $false; Failure = $false }
    ) {
        $job = Get-ExecScenarioJob -Id $Id
        $job.Status | Should -Be $Status
        $null -ne $job.StartedAt | Should -Be $Started
        foreach ($property in 'CompletedAt', 'DurationSeconds') { $null -ne $job.$property | Should -Be $Ended }
        foreach ($property in 'Scenario', 'ScenarioId', 'ScenarioUrl') { $null -ne $job.$property | Should -Be $Scenario }
        [bool] $job.Error | Should -Be $Failure
        $job.CreatedAt.Kind | Should -Be 'Local'
    }

    It 'returns why a job failed, as code and message' {
        $failure = (Get-ExecScenarioJob jobfailed001).Error
        $failure.Code | Should -Be 'GENERATION_ERROR'
        "$failure" | Should -Be "GENERATION_ERROR: $($failure.Message)"
    }

    It 'returns several jobs in the requested order, one request each' {
        (Get-ExecScenarioJob jobfailed001, jobcompleted, jobqueued001).Id | Should -Be 'jobfailed001', 'jobcompleted', 'jobqueued001'
        @(Get-ServerRequest $server).Count | Should -Be 3
    }

    It 'requests piped jobs again, and jobs from the column JobId of a CSV file' {
        $jobs = Get-ExecScenarioJob jobprocess01, jobcompleted
        ($jobs | Get-ExecScenarioJob).Id | Should -Be 'jobprocess01', 'jobcompleted'
        ('JobId', 'jobqueued001' | ConvertFrom-Csv | Get-ExecScenarioJob).Id | Should -Be 'jobqueued001'
        @(Get-ServerRequest $server).Count | Should -Be 5
    }

    It 'reports a job that doesn''t exist, and continues' {
        $got = Get-ExecScenarioJob jobcompleted, nothere, jobqueued001 -ErrorAction SilentlyContinue -ErrorVariable problems
        $got.Id | Should -Be 'jobcompleted', 'jobqueued001'
        @($problems).Count | Should -Be 1
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'ExecNotFound'
    }

    It 'doesn''t use the Id of another kind of object as a job: <What>' -ForEach @(
        @{ What = 'a scenario'; Item = { Get-ExecScenario -First 1 } }
        @{ What = 'a row with an Id'; Item = { [pscustomobject]@{ Id = 'jobcompleted' } } }
    ) {
        $entry = & $Item
        Reset-TestServer $server
        $entry | Get-ExecScenarioJob -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'InputObjectNotBound'
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'has the scenario ID that commands for scenarios accept' {
        $job = Get-ExecScenarioJob jobcompleted
        ($job | Get-ExecScenarioAnalytics).ScenarioId | Should -Be $job.ScenarioId
    }

    It 'rejects <What> as an ID, before a request' -ForEach @(
        @{ What = 'an empty string'; Value = '' }
        @{ What = 'a path'; Value = '../workspace' }
        @{ What = 'null'; Value = $null }
    ) {
        (Get-ErrorOf { Get-ExecScenarioJob -Id $Value }).Message | Should -BeLike "*'Id'*"
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'returns Unknown for a status that this version doesn''t recognize, with a warning' {
        Add-ServerFault $server @{ path = '/scenario-studio/jobs/j1'; fault = 'wrong_shape'; body = '{"id":"j1","status":"paused"}' }
        $job = Get-ExecScenarioJob j1 -WarningVariable warnings -WarningAction SilentlyContinue
        $job.Status | Should -Be 'Unknown'
        "$warnings" | Should -BeLike "*'paused'*"
    }
}
