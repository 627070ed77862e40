# Names instead of IDs: as parameters, in rows, in errors, and in completion.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)

    # Every parameter for IDs of items that have names.
    $pairs = foreach ($command in (Get-Module ExecPS).ExportedCmdlets.Values | Sort-Object Name) {
        foreach ($kind in 'Scenario', 'Program', 'Group', 'Collection', 'Skill') {
            if ($command.Parameters["${kind}Id"]) { @{ Command = $command.Name; Kind = $kind } }
        }
    }
    $resolved = @($pairs | Where-Object { $_.Command -like 'Get-*' -and -not ($_.Command -eq 'Get-ExecAssignment' -and $_.Kind -eq 'Program') })
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 300

    # Connects anew, so that no names are known, and forgets the requests so far.
    function Connect-Anew {
        Disconnect-ExecWorkspace -All
        $null = Connect-TestServer $server
        Reset-TestServer $server
    }

    function Get-RequestPath { @(Get-ServerRequest $server).Path -replace '^/rest/v1' }

    # What the test needs besides the name.
    function Get-Mandatory([string] $Command, [string] $Kind) {
        switch ($Command) {
            'Get-ExecScenarioAccess' { @{ UserEmail = 'mei.tanaka@larkfield.example' } }
            { $Kind -eq 'Group' -and $_ -in 'Get-ExecScenarioAnalytics', 'Get-ExecScenarioParticipant' } { @{ ScenarioId = $scenario.Id } }
            { $Kind -eq 'Group' -and $_ -eq 'Get-ExecSkillProficiency' } { @{ SkillId = $skill.Id } }
            default { @{} }
        }
    }

    Connect-Anew
    $scenario = Get-ExecScenario 'Renewal at Risk'
    $skill = Get-ExecSkill -First 1
    $program = (Get-ExecAssignment | Where-Object ProgramId)[0]
    $existing = @{
        Scenario = $scenario; Skill = $skill; Group = Get-ExecGroup -First 1; Collection = Get-ExecCollection -First 1
        Program = [pscustomobject] @{ Id = $program.ProgramId; Name = $program.ProgramName }
    }
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'A parameter for IDs' {
    It 'has a parameter for names next to it: <Command> -<Kind>Id' -ForEach $pairs {
        $parameter = (Get-Command $Command).Parameters["${Kind}Name"]
        $parameter | Should -Not -BeNullOrEmpty
        $parameter.ParameterType | Should -Be ([string[]])
        $parameter.Attributes | Where-Object { $_ -is [SupportsWildcards] } | Should -Not -BeNullOrEmpty
        $parameter.ParameterSets.Values | Where-Object { $_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName } | Should -BeNullOrEmpty
    }

    It 'gives the same rows as the name: <Command> -<Kind>Name' -ForEach $resolved {
        $other = Get-Mandatory $Command $Kind
        $id, $name = @{ "${Kind}Id" = $existing[$Kind].Id }, @{ "${Kind}Name" = $existing[$Kind].Name.ToUpperInvariant() }
        $byId = & $Command @other @id
        $byName = & $Command @other @name
        $byId | Should -Not -BeNullOrEmpty
        ($byName | ConvertTo-Json -Depth 3) | Should -Be ($byId | ConvertTo-Json -Depth 3)
    }

    It 'can''t be used together with the name: <Command> -<Kind>Name' -ForEach $resolved {
        $other = Get-Mandatory $Command $Kind
        $both = @{ "${Kind}Id" = 'a1'; "${Kind}Name" = 'b' }
        Reset-TestServer $server
        (Get-ErrorOf { & $Command @other @both }).Id | Should -BeIn 'ExecNameAndId', 'AmbiguousParameterSet'
        Get-RequestPath | Should -BeNullOrEmpty
    }
}

