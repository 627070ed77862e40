# Pipelines of several commands: which properties bind to which parameters, the resulting rows, and the number of requests.

BeforeDiscovery {
    # The property names that bind: those that contain the kind of the item.
    $carries = [ordered]@{
        Assignment           = 'UserId', 'UserEmail', 'ScenarioId', 'ProgramId'
        Collection           = @('CollectionId')
        Workspace            = @()
        Member               = 'UserId', 'UserEmail'
        Group                = @('GroupId')
        GroupMember          = 'GroupId', 'UserId', 'UserEmail'
        Scenario             = @('ScenarioId')
        ScenarioAccess       = 'ScenarioId', 'UserEmail'
        ScenarioAnalytics    = @('ScenarioId')
        ScenarioParticipant  = 'ScenarioId', 'UserId', 'UserEmail'
        ScenarioJob          = 'JobId', 'ScenarioId'
        ScenarioJobResult    = @('ScenarioId')
        Session              = 'SessionId', 'UserId', 'UserEmail', 'ScenarioId'
        SessionDetail        = 'SessionId', 'UserId', 'UserEmail', 'ScenarioId'
        TranscriptLine       = @('SessionId')
        EvaluationRow        = 'SessionId', 'UserEmail'
        Skill                = @('SkillId')
        SkillRef             = @('SkillId')
        SkillProficiency     = 'SkillId', 'UserId', 'UserEmail'
        KnowledgeFolder      = @('FolderId')
        KnowledgeFolderRef   = @('FolderId')
        KnowledgePage        = @('PageId')
        KnowledgePageDetail  = @('PageId')
        KnowledgePageVersion = @('PageId')
        KnowledgeSource      = @('SourceId')
        KnowledgeSkillRef    = @('SkillId')
        User                 = 'UserId', 'UserEmail'
        ScenarioRef          = @('ScenarioId')
        ProgramRef           = @('ProgramId')
    }

    # The properties that commands accept from objects.
    $takes = [ordered]@{
        'Get-ExecAssignment'           = 'UserId', 'UserEmail', 'ScenarioId', 'ProgramId'
        'Get-ExecCollection'           = @()
        'Get-ExecConnection'           = @()
        'Get-ExecGroup'                = @()
        'Get-ExecGroupMember'          = @('GroupId')
        'Get-ExecKnowledgeFolder'      = @('FolderId')
        'Get-ExecKnowledgePage'        = 'PageId', 'FolderId', 'SkillId'
        'Get-ExecKnowledgePageVersion' = @('PageId')
        'Get-ExecKnowledgeSource'      = 'SourceId', 'FolderId', 'PageId'
        'Get-ExecMember'               = @('GroupId')
        'Get-ExecScenario'             = 'SkillId', 'CollectionId'
        'Get-ExecScenarioAccess'       = 'ScenarioId', 'UserEmail'
        'Get-ExecScenarioAnalytics'    = 'ScenarioId', 'UserId', 'UserEmail', 'GroupId'
        'Get-ExecScenarioJob'          = @('JobId')
        'Get-ExecScenarioParticipant'  = 'ScenarioId', 'UserId', 'UserEmail', 'GroupId'
        'Get-ExecSession'              = 'SessionId', 'UserId', 'UserEmail', 'ScenarioId', 'CollectionId', 'SkillId', 'ProgramId', 'GroupId'
        'Get-ExecSkill'                = @()
        'Get-ExecSkillProficiency'     = 'SkillId', 'UserId', 'UserEmail', 'GroupId'
        'Get-ExecWorkspace'            = @()
    }

    $commands = foreach ($command in $takes.Keys) { @{ Command = $command; Takes = $takes[$command] } }
    $pairs = foreach ($type in $carries.Keys) {
        foreach ($command in $takes.Keys) {
            @{ Type = $type; Command = $command; Carries = $carries[$type]; Binds = @($carries[$type] | Where-Object { $_ -in $takes[$command] }) }
        }
    }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 300
    $null = Connect-TestServer $server

    # The properties that a command accepts from objects, according to its parameters.
    function Get-PipelineParameter([string] $Command) {
        (Get-Command $Command).Parameters.Values | Where-Object { $_.Attributes | Where-Object { $_ -is [Parameter] -and $_.ValueFromPipelineByPropertyName } }
    }

    # The value of an object that binds to a parameter.
    function Get-BoundValue($Object, [string] $Name) {
        if ($Name -eq 'UserEmail' -and $null -eq $Object.psobject.Properties[$Name]) { $Object.Email } else { $Object.$Name }
    }

    # An object as it is read from a file or a database.
    function ConvertTo-Form($Object, [string] $Form) {
        if ($Form -eq 'Csv') { return $Object | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv }
        if ($Form -eq 'Clixml') {
            $file = Join-Path $TestDrive 'object.xml'
            $Object | Export-Clixml $file
            return Import-Clixml $file
        }

        $table = [Data.DataTable]::new()
        $names = $Object.psobject.Properties.Name
        foreach ($name in $names) { $null = $table.Columns.Add($name, [string]) }
        $row = $table.NewRow()
        foreach ($name in $names) { $row[$name] = if ($null -eq $Object.$name) { [DBNull]::Value } else { "$($Object.$name)" } }
        $table.Rows.Add($row)
        $table.Rows[0]
    }

    # The number of requests since the last reset.
    function Get-RequestCount { @(Get-ServerRequest $server).Count }
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'The pipeline input of a command' {
    It 'of <Command> is: <Takes>' -ForEach $commands {
        $parameters = @(Get-PipelineParameter $Command)
        $parameters.Name | Sort-Object | Should -Be ($Takes | Sort-Object)
        # A name without the kind would bind to any object. Only email addresses also have their usual names.
        foreach ($parameter in $parameters) { $parameter.Aliases | Should -Be $(if ($parameter.Name -eq 'UserEmail') { 'Email', 'Mail' }) }
        $parameters.Name | Where-Object { $_ -in 'Id', 'Name', 'Email', 'Title', 'Slug' } | Should -BeNullOrEmpty
    }

    It 'nothing takes objects whole, but for the names in them' {
        foreach ($command in Get-Command -Module ExecPS -Verb Get) {
            ($command.Parameters.Values | Where-Object Name -NE 'InputObject').Attributes | Where-Object { $_ -is [Parameter] -and $_.ValueFromPipeline } | Should -BeNullOrEmpty
        }
    }

    It 'is tested for every Get command' {
        (Get-Command -Module ExecPS -Verb Get).Name | Sort-Object | Should -Be ($commands.Command | Sort-Object)
    } -ForEach @{ Commands = $commands }
}

Describe 'Each type piped to each command' {
    BeforeAll {
        $scenario = Get-ExecScenario -First 1
        $session = Get-ExecSession -Rank Gold -First 1
        $detail = $session | Get-ExecSession -IncludeTranscript -IncludeEvaluation
        $page = Get-ExecKnowledgePage | Where-Object { $_.Skills -and $_.Folders } | Select-Object -First 1
        $assignment = Get-ExecAssignment | Where-Object Program | Select-Object -First 1
        $skill = Get-ExecSkill -First 1
        $job = Get-ExecScenarioJob jobcompleted
        $samples = @{
            Assignment           = $assignment
            Collection           = Get-ExecCollection -First 1
            Workspace            = Get-ExecWorkspace
            Member               = Get-ExecMember -First 1
            Group                = Get-ExecGroup -First 1
            GroupMember          = Get-ExecGroupMember -First 1
            Scenario             = $scenario
            ScenarioAccess       = Get-ExecMember -First 1 | ForEach-Object { Get-ExecScenarioAccess -ScenarioId $scenario.Id -UserEmail $_.Email }
            ScenarioAnalytics    = $scenario | Get-ExecScenarioAnalytics
            ScenarioParticipant  = [pscustomobject]@{ ScenarioId = $session.ScenarioId } | Get-ExecScenarioParticipant -First 1
            ScenarioJob          = $job
            ScenarioJobResult    = $job.Scenario
            Session              = $session
            SessionDetail        = $detail
            TranscriptLine       = $detail.Transcript[0]
            EvaluationRow        = $detail.EvaluationRows[0]
            Skill                = $skill
            SkillRef             = (Get-ExecScenario -IncludeSkill | Where-Object Skills | Select-Object -First 1).Skills[0]
            SkillProficiency     = $skill | Get-ExecSkillProficiency -First 1
            KnowledgeFolder      = Get-ExecKnowledgeFolder -First 1
            KnowledgeFolderRef   = $page.Folders[0]
            KnowledgePage        = $page
            KnowledgePageDetail  = $page | Get-ExecKnowledgePage
            KnowledgePageVersion = $page | Get-ExecKnowledgePageVersion -First 1
            KnowledgeSource      = Get-ExecKnowledgeSource -First 1
            KnowledgeSkillRef    = $page.Skills[0]
            User                 = $assignment.User
            ScenarioRef          = $assignment.Scenario
            ProgramRef           = $assignment.Program
        }

        # The existing IDs by kind, to detect the ID of another kind in any property.
        $known = @{
            UserId       = @((Get-ExecMember).Id; (Get-ExecSession).UserId)
            UserEmail    = @((Get-ExecMember).Email; (Get-ExecSession).UserEmail)
            ScenarioId   = (Get-ExecScenario -IncludeArchived).Id
            ProgramId    = (Get-ExecAssignment).ProgramId
            CollectionId = (Get-ExecCollection).Id
            GroupId      = (Get-ExecGroup).Id
            SessionId    = (Get-ExecSession).Id
            SkillId      = (Get-ExecSkill).Id
            FolderId     = (Get-ExecKnowledgeFolder).Id
            PageId       = (Get-ExecKnowledgePage).Id
            SourceId     = (Get-ExecKnowledgeSource).Id
            JobId        = @('jobcompleted')
        }

        # The parameters of each request that contain IDs.
        $queryNames = @{
            user_ids = 'UserId'; user_emails = 'UserEmail'; scenario_ids = 'ScenarioId'; program_ids = 'ProgramId'; collection_ids = 'CollectionId'; group_ids = 'GroupId'
            skill_ids = 'SkillId'; folder_ids = 'FolderId'; page_ids = 'PageId'
        }
    }

    BeforeEach { Reset-TestServer $server }

    It 'binds the expected properties: <Type> to <Command> (<Binds>)' -ForEach $pairs {
        $sample = $samples[$Type]
        $sample | Should -Not -BeNullOrEmpty
        $sample.GetType().Name | Should -Be $Type

        $parameters = @(Get-PipelineParameter $Command)
        $bound = @($parameters | Where-Object { @($_.Name; $_.Aliases) | Where-Object { $null -ne $sample.psobject.Properties[$_] } } | ForEach-Object Name)
        $bound | Sort-Object | Should -Be ($Binds | Sort-Object)
        foreach ($name in $bound) { $known[$name] | Should -Contain (Get-BoundValue $sample $name) -Because "$name of $Type is an ID of that kind" }

        $null = $sample | & $Command -ErrorAction SilentlyContinue -ErrorVariable problems
        $requests = @(Get-ServerRequest $server)
        $expected = @(($problems | ConvertFrom-ErrorRecord).Id) + @($requests.Url | Sort-Object)
        if (-not $Binds) {
            ($problems | ConvertFrom-ErrorRecord).Id | Sort-Object -Unique | Should -BeIn 'InputObjectNotBound', 'InputObjectMissingMandatory', 'ExecInputEmpty'
            $requests | Should -BeNullOrEmpty
        }

        # Every request contains only the object's own IDs, each as its kind.
        foreach ($request in $requests) {
            foreach ($name in @($request.Parameters.Keys | Where-Object { $queryNames.ContainsKey($_) })) { $request.Parameters[$name] | Should -Be (Get-BoundValue $sample $queryNames[$name]) }
        }

        # A row of a CSV file, a row of a database, and an exported object send the same requests. Prefetched pages can arrive in any order.
        foreach ($form in 'Csv', 'DataRow', 'Clixml') {
            Reset-TestServer $server
            $null = ConvertTo-Form $sample $form | & $Command -ErrorAction SilentlyContinue -ErrorVariable problems
            @(($problems | ConvertFrom-ErrorRecord).Id) + @((Get-ServerRequest $server).Url | Sort-Object) | Should -Be $expected -Because "a $form row is the same"
        }
    }
}

Describe 'A pipeline' {
    BeforeEach { Reset-TestServer $server }

    It 'finds the overdue assignments of the members of groups' {
        $got = @(Get-ExecGroup 'Sales*' | Get-ExecMember | Get-ExecAssignment -Status PastDue)
        $requests = @(Get-ServerRequest $server)

        $people = (Get-ExecGroup 'Sales*' | ForEach-Object { Get-ExecMember -GroupId $_.Id }).Id | Sort-Object -Unique
        $expected = @(Get-ExecAssignment | Where-Object { $_.Status -eq 'PastDue' -and $_.UserId -in $people })
        $expected.Count | Should -BeGreaterThan 0
        $got.Id | Sort-Object | Should -Be ($expected.Id | Sort-Object)

        # One request for the groups, one for the members of all groups, and as few for the assignments as the URLs allow.
        @($requests | Where-Object Path -EQ '/rest/v1/workspace/groups').Count | Should -Be 1
        $members = @($requests | Where-Object Path -EQ '/rest/v1/workspace/members')
        @($members.Parameters.group_ids | Sort-Object -Unique).Count | Should -Be 1
        $query = @($requests | Where-Object Path -EQ '/rest/v1/scenarios/assignments')
        $query.Count | Should -BeLessOrEqual ([Math]::Ceiling($people.Count / 20) + 2)
        $query.Parameters.status | Sort-Object -Unique | Should -Be 'past_due'
    }

    It 'gets the analytics of the scenarios of a collection, one request per scenario, in order' {
        $got = @(Get-ExecCollection Discovery | Get-ExecScenario | Get-ExecScenarioAnalytics)
        $count = Get-RequestCount

        $collection = Get-ExecCollection Discovery
        $scenarios = @(Get-ExecScenario -CollectionId $collection.Id)
        $scenarios.Count | Should -Be $collection.ScenarioCount
        $got.ScenarioId | Should -Be $scenarios.Id
        $count | Should -Be (2 + $scenarios.Count)
        foreach ($row in $got) {
            $sessions = @(Get-ExecSession -ScenarioId $row.ScenarioId | Where-Object IsValidAttempt)
            $row.TotalSessions | Should -Be $sessions.Count
        }
    }

    It 'finds the users who need work in each skill, one list per skill' {
        $got = @(Get-ExecSkill | Get-ExecSkillProficiency | Where-Object Tier -EQ NeedsWork)
        $requests = @(Get-ServerRequest $server)

        $skills = @(Get-ExecSkill)
        $expected = foreach ($skill in $skills) { Get-ExecSkillProficiency $skill.Id | Where-Object { $null -ne $_.Score -and $_.Score -lt 50 } }
        $expected.Count | Should -BeGreaterThan 0
        $got | ForEach-Object { "$($_.SkillId) $($_.UserId)" } | Should -Be ($expected | ForEach-Object { "$($_.SkillId) $($_.UserId)" })
        ($requests.Path -like '*/proficiency' | Sort-Object -Unique).Count | Should -Be $skills.Count
    }

    It 'finds the Gold sessions of the last 30 days for the scenarios of an owner' {
        $owner = (Get-ExecScenario | Group-Object OwnerEmail | Sort-Object Count -Descending | Select-Object -First 1).Name
        $after = (Get-Date).AddDays(-30)
        Reset-TestServer $server
        $got = @(Get-ExecScenario -OwnerEmail $owner | Get-ExecSession -After $after -Rank Gold)
        $requests = @(Get-ServerRequest $server)

        $scenarios = Get-ExecScenario | Where-Object OwnerEmail -EQ $owner
        # The API's times have whole seconds.
        $expected = @(Get-ExecSession | Where-Object { $_.ScenarioId -in $scenarios.Id -and $_.Rank -eq 'Gold' -and $_.CreatedAt -ge $after.AddSeconds(-1) })
        $expected.Count | Should -BeGreaterThan 0
        $got.Id | Should -Be $expected.Id
        # One request for the scenarios, and one for each 100 sessions.
        $requests.Count | Should -Be (1 + [Math]::Ceiling($expected.Count / 100))
        @($requests | Where-Object Path -EQ '/rest/v1/sessions').Parameters.scenario_ids | Sort-Object -Unique | Should -Be ($scenarios.Id -join ',')
    }

    It 'gets the transcripts of a list of sessions, one request per item' {
        $got = @(Get-ExecSession -Rank Gold -First 3 | Get-ExecSession -IncludeTranscript)
        Get-RequestCount | Should -Be 4
        $got.Id | Should -Be (Get-ExecSession -Rank Gold -First 3).Id
        $got | ForEach-Object { $_.Transcript.Count | Should -BeGreaterThan 0 }
    }

    It 'from a skill to its scenarios and their sessions returns the same as the filter for the skill' {
        $skill = Get-ExecSkill Negotiation
        $around = $skill | Get-ExecScenario -IncludeArchived | Get-ExecSession
        $straight = $skill | Get-ExecSession
        @($straight).Count | Should -BeGreaterThan 0
        $around.Id | Sort-Object | Should -Be ($straight.Id | Sort-Object)
    }

    It 'from a group to its sessions returns the sessions of its members' {
        $group = Get-ExecGroup 'Sales*' | Select-Object -First 1
        $straight = $group | Get-ExecSession -Rank Gold
        $around = $group | Get-ExecMember | Get-ExecSession -Rank Gold
        @($straight).Count | Should -BeGreaterThan 0
        $around.Id | Sort-Object | Should -Be ($straight.Id | Sort-Object)
    }

    It 'from assignments to their sessions keeps user and scenario together' {
        $some = Get-ExecAssignment -Status Completed -First 3 | Select-Object UserId, ScenarioId
        $got = $some | Get-ExecSession
        $expected = foreach ($pair in $some) { Get-ExecSession -UserId $pair.UserId -ScenarioId $pair.ScenarioId }
        @($expected).Count | Should -BeGreaterThan 0
        $got.Id | Sort-Object | Should -Be ($expected.Id | Sort-Object -Unique)
    }
}
