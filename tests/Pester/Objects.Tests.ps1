# The objects, as an admin's script uses them.

BeforeDiscovery {
    $isUnix = $PSVersionTable.Platform -eq 'Unix'
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer
    $null = Connect-TestServer $server
    $all = Get-ExecAssignment
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'A time' {
    BeforeEach { Reset-TestServer $server }

    It 'is local: <Property> of <Command>' -ForEach @(
        @{ Command = 'Get-ExecAssignment'; Property = 'DueDate' }
        @{ Command = 'Get-ExecAssignment'; Property = 'CreatedAt' }
        @{ Command = 'Get-ExecCollection'; Property = 'CreatedAt' }
        @{ Command = 'Get-ExecWorkspace'; Property = 'CreatedAt' }
        @{ Command = 'Get-ExecMember'; Property = 'CreatedAt' }
        @{ Command = 'Get-ExecGroup'; Property = 'CreatedAt' }
        @{ Command = 'Get-ExecScenario'; Property = 'CreatedAt' }
        @{ Command = 'Get-ExecScenario'; Property = 'UpdatedAt' }
        @{ Command = 'Get-ExecSession'; Property = 'CreatedAt' }
        @{ Command = 'Get-ExecSkill'; Property = 'CreatedAt' }
    ) {
        $times = (& $Command).$Property | Where-Object { $_ }
        $times | Should -Not -BeNullOrEmpty
        $times.Kind | Sort-Object -Unique | Should -Be 'Local'
    }

    It 'is the same moment however the API writes it: <Text>' -ForEach @(
        @{ Text = '2026-03-01T12:00:00Z' }
        @{ Text = '2026-03-01T12:00:00.000Z' }
        @{ Text = '2026-03-01T12:00:00+00:00' }
        @{ Text = '2026-03-01T17:30:00+05:30' }
        @{ Text = '2026-03-01T12:00:00' }
    ) {
        Set-ServerRow $server -Row @{ id = 'a1'; due_date = $Text }
        (Get-ExecAssignment).DueDate.ToUniversalTime() | Should -Be ([datetime]::new(2026, 3, 1, 12, 0, 0, [DateTimeKind]::Utc))
    }

    It 'compares with Get-Date' {
        $soon = [datetime]::UtcNow.AddHours(1).ToString('yyyy-MM-ddTHH:mm:ssZ')
        Set-ServerRow $server -Row @{ id = 'a1'; due_date = $soon }
        $due = (Get-ExecAssignment).DueDate
        $due -gt (Get-Date) | Should -BeTrue
        $due -lt (Get-Date).AddHours(2) | Should -BeTrue
        (New-TimeSpan -End $due).TotalMinutes | Should -BeGreaterThan 58
    }

    It 'is read and shown in the time zone of the machine' -Skip:(-not $isUnix) {
        Set-ServerRow $server -Row @{ id = 'a1'; due_date = '2026-03-01T12:00:00Z' }
        $run = Invoke-FreshPowerShell -Environment @{ TZ = 'Asia/Kolkata' } -Script @"
            Import-Module `$module
            `$null = Connect-ExecWorkspace -ApiKey $($server.ApiKey) -BaseUri $($server.BaseUri) -NoVerify
            `$due = (Get-ExecAssignment).DueDate
            `$due.ToString('s'); `$due.Kind; `$due -eq [datetime] '2026-03-01T12:00:00Z'
"@
        $run.Output.Trim() -split '\r?\n' | Should -Be '2026-03-01T17:30:00', 'Local', 'True'
    }
}

Describe 'A status' {
    It 'is found by <_>' -ForEach 'PastDue', 'pastdue', 'past_due', 'PAST_DUE' {
        $found = @($all | Where-Object Status -EQ $_)
        $found.Count | Should -Be 375
        $found.Status | Sort-Object -Unique | Should -Be 'PastDue'
        $name = $_
        @($all | Where-Object { $_.Status -eq $name }).Count | Should -Be 375
        @($all | Where-Object { $_.Status -ne $name }).Count | Should -Be 2125
    }

    It 'is found in a list of names' {
        # By its own names: -in compares as the list's elements do, which are text.
        @($all | Where-Object { $_.Status -in 'pastdue', 'DidNotPass' }).Count | Should -Be 575
    }

    It 'isn''t equal to a name that there isn''t, and no error' {
        $all[0].Status -eq 'late' | Should -BeFalse
    }

    It 'converts from the API''s names: <Api> to <Name>' -ForEach @(
        @{ Api = 'not_started'; Name = 'NotStarted' }
        @{ Api = 'in_progress'; Name = 'InProgress' }
        @{ Api = 'completed'; Name = 'Completed' }
        @{ Api = 'past_due'; Name = 'PastDue' }
        @{ Api = 'did_not_pass'; Name = 'DidNotPass' }
    ) {
        "$([ExecPS.Client.Models.AssignmentStatus] $Api)" | Should -BeExactly $Name
    }

    It 'doesn''t convert from anything else, and says what there is' {
        { [ExecPS.Client.Models.AssignmentStatus] 'late' } | Should -Throw '*NotStarted, InProgress, Completed, PastDue, DidNotPass*'
    }

    It 'groups by its name' {
        ($all | Group-Object Status -NoElement | Where-Object Name -EQ 'PastDue').Count | Should -Be 375
    }
}

Describe 'A rank' {
    BeforeAll {
        # An assignment with these ranks; null where there is none.
        function New-Ranked($Best, $Needed) {
            $assignment = New-Object ExecPS.Client.Models.Assignment
            if ($Best) { $assignment.BestRank = $Best }
            if ($Needed) { $assignment.RankMin = $Needed }
            $assignment
        }
    }

    It 'is in order: BestRank <Best> -lt RankMin <Needed> is <Less>' -ForEach @(
        @{ Best = 'Unranked'; Needed = 'Bronze'; Less = $true }
        @{ Best = 'Bronze'; Needed = 'Silver'; Less = $true }
        @{ Best = 'Silver'; Needed = 'Gold'; Less = $true }
        @{ Best = 'Bronze'; Needed = 'Gold'; Less = $true }
        @{ Best = 'Gold'; Needed = 'Silver'; Less = $false }
        @{ Best = 'Silver'; Needed = 'Bronze'; Less = $false }
        @{ Best = 'Bronze'; Needed = 'Unranked'; Less = $false }
        @{ Best = 'Silver'; Needed = 'Silver'; Less = $false }
        @{ Best = $null; Needed = 'Bronze'; Less = $true }
        @{ Best = $null; Needed = 'Unranked'; Less = $true }
        @{ Best = 'Gold'; Needed = $null; Less = $false }
        @{ Best = 'Unranked'; Needed = $null; Less = $false }
        @{ Best = $null; Needed = $null; Less = $false }
    ) {
        $assignment = New-Ranked $Best $Needed
        $assignment.BestRank -lt $assignment.RankMin | Should -Be $Less
        # The other way around, and the opposite.
        $assignment.RankMin -gt $assignment.BestRank | Should -Be $Less
        if ($Best -and $Needed) { $assignment.BestRank -ge $assignment.RankMin | Should -Be (-not $Less) }
    }

    It 'compares with a name: <Best> <Operator> <Name> is <Result>' -ForEach @(
        @{ Best = 'Gold'; Operator = '-ge'; Name = 'Silver'; Result = $true }
        @{ Best = 'Silver'; Operator = '-ge'; Name = 'silver'; Result = $true }
        @{ Best = 'Bronze'; Operator = '-ge'; Name = 'Silver'; Result = $false }
        @{ Best = 'Bronze'; Operator = '-lt'; Name = 'SILVER'; Result = $true }
        @{ Best = 'Gold'; Operator = '-eq'; Name = 'gold'; Result = $true }
        @{ Best = 'Gold'; Operator = '-ne'; Name = 'Silver'; Result = $true }
        @{ Best = 'Gold'; Operator = '-in'; Name = @('Silver', 'Gold'); Result = $true }
        @{ Best = $null; Operator = '-ge'; Name = 'Bronze'; Result = $false }
        @{ Best = $null; Operator = '-eq'; Name = 'Bronze'; Result = $false }
    ) {
        $rank = (New-Ranked $Best).BestRank
        & ([scriptblock]::Create("`$rank $Operator `$Name")) | Should -Be $Result
    }

    It 'is -eq $null where there is none' {
        $null -eq (New-Ranked).BestRank | Should -BeTrue
        $null -eq (New-Ranked 'Gold').BestRank | Should -BeFalse
    }

    It 'sorts, those without one first' {
        $up = ($all | Sort-Object BestRank).BestRank | ForEach-Object { "$_" } | Select-Object -Unique
        $up -join '<' | Should -Be '<Unranked<Bronze<Silver<Gold'
        $down = ($all | Sort-Object BestRank -Descending).BestRank | ForEach-Object { "$_" } | Select-Object -Unique
        $down -join '>' | Should -Be 'Gold>Silver>Bronze>Unranked>'
    }

    It 'groups by its name' {
        ($all | Group-Object BestRank -NoElement).Name | Sort-Object | Should -Be '', 'Bronze', 'Gold', 'Silver', 'Unranked'
    }

    It 'goes into JSON as its name' {
        ($all | Where-Object BestRank | Select-Object -First 1 BestRank | ConvertTo-Json -Compress) | Should -Match '(Unranked|Bronze|Silver|Gold)'
    }
}

Describe 'A nested object' {
    It 'reads well: <What>' -ForEach @(
        @{ What = 'a user'; Value = { $row.User }; Text = 'Jane Doe' }
        @{ What = 'a scenario'; Value = { $row.Scenario }; Text = 'Discovery Call' }
        @{ What = 'a program'; Value = { $row.Program }; Text = 'Onboarding' }
        @{ What = 'an assignment'; Value = { $row }; Text = 'Discovery Call: Jane Doe' }
        @{ What = 'a user without a name'; Value = { $bare.User }; Text = 'x@acme.com' }
        @{ What = 'a scenario without a name'; Value = { $bare.Scenario }; Text = 'discovery' }
        @{ What = 'a program without a name'; Value = { $bare.Program }; Text = 'p1' }
    ) {
        Set-ServerRow $server -Row @(
            @{ id = 'a1'; user = @{ first_name = 'Jane'; last_name = 'Doe' }; scenario = @{ name = 'Discovery Call' }; program = @{ name = 'Onboarding' } }
            @{ id = 'a2'; user = @{ email = 'x@acme.com' }; scenario = @{ slug = 'discovery' }; program = @{ id = 'p1' } }
        )
        $row, $bare = Get-ExecAssignment
        (& $Value).ToString() | Should -Be $Text
    }

    It 'has its parts beside it: <Flat> is <Nested>' -ForEach @(
        @{ Flat = 'UserId'; Nested = { $_.User.Id } }
        @{ Flat = 'UserEmail'; Nested = { $_.User.Email } }
        @{ Flat = 'UserName'; Nested = { $_.User.Name } }
        @{ Flat = 'ScenarioId'; Nested = { $_.Scenario.Id } }
        @{ Flat = 'ScenarioName'; Nested = { $_.Scenario.Name } }
        @{ Flat = 'ProgramId'; Nested = { $_.Program.Id } }
        @{ Flat = 'ProgramName'; Nested = { $_.Program.Name } }
    ) {
        $all.$Flat | Where-Object { $_ } | Should -Not -BeNullOrEmpty
        $all | Where-Object { $_.$Flat -cne (& $Nested) } | Should -BeNullOrEmpty
    }
}

Describe 'What this version doesn''t know' {
    BeforeEach { Reset-TestServer $server }

    It 'reads Unknown, with one warning that names it, and the rows are kept: <What>' -ForEach @(
        @{ What = 'a status'; Property = 'status'; Value = 'on_hold'; Read = 'Status' }
        @{ What = 'a rank'; Property = 'best_rank'; Value = 'platinum'; Read = 'BestRank' }
        @{ What = 'a required rank'; Property = 'rank_min'; Value = 'platinum'; Read = 'RankMin' }
    ) {
        Set-ServerRow $server -Row @{ id = 'a1'; $Property = $Value }, @{ id = 'a2'; $Property = $Value }, @{ id = 'a3' }
        $rows = Get-ExecAssignment -WarningVariable warnings -WarningAction SilentlyContinue
        $rows.Id | Should -Be 'a1', 'a2', 'a3'
        "$($rows[0].$Read)" | Should -Be 'Unknown'
        $rows[2].$Read | Should -BeNullOrEmpty
        @($warnings).Count | Should -Be 1
        "$warnings" | Should -BeLike "*'$Value'*"
    }

    It 'is warned about once a value, not once a page' {
        $rows = 1..100 | ForEach-Object { @{ id = "a$_"; status = 'on_hold' } }
        foreach ($page in 1, 2) {
            $body = @{ data = @(1..100 | ForEach-Object { @{ id = "a$page-$_"; status = 'on_hold' } }); pagination = @{ page = $page; page_size = 100; total_count = 200; total_pages = 2 } }
            Add-ServerFault $server @{ path = '/scenarios/assignments'; page = $page; fault = 'wrong_shape'; body = (ConvertTo-Json $body -Depth 5 -Compress) }
        }
        @(Get-ExecAssignment -WarningVariable warnings -WarningAction SilentlyContinue).Count | Should -Be 200
        @($warnings).Count | Should -Be 1
    }

    It 'and which the API adds is left out: properties' {
        Set-ServerRow $server -Row @{ id = 'a1'; status = 'past_due'; mood = 'good'; user = @{ id = 'u1'; shoe_size = 42 }; history = @(1, 2, @{ a = 1 }) }
        $row = Get-ExecAssignment -WarningVariable warnings
        $row.Status | Should -Be 'PastDue'
        $row.UserId | Should -Be 'u1'
        $warnings | Should -BeNullOrEmpty
    }

    It 'and which the API leaves out is null' {
        Set-ServerRow $server -Row @{ id = 'a1' }
        $row = Get-ExecAssignment
        $row.Id | Should -Be 'a1'
        foreach ($property in $row.psobject.Properties.Name -ne 'Id') { $row.$property | Should -BeNullOrEmpty }
    }
}

Describe 'An object' {
    It 'is typed: <Property> of an assignment is <Type>' -ForEach @(
        @{ Property = 'BestScore'; Type = 'Double' }
        @{ Property = 'AttemptCount'; Type = 'Int32' }
        @{ Property = 'DueDate'; Type = 'DateTime' }
        @{ Property = 'Status'; Type = 'AssignmentStatus' }
        @{ Property = 'BestRank'; Type = 'Rank' }
        @{ Property = 'User'; Type = 'User' }
    ) {
        ($all.$Property | Where-Object { $null -ne $_ } | Select-Object -First 1).GetType().Name | Should -Be $Type
    }

    It 'of each command is of the type that the command says: <_>' -ForEach 'Get-ExecAssignment', 'Get-ExecCollection', 'Get-ExecWorkspace', 'Get-ExecConnection', 'Get-ExecMember', 'Get-ExecGroup', 'Get-ExecScenario' {
        @(& $_)[0].GetType().FullName | Should -Be (Get-Command $_).OutputType.Name
    }

    It 'measures: the mean score of the scored' {
        $mean = ($all | Measure-Object BestScore -Average).Average
        $mean | Should -BeGreaterThan 50
        $mean | Should -BeLessThan 95
    }
}

Describe 'A member, a group or a scenario' {
    BeforeAll {
        $scenario = Get-ExecScenario -First 1 -IncludeSkill
        # All that each command lists, by the command.
        $listed = @{
            'Get-ExecMember'              = @(Get-ExecMember)
            'Get-ExecGroup'               = @(Get-ExecGroup)
            'Get-ExecScenario'            = @(Get-ExecScenario -IncludeSkill -IncludeArchived)
            'Get-ExecScenarioAccess'      = @(Get-ExecScenario | Get-ExecScenarioAccess -UserEmail mei.tanaka@larkfield.example)
            'Get-ExecScenarioAnalytics'   = @(Get-ExecScenario -IncludeArchived | Get-ExecScenarioAnalytics)
            'Get-ExecScenarioParticipant' = @(Get-ExecScenario | Get-ExecScenarioParticipant)
        }
    }

    It 'is typed: <Property> of <Command> is <Type>' -ForEach @(
        @{ Command = 'Get-ExecMember'; Property = 'Role'; Type = 'MemberRole' }
        @{ Command = 'Get-ExecMember'; Property = 'CreatedAt'; Type = 'DateTime' }
        @{ Command = 'Get-ExecScenario'; Property = 'Difficulty'; Type = 'ScenarioDifficulty' }
        @{ Command = 'Get-ExecScenario'; Property = 'Visibility'; Type = 'Visibility' }
        @{ Command = 'Get-ExecScenario'; Property = 'Owner'; Type = 'User' }
        @{ Command = 'Get-ExecScenario'; Property = 'Url'; Type = 'String' }
        @{ Command = 'Get-ExecScenarioAccess'; Property = 'CanEdit'; Type = 'Boolean' }
        @{ Command = 'Get-ExecScenarioAccess'; Property = 'Permissions'; Type = 'ScenarioPermissions' }
        @{ Command = 'Get-ExecScenarioAnalytics'; Property = 'ParticipantCount'; Type = 'Int32' }
        @{ Command = 'Get-ExecScenarioAnalytics'; Property = 'AverageBestScore'; Type = 'Double' }
        @{ Command = 'Get-ExecScenarioAnalytics'; Property = 'AverageBestRank'; Type = 'Rank' }
        @{ Command = 'Get-ExecScenarioAnalytics'; Property = 'TotalPracticeMinutes'; Type = 'Double' }
        @{ Command = 'Get-ExecScenarioAnalytics'; Property = 'GoldCount'; Type = 'Int32' }
        @{ Command = 'Get-ExecScenarioParticipant'; Property = 'SessionCount'; Type = 'Int32' }
        @{ Command = 'Get-ExecScenarioParticipant'; Property = 'LiftPercentage'; Type = 'Double' }
        @{ Command = 'Get-ExecScenarioParticipant'; Property = 'FirstRank'; Type = 'Rank' }
        @{ Command = 'Get-ExecScenarioParticipant'; Property = 'User'; Type = 'User' }
    ) {
        ($listed[$Command].$Property | Where-Object { $null -ne $_ } | Select-Object -First 1).GetType().Name | Should -Be $Type
    }

    It 'has these properties and shows no others: <Command>' -ForEach @(
        @{ Command = 'Get-ExecMember'; Properties = 'Id', 'Email', 'FirstName', 'LastName', 'Name', 'Role', 'CreatedAt' }
        @{ Command = 'Get-ExecGroup'; Properties = 'Id', 'Name', 'CreatedAt' }
        @{ Command = 'Get-ExecScenario'; Properties = 'Id', 'Name', 'Description', 'Slug', 'Url', 'Difficulty', 'Context', 'Objective', 'Language', 'Visibility', 'OwnerEmail', 'OwnerName', 'SkillNames', 'CreatedAt', 'UpdatedAt', 'Owner', 'Skills' }
        @{ Command = 'Get-ExecScenarioAccess'; Properties = 'UserEmail', 'ScenarioId', 'CanView', 'CanShare', 'CanMonitor', 'CanEdit', 'Permissions' }
        @{ Command = 'Get-ExecScenarioAnalytics'; Properties = 'ScenarioId', 'ParticipantCount', 'TotalSessions', 'AverageBestScore', 'AverageBestRank', 'AverageLiftPercentage', 'TotalPracticeMinutes', 'AverageSessionDurationSeconds', 'GoldCount', 'SilverCount', 'BronzeCount', 'UnrankedCount', 'ScoreDistribution' }
        @{ Command = 'Get-ExecScenarioParticipant'; Properties = 'ScenarioId', 'UserId', 'UserEmail', 'UserName', 'SessionCount', 'FirstScore', 'FirstRank', 'BestScore', 'BestRank', 'LiftPercentage', 'TotalDurationSeconds', 'User' }
    ) {
        $thing = $listed[$Command][0]
        ($thing | Get-Member -MemberType Properties).Name | Should -Be ($Properties | Sort-Object)
        # In this order: a script that reads a CSV by place breaks when it changes.
        (($thing | ConvertTo-Csv -NoTypeInformation)[0] -replace '"') -split ',' | Should -Be $Properties
    }

    It 'has no .NET type name in any cell of a CSV: <_>' -ForEach @(
        'Get-ExecMember', 'Get-ExecGroup', 'Get-ExecScenario', 'Get-ExecScenarioAccess', 'Get-ExecScenarioAnalytics', 'Get-ExecScenarioParticipant'
    ) {
        $listed[$_].Count | Should -BeGreaterThan 5
        $cells = foreach ($row in $listed[$_] | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv) { $row.psobject.Properties.Value }
        $cells -match 'ExecPS\.|System\.|\[\]' | Should -BeNullOrEmpty
    }

    It 'reads well as text: <What>' -ForEach @(
        @{ What = 'a member'; Text = { "$($listed['Get-ExecMember'][0])" }; Is = { $listed['Get-ExecMember'][0].Name } }
        @{ What = 'a group'; Text = { "$($listed['Get-ExecGroup'][0])" }; Is = { $listed['Get-ExecGroup'][0].Name } }
        @{ What = 'a scenario'; Text = { "$scenario" }; Is = { $scenario.Name } }
        @{ What = 'the skills of a scenario'; Text = { $scenario.Skills.ToString() }; Is = { $scenario.Skills.Name -join '; ' } }
        @{ What = 'an access'; Text = { "$($listed['Get-ExecScenarioAccess'][0])" }; Is = { 'mei.tanaka@larkfield.example: view' } }
        @{ What = 'figures'; Text = { "$($listed['Get-ExecScenarioAnalytics'][0])" }; Is = { $scenario.Id } }
    ) {
        & $Text | Should -BeExactly (& $Is)
    }

    It 'compares its enums with names, the API''s too' {
        @($listed['Get-ExecScenario'] | Where-Object Difficulty -EQ 'very_hard').Count | Should -Be 3
        @($listed['Get-ExecScenario'] | Where-Object { $_.Difficulty -eq 'VeryHard' }).Count | Should -Be 3
        @($listed['Get-ExecMember'] | Where-Object Role -EQ 'ADMIN').Count | Should -Be 2
        @($listed['Get-ExecScenario'] | Where-Object Visibility -EQ 'private').Count | Should -BeGreaterThan 3
    }

    It 'keeps a row with an invalid value, with one warning that names the field and the ID of the first such row' {
        Set-ServerRow $server -Row @{ id = 'a1'; due_date = '' }, @{ id = 'a2'; due_date = 'soon'; attempt_count = 1 }
        $rows = Get-ExecAssignment -WarningVariable warnings -WarningAction SilentlyContinue
        $rows.Id | Should -Be 'a1', 'a2'
        $rows.DueDate | Where-Object { $_ } | Should -BeNullOrEmpty
        @($warnings).Count | Should -Be 1
        "$warnings" | Should -BeLike "*'due_date' in 'a1'*"
    }

    It 'reads a value that this version doesn''t know as Unknown, with a warning: <Property> of <Command>' -ForEach @(
        @{ Command = 'Get-ExecMember'; Path = '/workspace/members'; Field = 'role'; Property = 'Role' }
        @{ Command = 'Get-ExecScenario'; Path = '/scenarios'; Field = 'difficulty'; Property = 'Difficulty' }
        @{ Command = 'Get-ExecScenario'; Path = '/scenarios'; Field = 'visibility'; Property = 'Visibility' }
    ) {
        Set-ServerRow $server -Path $Path -Row @{ id = 'x1'; $Field = 'brand_new' }
        $row = & $Command -WarningVariable warnings -WarningAction SilentlyContinue
        "$($row.$Property)" | Should -Be 'Unknown'
        "$warnings" | Should -BeLike "*'brand_new'*"
    }
}

Describe 'The objects of the Knowledge Hub' {
    BeforeAll {
        Reset-TestServer $server
        $hub = @{
            'Get-ExecKnowledgeFolder'      = Get-ExecKnowledgeFolder
            'Get-ExecKnowledgePage'        = @(Get-ExecKnowledgePage) + @(Get-ExecKnowledgePage -Status Archived)
            'Get-ExecKnowledgePage -Id'    = Get-ExecKnowledgePage | Get-ExecKnowledgePage -IncludeDraft
            'Get-ExecKnowledgePageVersion' = Get-ExecKnowledgePage | Get-ExecKnowledgePageVersion
            'Get-ExecKnowledgeSource'      = Get-ExecKnowledgeSource
            'Get-ExecKnowledgeSource -Id'  = Get-ExecKnowledgeSource | Get-ExecKnowledgeSource -IncludeContent
        }
    }

    It 'are typed: <Property> of <Command> is <Type>' -ForEach @(
        @{ Command = 'Get-ExecKnowledgeFolder'; Property = 'Visibility'; Type = 'Visibility' }
        @{ Command = 'Get-ExecKnowledgeFolder'; Property = 'ItemCount'; Type = 'Int32' }
        @{ Command = 'Get-ExecKnowledgeFolder'; Property = 'Parent'; Type = 'String' }
        @{ Command = 'Get-ExecKnowledgePage'; Property = 'Status'; Type = 'KnowledgePageStatus' }
        @{ Command = 'Get-ExecKnowledgePage'; Property = 'Version'; Type = 'Int32' }
        @{ Command = 'Get-ExecKnowledgePage'; Property = 'Owner'; Type = 'User' }
        @{ Command = 'Get-ExecKnowledgePage'; Property = 'FolderNames'; Type = 'String' }
        @{ Command = 'Get-ExecKnowledgePage -Id'; Property = 'Content'; Type = 'String' }
        @{ Command = 'Get-ExecKnowledgePage -Id'; Property = 'Draft'; Type = 'KnowledgePageDraft' }
        @{ Command = 'Get-ExecKnowledgePageVersion'; Property = 'ChangeType'; Type = 'KnowledgePageChangeType' }
        @{ Command = 'Get-ExecKnowledgePageVersion'; Property = 'Version'; Type = 'Int32' }
        @{ Command = 'Get-ExecKnowledgeSource'; Property = 'SourceType'; Type = 'KnowledgeSourceType' }
        @{ Command = 'Get-ExecKnowledgeSource'; Property = 'Status'; Type = 'KnowledgeSourceStatus' }
        @{ Command = 'Get-ExecKnowledgeSource'; Property = 'ContentFormat'; Type = 'KnowledgeContentFormat' }
        @{ Command = 'Get-ExecKnowledgeSource'; Property = 'TokenCount'; Type = 'Int32' }
        @{ Command = 'Get-ExecKnowledgeSource'; Property = 'HasImages'; Type = 'Boolean' }
    ) {
        ($hub[$Command].$Property | Where-Object { $null -ne $_ } | Select-Object -First 1).GetType().Name | Should -Be $Type
    }

    It 'are of the type that the command says: <_>' -ForEach 'Get-ExecKnowledgeFolder', 'Get-ExecKnowledgePage', 'Get-ExecKnowledgePage -Id', 'Get-ExecKnowledgePageVersion', 'Get-ExecKnowledgeSource', 'Get-ExecKnowledgeSource -Id' {
        (Get-Command ($_ -split ' ')[0]).OutputType.Name | Should -Contain $hub[$_][0].GetType().FullName
    }

    It 'have local times: <Property> of <Command>' -ForEach @(
        @{ Command = 'Get-ExecKnowledgeFolder'; Property = 'UpdatedAt' }
        @{ Command = 'Get-ExecKnowledgePage'; Property = 'PublishedAt' }
        @{ Command = 'Get-ExecKnowledgePage'; Property = 'UpdatedAt' }
        @{ Command = 'Get-ExecKnowledgePageVersion'; Property = 'CreatedAt' }
        @{ Command = 'Get-ExecKnowledgeSource'; Property = 'ProcessedAt' }
    ) {
        ($hub[$Command].$Property | Where-Object { $_ }).Kind | Sort-Object -Unique | Should -Be 'Local'
    }

    It 'have no .NET type name in any cell of a CSV, nor a hidden property: <_>' -ForEach 'Get-ExecKnowledgeFolder', 'Get-ExecKnowledgePage', 'Get-ExecKnowledgePage -Id', 'Get-ExecKnowledgePageVersion', 'Get-ExecKnowledgeSource', 'Get-ExecKnowledgeSource -Id' {
        $rows = $hub[$_] | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        @($rows).Count | Should -Be $hub[$_].Count
        $rows | ForEach-Object { $_.psobject.Properties.Value } | Where-Object { $_ -match 'ExecPS\.|System\.|\[\]|Collections' } | Should -BeNullOrEmpty
        if ($_ -ne 'Get-ExecKnowledgePageVersion') { $rows[0].psobject.Properties.Name | Should -Not -Contain ($_ -replace '^Get-ExecKnowledge(\w+).*', '$1Id') }
    }

    It 'show properties of their own alone to Get-Member: <_>' -ForEach 'Get-ExecKnowledgeFolder', 'Get-ExecKnowledgePage', 'Get-ExecKnowledgePage -Id', 'Get-ExecKnowledgePageVersion', 'Get-ExecKnowledgeSource' {
        $members = $hub[$_][0] | Get-Member
        "$($members.MemberType)" | Should -Match '^(Method ){4}(Property ?)+$'
        ($members | Where-Object MemberType -EQ Method).Name | Should -Be 'Equals', 'GetHashCode', 'GetType', 'ToString'
    }

    It 'bind by a hidden property: <Property> of <Command>' -ForEach @(
        @{ Command = 'Get-ExecKnowledgeFolder'; Property = 'FolderId' }
        @{ Command = 'Get-ExecKnowledgePage'; Property = 'PageId' }
        @{ Command = 'Get-ExecKnowledgePage -Id'; Property = 'PageId' }
        @{ Command = 'Get-ExecKnowledgeSource'; Property = 'SourceId' }
    ) {
        $hub[$Command].$Property | Should -Be $hub[$Command].Id
        $hub[$Command][0] | Get-Member $Property | Should -BeNullOrEmpty
    }

    It 'read as what they are called' {
        $page = $hub['Get-ExecKnowledgePage -Id'] | Where-Object { $_.Sources.Count -gt 1 -and $_.Skills.Count -gt 1 } | Select-Object -First 1
        "$page" | Should -Be $page.Title
        "$($page.Folders[0])" | Should -Be $page.Folders[0].Name
        $page.SkillNames | Should -Be ($page.Skills.Name -join '; ')
        "$($hub['Get-ExecKnowledgePageVersion'][0])" | Should -BeLike '*, version *'
    }

    It 'read Unknown for what this version doesn''t know, with a warning that names it' {
        Set-ServerRow $server -Path '/knowledge-hub/sources' -Row @{ id = 's1'; source_type = 'fax'; status = 'lost'; content_format = 'smell' }
        $source = Get-ExecKnowledgeSource -WarningVariable warnings -WarningAction SilentlyContinue
        "$($source.SourceType) $($source.Status) $($source.ContentFormat)" | Should -Be 'Unknown Unknown Unknown'
        @($warnings).Count | Should -Be 3
    }
}

Describe 'Sessions, skills and jobs' {
    BeforeDiscovery {
        $listings = @(
            @{ Type = 'Session'; Script = { Get-ExecSession }; Hidden = 'SessionId' }
            @{ Type = 'SessionDetail'; Script = { Get-ExecSession -First 20 | Get-ExecSession -IncludeTranscript -IncludeEvaluation }; Hidden = 'SessionId' }
            @{ Type = 'TranscriptLine'; Script = { (Get-ExecSession -First 5 | Get-ExecSession -IncludeTranscript).Transcript } }
            @{ Type = 'EvaluationRow'; Script = { (Get-ExecSession -First 20 | Get-ExecSession -IncludeEvaluation).EvaluationRows } }
            @{ Type = 'EvaluationCriterion'; Script = { (Get-ExecSession -First 5 | Get-ExecSession -IncludeEvaluation).Evaluations } }
            @{ Type = 'EvaluationItem'; Script = { (Get-ExecSession -First 5 | Get-ExecSession -IncludeEvaluation).Evaluations.Items } }
            @{ Type = 'FeedbackExample'; Script = { (Get-ExecSession -First 5 | Get-ExecSession -IncludeEvaluation).EvaluationRows.Examples } }
            @{ Type = 'Skill'; Script = { Get-ExecSkill -IncludeProficiency }; Hidden = 'SkillId' }
            @{ Type = 'SkillProficiency'; Script = { Get-ExecSkill | Get-ExecSkillProficiency } }
            @{ Type = 'ScenarioJob'; Script = { Get-ExecScenarioJob jobcompleted, jobfailed001, jobqueued001, jobcancelled }; Hidden = 'JobId' }
        )
    }

    BeforeEach { Reset-TestServer $server }

    It 'go into CSV files without the name of a .NET type: <Type>' -ForEach $listings {
        $csv = @(& $Script) | ConvertTo-Csv -NoTypeInformation
        @($csv).Count | Should -BeGreaterThan 1
        $csv | Where-Object { $_ -match 'ExecPS\.|System\.|Collections' } | Should -BeNullOrEmpty
    }

    It 'show Get-Member what the help promises and no more: <Type>' -ForEach $listings {
        $thing = @(& $Script)[0]
        $thing.GetType().Name | Should -Be $Type
        $page = Get-Content (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'docs/en-US/about_ExecPS_Objects.md') -Raw
        $promised = foreach ($name in $(if ($Type -eq 'SessionDetail') { 'SESSION', 'SESSIONDETAIL' } else { $Type.ToUpperInvariant() })) {
            $section = [regex]::Match($page, "(?ms)^## $name\r?\n(.*?)(?=^## )").Groups[1].Value
            [regex]::Matches($section, '(?m)^\| `(\w+)` \|') | ForEach-Object { $_.Groups[1].Value }
        }
        ($thing | Get-Member -MemberType Properties).Name | Sort-Object | Should -Be ($promised | Sort-Object)
        if ($Hidden) { $thing.$Hidden | Should -Be $thing.Id }
        $thing | ConvertTo-Csv -NoTypeInformation | Select-Object -First 1 | Should -Not -Match $(if ($Hidden) { "`"$Hidden`"" } else { '"PS' })
    }

    It 'are typed: <Property> of <Type> is <As>' -ForEach @(
        @{ Type = 'Session'; Property = 'Score'; As = 'Double'; Script = { Get-ExecSession -Rank Gold -First 1 } }
        @{ Type = 'Session'; Property = 'Rank'; As = 'Rank'; Script = { Get-ExecSession -Rank Gold -First 1 } }
        @{ Type = 'Session'; Property = 'DurationSeconds'; As = 'Double'; Script = { Get-ExecSession -First 1 } }
        @{ Type = 'Session'; Property = 'IsValidAttempt'; As = 'Boolean'; Script = { Get-ExecSession -First 1 } }
        @{ Type = 'TranscriptLine'; Property = 'SecondsFromStart'; As = 'Double'; Script = { (Get-ExecSession -First 1 | Get-ExecSession -IncludeTranscript).Transcript[1] } }
        @{ Type = 'EvaluationRow'; Property = 'Grade'; As = 'EvaluationGrade'; Script = { (Get-ExecSession -Rank Gold -First 1 | Get-ExecSession -IncludeEvaluation).EvaluationRows[0] } }
        @{ Type = 'EvaluationRow'; Property = 'ExampleCount'; As = 'Int32'; Script = { (Get-ExecSession -Rank Gold -First 1 | Get-ExecSession -IncludeEvaluation).EvaluationRows[0] } }
        @{ Type = 'Skill'; Property = 'ParticipantCount'; As = 'Int32'; Script = { Get-ExecSkill -IncludeProficiency -First 1 } }
        @{ Type = 'Skill'; Property = 'AvgScore'; As = 'Double'; Script = { Get-ExecSkill -IncludeProficiency -First 1 } }
        @{ Type = 'SkillProficiency'; Property = 'Tier'; As = 'ProficiencyTier'; Script = { Get-ExecSkill -First 1 | Get-ExecSkillProficiency -First 1 } }
        @{ Type = 'SkillProficiency'; Property = 'LastPracticedAt'; As = 'DateTime'; Script = { Get-ExecSkill -First 1 | Get-ExecSkillProficiency -First 1 } }
        @{ Type = 'ScenarioJob'; Property = 'Status'; As = 'ScenarioJobStatus'; Script = { Get-ExecScenarioJob jobcompleted } }
        @{ Type = 'ScenarioJob'; Property = 'DurationSeconds'; As = 'Double'; Script = { Get-ExecScenarioJob jobcompleted } }
        @{ Type = 'ScenarioJob'; Property = 'CompletedAt'; As = 'DateTime'; Script = { Get-ExecScenarioJob jobcompleted } }
    ) {
        $value = (& $Script).$Property
        $value.GetType().Name | Should -Be $As
        if ($As -eq 'DateTime') { $value.Kind | Should -Be 'Local' }
    }
}