Describe 'A name as a parameter' {
    BeforeEach { Connect-Anew }

    It 'is resolved with one list per connection' {
        $null = Get-ExecAssignment -ScenarioName 'Cold Call*' -First 1
        $null = Get-ExecSession -ScenarioName 'Cold Call*' -First 1
        Get-RequestPath | Should -Be '/scenarios', '/scenarios/assignments', '/sessions'
    }

    It 'selects every item that matches a pattern' {
        $names = (Get-ExecAssignment -ScenarioName 'cold call*', 'Renewal at Risk').ScenarioName | Sort-Object -Unique
        $names | Should -Be ((Get-ExecScenario 'cold call*', 'Renewal at Risk').Name | Sort-Object)
        $names.Count | Should -BeGreaterThan 1
    }

    It 'that nothing matches is a non-terminating error with similar names, and the other names are used' {
        $rows = Get-ExecAssignment -ScenarioName 'Renewal at Rsk', 'Cold Call*' -ErrorVariable problems -ErrorAction SilentlyContinue
        $rows.ScenarioName | Sort-Object -Unique | Should -BeLike 'Cold Call*'
        $problem = $problems | ConvertFrom-ErrorRecord
        $problem.Id, $problem.Category, $problem.Target | Should -Be 'ExecNameNotFound', 'ObjectNotFound', 'Renewal at Rsk'
        $problem.Message | Should -BeLike "*'Renewal at Risk'*"
    }

    It 'that nothing matches selects nothing, instead of everything: <Command> -<Kind>Name' -ForEach $resolved {
        $other = Get-Mandatory $Command $Kind
        $name = @{ "${Kind}Name" = 'No such name' }
        & $Command @other @name -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'ExecNameNotFound'
        # The list of names is all that was read.
        (Get-RequestPath | Sort-Object -Unique).Count | Should -Be 1
    }

    It 'is looked up once more before it is reported as unmatched' {
        $null = Get-ExecMember -GroupName 'Sales*' -First 1
        Reset-TestServer $server
        Set-ServerRow $server -Path '/workspace/groups' -Row @{ id = 'new1'; name = 'New Team' }
        $null = Get-ExecMember -GroupName 'New Team' -First 1 -ErrorVariable problems
        $problems | Should -BeNullOrEmpty
        Get-RequestPath | Should -Be '/workspace/groups', '/workspace/members'
        (@(Get-ServerRequest $server)[1]).Parameters.group_ids | Should -Be 'new1'
    }

    It 'with brackets also matches as it is' {
        Set-ServerRow $server -Path '/workspace/groups' -Row @{ id = 'g1'; name = 'Sales [EMEA]' }
        $null = Get-ExecMember -GroupName 'Sales [EMEA]' -First 1
        (@(Get-ServerRequest $server)[1]).Parameters.group_ids | Should -Be 'g1'
    }

    It 'replaces the ID in the input, as the ID parameter does' {
        $null = [pscustomobject] @{ UserId = 'u1'; ScenarioId = 's1'; ScenarioName = 'x' } | Get-ExecSession -ScenarioName 'Renewal at Risk'
        (@(Get-ServerRequest $server)[-1]).Parameters.scenario_ids | Should -Be $scenario.Id
    }

    It 'in the input has no effect: the ID decides' {
        $null = [pscustomobject] @{ ScenarioId = 's1'; ScenarioName = 'Renewal at Risk' } | Get-ExecSession
        (Get-SentQuery $server '/sessions').scenario_ids | Should -Be 's1'
    }

    It 'of a program filters assignments on the client' {
        $rows = Get-ExecAssignment -ProgramName '*onboarding*'
        $rows.ProgramName | Sort-Object -Unique | Should -Be 'New Hire Onboarding'
        Get-RequestPath | Sort-Object -Unique | Should -Be '/scenarios/assignments'
        $null = Get-ExecAssignment -ProgramName 'New Hire Onbording' -ErrorVariable problems -ErrorAction SilentlyContinue
        "$problems" | Should -BeLike "*'New Hire Onboarding'*"
    }

    It 'selects the scenarios of commands that write: <_>' -ForEach 'New-ExecAssignment', 'Grant-ExecScenarioAccess' {
        $values = @{ ScenarioName = 'renewal at r*'; UserEmail = 'mei.tanaka@larkfield.example' }
        if ($_ -eq 'New-ExecAssignment') { $values.DueDate = '2030-01-01' } else { $values.PermissionLevel = 'View' }
        $result = & $_ @values
        $result.ScenarioId | Should -Be $scenario.Id
        $result.ScenarioName | Should -Be 'Renewal at Risk'
    }

    It 'that is unmatched prevents a page from being created or changed' {
        New-ExecKnowledgePage -Title x -SkillName $skill.Name, 'No such skill' -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Set-ExecKnowledgePage -Id p1 -SkillName $skill.Name, 'No such skill' -ErrorVariable +problems -ErrorAction SilentlyContinue
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'ExecNameNotFound', 'ExecNameNotFound'
        (Get-ServerRequest $server).Method | Sort-Object -Unique | Should -Be 'GET'
    }
}

