# Get-ExecSkill and Get-ExecSkillProficiency.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 300
    $null = Connect-TestServer $server
    $skills = @(Get-ExecSkill)
    $users = @($skills[0] | Get-ExecSkillProficiency)
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'Get-ExecSkill' {
    BeforeEach { Reset-TestServer $server }

    It 'returns every skill by name, in one request' {
        (Get-ExecSkill).Name | Should -Be ($skills.Name | Sort-Object)
        $request = Get-ServerRequest $server
        $request.Path, $request.Query | Should -Be '/rest/v1/skills', 'page=1&page_size=100'
    }

    It 'includes the proficiency numbers only with -IncludeProficiency' {
        $with = Get-ExecSkill -IncludeProficiency
        (Get-ServerRequest $server).Parameters.include | Should -Be 'proficiency'
        $with[0].ParticipantCount | Should -Be $users.Count
        $with[0].ParticipantCount, $with[0].ScoredParticipantCount, $with[0].PctProficientPlus, $with[0].AvgScore |
            Should -Be $with[0].ProficiencySummary.ParticipantCount, $with[0].ProficiencySummary.ScoredParticipantCount, $with[0].ProficiencySummary.PctProficientPlus, $with[0].ProficiencySummary.AvgScore
        foreach ($property in 'ParticipantCount', 'ScoredParticipantCount', 'PctProficientPlus', 'AvgScore', 'ProficiencySummary') {
            $null -eq $skills[0].$property | Should -BeTrue
        }
    }

    It 'returns the skills whose name matches <Name>' -ForEach @(
        @{ Name = 'negotiation'; Expected = 'Negotiation' }
        @{ Name = '*tion*'; Expected = 'De-Escalation', 'Discovery Questions', 'Executive Conversations', 'Negotiation', 'Objection Handling' }
        @{ Name = 'Neg*', 'Wri*'; Expected = 'Negotiation', 'Written Follow-Up' }
        @{ Name = 'Nothing*'; Expected = @() }
    ) {
        (Get-ExecSkill $Name).Name | Should -Be $Expected
    }

    It 'applies -First and -Skip to the skills whose name matches' {
        (Get-ExecSkill *tion* -Skip 1 -First 2).Name | Should -Be 'Discovery Questions', 'Executive Conversations'
    }

    It 'reads pages: -First 3 -Skip 3' {
        (Get-ExecSkill -First 3 -Skip 3).Name | Should -Be $skills[3..5].Name
        (Get-ServerRequest $server).Query | Should -Be 'page=2&page_size=3'
    }

    It 'returns the total with -IncludeTotalCount' {
        @(Get-ExecSkill -First 0 -IncludeTotalCount)[0] | Should -Be $skills.Count
    }
}

