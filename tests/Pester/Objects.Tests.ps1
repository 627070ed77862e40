# The objects, as the scripts of administrators use them.

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

    It 'is in local time: <Property> of <Command>' -ForEach @(
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

    It 'is the same moment in every format of the API: <Text>' -ForEach @(
        @{ Text = '2026-03-01T12:00:00Z' }
        @{ Text = '2026-03-01T12:00:00.000Z' }
        @{ Text = '2026-03-01T12:00:00+00:00' }
        @{ Text = '2026-03-01T17:30:00+05:30' }
        @{ Text = '2026-03-01T12:00:00' }
    ) {
        Set-ServerRow $server -Row @{ id = 'a1'; due_date = $Text }
        (Get-ExecAssignment).DueDate.ToUniversalTime() | Should -Be ([datetime]::new(2026, 3, 1, 12, 0, 0, [DateTimeKind]::Utc))
    }

    It 'can be compared with Get-Date' {
        $soon = [datetime]::UtcNow.AddHours(1).ToString('yyyy-MM-ddTHH:mm:ssZ')
        Set-ServerRow $server -Row @{ id = 'a1'; due_date = $soon }
        $due = (Get-ExecAssignment).DueDate
        $due -gt (Get-Date) | Should -BeTrue
        $due -lt (Get-Date).AddHours(2) | Should -BeTrue
        (New-TimeSpan -End $due).TotalMinutes | Should -BeGreaterThan 58
    }

    It 'is converted to and shown in the time zone of the computer' -Skip:(-not $isUnix) {
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
    It 'can be filtered by <_>' -ForEach 'PastDue', 'pastdue', 'past_due', 'PAST_DUE' {
        $found = @($all | Where-Object Status -EQ $_)
        $found.Count | Should -Be 375
        $found.Status | Sort-Object -Unique | Should -Be 'PastDue'
        $name = $_
        @($all | Where-Object { $_.Status -eq $name }).Count | Should -Be 375
        @($all | Where-Object { $_.Status -ne $name }).Count | Should -Be 2125
    }

    It 'can be filtered with -in' {
        # Only by its own names: -in compares as the elements of the list do, and those are strings.
        @($all | Where-Object { $_.Status -in 'pastdue', 'DidNotPass' }).Count | Should -Be 575
    }

    It 'isn''t equal to an unknown name, without an error' {
        $all[0].Status -eq 'late' | Should -BeFalse
    }

    It 'is converted from the API''s names: <Api> to <Name>' -ForEach @(
        @{ Api = 'not_started'; Name = 'NotStarted' }
        @{ Api = 'in_progress'; Name = 'InProgress' }
        @{ Api = 'completed'; Name = 'Completed' }
        @{ Api = 'past_due'; Name = 'PastDue' }
        @{ Api = 'did_not_pass'; Name = 'DidNotPass' }
    ) {
        "$([ExecPS.Client.Models.AssignmentStatus] $Api)" | Should -BeExactly $Name
    }

    It 'can''t be converted from other text, and the error lists the valid values' {
        { [ExecPS.Client.Models.AssignmentStatus] 'late' } | Should -Throw '*NotStarted, InProgress, Completed, PastDue, DidNotPass*'
    }

    It 'is grouped by its name' {
        ($all | Group-Object Status -NoElement | Where-Object Name -EQ 'PastDue').Count | Should -Be 375
    }
}

Describe 'A rank' {
    BeforeAll {
        # An assignment with these ranks; null for none.
        function New-Ranked($Best, $Needed) {
            $assignment = New-Object ExecPS.Client.Models.Assignment
            if ($Best) { $assignment.BestRank = $Best }
            if ($Needed) { $assignment.RankMin = $Needed }
            $assignment
        }
    }

    It 'is ordered: BestRank <Best> -lt RankMin <Needed> is <Less>' -ForEach @(
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
        # The reverse comparison, and its negation.
        $assignment.RankMin -gt $assignment.BestRank | Should -Be $Less
        if ($Best -and $Needed) { $assignment.BestRank -ge $assignment.RankMin | Should -Be (-not $Less) }
    }

    It 'can be compared with a name: <Best> <Operator> <Name> is <Result>' -ForEach @(
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

    It 'is equal to $null if there is none' {
        $null -eq (New-Ranked).BestRank | Should -BeTrue
        $null -eq (New-Ranked 'Gold').BestRank | Should -BeFalse
    }

    It 'is sorted with null first' {
        $up = ($all | Sort-Object BestRank).BestRank | ForEach-Object { "$_" } | Select-Object -Unique
        $up -join '<' | Should -Be '<Unranked<Bronze<Silver<Gold'
        $down = ($all | Sort-Object BestRank -Descending).BestRank | ForEach-Object { "$_" } | Select-Object -Unique
        $down -join '>' | Should -Be 'Gold>Silver>Bronze>Unranked>'
    }

    It 'is grouped by its name' {
        ($all | Group-Object BestRank -NoElement).Name | Sort-Object | Should -Be '', 'Bronze', 'Gold', 'Silver', 'Unranked'
    }

    It 'is written as its name in JSON' {
        ($all | Where-Object BestRank | Select-Object -First 1 BestRank | ConvertTo-Json -Compress) | Should -Match '(Unranked|Bronze|Silver|Gold)'
    }
}

Describe 'A nested object' {
    It 'has readable text: <What>' -ForEach @(
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

    It 'has flat properties next to it: <Flat> is <Nested>' -ForEach @(
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

Describe 'A value that this version doesn''t recognize' {
    BeforeEach { Reset-TestServer $server }

    It 'is Unknown, with one warning that names it, and the rows are kept: <What>' -ForEach @(
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

    It 'causes one warning per value, not one per page' {
        $rows = 1..100 | ForEach-Object { @{ id = "a$_"; status = 'on_hold' } }
        foreach ($page in 1, 2) {
            $body = @{ data = @(1..100 | ForEach-Object { @{ id = "a$page-$_"; status = 'on_hold' } }); pagination = @{ page = $page; page_size = 100; total_count = 200; total_pages = 2 } }
            Add-ServerFault $server @{ path = '/scenarios/assignments'; page = $page; fault = 'wrong_shape'; body = (ConvertTo-Json $body -Depth 5 -Compress) }
        }
        @(Get-ExecAssignment -WarningVariable warnings -WarningAction SilentlyContinue).Count | Should -Be 200
        @($warnings).Count | Should -Be 1
    }

    It 'of a new property is ignored' {
        Set-ServerRow $server -Row @{ id = 'a1'; status = 'past_due'; mood = 'good'; user = @{ id = 'u1'; shoe_size = 42 }; history = @(1, 2, @{ a = 1 }) }
        $row = Get-ExecAssignment -WarningVariable warnings
        $row.Status | Should -Be 'PastDue'
        $row.UserId | Should -Be 'u1'
        $warnings | Should -BeNullOrEmpty
    }

    It 'of a missing property is null' {
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

    It 'of each command has the declared output type: <_>' -ForEach 'Get-ExecAssignment', 'Get-ExecCollection', 'Get-ExecWorkspace', 'Get-ExecConnection', 'Get-ExecMember', 'Get-ExecGroup', 'Get-ExecScenario' {
        @(& $_)[0].GetType().FullName | Should -Be (Get-Command $_).OutputType.Name
    }

    It 'can be measured: the average of the scores' {
        $mean = ($all | Measure-Object BestScore -Average).Average
        $mean | Should -BeGreaterThan 50
        $mean | Should -BeLessThan 95
    }
}

Describe 'A member, a group, or a scenario' {
    BeforeAll {
        $scenario = Get-ExecScenario -First 1 -IncludeSkill
        # The output of each list command, by command.
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

    It 'has exactly these visible properties: <Command>' -ForEach @(
        @{ Command = 'Get-ExecMember'; Properties = 'Id', 'UserId', 'Name', 'Email', 'FirstName', 'LastName', 'Role', 'CreatedAt' }
        @{ Command = 'Get-ExecGroup'; Properties = 'Id', 'GroupId', 'Name', 'CreatedAt' }
        @{ Command = 'Get-ExecScenario'; Properties = 'Id', 'ScenarioId', 'Name', 'OwnerName', 'OwnerEmail', 'SkillNames', 'Slug', 'Url', 'Language', 'Difficulty', 'Visibility', 'CreatedAt', 'UpdatedAt', 'Description', 'Context', 'Objective', 'Owner', 'Skills' }
        @{ Command = 'Get-ExecScenarioAccess'; Properties = 'ScenarioId', 'ScenarioName', 'UserEmail', 'CanView', 'CanShare', 'CanMonitor', 'CanEdit', 'Permissions' }
        @{ Command = 'Get-ExecScenarioAnalytics'; Properties = 'ScenarioId', 'ScenarioName', 'AverageBestRank', 'ParticipantCount', 'TotalSessions', 'AverageBestScore', 'AverageLiftPercentage', 'TotalPracticeMinutes', 'AverageSessionDurationSeconds', 'GoldCount', 'SilverCount', 'BronzeCount', 'UnrankedCount', 'ScoreDistribution' }
        @{ Command = 'Get-ExecScenarioParticipant'; Properties = 'ScenarioId', 'ScenarioName', 'UserId', 'UserName', 'UserEmail', 'FirstRank', 'BestRank', 'SessionCount', 'FirstScore', 'BestScore', 'LiftPercentage', 'TotalDurationSeconds', 'User' }
    ) {
        $entry = $listed[$Command][0]
        ($entry | Get-Member -MemberType Properties).Name | Should -Be ($Properties | Sort-Object)
        # In this order: a script that reads a CSV file by position fails if it changes.
        (($entry | ConvertTo-Csv -NoTypeInformation)[0] -replace '"') -split ',' | Should -Be $Properties
    }

    It 'has no .NET type name in any CSV cell: <_>' -ForEach @(
        'Get-ExecMember', 'Get-ExecGroup', 'Get-ExecScenario', 'Get-ExecScenarioAccess', 'Get-ExecScenarioAnalytics', 'Get-ExecScenarioParticipant'
    ) {
        $listed[$_].Count | Should -BeGreaterThan 5
        $cells = foreach ($row in $listed[$_] | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv) { $row.psobject.Properties.Value }
        $cells -match 'ExecPS\.|System\.|\[\]' | Should -BeNullOrEmpty
    }

    It 'has readable text: <What>' -ForEach @(
        @{ What = 'a member'; Text = { "$($listed['Get-ExecMember'][0])" }; Is = { $listed['Get-ExecMember'][0].Name } }
        @{ What = 'a group'; Text = { "$($listed['Get-ExecGroup'][0])" }; Is = { $listed['Get-ExecGroup'][0].Name } }
        @{ What = 'a scenario'; Text = { "$scenario" }; Is = { $scenario.Name } }
        @{ What = 'the skills of a scenario'; Text = { $scenario.Skills.ToString() }; Is = { $scenario.Skills.Name -join '; ' } }
        @{ What = 'an access'; Text = { "$($listed['Get-ExecScenarioAccess'][0])" }; Is = { 'mei.tanaka@larkfield.example: view' } }
        @{ What = 'figures'; Text = { "$($listed['Get-ExecScenarioAnalytics'][0])" }; Is = { $scenario.Name } }
    ) {
        & $Text | Should -BeExactly (& $Is)
    }

    It 'has enums that can be compared with names, including the API''s' {
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

    It 'is Unknown for a value that this version doesn''t recognize, with a warning: <Property> of <Command>' -ForEach @(
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

    It 'have the declared output type: <_>' -ForEach 'Get-ExecKnowledgeFolder', 'Get-ExecKnowledgePage', 'Get-ExecKnowledgePage -Id', 'Get-ExecKnowledgePageVersion', 'Get-ExecKnowledgeSource', 'Get-ExecKnowledgeSource -Id' {
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

    It 'have no .NET type name in any CSV cell, and a typed ID: <_>' -ForEach 'Get-ExecKnowledgeFolder', 'Get-ExecKnowledgePage', 'Get-ExecKnowledgePage -Id', 'Get-ExecKnowledgePageVersion', 'Get-ExecKnowledgeSource', 'Get-ExecKnowledgeSource -Id' {
        $rows = $hub[$_] | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        @($rows).Count | Should -Be $hub[$_].Count
        $rows | ForEach-Object { $_.psobject.Properties.Value } | Where-Object { $_ -match 'ExecPS\.|System\.|\[\]|Collections' } | Should -BeNullOrEmpty
        if ($_ -ne 'Get-ExecKnowledgePageVersion') { $rows[0].psobject.Properties.Name | Should -Contain ($_ -replace '^Get-ExecKnowledge(\w+).*', '$1Id') }
    }

    It 'show only their own properties in Get-Member: <_>' -ForEach 'Get-ExecKnowledgeFolder', 'Get-ExecKnowledgePage', 'Get-ExecKnowledgePage -Id', 'Get-ExecKnowledgePageVersion', 'Get-ExecKnowledgeSource' {
        $members = $hub[$_][0] | Get-Member
        "$($members.MemberType)" | Should -Match '^(Method ){4}(Property ?)+$'
        ($members | Where-Object MemberType -EQ Method).Name | Should -Be 'Equals', 'GetHashCode', 'GetType', 'ToString'
    }

    It 'bind by a typed ID: <Property> of <Command>' -ForEach @(
        @{ Command = 'Get-ExecKnowledgeFolder'; Property = 'FolderId' }
        @{ Command = 'Get-ExecKnowledgePage'; Property = 'PageId' }
        @{ Command = 'Get-ExecKnowledgePage -Id'; Property = 'PageId' }
        @{ Command = 'Get-ExecKnowledgeSource'; Property = 'SourceId' }
    ) {
        $hub[$Command].$Property | Should -Be $hub[$Command].Id
    }

    It 'have readable text' {
        $page = $hub['Get-ExecKnowledgePage -Id'] | Where-Object { $_.Sources.Count -gt 1 -and $_.Skills.Count -gt 1 } | Select-Object -First 1
        "$page" | Should -Be $page.Title
        "$($page.Folders[0])" | Should -Be $page.Folders[0].Name
        $page.SkillNames | Should -Be ($page.Skills.Name -join '; ')
        "$($hub['Get-ExecKnowledgePageVersion'][0])" | Should -BeLike '*, version *'
    }

    It 'are Unknown for values that this version doesn''t recognize, with a warning that names them' {
        Set-ServerRow $server -Path '/knowledge-hub/sources' -Row @{ id = 's1'; source_type = 'fax'; status = 'lost'; content_format = 'smell' }
        $source = Get-ExecKnowledgeSource -WarningVariable warnings -WarningAction SilentlyContinue
        "$($source.SourceType) $($source.Status) $($source.ContentFormat)" | Should -Be 'Unknown Unknown Unknown'
        @($warnings).Count | Should -Be 3
    }
}

Describe 'Sessions, skills, and jobs' {
    BeforeDiscovery {
        $listings = @(
            @{ Type = 'Session'; Script = { Get-ExecSession }; TypedId = 'SessionId' }
            @{ Type = 'SessionDetail'; Script = { Get-ExecSession -First 20 | Get-ExecSession -IncludeTranscript -IncludeEvaluation }; TypedId = 'SessionId' }
            @{ Type = 'TranscriptLine'; Script = { (Get-ExecSession -First 5 | Get-ExecSession -IncludeTranscript).Transcript } }
            @{ Type = 'EvaluationRow'; Script = { (Get-ExecSession -First 20 | Get-ExecSession -IncludeEvaluation).EvaluationRows } }
            @{ Type = 'EvaluationCriterion'; Script = { (Get-ExecSession -First 5 | Get-ExecSession -IncludeEvaluation).Evaluations } }
            @{ Type = 'EvaluationItem'; Script = { (Get-ExecSession -First 5 | Get-ExecSession -IncludeEvaluation).Evaluations.Items } }
            @{ Type = 'FeedbackExample'; Script = { (Get-ExecSession -First 5 | Get-ExecSession -IncludeEvaluation).EvaluationRows.Examples } }
            @{ Type = 'Skill'; Script = { Get-ExecSkill -IncludeProficiency }; TypedId = 'SkillId' }
            @{ Type = 'SkillProficiency'; Script = { Get-ExecSkill | Get-ExecSkillProficiency } }
            @{ Type = 'StudioSession'; Script = { Get-ExecMember -First 2 | New-ExecStudioSession -Prompt 'A cold call' } }
            @{ Type = 'ScenarioAccessGrant'; Script = { Get-ExecMember -First 2 | Grant-ExecScenarioAccess -ScenarioId (Get-ExecScenario -First 1).Id -PermissionLevel View } }
            @{ Type = 'ScenarioJob'; Script = { Get-ExecScenarioJob jobcompleted, jobfailed001, jobqueued001, jobcancelled }; TypedId = 'JobId' }
        )
    }

    BeforeEach { Reset-TestServer $server }

    It 'are written to CSV files without .NET type names: <Type>' -ForEach $listings {
        $csv = @(& $Script) | ConvertTo-Csv -NoTypeInformation
        @($csv).Count | Should -BeGreaterThan 1
        $csv | Where-Object { $_ -match 'ExecPS\.|System\.|Collections' } | Should -BeNullOrEmpty
    }

    It 'have exactly the properties that the help describes: <Type>' -ForEach $listings {
        $entry = @(& $Script)[0]
        $entry.GetType().Name | Should -Be $Type
        $page = Get-Content (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'docs/en-US/about_ExecPS_Objects.md') -Raw
        $promised = foreach ($name in $(if ($Type -eq 'SessionDetail') { 'SESSION', 'SESSIONDETAIL' } else { $Type.ToUpperInvariant() })) {
            $section = [regex]::Match($page, "(?ms)^## $name\r?\n(.*?)(?=^## )").Groups[1].Value
            [regex]::Matches($section, '(?m)^\| `(\w+)` \|') | ForEach-Object { $_.Groups[1].Value }
        }
        ($entry | Get-Member -MemberType Properties).Name | Sort-Object | Should -Be ($promised | Sort-Object)
        if ($TypedId) { $entry.$TypedId | Should -Be $entry.Id }
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

Describe 'An exported object' {
    BeforeDiscovery {
        $forms = @(
            foreach ($type in 'Assignment', 'Collection', 'Workspace', 'Member', 'Group', 'Scenario', 'ScenarioAccess', 'ScenarioAnalytics', 'ScenarioParticipant', 'ScenarioJob', 'Session',
                'SessionDetail', 'TranscriptLine', 'EvaluationRow', 'EvaluationCriterion', 'Skill', 'SkillProficiency', 'KnowledgeFolder', 'KnowledgePage', 'KnowledgePageDetail', 'KnowledgePageVersion', 'KnowledgeSource') {
                @{ Type = $type }
            }
        )
        $assembly = [ExecPS.Client.Models.Rank].Assembly
        $named = @($assembly.GetExportedTypes() | Where-Object { $_.IsEnum -and $_.Namespace -eq 'ExecPS.Client.Models' }) + @([ExecPS.Client.Models.Rank], [ExecPS.Client.Models.ProficiencyTier])
        $models = @($assembly.GetExportedTypes() | Where-Object { $_.IsSubclassOf([ExecPS.Client.Models.ExecObject]) })
    }

    BeforeAll {
        Reset-TestServer $server
        $details = @(Get-ExecSession -First 20 | Get-ExecSession -IncludeTranscript -IncludeEvaluation)
        $listed = @{
            Assignment           = $all
            Collection           = Get-ExecCollection
            Workspace            = Get-ExecWorkspace
            Member               = Get-ExecMember
            Group                = Get-ExecGroup
            Scenario             = Get-ExecScenario -IncludeSkill
            ScenarioAccess       = Get-ExecScenario -First 3 | Get-ExecScenarioAccess -UserEmail mei.tanaka@larkfield.example
            ScenarioAnalytics    = Get-ExecScenario -First 3 | Get-ExecScenarioAnalytics
            ScenarioParticipant  = Get-ExecScenario -First 3 | Get-ExecScenarioParticipant
            ScenarioJob          = Get-ExecScenarioJob jobcompleted, jobfailed001, jobqueued001
            Session              = Get-ExecSession -First 100
            SessionDetail        = $details
            TranscriptLine       = $details.Transcript
            EvaluationRow        = $details.EvaluationRows
            EvaluationCriterion  = $details.Evaluations
            Skill                = Get-ExecSkill -IncludeProficiency
            SkillProficiency     = Get-ExecSkill | Get-ExecSkillProficiency
            KnowledgeFolder      = Get-ExecKnowledgeFolder
            KnowledgePage        = Get-ExecKnowledgePage
            KnowledgePageDetail  = Get-ExecKnowledgePage | Get-ExecKnowledgePage -IncludeDraft
            KnowledgePageVersion = Get-ExecKnowledgePage | Get-ExecKnowledgePageVersion
            KnowledgeSource      = Get-ExecKnowledgeSource | Get-ExecKnowledgeSource -IncludeContent
        }

        # All values of an object, with their types.
        function Get-Dump($Value) {
            if ($null -eq $Value) { return 'null' }
            $type = $Value.GetType()
            if ($Value -is [Collections.IList]) { return "$($type.Name)[$(@(foreach ($item in $Value) { Get-Dump $item }) -join ', ')]" }
            if ($Value -is [ExecPS.Client.Models.ExecObject]) { return "$($type.Name){$(@(foreach ($property in $type.GetProperties()) { "$($property.Name)=$(Get-Dump $property.GetValue($Value))" }) -join ', ')}" }
            if ($Value -is [datetime]) { return $Value.ToString('o') }
            "$($type.Name) $Value"
        }
    }

    It 'is the same as the live object after Import-Clixml: <Type>' -ForEach $forms {
        $live = @($listed[$Type])
        $file = Join-Path $TestDrive 'objects.xml'
        $live | Export-Clixml $file
        $read = @(Import-Clixml $file)
        $read.Count | Should -Be $live.Count
        $read[0].GetType().Name | Should -Be $Type
        for ($index = 0; $index -lt [Math]::Min(20, $live.Count); $index++) { Get-Dump $read[$index] | Should -BeExactly (Get-Dump $live[$index]) }
        $read | Format-Table | Out-String -Width 160 | Should -BeExactly ($live | Format-Table | Out-String -Width 160)
        $read | Format-List | Out-String -Width 160 | Should -BeExactly ($live | Format-List | Out-String -Width 160)
    }

    It 'filters, sorts, and compares as the live objects' {
        $file = Join-Path $TestDrive 'assignments.xml'
        $all | Export-Clixml $file
        $read = Import-Clixml $file
        foreach ($filter in { $_.Status -eq 'PastDue' }, { $_.Status -eq 'past_due' }, { $_.BestRank -ge 'Silver' }, { $_.BestRank -lt $_.RankMin }, { $_.DueDate -lt (Get-Date) }, { $_.BestScore -gt 50 }) {
            ($read | Where-Object $filter).Id | Should -Be ($all | Where-Object $filter).Id
        }
        ($read | Sort-Object BestRank, Status, Id).Id | Should -Be ($all | Sort-Object BestRank, Status, Id).Id
        Compare-Object $all $read -Property $all[0].psobject.Properties.Name | Should -BeNullOrEmpty
    }

    It 'keeps its values in selected properties' {
        $file = Join-Path $TestDrive 'selected.xml'
        $all | Select-Object Id, Status, BestRank | Export-Clixml $file
        $read = Import-Clixml $file
        ($read | Sort-Object BestRank, Id).Id | Should -Be ($all | Sort-Object BestRank, Id).Id
        @($read | Where-Object Status -EQ PastDue).Count | Should -Be 375
    }

    It 'keeps properties that were added' {
        $assignment = Get-ExecAssignment -First 1 | Add-Member Manager 'Jane' -PassThru
        [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($assignment)).Manager | Should -Be 'Jane'
    }

    It 'has no hidden property in the file' {
        [Management.Automation.PSSerializer]::Serialize($listed.SessionDetail) | Should -Not -Match '"View'
    }

    It 'restores every name: <_>' -ForEach $named {
        $values = if ($_.IsEnum) { [Enum]::GetValues($_) } else { $_.GetProperties('Public, Static') | ForEach-Object { $_.GetValue($null) } }
        @($values).Count | Should -BeGreaterThan 1
        foreach ($value in $values) {
            $read = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($value))
            $read.GetType() | Should -Be $_
            $read -eq $value | Should -BeTrue
        }
    }

    It 'has a name that converts from the API''s name: <_>' -ForEach ($named | Where-Object IsEnum) {
        foreach ($value in [Enum]::GetNames($_)) {
            $api = ($value -creplace '(?<=[a-z])(?=[A-Z])', '_').ToLowerInvariant()
            "$([Management.Automation.LanguagePrimitives]::ConvertTo($api, $_))" | Should -BeExactly $value
        }
        # ConvertTo-Json writes the names only of such enums.
        [Enum]::GetUnderlyingType($_) | Should -Be ([long])
    }

    It 'has the common base class' {
        $others = [ExecPS.Client.Models.ExecObject].Assembly.GetExportedTypes() | Where-Object {
            $_.Namespace -eq 'ExecPS.Client.Models' -and $_.IsClass -and -not $_.IsAbstract -and -not $_.IsSubclassOf([ExecPS.Client.Models.ExecObject])
        }
        $others.Name | Sort-Object | Should -Be 'ProficiencyTier', 'Rank', 'RawRow', 'ReadableList`1'
    }

    It 'exports all properties of <_>' -ForEach $models {
        $object = [Activator]::CreateInstance($_)
        $exported = [xml] [Management.Automation.PSSerializer]::Serialize($object)
        $exported.Objs.Obj.Props.ChildNodes.N | Sort-Object | Should -Be ($_.GetProperties().Name | Sort-Object)
    }

    It 'is a live object in the results and arguments of a job' {
        $job = Start-Job -InitializationScript ([scriptblock]::Create("Import-Module '$(Get-ExecModulePath)'")) -ArgumentList $details[0] {
            $args[0].GetType().Name
            $args[0].Transcript[0].GetType().Name
            $args[0].EvaluationRows[0].Grade.GetType().Name
            $args[0]
        }
        $first, $second, $third, $session = $job | Receive-Job -Wait -AutoRemoveJob
        $first, $second, $third | Should -Be 'SessionDetail', 'TranscriptLine', 'EvaluationGrade'
        Get-Dump $session | Should -BeExactly (Get-Dump $details[0])
    }

    It 'has the same table and list if ExecPS is imported later' {
        $file = Join-Path $TestDrive 'later.xml'
        $some = $all | Where-Object BestRank | Select-Object -First 3
        @($some) + $details[0] | Export-Clixml $file
        $run = Invoke-FreshPowerShell @"
            if (`$PSStyle) { `$PSStyle.OutputRendering = 'PlainText' }
            `$read = Import-Clixml '$file'
            Import-Module `$module
            `$read[0].psobject.TypeNames[0]
            `$read | Select-Object -First 3 | Out-String -Width 120
            `$read[3] | Format-List | Out-String -Width 120
"@
        $run.Output | Should -BeLike 'Deserialized.ExecPS.Client.Models.Assignment*'
        foreach ($row in $some) { $run.Output | Should -Match "$([regex]::Escape($row.ScenarioName)) +$($row.Status) .* $($row.BestRank)" }
        $run.Output | Should -Match ([regex]::Escape("0:00:00 $($details[0].Transcript[0].Speaker): "))
    }
}

Describe 'Constrained Language Mode' {
    BeforeAll {
        $run = Invoke-FreshPowerShell @"
            if (`$PSStyle) { `$PSStyle.OutputRendering = 'PlainText' }
            Import-Module `$module
            `$null = Connect-ExecWorkspace -ApiKey $($server.ApiKey) -BaseUri $($server.BaseUri) -NoVerify
            `$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
            `$all = Get-ExecAssignment
            "gold: `$(@(`$all | Where-Object BestRank -EQ gold).Count)"
            "late: `$(@(`$all | Where-Object { `$_.Status -eq 'PastDue' }).Count)"
            "below: `$(@(`$all | Where-Object { `$_.BestRank -lt `$_.RankMin }).Count)"
            `$all | Where-Object BestRank -EQ Gold | Select-Object -First 1 | Out-String -Width 160
            Get-ExecSession -First 1 | Get-ExecSession -IncludeTranscript -IncludeEvaluation | Format-List | Out-String -Width 160
"@
    }

    It 'filters by rank and status' {
        $run.Errors | Should -BeNullOrEmpty
        $run.Output | Should -Match "gold: $(@($all | Where-Object BestRank -EQ Gold).Count)\b"
        $run.Output | Should -Match "late: 375\b"
        $run.Output | Should -Match "below: $(@($all | Where-Object { $_.BestRank -lt $_.RankMin }).Count)\b"
    }

    It 'shows filled tables and lists' {
        $row = $all | Where-Object BestRank -EQ Gold | Select-Object -First 1
        $run.Output | Should -Match "$([regex]::Escape($row.ScenarioName)) +$($row.Status) +[0-9-]* +[0-9.]+ Gold"
        $run.Output | Should -Match 'Duration +: \d+:\d\d:\d\d'
        $run.Output | Should -Match 'Transcript +: 0:00:00 '
    }
}

Describe 'JSON' {
    It 'has the names of statuses' {
        $row = $all | Where-Object BestRank | Select-Object -First 1
        $read = $row | ConvertTo-Json | ConvertFrom-Json
        $read.Status | Should -BeExactly "$($row.Status)"
        $read.BestRank.Name | Should -BeExactly "$($row.BestRank)"
        $read.User.Email | Should -Be $row.UserEmail
    }

    It 'has ranks and nested objects as text with -Depth 1' {
        $rows = $all | Where-Object BestRank | Select-Object -First 2
        $read = $rows | ConvertTo-Json -Depth 1 -WarningAction Ignore | ConvertFrom-Json
        $read.BestRank | Should -Be $rows.BestRank.Name
        $read.User | Should -Be $rows.UserName
    }

    It 'has a row that can be piped back' {
        $row = $all | Select-Object -First 1
        Reset-TestServer $server
        $null = $row | ConvertTo-Json | ConvertFrom-Json | Get-ExecSession
        (Get-SentQuery $server '/sessions').user_ids | Should -Be $row.UserId
    }
}

Describe 'The columns of every object' {
    It 'are in order: <Name>' -ForEach @([ExecPS.Client.Models.ExecObject].Assembly.GetExportedTypes() | Where-Object { $_.IsSubclassOf([ExecPS.Client.Models.ExecObject]) } | ForEach-Object { @{ Name = $_.Name; Type = $_ } }) {
        # The ID, names, statuses, dates, numbers, long texts, nested objects.
        $properties = $Type.GetProperties()
        $groups = foreach ($property in $properties) {
            $value = if ($null -ne [Nullable]::GetUnderlyingType($property.PropertyType)) { [Nullable]::GetUnderlyingType($property.PropertyType) } else { $property.PropertyType }
            if ($property.Name -eq 'Id') { 0 }
            elseif ($property.Name -match '^(Description|Context|Objective|Content|Summary|Text|Message|\w*Feedback|\w*Quote)$') { 5 }
            elseif ($value -eq [string]) { 1 }
            elseif ($value.IsEnum -or $value -eq [bool] -or $value.Name -in 'Rank', 'ProficiencyTier') { 2 }
            elseif ($value -eq [datetime]) { 3 }
            elseif ($value.IsPrimitive) { 4 }
            else { 6 }
        }
        $groups | Should -Be ($groups | Sort-Object)
        # The typed ID is next to the ID.
        if ($properties[0].Name -eq 'Id' -and $properties[1].Name -like '*Id' -and $Name -ne 'Assignment') { $properties[1].Name | Should -Match "^($($Name -replace '^(Knowledge|Scenario)|(Ref|Detail|Result)$')|User|Scenario|Skill|Folder)Id$" }
    }
}