Describe 'A name without wildcards that matches nothing' {
    BeforeAll { Connect-Anew }

    It 'is a non-terminating error: <Command> -<Parameter>' -ForEach @(
        @{ Command = 'Get-ExecScenario'; Parameter = 'Name'; Name = 'Renewal at Rsk'; Similar = 'Renewal at Risk' }
        @{ Command = 'Get-ExecGroup'; Parameter = 'Name'; Name = 'sales'; Similar = 'Sales Leadership' }
        @{ Command = 'Get-ExecCollection'; Parameter = 'Name'; Name = 'Leaderhsip'; Similar = 'Leadership' }
        @{ Command = 'Get-ExecSkill'; Parameter = 'Name'; Name = 'Activ Listening'; Similar = 'Active Listening' }
        @{ Command = 'Get-ExecMember'; Parameter = 'Name'; Name = 'Mei Tanka'; Similar = 'Mei*Tanaka' }
        @{ Command = 'Get-ExecMember'; Parameter = 'Email'; Name = 'mei.tanaak@larkfield.example'; Similar = 'mei.tanaka@larkfield.example' }
    ) {
        $values = @{ $Parameter = $Name }
        & $Command @values -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem = $problems | ConvertFrom-ErrorRecord
        $problem.Id, $problem.Category, $problem.Target | Should -Be 'ExecNameNotFound', 'ObjectNotFound', $Name
        $problem.Message | Should -BeLike "*'$Similar'*"
    }

    It 'is no error if it has wildcards, like in Get-Process' {
        Get-ExecScenario 'No such*' -ErrorVariable problems | Should -BeNullOrEmpty
        $problems | Should -BeNullOrEmpty
    }

    It 'is no error if the list isn''t read to its end' {
        $null = Get-ExecScenario 'Renewal at Risk', 'No such name' -First 1 -ErrorVariable problems
        $problems | Should -BeNullOrEmpty
    }

    It 'is rejected in a text search if it has wildcards: <_>' -ForEach 'Get-ExecKnowledgeFolder', 'Get-ExecKnowledgePage', 'Get-ExecKnowledgeSource' {
        $problem = Get-ErrorOf { & $_ -Query '*pric*' }
        $problem.Id | Should -Be 'ParameterArgumentValidationError'
        $problem.Message | Should -BeLike '*searches for text*'
    }
}

Describe 'A name in a row' {
    BeforeEach { Connect-Anew }

    It 'is taken from items read in the session: <Command>' -ForEach @(
        @{ Command = 'Get-ExecScenarioAnalytics' }, @{ Command = 'Get-ExecScenarioParticipant' }, @{ Command = 'Get-ExecScenarioAccess' }
    ) {
        $other = Get-Mandatory $Command
        (& $Command @other -ScenarioId $scenario.Id)[0].ScenarioName | Should -BeNullOrEmpty
        $null = Get-ExecScenario
        Reset-TestServer $server
        (& $Command @other -ScenarioId $scenario.Id)[0].ScenarioName | Should -Be 'Renewal at Risk'
        @(Get-ServerRequest $server).Count | Should -Be 1
    }

    It 'is taken from the input, such as the row of a file: <Command>' -ForEach @(
        @{ Command = 'Get-ExecScenarioAnalytics' }, @{ Command = 'Get-ExecScenarioParticipant' }, @{ Command = 'Get-ExecScenarioAccess' }
    ) {
        $other = Get-Mandatory $Command
        $row = $scenario | ConvertTo-Csv | ConvertFrom-Csv
        ($row | & $Command @other)[0].ScenarioName | Should -Be 'Renewal at Risk'
        @(Get-ServerRequest $server).Count | Should -Be 1
    }

    It 'of a skill is taken from the input' {
        ($skill | ConvertTo-Csv | ConvertFrom-Csv | Get-ExecSkillProficiency -First 1).SkillName | Should -Be $skill.Name
        ([pscustomobject] @{ SkillId = $skill.Id; SkillName = 'x' } | Get-ExecSkillProficiency -First 1).SkillName | Should -Be $skill.Name
    }
}