Describe 'Get-ExecSkillProficiency' {
    BeforeEach { Reset-TestServer $server }

    It '-<Parameter> sends <Field>' -ForEach @(
        @{ Parameter = 'UserId'; Value = 'u1', 'u2'; Field = 'user_ids'; As = 'u1,u2' }
        @{ Parameter = 'UserEmail'; Value = 'jane@acme.com', 'bob@acme.com'; Field = 'user_emails'; As = 'jane@acme.com,bob@acme.com' }
        @{ Parameter = 'GroupId'; Value = 'g1', 'g2'; Field = 'group_ids'; As = 'g1,g2' }
        @{ Parameter = 'AsOf'; Value = [datetime]::new(2026, 3, 1, 12, 0, 0, [DateTimeKind]::Utc); Field = 'end_date'; As = '2026-03-01T12:00:00Z' }
        @{ Parameter = 'ExcludeSystemUser'; Value = $true; Field = 'exclude_system_users'; As = 'true' }
    ) {
        $filter = @{ $Parameter = $Value }
        $null = Get-ExecSkillProficiency $skills[0].Id @filter -First 1
        $request = Get-ServerRequest $server
        $request.Path | Should -Be "/rest/v1/skills/$($skills[0].Id)/proficiency"
        $request.Parameters[$Field] | Should -BeExactly $As
        $request.Parameters.Count | Should -Be 3
    }

    It 'adds the ID of the skill to each row' {
        $users.SkillId | Sort-Object -Unique | Should -Be $skills[0].Id
    }

    It 'returns the matching rows: -<Parameter>' -ForEach @{ Parameter = 'UserId' }, @{ Parameter = 'UserEmail' } {
        $filter = @{ $Parameter = $users[3, 5].$Parameter }
        $got = Get-ExecSkillProficiency $skills[0].Id @filter
        $got.UserId | Sort-Object | Should -Be ($users[3, 5].UserId | Sort-Object)
    }

    It 'returns no rows for a time before the first session' {
        Get-ExecSkillProficiency $skills[0].Id -AsOf 2001-01-01 | Should -BeNullOrEmpty
    }

    It 'processes piped skills in order' {
        $got = $skills[4, 0, 2] | Get-ExecSkillProficiency
        $got.SkillId | Select-Object -Unique | Should -Be $skills[4, 0, 2].Id
        @($got | Where-Object SkillId -EQ $skills[0].Id).Count | Should -Be $users.Count
    }

    It 'combines the users of one skill into one request' {
        $null = $users[0..9] | Get-ExecSkillProficiency
        $request = Get-ServerRequest $server
        @($request).Count | Should -Be 1
        ($request.Parameters.user_ids -split ',') | Should -Be $users[0..9].UserId
    }

    It 'applies -First and -Skip to all skills together' {
        $whole = $skills[0, 2] | Get-ExecSkillProficiency
        $got = $skills[0, 2] | Get-ExecSkillProficiency -Skip ($users.Count - 1) -First 2
        $got.SkillId | Should -Be $skills[0, 2].Id
        $got.UserId | Should -Be $whole[($users.Count - 1)..$users.Count].UserId
    }

    It 'reports a skill that doesn''t exist, and continues' {
        $got = Get-ExecSkillProficiency 'nothere', $skills[0].Id -ErrorAction SilentlyContinue -ErrorVariable problems
        $got.Count | Should -Be $users.Count
        @($problems).Count | Should -Be 1
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'ExecNotFound'
    }

    It 'doesn''t use the Id of another kind of object as a skill' {
        [pscustomobject]@{ Id = $skills[0].Id; SkillName = 'x' } | Get-ExecSkillProficiency -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'InputObjectMissingMandatory'
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'rejects <What>, before a request' -ForEach @(
        @{ What = 'an empty skill'; Parameters = @{ SkillId = '' } }
        @{ What = 'a path as a skill'; Parameters = @{ SkillId = '../skills' } }
        @{ What = 'an email address as an ID'; Parameters = @{ SkillId = 'k1'; UserId = 'jane@acme.com' } }
        @{ What = 'null'; Parameters = @{ SkillId = 'k1'; GroupId = $null } }
    ) {
        $null = Get-ErrorOf { Get-ExecSkillProficiency @Parameters }
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }
}

Describe 'A tier' {
    It 'is ordered, and can be compared with its name in either form' {
        $tiers = $users.Tier + ($skills[1..5] | Get-ExecSkillProficiency).Tier
        $tiers | Sort-Object | ForEach-Object Name | Select-Object -Unique | Should -Be 'InsufficientData', 'NeedsWork', 'Developing', 'Proficient', 'Excellent'
        @($tiers | Where-Object { $_ -eq 'needs_work' }).Count | Should -Be @($tiers | Where-Object Name -EQ 'NeedsWork').Count
        @($tiers | Where-Object { $_ -ge 'Proficient' }).Count | Should -Be @($tiers | Where-Object { $_.Name -in 'Proficient', 'Excellent' }).Count
    }

    It 'matches its score' {
        foreach ($row in $users) {
            $expected = if ($null -eq $row.Score) { 'InsufficientData' } elseif ($row.Score -ge 90) { 'Excellent' } elseif ($row.Score -ge 75) { 'Proficient' } elseif ($row.Score -ge 50) { 'Developing' } else { 'NeedsWork' }
            $row.Tier.Name | Should -Be $expected
        }
    }
}
