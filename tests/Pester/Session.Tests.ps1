# Get-ExecSession: the requests it sends, for lists and individual sessions, and their results.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 300
    $null = Connect-TestServer $server
    $all = @(Get-ExecSession)
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'Get-ExecSession with a repeated ID' {
    BeforeEach { Reset-TestServer $server }

    It 'requests the session once and writes it once' {
        $session = Get-ExecSession -First 1 | Get-ExecSession -IncludeTranscript
        Reset-TestServer $server
        ($session.Transcript | Get-ExecSession).Id | Should -Be $session.Id
        @(Get-ServerRequest $server).Count | Should -Be 1
        @(Get-ExecSession -Id $session.Id, $session.Id).Count | Should -Be 1
    }
}

Describe 'A list of sessions' {
    BeforeEach { Reset-TestServer $server }

    It 'can be filtered: -<Parameter> sends <Field>' -ForEach @(
        @{ Parameter = 'UserId'; Value = 'u1', 'u2'; Field = 'user_ids'; As = 'u1,u2' }
        @{ Parameter = 'UserEmail'; Value = 'jane+test@acme.com', 'bob@acme.com'; Field = 'user_emails'; As = 'jane+test@acme.com,bob@acme.com' }
        @{ Parameter = 'ScenarioId'; Value = 's1', 's2'; Field = 'scenario_ids'; As = 's1,s2' }
        @{ Parameter = 'CollectionId'; Value = 'c1', 'c2'; Field = 'collection_ids'; As = 'c1,c2' }
        @{ Parameter = 'SkillId'; Value = 'k1', 'k2'; Field = 'skill_ids'; As = 'k1,k2' }
        @{ Parameter = 'ProgramId'; Value = 'p1', 'p2'; Field = 'program_ids'; As = 'p1,p2' }
        @{ Parameter = 'GroupId'; Value = 'g1', 'g2'; Field = 'group_ids'; As = 'g1,g2' }
        @{ Parameter = 'Rank'; Value = 'Gold', 'unranked', 'SILVER'; Field = 'rank'; As = 'gold,unranked,silver' }
        @{ Parameter = 'After'; Value = [datetime]::new(2026, 3, 1, 12, 0, 0, [DateTimeKind]::Utc); Field = 'start_date'; As = '2026-03-01T12:00:00Z' }
        @{ Parameter = 'Before'; Value = [datetime]::new(2026, 3, 1, 12, 0, 0, [DateTimeKind]::Utc); Field = 'end_date'; As = '2026-03-01T12:00:00Z' }
        @{ Parameter = 'ExcludeSystemUser'; Value = $true; Field = 'exclude_system_users'; As = 'true' }
        @{ Parameter = 'SortBy'; Value = 'CreatedAt'; Field = 'sorting'; As = 'created_at' }
        @{ Parameter = 'SortBy'; Value = 'Score'; Field = 'sorting'; As = 'score' }
        @{ Parameter = 'SortBy'; Value = 'duration'; Field = 'sorting'; As = 'duration' }
    ) {
        $filter = @{ $Parameter = $Value }
        $null = Get-ExecSession @filter -First 1
        $query = Get-SentQuery $server '/sessions'
        $query.Count | Should -Be 1
        $query[$Field] | Should -BeExactly $As
    }

    It 'is sorted in reverse order with -Descending' {
        $null = Get-ExecSession -SortBy Score -Descending -First 1
        (Get-SentQuery $server '/sessions').sorting | Should -BeExactly '-score'
    }

    It 'can be filtered by a time without a time zone, which is local' {
        $noon = [datetime] '2026-03-01 12:00'
        $null = Get-ExecSession -After $noon -First 1
        (Get-SentQuery $server '/sessions').start_date | Should -Be $noon.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
    }

    It 'is requested once with several filters' {
        $null = Get-ExecSession -UserId u1 -ScenarioId s1 -GroupId g1 -Rank Gold -After 2026-01-01 -ExcludeSystemUser
        (Get-SentQuery $server '/sessions').Count | Should -Be 6
    }

    It 'has the matching rows: -<Parameter>' -ForEach @(
        @{ Parameter = 'UserId' }
        @{ Parameter = 'UserEmail' }
        @{ Parameter = 'ScenarioId' }
        @{ Parameter = 'Rank' }
    ) {
        $value = ($all | Where-Object Rank -EQ Silver)[0].$Parameter
        $filter = @{ $Parameter = "$value" }
        $expected = @($all | Where-Object { "$($_.$Parameter)" -eq "$value" })
        $expected.Count | Should -BeLessThan $all.Count
        (Get-ExecSession @filter).Id | Should -Be $expected.Id
    }

    It 'can be filtered by a period, including its bounds' {
        $from, $to = $all[40].CreatedAt, $all[10].CreatedAt
        (Get-ExecSession -After $from -Before $to).Id | Should -Be $all[10..40].Id
    }

    It 'can be filtered by user IDs and email addresses, combined with OR' {
        $one, $other = $all | Sort-Object UserId -Unique | Select-Object -First 2
        $expected = $all | Where-Object { $_.UserId -in $one.UserId, $other.UserId }
        (Get-ExecSession -UserId $one.UserId -UserEmail $other.UserEmail).Id | Should -Be $expected.Id
    }

    It 'can be sorted by <SortBy>, in descending order with -Descending' -ForEach @(@{ SortBy = 'Score'; Property = 'Score' }, @{ SortBy = 'Duration'; Property = 'DurationSeconds' }) {
        $down = (Get-ExecSession -Rank Gold -SortBy $SortBy -Descending).$Property
        $down.Count | Should -BeGreaterThan 10
        $down | Should -Be ($down | Sort-Object -Descending)
    }

    It 'is sorted newest first by default' {
        $all.CreatedAt | Should -Be ($all.CreatedAt | Sort-Object -Descending)
    }

    It 'is read in pages: <What>' -ForEach @(
        @{ What = '-First 10'; Parameters = @{ First = 10 }; From = 0; To = 9; Field = 'page=1&page_size=10' }
        @{ What = '-Skip 20 -First 10'; Parameters = @{ Skip = 20; First = 10 }; From = 20; To = 29; Field = 'page=3&page_size=10' }
        @{ What = '-First 6 -PageSize 3'; Parameters = @{ First = 6; PageSize = 3 }; From = 0; To = 5; Field = 'page=1&page_size=3', 'page=2&page_size=3' }
    ) {
        (Get-ExecSession @Parameters).Id | Should -Be $all[$From..$To].Id
        (Get-ServerRequest $server).Query | Sort-Object | Should -Be $Field
    }

    It 'has a total with -IncludeTotalCount' {
        $total = @(Get-ExecSession -First 0 -IncludeTotalCount)
        $total.Count | Should -Be 1
        $total[0] | Should -Be $all.Count
        $total[0].Accuracy | Should -Be 1
    }

    It 'can be empty without an error' {
        Get-ExecSession -UserId nobody | Should -BeNullOrEmpty
    }
}