Describe 'Get-ExecGroupMember' {
    BeforeEach { Connect-Anew }

    It 'writes pairs of group and member, with one list per group' {
        $groups = Get-ExecGroup 'Sales*'
        Reset-TestServer $server
        $pairs = $groups | Get-ExecGroupMember
        @(Get-ServerRequest $server).ForEach({ $_.Parameters.group_ids }) | Should -Be $groups.Id
        foreach ($group in $groups) {
            $members = Get-ExecMember -GroupId $group.Id
            $rows = @($pairs | Where-Object GroupId -EQ $group.Id)
            $rows.UserId | Should -Be $members.Id
            $rows.UserEmail | Should -Be $members.Email
            $rows.UserName | Should -Be $members.Name
            $rows.Role | Should -Be $members.Role
            $rows.GroupName | Sort-Object -Unique | Should -Be $group.Name
        }
    }

    It 'writes a member of several groups once for each' {
        $group = (Get-ExecGroup -First 1).Id
        Set-ServerRow $server -Path '/workspace/members' -Row @{ id = 'u1'; email = 'a@b.example' } -Times 2
        (Get-ExecGroupMember -GroupId $group, 'g2').GroupId | Should -Be $group, 'g2'
    }

    It 'gets the members of all groups by default' {
        $all = Get-ExecGroupMember
        $all.GroupName | Sort-Object -Unique | Should -Be ((Get-ExecGroup).Name | Sort-Object)
    }

    It 'goes on to commands that take users' {
        $users = (Get-ExecGroupMember -GroupName 'Sales*').UserId | Sort-Object -Unique
        $rows = Get-ExecGroup 'Sales*' | Get-ExecGroupMember | Get-ExecAssignment
        $rows.UserId | Sort-Object -Unique | Where-Object { $_ -notin $users } | Should -BeNullOrEmpty
        $rows.Count | Should -Be @(Get-ExecAssignment | Where-Object UserId -In $users).Count
    }

    It 'rejects an input object without a group, instead of getting all groups' {
        [pscustomobject] @{ GroupId = '' } | Get-ExecGroupMember -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'ExecInputEmpty'
        Get-RequestPath | Should -BeNullOrEmpty
    }
}

Describe 'An assignment' {
    BeforeAll { Connect-Anew }

    It 'has DaysOverdue <Days>: <Status>, due <Hours> hours ago' -ForEach @(
        @{ Status = 'past_due'; Hours = 49; Days = 2 }
        @{ Status = 'past_due'; Hours = 23; Days = 0 }
        @{ Status = 'past_due'; Hours = -1; Days = 0 }
        @{ Status = 'completed'; Hours = 49; Days = $null }
        @{ Status = 'past_due'; Hours = $null; Days = $null }
    ) {
        $due = if ($null -ne $Hours) { [datetime]::UtcNow.AddHours(-$Hours).ToString('yyyy-MM-ddTHH:mm:ssZ') }
        Set-ServerRow $server -Row @{ id = 'a1'; status = $Status; due_date = $due }
        (Get-ExecAssignment).DaysOverdue | Should -Be $Days
    }

    It 'has AttemptsLeft <Left>: <Count> of <Max>' -ForEach @(
        @{ Max = 3; Count = 1; Left = 2 }, @{ Max = 3; Count = 5; Left = 0 }, @{ Max = 3; Count = $null; Left = 3 }, @{ Max = $null; Count = 1; Left = $null }
    ) {
        Set-ServerRow $server -Row @{ id = 'a1'; attempt_max = $Max; attempt_count = $Count }
        (Get-ExecAssignment).AttemptsLeft | Should -Be $Left
    }
}

Describe 'Tab' {
    BeforeAll {
        Connect-Anew
        $null = Get-ExecScenario; Get-ExecGroup; Get-ExecSkill; Get-ExecCollection; Get-ExecAssignment

        function Get-Offer([string] $Line) {
            (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
        }
    }

    It 'inserts the name, quoted if necessary: <Command> -<Kind>Name' -ForEach $pairs {
        $name = $existing[$Kind].Name
        $offer = Get-Offer "$Command -${Kind}Name $($name.Split(' ')[0])" | Where-Object ListItemText -EQ $name
        # The inserted text matches the name.
        $name | Should -BeLike (Invoke-Expression "Write-Output $($offer.CompletionText)")
    }

    It 'explains the statuses as about_ExecPS_Objects does: <Command> -Status' -ForEach @(
        @{ Command = 'Get-ExecAssignment'; Count = 5 }, @{ Command = 'Get-ExecKnowledgePage'; Count = 3 }, @{ Command = 'Get-ExecKnowledgeSource'; Count = 4 }
    ) {
        $page = Get-Content (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'docs/en-US/about_ExecPS_Objects.md') -Raw
        $offers = Get-Offer "$Command -Status "
        $offers.Count | Should -Be $Count
        foreach ($offer in $offers) { $page | Should -Match "\| ``$($offer.CompletionText)`` \| ``\w+`` \| $([regex]::Escape($offer.ToolTip)) \|" }
    }
}
