# Export-ExecWorkspace: the folder, parameters, files, results, errors, and examples. ExecPS.Tests tests formats, limits, and crashes.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 150
    $connection = Connect-TestServer $server
    $examples = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'docs/examples'
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'Export-ExecWorkspace' {
    BeforeEach {
        Reset-TestServer $server
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
    }

    It 'writes a file for each resource, and an object for each file' {
        $files = Export-ExecWorkspace $folder
        $files.Resource | Should -Be 'Member', 'Group', 'Collection', 'Skill', 'Scenario', 'KnowledgeFolder', 'KnowledgeSource', 'KnowledgePage', 'Assignment', 'Session'
        $files.IsComplete | Should -Not -Contain $false
        $files | Where-Object { $null -ne $_.Message } | Should -BeNullOrEmpty
        ($files.RequestCount | Measure-Object -Sum).Sum | Should -Be @(Get-ServerRequest $server).Count
        foreach ($file in $files) {
            $rows = @(Import-Csv -LiteralPath $file.Path -Encoding UTF8)
            $rows.Count | Should -Be $file.RowCount
            $file.NewRowCount | Should -Be $file.RowCount
        }
    }

    It 'writes the values that the commands return' {
        $null = Export-ExecWorkspace $folder -Include Assignment
        $rows = Import-Csv (Join-Path $folder 'assignments.csv') -Encoding UTF8 | Sort-Object Id
        $expected = Get-ExecAssignment | Sort-Object Id
        $rows.Id | Should -Be $expected.Id
        $rows.UserName | Should -Be $expected.UserName
        $rows.Status | Should -Be @($expected | ForEach-Object { "$($_.Status)" })
        $rows[0].CreatedAt | Should -Be $expected[0].CreatedAt.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
    }

    It 'exports lists below groups, skills, and scenarios only if they are included, with names' {
        $files = Export-ExecWorkspace $folder -Include GroupMember, SkillProficiency, ScenarioParticipant
        $files.Resource | Should -Be 'GroupMember', 'SkillProficiency', 'ScenarioParticipant'
        $rows = Import-Csv (Join-Path $folder 'group-members.csv') -Encoding UTF8
        $expected = Get-ExecGroupMember
        ($rows | ForEach-Object { "$($_.GroupName) $($_.UserId)" } | Sort-Object) | Should -Be ($expected | ForEach-Object { "$($_.GroupName) $($_.UserId)" } | Sort-Object)
        (Import-Csv (Join-Path $folder 'skill-proficiency.csv') -Encoding UTF8).SkillName | Should -Not -Contain ''
        (Import-Csv (Join-Path $folder 'scenario-participants.csv') -Encoding UTF8).ScenarioName | Should -Not -Contain ''
    }

    It 'writes rows that can be piped into commands' {
        $null = Export-ExecWorkspace $folder -Include Assignment, Scenario
        $assignments = Import-Csv (Join-Path $folder 'assignments.csv') -Encoding UTF8 | Select-Object -First 3
        $sessions = $assignments | Get-ExecSession
        $sessions.UserId | Where-Object { $_ -notin $assignments.UserId } | Should -BeNullOrEmpty
        (Import-Csv (Join-Path $folder 'scenarios.csv') -Encoding UTF8 | Select-Object -First 1 | Get-ExecScenarioParticipant -First 1).ScenarioName | Should -Not -BeNullOrEmpty
    }

    It 'requests only new sessions the second time' {
        $first = Export-ExecWorkspace $folder -Include Session
        Reset-TestServer $server
        $second = Export-ExecWorkspace $folder -Include Session -OverlapDays 1
        $second.RequestCount | Should -BeLessThan $first.RequestCount
        $second.NewRowCount | Should -Be 0
        (Get-ServerRequest $server)[0].Parameters.start_date | Should -Not -BeNullOrEmpty
        (Export-ExecWorkspace $folder -Include Session -Full).RequestCount | Should -Be $first.RequestCount
    }

    It 'continues after Ctrl+C, which ends it immediately' {
        Add-ServerFault $server @{ path = '/sessions'; nth = 3; fault = 'hang_before_headers' }
        $pipeline = Start-ExecPipeline { param($key, $uri, $folder) $null = Connect-ExecWorkspace -ApiKey $key -BaseUri $uri; Export-ExecWorkspace $folder -Include Session } $server.ApiKey, $server.BaseUri, $folder
        Wait-Until { @(Get-ServerRequest $server | Where-Object Path -Like '*/sessions').Count -eq 3 }
        Stop-ExecPipeline $pipeline | Should -BeLessThan 1000
        $pipeline.PowerShell.InvocationStateInfo.State | Should -Be 'Stopped'
        Join-Path $folder 'sessions.csv' | Should -Not -Exist
        Reset-TestServer $server
        $file = Export-ExecWorkspace $folder -Include Session
        $file.IsComplete | Should -BeTrue
        # The first two pages aren't requested again, apart from those that might have changed.
        @(Get-ServerRequest $server)[0].Parameters.end_date | Should -Not -BeNullOrEmpty
        (Import-Csv (Join-Path $folder 'sessions.csv') -Encoding UTF8).Id | Sort-Object | Should -Be ((Get-ExecSession).Id | Sort-Object)
    }

    It 'doesn''t read a list that needs too many requests, and warns' {
        $file = Export-ExecWorkspace $folder -Include Assignment -MaximumRequestCount 1 -WarningVariable warnings -WarningAction SilentlyContinue
        $file.IsComplete | Should -BeFalse
        $file.Message | Should -BeLike 'At least 1 more request is needed*'
        $warnings | Should -BeLike "Assignment wasn't exported. At least 1 more*"
    }

    It 'writes an error for each resource after status <Status>, and keeps the files' -ForEach @(
        @{ Status = 401; Id = 'ExecAuthenticationFailed'; Requests = 1; Fault = @{ status = 401 } }
        @{ Status = 429; Id = 'ExecRateLimited'; Requests = 1; Fault = @{ status = 429; retry_after = '90000' } }
        @{ Status = 404; Id = 'ExecNotFound'; Requests = 2; Fault = @{ status = 404 } }
    ) {
        $null = Export-ExecWorkspace $folder -Include Group, Collection
        Reset-TestServer $server
        Add-ServerFault $server ($Fault + @{ fault = 'status'; times = 'always' })
        $files = Export-ExecWorkspace $folder -Include Group, Collection -ErrorAction SilentlyContinue -ErrorVariable problems
        @($problems | ConvertFrom-ErrorRecord).Id | Should -Be $Id, $Id
        $problems[0].TargetObject.Resource | Should -Be 'Group'
        $files.IsComplete | Should -Be $false, $false
        $files[0].RowCount | Should -BeGreaterThan 0
        @(Get-ServerRequest $server).Count | Should -Be $Requests
    }

    It 'doesn''t replace a file by a list that changed while it was read' {
        Add-ServerFault $server @{ path = '/scenarios/assignments'; page = 2; fault = 'wrong_shape'; times = 'always'
            body = '{"data":[{"id":"new"}],"pagination":{"page":2,"page_size":100,"total_count":160,"total_pages":2}}' }
        $file = Export-ExecWorkspace $folder -Include Assignment -WarningAction SilentlyContinue
        $file.IsComplete | Should -BeFalse
        $file.Message | Should -BeLike '*changed while it was read*'
        $file.Path | Should -Not -Exist
    }

    It 'rejects <What>: <Id>' -ForEach @(
        @{ What = 'another workspace'; Id = 'ExecExportMismatch'; With = @{ Connection = 'sandbox' } }
        @{ What = 'another format'; Id = 'ExecExportMismatch'; With = @{ Format = 'JsonLines' } }
        @{ What = 'the other setting of -ForExcel'; Id = 'ExecExportMismatch'; With = @{ ForExcel = $true } }
        @{ What = '-ForExcel with JSON Lines'; Id = 'ExecForExcelNeedsCsv'; With = @{ ForExcel = $true; Format = 'JsonLines' } }
    ) {
        $null = Export-ExecWorkspace $folder -Include Group
        if ($With.Connection) {
            # The workspace of the test server is that of the sandbox.
            $state = Join-Path $folder '.execps/state.json'
            [IO.File]::WriteAllText($state, [IO.File]::ReadAllText($state).Replace($connection.Workspace.Id, 'another'))
            $With = @{}
        }
        (Get-ErrorOf { Export-ExecWorkspace $folder -Include Group @With }).Id | Should -Be $Id
    }

    It 'rejects a second run in the same folder' {
        $null = New-Item -ItemType Directory (Join-Path $folder '.execps')
        $lock = [IO.FileStream]::new((Join-Path $folder '.execps/lock'), 'OpenOrCreate', 'ReadWrite', 'None')
        try { (Get-ErrorOf { Export-ExecWorkspace $folder -Include Group }).Id | Should -Be 'ExecExportLocked' }
        finally { $lock.Dispose() }
        (Export-ExecWorkspace $folder -Include Group).IsComplete | Should -BeTrue
    }

    It 'rejects <What> as -Path: <Id>' -ForEach @(
        @{ What = 'a path of another provider'; Path = 'env:x'; Id = 'ExecPathNotFileSystem' }
        @{ What = 'an unknown drive'; Path = 'nodrive:x'; Id = 'ExecPathInvalid' }
        @{ What = 'a file'; Path = $PSCommandPath; Id = 'ExecFileNotWritten' }
    ) {
        (Get-ErrorOf { Export-ExecWorkspace $Path -Include Group }).Id | Should -Be $Id
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'takes the path literally, relative to the current location' {
        Push-Location (New-Item -ItemType Directory $folder)
        try { $file = Export-ExecWorkspace 'a [x] b' -Include Group } finally { Pop-Location }
        $file.Path | Should -Be (Join-Path (Convert-Path -LiteralPath $folder) (Join-Path 'a [x] b' 'groups.csv'))
        Test-Path -LiteralPath $file.Path | Should -BeTrue
    }

    It 'does nothing with -WhatIf' {
        Export-ExecWorkspace $folder -WhatIf | Should -BeNullOrEmpty
        $folder | Should -Not -Exist
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'requests the workspace if the connection doesn''t know it' {
        $null = Connect-TestServer $server -With @{ Name = 'unverified'; NoVerify = $true }
        $null = Export-ExecWorkspace $folder -Include Group -Connection unverified
        (Get-ServerRequest $server).Path | Should -Be '/rest/v1/workspace', '/rest/v1/workspace/groups'
        (Get-Content (Join-Path $folder '.execps/state.json') -Raw | ConvertFrom-Json).workspaceId | Should -Be $connection.Workspace.Id
    }
}

Describe 'The examples' {
    BeforeEach { Reset-TestServer $server }

    It 'Export-NightlyWorkspace.ps1 exports, writes a log, and exits with 0, or 2 if a file isn''t complete, or 1 if it fails' {
        $folder = Join-Path $TestDrive 'nightly'
        $environment = @{ EXEC_API_KEY = $server.ApiKey; PSModulePath = (Split-Path (Get-ExecModulePath)) + [IO.Path]::PathSeparator + $env:PSModulePath }
        $script = "& '$(Join-Path $examples 'Export-NightlyWorkspace.ps1')' -Path '$folder' -BaseUri $($server.BaseUri)"
        Add-ServerFault $server @{ path = '/collections'; fault = 'status'; status = 404; nth = 2 }
        $run = Invoke-FreshPowerShell "$script; `$LASTEXITCODE; $script; `$LASTEXITCODE; `$env:EXEC_API_KEY = ''; $script; `$LASTEXITCODE" -Environment $environment -Seconds 90
        -split $run.Output | Should -Be '0', '2', '1'
        $run.Errors | Should -Match 'Collection: 8 rows, 0 new, 1 requests\. Not found'
        $run.Errors | Should -Match 'There is no key'
        @(Get-Content (Join-Path $folder 'export.log')).Count | Should -Be 20
    }

    # Its shell is pwsh.
    It 'github-actions-workspaces.yml exports, and fails with an incomplete file' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $text = Get-Content (Join-Path $examples 'github-actions-workspaces.yml') -Raw
        $code = [regex]::Match($text, '(?m)^ {8}run: \|\r?\n((?: {10}.*\r?\n|\r?\n)+)').Groups[1].Value -replace '(?m)^ {10}', ''
        $code | Should -Not -Match '\$\{\{'
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive 'actions')).FullName
        $start = "Set-Location '$folder'; Import-Module `$module; `$PSDefaultParameterValues = @{ 'Connect-ExecWorkspace:BaseUri' = '$($server.BaseUri)' }`n"
        $environment = @{ EXEC_API_KEY = $server.ApiKey; GITHUB_STEP_SUMMARY = Join-Path $folder 'summary.md' }
        $run = Invoke-FreshPowerShell ($start + $code) -Environment $environment -Seconds 60
        $run.Errors | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
        Get-Content (Join-Path $folder 'summary.md') -Raw | Should -Match 'Session +\d'
        Add-ServerFault $server @{ path = '/collections'; fault = 'status'; status = 404; times = 'always' }
        (Invoke-FreshPowerShell ($start + $code) -Environment $environment -Seconds 60).ExitCode | Should -Be 1
    }
}