Describe 'A session requested by ID' {
    BeforeEach { Reset-TestServer $server }

    It 'is requested by its ID, and has the feedback' {
        $detail = Get-ExecSession -Id $all[0].Id
        (Get-SentQuery $server "/sessions/$($all[0].Id)").Count | Should -Be 0
        $detail.GetType().Name | Should -Be 'SessionDetail'
        $detail.Id, $detail.UserEmail, $detail.Score | Should -Be $all[0].Id, $all[0].UserEmail, $all[0].Score
        $detail.OutcomeFeedback | Should -Not -BeNullOrEmpty
        $detail.Transcript | Should -BeNullOrEmpty
        $null -eq $detail.EvaluationRows | Should -BeTrue
    }

    It 'contains the requested sections: <Includes>' -ForEach @(
        @{ Includes = 'transcript'; Parameters = @{ IncludeTranscript = $true }; Transcript = $true; Evaluation = $false }
        @{ Includes = 'evaluations'; Parameters = @{ IncludeEvaluation = $true }; Transcript = $false; Evaluation = $true }
        @{ Includes = 'transcript,evaluations'; Parameters = @{ IncludeTranscript = $true; IncludeEvaluation = $true }; Transcript = $true; Evaluation = $true }
    ) {
        $detail = Get-ExecSession -Id $all[0].Id @Parameters
        (Get-SentQuery $server "/sessions/$($all[0].Id)").include | Should -Be $Includes
        [bool] $detail.Transcript | Should -Be $Transcript
        [bool] $detail.EvaluationRows | Should -Be $Evaluation
    }

    It 'is returned for each ID, in order, one request each' {
        $ids = $all[5, 2, 9].Id
        (Get-ExecSession -Id $ids).Id | Should -Be $ids
        (Get-ServerRequest $server).Path | Sort-Object | Should -Be ($ids | ForEach-Object { "/rest/v1/sessions/$_" } | Sort-Object)
    }

    It 'is returned for each piped session, in order, one request each' {
        $got = $all[0..7] | Get-ExecSession -IncludeTranscript
        $got.Id | Should -Be $all[0..7].Id
        @($got | Where-Object Transcript).Count | Should -Be 8
        @(Get-ServerRequest $server).Count | Should -Be 8
    }

    It 'is returned for each SessionId of a CSV file' {
        $file = Join-Path $TestDrive 'sessions.csv'
        $all[3, 1] | Select-Object @{ Name = 'SessionId'; Expression = 'Id' }, UserEmail | Export-Csv $file -NoTypeInformation
        (Import-Csv $file | Get-ExecSession).Id | Should -Be $all[3, 1].Id
    }

    It 'causes one error if it doesn''t exist, and the others are returned' {
        $got = Get-ExecSession -Id $all[0].Id, 'nothere', $all[1].Id -ErrorAction SilentlyContinue -ErrorVariable problems
        $got.Id | Should -Be $all[0, 1].Id
        $problems.Count | Should -Be 1
        $failure = $problems | ConvertFrom-ErrorRecord
        $failure.Id, $failure.Category | Should -Be 'ExecNotFound', 'ObjectNotFound'
        "$($failure.Target)" | Should -BeLike '*nothere*'
    }

    It 'has transcript lines and evaluation rows for CSV files: one row per line, one row per item' {
        $detail = $all | Where-Object Rank | Select-Object -First 1 | Get-ExecSession -IncludeTranscript -IncludeEvaluation
        $lines = $detail.Transcript | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        @($lines).Count | Should -Be $detail.Transcript.Count
        $lines[0].psobject.Properties.Name | Should -Be 'SessionId', 'Speaker', 'SecondsFromStart', 'Text'
        $lines.SessionId | Sort-Object -Unique | Should -Be $detail.Id
        $rows = $detail.EvaluationRows | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        @($rows).Count | Should -Be $detail.Evaluations.Items.Count
        $rows[0].psobject.Properties.Name | Should -Be 'SessionId', 'UserEmail', 'ScenarioName', 'CriterionName', 'ItemName', 'Grade', 'ExampleCount', 'Feedback', 'Examples'
        ($lines + $rows).psobject.Properties.Value -match 'ExecPS\.|System\.' | Should -BeNullOrEmpty
    }
}

