# Get-ExecScenario, Get-ExecScenarioAccess, Get-ExecScenarioAnalytics, and Get-ExecScenarioParticipant.

BeforeDiscovery {
    $ofOneScenario = 'Get-ExecScenarioAccess', 'Get-ExecScenarioAnalytics', 'Get-ExecScenarioParticipant'
    $ofSessions = 'Get-ExecScenarioAnalytics', 'Get-ExecScenarioParticipant'
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer
    $null = Connect-TestServer $server
    $scenarios = @(Get-ExecScenario)
    $members = @(Get-ExecMember)
    $groups = @(Get-ExecGroup)
    $one, $two = $scenarios[0..1]

    # The last segment of a scenario's path, by command.
    $below = @{ 'Get-ExecScenarioAccess' = 'access'; 'Get-ExecScenarioAnalytics' = 'analytics/summary'; 'Get-ExecScenarioParticipant' = 'analytics/participants' }

    # The mandatory parameters of a command in addition to the scenario.
    $needs = @{ 'Get-ExecScenarioAccess' = @{ UserEmail = 'mei.tanaka@larkfield.example' }; 'Get-ExecScenarioAnalytics' = @{}; 'Get-ExecScenarioParticipant' = @{} }
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'Get-ExecScenario' {
    BeforeEach { Reset-TestServer $server }

    It 'returns every scenario except archived ones, in one request' {
        (Get-ExecScenario).Id.Count | Should -Be 24
        (Get-SentQuery $server '/scenarios').Count | Should -Be 0
    }

    It '-<Parameter> sends <Field>' -ForEach @(
        @{ Parameter = 'OwnerEmail'; Value = 'jane+test@acme.com'; Field = 'owner_email'; As = 'jane+test@acme.com' }
        @{ Parameter = 'VisibleToEmail'; Value = 'jane@acme.com'; Field = 'visible_to_email'; As = 'jane@acme.com' }
        @{ Parameter = 'Visibility'; Value = 'Private'; Field = 'visibility'; As = 'private' }
        @{ Parameter = 'Visibility'; Value = 'workspace'; Field = 'visibility'; As = 'workspace' }
        @{ Parameter = 'SkillId'; Value = 'k1', 'k2'; Field = 'skill_ids'; As = 'k1,k2' }
        @{ Parameter = 'CollectionId'; Value = 'c1', 'c2', 'c1'; Field = 'collection_ids'; As = 'c1,c2' }
        @{ Parameter = 'IncludeArchived'; Value = $true; Field = 'include_archived'; As = 'true' }
        @{ Parameter = 'IncludeSkill'; Value = $true; Field = 'include'; As = 'skills' }
    ) {
        $filter = @{ $Parameter = $Value }
        $null = Get-ExecScenario @filter
        $query = Get-SentQuery $server '/scenarios'
        $query.Count | Should -Be 1
        $query[$Field] | Should -BeExactly $As
    }

    It 'sends one request per value if the API accepts only one: -<Parameter>' -ForEach @(
        @{ Parameter = 'OwnerEmail'; Value = 'a@acme.com', 'b@acme.com'; Field = 'owner_email' }
        @{ Parameter = 'VisibleToEmail'; Value = 'a@acme.com', 'b@acme.com'; Field = 'visible_to_email' }
        @{ Parameter = 'Visibility'; Value = 'Private', 'Workspace'; Field = 'visibility' }
    ) {
        $filter = @{ $Parameter = $Value }
        $null = Get-ExecScenario @filter -SkillId k1, k2
        $requests = Get-ServerRequest $server
        $requests | ForEach-Object { $_.Parameters[$Field] } | Sort-Object | Should -Be @($Value | ForEach-Object { $_.ToLowerInvariant() })
        $requests | ForEach-Object { $_.Parameters.skill_ids } | Should -Be 'k1,k2', 'k1,k2'
    }

    It 'returns a scenario that several requests return once' {
        $people = 'andre.quinn@larkfield.example', 'nathan.martin@larkfield.example'
        $got = @(Get-ExecScenario -VisibleToEmail $people)
        @(Get-ServerRequest $server).Count | Should -Be 2
        @($got.Id | Sort-Object -Unique).Count | Should -Be $got.Count
    }

    It 'returns the rows that match the filter: <What>' -ForEach @(
        @{ What = '-Visibility Private'; Filter = { @{ Visibility = 'Private' } }; Expected = { $scenarios | Where-Object Visibility -EQ 'Private' } }
        @{ What = '-Visibility with both values'; Filter = { @{ Visibility = 'Private', 'Workspace' } }; Expected = { $scenarios } }
        @{ What = '-OwnerEmail'; Filter = { @{ OwnerEmail = $one.OwnerEmail } }; Expected = { $scenarios | Where-Object OwnerEmail -EQ $one.OwnerEmail } }
        @{ What = '-OwnerEmail and -Visibility'; Filter = { @{ OwnerEmail = $one.OwnerEmail; Visibility = 'Private' } }; Expected = { $scenarios | Where-Object { $_.OwnerEmail -eq $one.OwnerEmail -and $_.Visibility -eq 'Private' } } }
        @{ What = '-OwnerEmail without a match'; Filter = { @{ OwnerEmail = 'nobody@acme.com' } }; Expected = {} }
    ) {
        $filter, $rows = (& $Filter), (& $Expected)
        (Get-ExecScenario @filter).Id | Sort-Object | Should -Be ($rows.Id | Sort-Object)
    }

    It '-VisibleToEmail returns the scenarios for which Get-ExecScenarioAccess reports access' {
        $email = 'jean-luc.dangelo@larkfield.example'
        $seen = (Get-ExecScenario -VisibleToEmail $email).Id
        $seen.Count | Should -BeLessThan 24
        ($scenarios | Get-ExecScenarioAccess -UserEmail $email | Where-Object CanView).ScenarioId | Should -Be @($scenarios.Id | Where-Object { $_ -in $seen })
    }

    It 'includes archived scenarios only on request' {
        $all = @(Get-ExecScenario -IncludeArchived)
        $all.Count | Should -Be 27
        $scenarios.Id | Where-Object { $_ -notin $all.Id } | Should -BeNullOrEmpty
    }

    It 'includes skills only on request' {
        $scenarios | Where-Object { $null -ne $_.Skills -or $null -ne $_.SkillNames } | Should -BeNullOrEmpty
        $with = Get-ExecScenario -First 1 -IncludeSkill
        $with.Skills.Name | Should -Be 'Active Listening', 'Discovery Questions'
        $with.SkillNames | Should -Be 'Active Listening; Discovery Questions'
    }

    It 'finds scenarios by their skills: -SkillId and a piped skill' {
        $skill = Get-ExecSkill -Name Negotiation
        $expected = @(Get-ExecScenario -IncludeSkill | Where-Object { $_.Skills.Id -contains $skill.Id }).Id
        $expected | Should -Not -BeNullOrEmpty
        Reset-TestServer $server
        ($skill | Get-ExecScenario).Id | Should -Be $expected
        (Get-SentQuery $server '/scenarios').skill_ids | Should -Be $skill.Id
        (Get-ExecScenario -SkillId $skill.Id).Id | Should -Be $expected
    }

    It 'requests all piped collections at once' {
        $collections = Get-ExecCollection
        Reset-TestServer $server
        $got = @($collections | Get-ExecScenario)
        (Get-SentQuery $server '/scenarios').collection_ids | Should -Be ($collections.Id -join ',')
        $got.Count | Should -BeGreaterThan 10
    }

    It 'returns as many scenarios of a collection as the collection reports' {
        $collection = Get-ExecCollection -Name Discovery
        @($collection | Get-ExecScenario -IncludeArchived).Count | Should -Be $collection.ScenarioCount
    }

    It 'keeps the pairs of objects with a skill and a collection' {
        $null = [pscustomobject]@{ SkillId = 'k1'; CollectionId = 'c1' }, [pscustomobject]@{ SkillId = 'k2'; CollectionId = 'c2' } | Get-ExecScenario
        Get-ServerRequest $server | ForEach-Object { '{0} {1}' -f $_.Parameters.skill_ids, $_.Parameters.collection_ids } | Sort-Object | Should -Be 'k1 c1', 'k2 c2'
    }

    It 'never uses the ID of another kind of object: <What>' -ForEach @(
        @{ What = 'a scenario'; Item = { $one } }
        @{ What = 'a member'; Item = { $members[0] } }
        @{ What = 'a group'; Item = { $groups[0] } }
        @{ What = 'an object with an Id'; Item = { [pscustomobject]@{ Id = 'k1' } } }
    ) {
        & $Item | Get-ExecScenario -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'InputObjectNotBound'
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'returns the scenarios whose name matches <Name>' -ForEach @(
        @{ Name = 'renewal at risk'; Expected = 'Renewal at Risk' }
        @{ Name = 'cold call*', 'Renewal at *'; Expected = 'Renewal at Risk', 'Cold Call: First Thirty Seconds', 'Cold Call: Getting Past the Gatekeeper' }
        @{ Name = '*"Too Expensive"'; Expected = 'Pricing Objection: "Too Expensive"' }
        @{ Name = 'Nothing*'; Expected = @() }
    ) {
        (Get-ExecScenario -Name $Name).Name | Should -Be $Expected
        (Get-ExecScenario $Name).Name | Should -Be $Expected
    }

    It 'applies -First and -Skip to the scenarios whose name matches' {
        (Get-ExecScenario -Name *call* -First 1 -Skip 1).Name | Should -Be @($scenarios.Name -like '*call*')[1]
    }

    It 'reads pages: <What>' -ForEach @(
        @{ What = '-First 3'; Parameters = @{ First = 3 }; From = 0; To = 2; Requests = 1 }
        @{ What = '-Skip 20'; Parameters = @{ Skip = 20 }; From = 20; To = 23; Requests = 1 }
        @{ What = '-PageSize 10'; Parameters = @{ PageSize = 10 }; From = 0; To = 23; Requests = 3 }
    ) {
        (Get-ExecScenario @Parameters).Id | Should -Be $scenarios[$From..$To].Id
        @(Get-ServerRequest $server).Count | Should -Be $Requests
    }

    It 'returns the total of the filtered list: exact for one request, an estimate for several, unknown with -Name' {
        $exact = @(Get-ExecScenario -Visibility Private -First 0 -IncludeTotalCount)[0]
        $exact, $exact.Accuracy | Should -Be 4, 1
        $sum = @(Get-ExecScenario -Visibility Private, Workspace -First 0 -IncludeTotalCount)[0]
        $sum, $sum.Accuracy | Should -Be 24, 0.9
        @(Get-ExecScenario -Name C* -IncludeTotalCount)[0].Accuracy | Should -Be 0
    }

    It 'rejects the visibility <_>, which scenarios don''t have' -ForEach 'Global', 'Unknown' {
        (Get-ErrorOf { Get-ExecScenario -Visibility $_ }).Message | Should -BeLike "*'Visibility'*"
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'has a visible typed ID' {
        $one.ScenarioId | Should -Be $one.Id
        $null = $one, $two | Get-ExecAssignment -First 1
        (Get-SentQuery $server '/scenarios/assignments').scenario_ids | Should -Be "$($one.Id),$($two.Id)"
        ($one | Get-Member -MemberType Properties).Name | Should -Contain 'ScenarioId'
        ($one | ConvertTo-Csv -NoTypeInformation)[0] | Should -BeLike '"Id","ScenarioId",*'
    }
}

Describe 'A command for a scenario' {
    BeforeEach { Reset-TestServer $server }

    It 'requests each scenario in the specified order: <_>' -ForEach $ofOneScenario {
        $more = $needs[$_]
        $got = & $_ -ScenarioId $two.Id, $one.Id @more
        $got.ScenarioId | Select-Object -Unique | Should -Be $two.Id, $one.Id
        (Get-ServerRequest $server).Path | Should -Be "/rest/v1/scenarios/$($two.Id)/$($below[$_])", "/rest/v1/scenarios/$($one.Id)/$($below[$_])"
    }

    It 'accepts the scenario as its first argument: <_>' -ForEach $ofOneScenario {
        $more = $needs[$_]
        @(& $_ $one.Id @more)[0].ScenarioId | Should -Be $one.Id
    }

    It 'accepts scenarios from Get-ExecScenario, and writes results in their order: <_>' -ForEach $ofOneScenario {
        $more = $needs[$_]
        $some = $scenarios[3, 1, 2]
        $got = $some | & $_ @more
        $got.ScenarioId | Select-Object -Unique | Should -Be $some.Id
    }

    It 'reports a scenario that doesn''t exist, and continues: <_>' -ForEach $ofOneScenario {
        $more = $needs[$_]
        $got = & $_ -ScenarioId $one.Id, nothing, $two.Id @more -ErrorAction SilentlyContinue -ErrorVariable problems
        $got.ScenarioId | Select-Object -Unique | Should -Be $one.Id, $two.Id
        $problems.Count | Should -Be 1
        $failure = $problems | ConvertFrom-ErrorRecord
        $failure.Id, $failure.Category | Should -Be 'ExecNotFound', 'ObjectNotFound'
        $failure.Message | Should -BeLike '*nothing*'
    }

    It 'never uses the ID of another kind of object as a scenario: <_>' -ForEach $ofOneScenario {
        $more = $needs[$_]
        $items = $groups[0], $members[0], [pscustomobject]@{ Id = $one.Id }
        $items | & $_ @more -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems.Count | Should -Be 3
        ($problems | ConvertFrom-ErrorRecord).Id | Should -BeLike 'InputObject*'
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'sends no request without input: <_>' -ForEach $ofOneScenario {
        $more = $needs[$_]
        @() | & $_ @more | Should -BeNullOrEmpty
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'stops if the key has no permission: <_>' -ForEach $ofOneScenario {
        Add-ServerFault $server @{ path = $below[$_]; fault = 'status'; status = 403 }
        $command, $more = $_, $needs[$_]
        (Get-ErrorOf { & $command -ScenarioId $one.Id, $two.Id @more }).Id | Should -Be 'ExecForbidden'
    }

    It 'rejects a scenario ID that isn''t valid, before a request: <_>' -ForEach $ofOneScenario {
        $command, $more = $_, $needs[$_]
        foreach ($bad in '../workspace', 's*', 'a,b', '', $null, @(), 'a/b') {
            (Get-ErrorOf { & $command -ScenarioId $bad @more }).Message | Should -BeLike "*'ScenarioId'*"
        }
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }
}

Describe 'Get-ExecScenarioAccess' {
    BeforeEach { Reset-TestServer $server }

    It 'requests the user by email address' {
        $access = Get-ExecScenarioAccess $one.Id mei.tanaka@larkfield.example
        $query = Get-SentQuery $server "/scenarios/$($one.Id)/access"
        $query.Count | Should -Be 1
        $query.user_email | Should -Be 'mei.tanaka@larkfield.example'
        $access.UserEmail, $access.ScenarioId, $access.CanView, $access.CanEdit, "$($access.Permissions)" | Should -Be 'mei.tanaka@larkfield.example', $one.Id, $true, $false, 'view'
    }

    It 'returns each user of each scenario, one request each' {
        $people = $members[0..2].Email
        $got = Get-ExecScenarioAccess -ScenarioId $one.Id, $two.Id -UserEmail $people
        $got.UserEmail | Should -Be ($people + $people)
        $got.ScenarioId | Should -Be (@($one.Id) * 3 + @($two.Id) * 3)
        @(Get-ServerRequest $server).Count | Should -Be 6
    }

    It 'accepts members from Get-ExecMember' {
        ($members[0..2] | Get-ExecScenarioAccess -ScenarioId $one.Id).UserEmail | Should -Be $members[0..2].Email
    }

    It 'binds user and scenario of an assignment' {
        $assignment = Get-ExecAssignment -First 1
        $access = $assignment | Get-ExecScenarioAccess
        $access.UserEmail, $access.ScenarioId | Should -Be $assignment.UserEmail, $assignment.ScenarioId
    }

    It 'reports a user who doesn''t exist, and continues' {
        $got = Get-ExecScenarioAccess $one.Id nobody@acme.com, mei.tanaka@larkfield.example -ErrorAction SilentlyContinue -ErrorVariable problems
        $got.UserEmail | Should -Be 'mei.tanaka@larkfield.example'
        $failure = $problems | ConvertFrom-ErrorRecord
        $failure.Id | Should -Be 'ExecInvalidRequest'
        $failure.Message | Should -BeLike '*nobody@acme.com*'
    }

    It 'reports all permissions for the owner' {
        $access = Get-ExecScenarioAccess $one.Id $one.OwnerEmail
        $access.CanView, $access.CanShare, $access.CanMonitor, $access.CanEdit | Should -Be $true, $true, $true, $true
    }
}

Describe 'A command for practice results' {
    BeforeEach { Reset-TestServer $server }

    It 'sends <Parameter> as <Field>: <Command>' -ForEach @(
        foreach ($command in $ofSessions) {
            @{ Command = $command; Parameter = 'UserId'; Value = 'u1', 'u2'; Field = 'user_ids'; As = 'u1,u2' }
            @{ Command = $command; Parameter = 'UserEmail'; Value = 'a@acme.com', 'b@acme.com'; Field = 'user_emails'; As = 'a@acme.com,b@acme.com' }
            @{ Command = $command; Parameter = 'GroupId'; Value = 'g1', 'g2'; Field = 'group_ids'; As = 'g1,g2' }
            @{ Command = $command; Parameter = 'After'; Value = [datetime]::new(2026, 3, 1, 12, 0, 0, [DateTimeKind]::Utc); Field = 'start_date'; As = '2026-03-01T12:00:00Z' }
            @{ Command = $command; Parameter = 'Before'; Value = [datetime]::new(2026, 3, 1, 12, 0, 0, [DateTimeKind]::Utc); Field = 'end_date'; As = '2026-03-01T12:00:00Z' }
            @{ Command = $command; Parameter = 'ExcludeSystemUser'; Value = $true; Field = 'exclude_system_users'; As = 'true' }
        }
    ) {
        $filter = @{ $Parameter = $Value }
        $null = & $Command -ScenarioId $one.Id @filter
        $query = Get-SentQuery $server "/scenarios/$($one.Id)/$($below[$Command])"
        $query.Count | Should -Be 1
        $query[$Field] | Should -BeExactly $As
    }

    It 'treats a time without a time zone as local: <_>' -ForEach $ofSessions {
        $null = & $_ -ScenarioId $one.Id -After '2026-03-01 08:00'
        (Get-SentQuery $server "/scenarios/$($one.Id)/$($below[$_])").start_date | Should -Be ([datetime] '2026-03-01 08:00').ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")
    }

    It 'rejects -After later than -Before, before a request: <_>' -ForEach $ofSessions {
        $command = $_
        $failure = Get-ErrorOf { & $command -ScenarioId $one.Id -After 2026-03-02 -Before 2026-03-01 }
        $failure.Id | Should -Be 'ExecTimeRangeInvalid'
        $failure.Message | Should -BeLike "*-After*-Before*"
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'returns the results of piped members or groups in the scenario on the command line: <_>' -ForEach $ofSessions {
        $null = $groups[0] | & $_ -ScenarioId $one.Id
        (Get-SentQuery $server "/scenarios/$($one.Id)/$($below[$_])").group_ids | Should -Be $groups[0].Id
        Reset-TestServer $server
        $null = $members[0] | & $_ -ScenarioId $one.Id
        $query = Get-SentQuery $server "/scenarios/$($one.Id)/$($below[$_])"
        $query.user_ids, $query.user_emails | Should -Be $members[0].Id, $members[0].Email
    }

    It 'for a piped assignment returns the results of its user in its scenario: <_>' -ForEach $ofSessions {
        $assignment = Get-ExecAssignment -First 1
        Reset-TestServer $server
        $null = $assignment | & $_
        (Get-SentQuery $server "/scenarios/$($assignment.ScenarioId)/$($below[$_])").user_ids | Should -Be $assignment.UserId
    }

    It 'never requests all users because a piped object has no user: <_>' -ForEach $ofSessions {
        $nobody = [pscustomobject]@{ UserEmail = $null }, [pscustomobject]@{ UserId = $null; GroupId = $null }, [pscustomobject]@{ UserId = 'u1' }
        $null = $nobody | & $_ -ScenarioId $one.Id -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 2
        ($problems | ConvertFrom-ErrorRecord).Id | Sort-Object -Unique | Should -Be 'ExecInputEmpty'
        (Get-SentQuery $server "/scenarios/$($one.Id)/$($below[$_])").user_ids | Should -Be 'u1'
    }

    It 'never requests the proficiency of all users because a piped object has no user' {
        [pscustomobject]@{ UserEmail = $null } | Get-ExecSkillProficiency -SkillId k1 -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'ExecInputEmpty'
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }
}

Describe 'Get-ExecScenarioAnalytics' {
    BeforeEach { Reset-TestServer $server }

    It 'returns the analytics of the participants' {
        $figures = Get-ExecScenarioAnalytics $one.Id
        $participants = Get-ExecScenarioParticipant $one.Id
        $figures.ParticipantCount | Should -Be $participants.Count
        $figures.TotalSessions | Should -Be ($participants | Measure-Object SessionCount -Sum).Sum
        $figures.AverageBestScore | Should -Be ([Math]::Round(($participants | Measure-Object BestScore -Average).Average, 1))
        $figures.GoldCount, $figures.SilverCount, $figures.BronzeCount, $figures.UnrankedCount |
            Should -Be @('Gold', 'Silver', 'Bronze', 'Unranked' | ForEach-Object { @($participants | Where-Object BestRank -EQ $_).Count })
    }

    It 'requests each piped group separately, because analytics can''t be combined' {
        $got = $groups | Get-ExecScenarioAnalytics -ScenarioId $one.Id
        $got.Count | Should -Be $groups.Count
        (Get-ServerRequest $server).Parameters.group_ids | Sort-Object | Should -Be ($groups.Id | Sort-Object)
        $got.ParticipantCount | Should -Be @($groups | ForEach-Object { (Get-ExecScenarioAnalytics $one.Id -GroupId $_.Id).ParticipantCount })
    }

    It 'includes only the specified period' {
        $half = (Get-Date).AddDays(-90)
        $all, $old, $new = (Get-ExecScenarioAnalytics $one.Id), (Get-ExecScenarioAnalytics $one.Id -Before $half), (Get-ExecScenarioAnalytics $one.Id -After $half.AddSeconds(1))
        $old.TotalSessions, $new.TotalSessions | ForEach-Object { $_ | Should -BeGreaterThan 0 }
        $old.TotalSessions + $new.TotalSessions | Should -Be $all.TotalSessions
    }

    It 'has null for the count of a rank that the response lacks' {
        Add-ServerFault $server @{ path = 'analytics/summary'; fault = 'wrong_shape'; body = '{"participant_count":3,"score_distribution":[{"rank":"gold","count":3,"percentage":100}]}' }
        $figures = Get-ExecScenarioAnalytics $one.Id
        $figures.GoldCount | Should -Be 3
        $figures.SilverCount | Should -BeNullOrEmpty
        $figures.AverageBestScore | Should -BeNullOrEmpty
    }
}

Describe 'Get-ExecScenarioParticipant' {
    BeforeEach { Reset-TestServer $server }

    It 'sorts by <Name> as <Api>, in ascending and descending order' -ForEach @(
        @{ Name = 'BestScore'; Api = 'best_score' }
        @{ Name = 'FirstScore'; Api = 'first_score' }
        @{ Name = 'LiftPercentage'; Api = 'lift_percentage' }
        @{ Name = 'TotalDurationSeconds'; Api = 'total_duration_seconds' }
        @{ Name = 'SessionCount'; Api = 'session_count' }
    ) {
        $up = (Get-ExecScenarioParticipant $one.Id -SortBy $Name).$Name
        (Get-SentQuery $server "/scenarios/$($one.Id)/analytics/participants").sorting | Should -BeExactly $Api
        $up | Should -Be ($up | Sort-Object)
        Reset-TestServer $server
        $down = (Get-ExecScenarioParticipant $one.Id -SortBy $Api -Descending).$Name
        (Get-SentQuery $server "/scenarios/$($one.Id)/analytics/participants").sorting | Should -BeExactly "-$Api"
        $down | Should -Be ($down | Sort-Object -Descending)
        $down[0] | Should -BeGreaterThan $up[0]
    }

    It 'returns the best scores first by default' {
        $scores = (Get-ExecScenarioParticipant $one.Id).BestScore
        $scores | Should -Be ($scores | Sort-Object -Descending)
        (Get-SentQuery $server "/scenarios/$($one.Id)/analytics/participants").Count | Should -Be 0
    }

    It 'rejects -Descending without -SortBy, before a request' {
        $failure = Get-ErrorOf { Get-ExecScenarioParticipant $one.Id -Descending }
        $failure.Id | Should -Be 'ExecDescendingNeedsSortBy'
        $failure.Message | Should -BeLike "*-Descending*-SortBy*"
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'requests all piped groups of a scenario at once' {
        $got = @($groups | Get-ExecScenarioParticipant -ScenarioId $one.Id)
        (Get-SentQuery $server "/scenarios/$($one.Id)/analytics/participants").group_ids | Should -Be ($groups.Id -join ',')
        @($got.UserId | Sort-Object -Unique).Count | Should -Be $got.Count
    }

    It 'returns a user who practiced two scenarios in both lists' {
        $first, $second = (Get-ExecScenarioParticipant $one.Id).UserId, (Get-ExecScenarioParticipant $two.Id).UserId
        $both = $first | Where-Object { $_ -in $second } | Select-Object -First 1
        $both | Should -Not -BeNullOrEmpty
        (Get-ExecScenarioParticipant $one.Id, $two.Id -UserId $both).ScenarioId | Should -Be $one.Id, $two.Id
    }

    It 'applies -First and -Skip to all scenarios together' {
        $whole = Get-ExecScenarioParticipant $one.Id, $two.Id
        $whole.Count | Should -BeGreaterThan 100
        $some = Get-ExecScenarioParticipant $one.Id, $two.Id -Skip 70 -First 10
        $some | ForEach-Object { "$($_.ScenarioId) $($_.UserId)" } | Should -Be @($whole[70..79] | ForEach-Object { "$($_.ScenarioId) $($_.UserId)" })
    }

    It 'reads pages: <What>' -ForEach @(
        @{ What = '-First 5'; Parameters = @{ First = 5 }; Field = 'page=1&page_size=5' }
        @{ What = '-Skip 10 -First 5'; Parameters = @{ Skip = 10; First = 5 }; Field = 'page=3&page_size=5' }
        @{ What = '-PageSize 20 -First 40'; Parameters = @{ PageSize = 20; First = 40 }; Field = 'page=1&page_size=20', 'page=2&page_size=20' }
        @{ What = '-First 0'; Parameters = @{ First = 0 }; Field = @() }
    ) {
        $null = Get-ExecScenarioParticipant $one.Id @Parameters
        @((Get-ServerRequest $server).Query | Where-Object { $_ } | Sort-Object) | Should -Be @($Field)
    }

    It 'returns the total: exact for one scenario, an estimate for several' {
        $total = @(Get-ExecScenarioParticipant $one.Id -First 0 -IncludeTotalCount)[0]
        $total, $total.Accuracy | Should -Be 73, 1
        @(Get-ExecScenarioParticipant $one.Id, $two.Id -First 0 -IncludeTotalCount)[0].Accuracy | Should -Be 0.9
    }

    It 'excludes system users on request' {
        $scenario = $scenarios | Where-Object { (Get-ExecScenarioParticipant $_.Id).UserEmail -like '*@exec.com' } | Select-Object -First 1
        $scenario | Should -Not -BeNullOrEmpty
        (Get-ExecScenarioParticipant $scenario.Id -ExcludeSystemUser).UserEmail | Where-Object { $_ -like '*@exec.com' } | Should -BeNullOrEmpty
    }
}
