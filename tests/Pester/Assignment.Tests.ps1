# Get-ExecAssignment: the requests it sends, and that each assignment is written once.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer
    $null = Connect-TestServer $server
    $all = @(Get-ExecAssignment)

    # Input objects with one property.
    function New-Input([string] $Property, [object[]] $Value) {
        foreach ($one in $Value) { [pscustomobject]@{ $Property = $one } }
    }
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'A filter' {
    BeforeEach { Reset-TestServer $server }

    It '-<Parameter> sends <Field>' -ForEach @(
        @{ Parameter = 'UserId'; Value = 'u1'; Field = 'user_ids'; As = 'u1' }
        @{ Parameter = 'UserId'; Value = 'u1', 'u_2-3'; Field = 'user_ids'; As = 'u1,u_2-3' }
        @{ Parameter = 'UserEmail'; Value = 'jane+test@acme.com'; Field = 'user_emails'; As = 'jane+test@acme.com' }
        @{ Parameter = 'UserEmail'; Value = 'jane@acme.com', 'bob@acme.com'; Field = 'user_emails'; As = 'jane@acme.com,bob@acme.com' }
        @{ Parameter = 'ScenarioId'; Value = 's1', 's2'; Field = 'scenario_ids'; As = 's1,s2' }
        @{ Parameter = 'ProgramId'; Value = 'p1', 'p2'; Field = 'program_ids'; As = 'p1,p2' }
        @{ Parameter = 'Status'; Value = 'NotStarted', 'InProgress'; Field = 'status'; As = 'not_started,in_progress' }
    ) {
        $filter = @{ $Parameter = $Value }
        $null = Get-ExecAssignment @filter -First 1
        $query = Get-SentQuery $server '/scenarios/assignments'
        $query.Count | Should -Be 1
        $query[$Field] | Should -Be $As
    }

    It '-Status accepts <_> for past_due' -ForEach 'PastDue', 'pastdue', 'past_due', 'PAST_DUE', 'Past_Due' {
        $null = Get-ExecAssignment -Status $_ -First 1
        (Get-SentQuery $server '/scenarios/assignments').status | Should -BeExactly 'past_due'
    }

    It '-Status accepts every status: <Name> is sent as <Api>' -ForEach @(
        @{ Name = 'NotStarted'; Api = 'not_started' }
        @{ Name = 'InProgress'; Api = 'in_progress' }
        @{ Name = 'Completed'; Api = 'completed' }
        @{ Name = 'PastDue'; Api = 'past_due' }
        @{ Name = 'DidNotPass'; Api = 'did_not_pass' }
    ) {
        $null = Get-ExecAssignment -Status $Name -First 1
        (Get-SentQuery $server '/scenarios/assignments').status | Should -BeExactly $Api
    }

    It 'is sent with the other filters in one request' {
        $null = Get-ExecAssignment -UserId u1 -UserEmail jane@acme.com -ScenarioId s1 -ProgramId p1 -Status PastDue
        $query = Get-SentQuery $server '/scenarios/assignments'
        $query.Count | Should -Be 5
        $query.user_ids, $query.user_emails, $query.scenario_ids, $query.program_ids, $query.status | Should -Be 'u1', 'jane@acme.com', 's1', 'p1', 'past_due'
    }

    It 'sends a repeated value once' {
        $null = Get-ExecAssignment -UserId u1, u2, u1 -Status PastDue, past_due
        $query = Get-SentQuery $server '/scenarios/assignments'
        $query.user_ids | Should -Be 'u1,u2'
        $query.status | Should -Be 'past_due'
    }

    It 'combines user IDs and email addresses with OR' {
        $byId, $byEmail = $all | Sort-Object UserId -Unique | Select-Object -First 2
        $expected = $all | Where-Object { $_.UserId -eq $byId.UserId -or $_.UserEmail -eq $byEmail.UserEmail }
        (Get-ExecAssignment -UserId $byId.UserId -UserEmail $byEmail.UserEmail).Id | Should -Be $expected.Id
    }

    It 'is combined with the other filters by AND' {
        $one = $all | Where-Object { $_.Status -eq 'Completed' } | Select-Object -First 1
        $expected = $all | Where-Object { $_.UserId -eq $one.UserId -and $_.ScenarioId -eq $one.ScenarioId -and $_.Status -eq 'Completed' }
        (Get-ExecAssignment -UserId $one.UserId -ScenarioId $one.ScenarioId -Status Completed).Id | Should -Be $expected.Id
    }

    It 'that matches nothing returns no objects and no error' {
        Get-ExecAssignment -UserId nobody | Should -BeNullOrEmpty
    }
}