Describe 'Pipeline input' {
    BeforeEach { Reset-TestServer $server }

    It 'with one property is combined into one request: <Property>' -ForEach @(
        @{ Property = 'UserId'; Field = 'user_ids'; Value = 'a', 'b' }
        @{ Property = 'UserEmail'; Field = 'user_emails'; Value = 'a@acme.com', 'b@acme.com' }
        @{ Property = 'ScenarioId'; Field = 'scenario_ids'; Value = 'a', 'b' }
        @{ Property = 'CollectionId'; Field = 'collection_ids'; Value = 'a', 'b' }
        @{ Property = 'SkillId'; Field = 'skill_ids'; Value = 'a', 'b' }
        @{ Property = 'ProgramId'; Field = 'program_ids'; Value = 'a', 'b' }
        @{ Property = 'GroupId'; Field = 'group_ids'; Value = 'a', 'b' }
    ) {
        $null = $Value | ForEach-Object { [pscustomobject]@{ $Property = $_ } } | Get-ExecSession -Rank Gold
        $query = Get-SentQuery $server '/sessions'
        $query[$Field] | Should -Be ($Value -join ',')
        $query.rank | Should -Be 'gold'
    }

    It 'returns each session once, even if several objects match it' {
        $one = $all[0]
        $expected = $all | Where-Object { $_.UserId -eq $one.UserId -or $_.ScenarioId -eq $one.ScenarioId }
        $got = [pscustomobject]@{ UserId = $one.UserId }, [pscustomobject]@{ ScenarioId = $one.ScenarioId } | Get-ExecSession
        $got.Id | Sort-Object | Should -Be ($expected.Id | Sort-Object)
    }

    It 'of another kind doesn''t bind by its Id' {
        [pscustomobject]@{ Id = $all[0].Id } | Get-ExecSession -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'InputObjectNotBound'
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'without a value causes an error, and doesn''t request all sessions: <Property>' -ForEach @{ Property = 'SessionId' }, @{ Property = 'UserId' }, @{ Property = 'SkillId' } {
        [pscustomobject]@{ $Property = $null } | Get-ExecSession -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        @($problems).Count | Should -Be 1
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'that is empty sends no request' {
        @() | Get-ExecSession -Rank Gold | Should -BeNullOrEmpty
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }
}

Describe 'A combination of parameters that isn''t valid' {
    BeforeEach { Reset-TestServer $server }

    It 'is rejected before a request: <What>' -ForEach @(
        @{ What = '-After later than -Before'; Parameters = @{ After = '2026-03-02'; Before = '2026-03-01' }; Id = 'ExecTimeRangeInvalid'; Names = 'After' }
        @{ What = '-Descending without -SortBy'; Parameters = @{ Descending = $true }; Id = 'ExecDescendingNeedsSortBy'; Names = 'Descending' }
        @{ What = '-IncludeTranscript for a list'; Parameters = @{ IncludeTranscript = $true }; Id = 'ExecParameterNeedsId'; Names = 'IncludeTranscript' }
        @{ What = '-IncludeEvaluation for a list'; Parameters = @{ IncludeEvaluation = $true; Rank = 'Gold' }; Id = 'ExecParameterNeedsId'; Names = 'IncludeEvaluation' }
        @{ What = '-First with -Id'; Parameters = @{ Id = 's1'; First = 1 }; Id = 'ExecParameterNeedsList'; Names = 'First' }
        @{ What = '-Skip with -Id'; Parameters = @{ Id = 's1'; Skip = 1 }; Id = 'ExecParameterNeedsList'; Names = 'Skip' }
        @{ What = '-IncludeTotalCount with -Id'; Parameters = @{ Id = 's1'; IncludeTotalCount = $true }; Id = 'ExecParameterNeedsList'; Names = 'IncludeTotalCount' }
        @{ What = '-Rank with -SessionId'; Parameters = @{ SessionId = 's1'; Rank = 'Gold' }; Id = 'ExecParameterNeedsList'; Names = 'Rank' }
        @{ What = '-UserId with -SessionId'; Parameters = @{ SessionId = 's1'; UserId = 'u1' }; Id = 'ExecParameterNeedsList'; Names = 'UserId' }
        @{ What = '-Rank with -Id'; Parameters = @{ Id = 's1'; Rank = 'Gold' }; Id = 'AmbiguousParameterSet'; Names = '' }
    ) {
        $failure = Get-ErrorOf { Get-ExecSession @Parameters }
        $failure.Id | Should -Be $Id
        if ($Names) { $failure.Message | Should -BeLike "*-$Names *" }
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'is rejected if piped sessions are combined with a filter, which would have no effect' -ForEach @(
        @{ Parameters = @{ Rank = 'Gold' } }
        @{ Parameters = @{ After = '2026-03-01' } }
        @{ Parameters = @{ ExcludeSystemUser = $true } }
        @{ Parameters = @{ SortBy = 'Score' } }
        @{ Parameters = @{ ScenarioId = 's1' } }
    ) {
        (Get-ErrorOf { $all[0] | Get-ExecSession @Parameters }).Id | Should -Be 'ExecParameterNeedsList'
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'is rejected if a value has another meaning in the API: -<Parameter> <Value>' -ForEach @(
        @{ Parameter = 'Id'; Value = '' }
        @{ Parameter = 'Id'; Value = '../workspace' }
        @{ Parameter = 'Id'; Value = 's1,s2' }
        @{ Parameter = 'Id'; Value = $null }
        @{ Parameter = 'GroupId'; Value = 'a b' }
        @{ Parameter = 'UserEmail'; Value = 'jane' }
        @{ Parameter = 'Rank'; Value = 'Platinum' }
        @{ Parameter = 'Rank'; Value = 'Unknown' }
        @{ Parameter = 'SortBy'; Value = 'Name' }
        @{ Parameter = 'SortBy'; Value = '1' }
    ) {
        $parameters = @{ $Parameter = $Value }
        (Get-ErrorOf { Get-ExecSession @parameters }).Message | Should -BeLike "*$Parameter*"
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }
}