Describe 'A value that isn''t valid' {
    BeforeEach { Reset-TestServer $server }

    It 'is rejected with the name of the parameter, before a request: -<Parameter> <Value>' -ForEach @(
        @{ Parameter = 'UserId'; Value = '' }
        @{ Parameter = 'UserId'; Value = ' ' }
        @{ Parameter = 'UserId'; Value = $null }
        @{ Parameter = 'UserId'; Value = @() }
        @{ Parameter = 'UserId'; Value = @('u1', '') }
        @{ Parameter = 'UserId'; Value = @('u1', $null) }
        @{ Parameter = 'UserId'; Value = 'u1,u2' }
        @{ Parameter = 'UserId'; Value = 'u*' }
        @{ Parameter = 'UserId'; Value = 'jane@acme.com' }
        @{ Parameter = 'ScenarioId'; Value = '../workspace' }
        @{ Parameter = 'ScenarioId'; Value = '%2e%2e' }
        @{ Parameter = 'ScenarioId'; Value = 'a/b?c#d' }
        @{ Parameter = 'ScenarioId'; Value = 's1&status=completed' }
        @{ Parameter = 'ProgramId'; Value = 'p 1' }
        @{ Parameter = 'ProgramId'; Value = 'p' * 129 }
        @{ Parameter = 'UserEmail'; Value = '' }
        @{ Parameter = 'UserEmail'; Value = $null }
        @{ Parameter = 'UserEmail'; Value = 'jane@acme.com,bob@acme.com' }
        @{ Parameter = 'UserEmail'; Value = 'jane' }
        @{ Parameter = 'UserEmail'; Value = '*@acme.com' }
        @{ Parameter = 'UserEmail'; Value = 'Jane <jane@acme.com>' }
        @{ Parameter = 'UserEmail'; Value = ('j' * 250) + '@acme.com' }
        @{ Parameter = 'Status'; Value = 'late' }
        @{ Parameter = 'Status'; Value = '' }
        @{ Parameter = 'Status'; Value = $null }
        @{ Parameter = 'Status'; Value = 'Unknown' }
        @{ Parameter = 'Status'; Value = 4 }
        @{ Parameter = 'Status'; Value = '4' }
        @{ Parameter = 'Status'; Value = 'PastDue,Completed' }
        @{ Parameter = 'PageSize'; Value = 0 }
        @{ Parameter = 'PageSize'; Value = 101 }
        @{ Parameter = 'PageSize'; Value = 'many' }
        @{ Parameter = 'First'; Value = -1 }
        @{ Parameter = 'Skip'; Value = 'some' }
    ) {
        $filter = @{ $Parameter = $Value }
        (Get-ErrorOf { Get-ExecAssignment @filter }).Message | Should -BeLike "*'$Parameter'*"
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'is rejected if it contains a control character: -<_>' -ForEach 'UserId', 'UserEmail', 'ScenarioId', 'ProgramId' {
        foreach ($character in 0, 7, 27, 127, 0x9B, 0x202E) {
            $filter = @{ $_ = "jane$([char] $character)@acme.com" }
            $failure = Get-ErrorOf { Get-ExecAssignment @filter }
            $failure.Message | Should -BeLike "*'$_'*"
            Get-ControlCharacter $failure.Message | Should -BeNullOrEmpty
        }
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'is rejected with a message that lists the valid values: -<Parameter> <Value>' -ForEach @(
        @{ Parameter = 'UserEmail'; Value = 'a@acme.com,b@acme.com'; Message = 'several values' }
        @{ Parameter = 'UserId'; Value = 'u*'; Message = 'Get-ExecMember' }
        @{ Parameter = 'Status'; Value = 'late'; Message = 'NotStarted, InProgress, Completed, PastDue, DidNotPass' }
        @{ Parameter = 'Status'; Value = 4; Message = 'name' }
    ) {
        $filter = @{ $Parameter = $Value }
        (Get-ErrorOf { Get-ExecAssignment @filter }).Message | Should -BeLike "*$Message*"
    }
}

Describe 'Piped input' {
    BeforeEach { Reset-TestServer $server }

    It 'binds the property <Property>' -ForEach @(
        @{ Property = 'UserId'; Values = 'u1', 'u2'; Field = 'user_ids' }
        @{ Property = 'UserEmail'; Values = 'jane@acme.com', 'bob@acme.com'; Field = 'user_emails' }
        @{ Property = 'ScenarioId'; Values = 's1', 's2'; Field = 'scenario_ids' }
        @{ Property = 'ProgramId'; Values = 'p1', 'p2'; Field = 'program_ids' }
    ) {
        $null = New-Input $Property $Values | Get-ExecAssignment
        (Get-SentQuery $server '/scenarios/assignments')[$Field] | Should -Be ($Values -join ',')
    }

    It 'can have several values in a property' {
        $null = [pscustomobject]@{ UserId = 'u1', 'u2' }, [pscustomobject]@{ UserId = 'u3' } | Get-ExecAssignment
        (Get-SentQuery $server '/scenarios/assignments').user_ids | Should -Be 'u1,u2,u3'
    }

    It 'is combined with the parameters on the command line by AND' {
        $null = New-Input UserId u1, u2 | Get-ExecAssignment -Status PastDue -ScenarioId s1
        $query = Get-SentQuery $server '/scenarios/assignments'
        $query.user_ids, $query.status, $query.scenario_ids | Should -Be 'u1,u2', 'past_due', 's1'
    }

    It 'with users and scenarios returns the assignments of those users and scenarios' {
        $some = $all | Select-Object -First 5 UserId, ScenarioId
        $pairs = $some | ForEach-Object { "$($_.UserId) $($_.ScenarioId)" }
        $expected = $all | Where-Object { "$($_.UserId) $($_.ScenarioId)" -in $pairs }
        ($some | Get-ExecAssignment).Id | Sort-Object | Should -Be ($expected.Id | Sort-Object)
    }

    It 'keeps the pairs of each object, instead of combining all users with all scenarios' {
        $null = [pscustomobject]@{ UserId = 'u1'; ScenarioId = 's1' }, [pscustomobject]@{ UserId = 'u2'; ScenarioId = 's2' } | Get-ExecAssignment
        Get-ServerRequest $server | ForEach-Object { '{0} {1}' -f $_.Parameters.user_ids, $_.Parameters.scenario_ids } | Sort-Object | Should -Be 'u1 s1', 'u2 s2'
    }

    It 'doesn''t use the properties of one object for the next one' {
        $null = [pscustomobject]@{ UserId = 'u1'; ScenarioId = 's1' }, [pscustomobject]@{ UserId = 'u2' } | Get-ExecAssignment
        Get-ServerRequest $server | ForEach-Object { '{0} {1}' -f $_.Parameters.user_ids, $_.Parameters.scenario_ids } | Sort-Object | Should -Be 'u1 s1', 'u2 '
    }

    It 'is combined into few requests with URLs of at most 2,000 characters' {
        $people = 1..500 | ForEach-Object { "someone.with.number.$_@larkfield.example" }
        $null = New-Input UserEmail $people | Get-ExecAssignment
        $requests = @(Get-ServerRequest $server)
        ($requests.Url | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 2000
        $query = $requests | ForEach-Object { $_.Parameters.user_emails -split ',' }
        # Concurrent requests arrive in any order.
        $query | Sort-Object | Should -Be ($people | Sort-Object)
        $needed = ($people | ForEach-Object { [uri]::EscapeDataString($_).Length + 1 } | Measure-Object -Sum).Sum / (2000 - 130)
        $requests.Count | Should -BeLessOrEqual ([Math]::Ceiling($needed))
    }

    It 'returns each assignment once, even if several requests return it' {
        $people = $all | Sort-Object UserId -Unique
        $people.Count | Should -BeGreaterThan 100
        $got = $people | ForEach-Object { [pscustomobject]@{ UserId = $_.UserId }; [pscustomobject]@{ UserEmail = $_.UserEmail } } | Get-ExecAssignment
        @(Get-ServerRequest $server | ForEach-Object { $_.Parameters.user_ids + $_.Parameters.user_emails } | Sort-Object -Unique).Count | Should -BeGreaterThan 2
        $got.Count | Should -Be 2500
        @($got.Id | Sort-Object -Unique).Count | Should -Be 2500
    }

    It 'applies -First and -Skip to all results together' {
        $pairs = $all | Select-Object -First 6 UserId, ScenarioId
        $whole = $pairs | Get-ExecAssignment
        ($pairs | Get-ExecAssignment -First 3 -Skip 2).Id | Should -Be $whole[2..4].Id
    }

    It 'that is empty sends no request and returns nothing' {
        @() | Get-ExecAssignment | Should -BeNullOrEmpty
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'from an empty CSV file sends no request and returns nothing' {
        Set-Content (Join-Path $TestDrive 'empty.csv') 'UserEmail'
        Import-Csv (Join-Path $TestDrive 'empty.csv') | Get-ExecAssignment | Should -BeNullOrEmpty
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'that can''t be bound causes one error per object and no request: <What>' -ForEach @(
        @{ What = 'numbers'; Items = 1, 2 }
        @{ What = 'text'; Items = 'jane@acme.com', 'bob@acme.com' }
        @{ What = 'objects without a known property'; Items = [pscustomobject]@{ Phone = '1' }, [pscustomobject]@{ Phone = '2' } }
        @{ What = 'null'; Items = $null, $null }
    ) {
        $Items | Get-ExecAssignment -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems.Count | Should -Be 2
        ($problems | ConvertFrom-ErrorRecord).Id | Sort-Object -Unique | Should -Be 'InputObjectNotBound'
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }
}

Describe 'A CSV row without a user' {
    BeforeEach { Reset-TestServer $server }

    It 'causes an error with the name of the parameter, and the other rows are processed: <What>' -ForEach @(
        @{ What = 'an empty cell'; Cell = '' }
        @{ What = 'a cell of spaces'; Cell = '"  "' }
        @{ What = 'a cell with a comma'; Cell = '"jane@acme.com,bob@acme.com"' }
        @{ What = 'an invalid email address'; Cell = 'n/a' }
    ) {
        $file = Join-Path $TestDrive 'people.csv'
        Set-Content $file 'UserEmail,Department', 'mei.tanaka@larkfield.example,Sales', "$Cell,Sales", 'siobhan.oneil@larkfield.example,Sales'
        $got = Import-Csv $file | Get-ExecAssignment -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        ($problems | ConvertFrom-ErrorRecord).Message | Should -BeLike '*UserEmail*'
        (Get-SentQuery $server '/scenarios/assignments').user_emails | Should -Be 'mei.tanaka@larkfield.example,siobhan.oneil@larkfield.example'
        $got.UserEmail | Sort-Object -Unique | Should -Be 'mei.tanaka@larkfield.example', 'siobhan.oneil@larkfield.example'
    }

    It 'never requests all assignments: <What>' -ForEach @(
        @{ What = 'null only'; Rows = @{ UserEmail = $null } }
        @{ What = 'an empty string only'; Rows = @{ UserEmail = '' } }
        @{ What = 'two nulls'; Rows = @{ UserEmail = $null; UserId = $null } }
        @{ What = 'an empty list'; Rows = @{ UserId = @() } }
        @{ What = 'null after a user'; Rows = @{ UserEmail = 'a@acme.com' }, @{ UserEmail = $null } }
        @{ What = 'null after another kind of value'; Rows = @{ ScenarioId = 's1' }, @{ UserEmail = $null } }
        @{ What = 'null before a user'; Rows = @{ UserEmail = $null }, @{ UserEmail = 'a@acme.com' } }
    ) {
        $null = $Rows | ForEach-Object { [pscustomobject] $_ } | Get-ExecAssignment -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        Get-ServerRequest $server | Where-Object { -not ($_.Parameters.Keys -match '_ids|_emails') } | Should -BeNullOrEmpty
    }

    It 'doesn''t request all assignments that match another parameter: <What>' -ForEach @(
        @{ What = 'alone'; Rows = @(@{ ScenarioId = $null }) }
        @{ What = 'after another'; Rows = @{ ScenarioId = 's1' }, @{ ScenarioId = $null } }
        @{ What = 'after an object with another kind of value'; Rows = @{ ProgramId = 'p1' }, @{ ScenarioId = $null } }
    ) {
        $null = $Rows | ForEach-Object { [pscustomobject] $_ } | Get-ExecAssignment -UserId u1 -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        Get-ServerRequest $server | Where-Object { -not ($_.Parameters.Keys -match 'scenario_ids|program_ids') } | Should -BeNullOrEmpty
    }

    It 'with a null value causes an error that names the property and a solution' {
        $null = [pscustomobject]@{ UserEmail = $null } | Get-ExecAssignment -ErrorAction SilentlyContinue -ErrorVariable problems
        $failure = $problems | ConvertFrom-ErrorRecord
        $failure.Id | Should -Be 'ExecInputEmpty'
        $failure.Category | Should -Be 'InvalidData'
        $failure.Message | Should -BeLike '*UserEmail*'
        $failure.Advice | Should -Not -BeNullOrEmpty
    }
}

Describe 'The requests' {
    BeforeEach { Reset-TestServer $server }

    It 'are the fewest possible for a window: <What>' -ForEach @(
        @{ What = '-First 10'; Parameters = @{ First = 10 }; Field = 'page=1&page_size=10' }
        @{ What = '-First 1'; Parameters = @{ First = 1 }; Field = 'page=1&page_size=1' }
        @{ What = '-First 100'; Parameters = @{ First = 100 }; Field = 'page=1&page_size=100' }
        @{ What = '-First 200'; Parameters = @{ First = 200 }; Field = 'page=1&page_size=100', 'page=2&page_size=100' }
        @{ What = '-First 10 -Skip 20'; Parameters = @{ First = 10; Skip = 20 }; Field = 'page=3&page_size=10' }
        @{ What = '-First 10 -PageSize 5'; Parameters = @{ First = 10; PageSize = 5 }; Field = 'page=1&page_size=5', 'page=2&page_size=5' }
        @{ What = '-Skip 2450'; Parameters = @{ Skip = 2450 }; Field = 'page=25&page_size=100' }
        @{ What = '-First 0'; Parameters = @{ First = 0 }; Field = @() }
        @{ What = '-First 0 -IncludeTotalCount'; Parameters = @{ First = 0; IncludeTotalCount = $true }; Field = 'page=1&page_size=1' }
        @{ What = '-First 10 -IncludeTotalCount'; Parameters = @{ First = 10; IncludeTotalCount = $true }; Field = 'page=1&page_size=10' }
    ) {
        $null = Get-ExecAssignment @Parameters
        $queries = @((Get-ServerRequest $server).Query | Where-Object { $_ } | Sort-Object)
        $queries | Should -Be @($Field)
    }

    It 'return the requested rows: <What>' -ForEach @(
        @{ What = '-First 10'; Parameters = @{ First = 10 }; From = 0; To = 9 }
        @{ What = '-Skip 990 -First 20'; Parameters = @{ Skip = 990; First = 20 }; From = 990; To = 1009 }
        @{ What = '-Skip 2495'; Parameters = @{ Skip = 2495 }; From = 2495; To = 2499 }
        @{ What = '-Skip 2495 -First 50'; Parameters = @{ Skip = 2495; First = 50 }; From = 2495; To = 2499 }
        @{ What = '-Skip 3 -First 130 -PageSize 40'; Parameters = @{ Skip = 3; First = 130; PageSize = 40 }; From = 3; To = 132 }
    ) {
        (Get-ExecAssignment @Parameters).Id | Should -Be $all[$From..$To].Id
    }

    It 'include one for -Skip 990 -First 20, with a page that contains the window' {
        $null = Get-ExecAssignment -Skip 990 -First 20
        $request = Get-ServerRequest $server
        @($request).Count | Should -Be 1
        $size = [int] $request.Parameters.page_size
        $first = ([int] $request.Parameters.page - 1) * $size
        $first | Should -BeLessOrEqual 990
        $first + $size | Should -BeGreaterOrEqual 1010
    }

    It 'after the end of the list return nothing, without an error' {
        Get-ExecAssignment -Skip 5000 -First 10 | Should -BeNullOrEmpty
    }

    It 'for all rows have pages of 100 rows' {
        $null = Get-ExecAssignment -Status PastDue
        (Get-ServerRequest $server).Parameters.page_size | Sort-Object -Unique | Should -Be '100'
        (Get-ServerRequest $server).Parameters.page | Sort-Object { [int] $_ } | Should -Be '1', '2', '3', '4'
    }

    It 'for all rows have pages of -PageSize rows' {
        $null = Get-ExecAssignment -Status DidNotPass -PageSize 60
        (Get-ServerRequest $server).Parameters.page_size | Should -Be '60', '60', '60', '60'
    }

    It 'are at most two for Select-Object -First 10' {
        (Get-ExecAssignment | Select-Object -First 10).Id | Should -Be $all[0..9].Id
        @(Get-ServerRequest $server).Count | Should -BeLessOrEqual 2
    }

    It 'return the total first with -IncludeTotalCount, and only the total with -First 0' {
        $total = @(Get-ExecAssignment -First 0 -IncludeTotalCount)
        $total.Count | Should -Be 1
        $total[0] | Should -Be 2500
        $total[0].Accuracy | Should -Be 1
    }

    It 'return the total of the filtered list' {
        Get-ExecAssignment -Status PastDue -First 0 -IncludeTotalCount | Should -Be @($all | Where-Object Status -eq PastDue).Count
    }

    It 'accept compressed responses' {
        foreach ($encoding in 'gzip', 'deflate', 'brotli') {
            if ($encoding -eq 'brotli' -and $PSVersionTable.PSVersion.Major -lt 7) { continue }
            Add-ServerFault $server @{ fault = $encoding }
            (Get-ExecAssignment -First 10).Id | Should -Be $all[0..9].Id
        }
    }
}

Describe 'A list that changes while it is read' {
    BeforeEach { Reset-TestServer $server }

    BeforeAll {
        # Sets a page of two rows to the current content of the list.
        function Set-Page([int] $Page, [string[]] $Id, [int] $Of, $Times = 1) {
            $body = @{
                data       = @($Id | ForEach-Object { @{ id = $_; created_at = '2026-01-01T00:00:00Z' } })
                pagination = @{ page = $Page; page_size = 2; total_count = $Of; total_pages = [int] [Math]::Ceiling($Of / 2) }
            }
            Add-ServerFault $server @{ path = '/scenarios/assignments'; page = $Page; times = $Times; fault = 'wrong_shape'; body = (ConvertTo-Json $body -Depth 5 -Compress) }
        }
    }

    It 'is written with each row once if a row was added, including the new row' {
        Set-Page 1 'a', 'b' -Of 4
        foreach ($time in 1, 2) {
            Set-Page 2 'b', 'c' -Of 5
            Set-Page 3 'd' -Of 5
        }
        Set-Page 1 'new', 'a' -Of 5
        $rows = Get-ExecAssignment -PageSize 2 -WarningVariable warnings
        $rows.Id | Sort-Object | Should -Be 'a', 'b', 'c', 'd', 'new'
        $warnings | Should -BeNullOrEmpty
    }

    It 'is read again for the row that was missed because another was removed' {
        Set-Page 1 'a', 'b' -Of 5
        foreach ($time in 1, 2) {
            Set-Page 2 'd', 'e' -Of 4
        }
        Set-Page 1 'b', 'c' -Of 4
        $rows = Get-ExecAssignment -PageSize 2 -WarningVariable warnings
        $rows.Id | Sort-Object | Should -Be 'a', 'b', 'c', 'd', 'e'
        $warnings | Should -BeNullOrEmpty
    }

    It 'causes a warning with the number of rows that might be missing' {
        Set-Page 1 'a', 'b' -Of 4 -Times always
        Set-Page 2 'c' -Of 4 -Times always
        $rows = Get-ExecAssignment -PageSize 2 -WarningVariable warnings -WarningAction SilentlyContinue
        $rows.Id | Sort-Object | Should -Be 'a', 'b', 'c'
        @($warnings).Count | Should -Be 1
        "$warnings" | Should -Match '\b1\b.*missing'
    }

    It 'causes a warning that scripts can recognize by its tag' {
        Set-Page 1 'a', 'b' -Of 4 -Times always
        Set-Page 2 'c' -Of 4 -Times always
        $null = Get-ExecAssignment -PageSize 2 -WarningAction SilentlyContinue -InformationVariable information
        $information.Tags | Should -Be 'ExecListIncomplete'
    }

    It 'causes no such warning if no rows are missing' {
        Set-Page 1 'a', 'b' -Of 3 -Times always
        Set-Page 2 'c' -Of 3 -Times always
        $null = Get-ExecAssignment -PageSize 2 -InformationVariable information
        $information | Should -BeNullOrEmpty
    }
}

Describe 'A list that needs more requests than the daily quota' {
    BeforeAll {
        Reset-TestServer $server
        $null = Connect-TestServer $server -With @{ Name = 'limited'; RequestsPerMinute = 60 }
        # The last one is the default.
        $null = Connect-TestServer $server
    }

    AfterAll { Disconnect-ExecWorkspace limited }

    It 'causes a warning at the start, with the number of requests and how to narrow the list' {
        $first = Get-ExecAssignment -Connection limited -PageSize 1 -WarningVariable warnings -WarningAction SilentlyContinue | Select-Object -First 1
        $first.Id | Should -Be $all[0].Id
        @($warnings).Count | Should -Be 1
        "$warnings" | Should -Match '2.?499 more requests.*1.?000 requests per day.*-First'
    }

    It 'counts the requests of all queries' {
        $skill = (Get-ExecSkill -First 1 -Connection limited).Id
        $null = Get-ExecSkillProficiency -SkillId (@($skill) + (1..1500 | ForEach-Object { "skill$_" })) -Connection limited -WarningVariable warnings -WarningAction SilentlyContinue |
            Select-Object -First 1
        @($warnings).Count | Should -Be 1
        "$warnings" | Should -Match '1.?5\d\d more requests'
    }

    It 'causes no warning for a part that needs fewer requests' {
        $null = Get-ExecAssignment -Connection limited -PageSize 1 -First 2 -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
    }
}

Describe 'A workspace of 25,000 assignments' {
    BeforeAll {
        $large = Start-TestServer -AssignmentCount 25000
        $null = Connect-TestServer $large -With @{ Name = 'large' }
        Reset-TestServer $large
        $file = Join-Path $TestDrive 'all.csv'
        Get-ExecAssignment -Connection large | Export-Csv $file -NoTypeInformation
        $requests = @(Get-ServerRequest $large)
    }

    AfterAll {
        Disconnect-ExecWorkspace large
        Stop-TestServer $large
    }

    It 'is exported in 250 requests, one per page' {
        $requests.Count | Should -Be 250
        @($requests.Parameters.page | Sort-Object -Unique).Count | Should -Be 250
    }

    It 'is exported completely: 25,000 distinct rows' {
        $ids = [Collections.Generic.HashSet[string]]::new()
        $rows = 0
        foreach ($line in [IO.File]::ReadLines($file)) {
            $rows++
            $null = $ids.Add($line.Substring(0, 15))
        }
        $rows | Should -Be 25001
        $ids.Count | Should -Be 25001
    }
}
