# The formatted output of the views.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)

    # The response to Invoke-ExecRequest, and files, have no view of the module.
    $writers = (Get-Command -Module ExecPS | Where-Object { $_.OutputType.Name -like 'ExecPS.*' }).Name
    $hasStyle = $PSVersionTable.PSVersion.Major -ge 7
    $types = @(
        @{ Type = 'ExecPS.Client.Models.Assignment' }
        @{ Type = 'ExecPS.Client.Models.Collection' }
        @{ Type = 'ExecPS.Client.Models.Member' }
        @{ Type = 'ExecPS.Client.Models.Group' }
        @{ Type = 'ExecPS.Client.Models.Scenario' }
        @{ Type = 'ExecPS.Client.Models.SkillRef' }
        @{ Type = 'ExecPS.Client.Models.ScenarioAccess' }
        @{ Type = 'ExecPS.Client.Models.ScenarioPermissions' }
        @{ Type = 'ExecPS.Client.Models.ScenarioAnalytics' }
        @{ Type = 'ExecPS.Client.Models.RankCount' }
        @{ Type = 'ExecPS.Client.Models.ScenarioParticipant' }
        @{ Type = 'ExecPS.Client.Models.Workspace' }
        @{ Type = 'ExecPS.Client.Models.User' }
        @{ Type = 'ExecPS.Client.Models.ScenarioRef' }
        @{ Type = 'ExecPS.Client.Models.ProgramRef' }
        @{ Type = 'ExecPS.Client.Models.KnowledgeFolder' }
        @{ Type = 'ExecPS.Client.Models.KnowledgePage' }
        @{ Type = 'ExecPS.Client.Models.KnowledgePageDetail'; First = 'ListControl' }
        @{ Type = 'ExecPS.Client.Models.KnowledgePageDraft' }
        @{ Type = 'ExecPS.Client.Models.KnowledgePageVersion' }
        @{ Type = 'ExecPS.Client.Models.KnowledgeSource' }
        @{ Type = 'ExecPS.Client.Models.KnowledgeFolderRef' }
        @{ Type = 'ExecPS.Client.Models.KnowledgeSkillRef' }
        @{ Type = 'ExecPS.Connections.ExecConnection' }
        @{ Type = 'ExecPS.Client.Models.Session' }
        @{ Type = 'ExecPS.Client.Models.SessionDetail'; First = 'ListControl' }
        @{ Type = 'ExecPS.Client.Models.TranscriptLine' }
        @{ Type = 'ExecPS.Client.Models.EvaluationRow' }
        @{ Type = 'ExecPS.Client.Models.EvaluationCriterion' }
        @{ Type = 'ExecPS.Client.Models.EvaluationItem' }
        @{ Type = 'ExecPS.Client.Models.FeedbackExample' }
        @{ Type = 'ExecPS.Client.Models.Skill' }
        @{ Type = 'ExecPS.Client.Models.SkillProficiencySummary' }
        @{ Type = 'ExecPS.Client.Models.SkillProficiency' }
        @{ Type = 'ExecPS.Client.Models.ScenarioJob' }
        @{ Type = 'ExecPS.Client.Models.ScenarioJobResult' }
        @{ Type = 'ExecPS.Client.Models.ScenarioJobError' }
        @{ Type = 'ExecPS.Client.Models.ScenarioAccessGrant' }
        @{ Type = 'ExecPS.Client.Models.StudioSession' }
        @{ Type = 'ExecPS.Export.ExportedFile' }
    )
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 300
    $null = Connect-TestServer $server
    $escape = [char] 27

    # The content of the screen, 120 columns wide, without blank lines around it.
    function Get-Rendered([Parameter(ValueFromPipeline)] $InputObject) {
        begin { $items = @() }
        process { $items += $InputObject }
        end { ($items | Out-String -Width 120) -split '\r?\n' | Where-Object { $_.Trim() } }
    }

    # The header lines of a table.
    function Get-Header($Lines) {
        (Remove-Color $Lines[0]).Trim() -split '\s+'
    }

    # Objects of each type that a command writes or that its output contains.
    $someAssignment = Get-ExecAssignment | Where-Object Program | Select-Object -First 1
    $someScenario = Get-ExecScenario -First 1 -IncludeSkill
    $someAccess = $someScenario | Get-ExecScenarioAccess -UserEmail mei.tanaka@larkfield.example
    $someFigures = $someScenario | Get-ExecScenarioAnalytics
    $somePage = Get-ExecKnowledgePage -Query 'kick-off'
    $someSession = Get-ExecSession -Rank Gold -First 1 | Get-ExecSession -IncludeTranscript -IncludeEvaluation
    $someSkill = Get-ExecSkill -IncludeProficiency -First 1
    $someJob, $someFailedJob = Get-ExecScenarioJob jobcompleted, jobfailed001
    $samples = @{
        'ExecPS.Client.Models.Session' = Get-ExecSession -First 1
        'ExecPS.Client.Models.SessionDetail' = $someSession
        'ExecPS.Client.Models.TranscriptLine' = $someSession.Transcript[0]
        'ExecPS.Client.Models.EvaluationRow' = $someSession.EvaluationRows[0]
        'ExecPS.Client.Models.EvaluationCriterion' = $someSession.Evaluations[0]
        'ExecPS.Client.Models.EvaluationItem' = $someSession.Evaluations[0].Items[0]
        'ExecPS.Client.Models.FeedbackExample' = $someSession.EvaluationRows.Examples | Select-Object -First 1
        'ExecPS.Client.Models.Skill' = $someSkill
        'ExecPS.Client.Models.SkillProficiencySummary' = $someSkill.ProficiencySummary
        'ExecPS.Client.Models.SkillProficiency' = $someSkill | Get-ExecSkillProficiency -First 1
        'ExecPS.Client.Models.ScenarioJob' = $someJob
        'ExecPS.Client.Models.ScenarioJobResult' = $someJob.Scenario
        'ExecPS.Client.Models.ScenarioJobError' = $someFailedJob.Error
        'ExecPS.Client.Models.ScenarioAccessGrant' = $someScenario | Grant-ExecScenarioAccess -UserEmail mei.tanaka@larkfield.example -PermissionLevel View
        'ExecPS.Client.Models.StudioSession' = New-ExecStudioSession -UserEmail mei.tanaka@larkfield.example -Prompt 'A cold call'
        'ExecPS.Client.Models.Assignment'  = $someAssignment
        'ExecPS.Client.Models.Collection'  = Get-ExecCollection -First 1
        'ExecPS.Client.Models.Member' = Get-ExecMember -First 1
        'ExecPS.Client.Models.Group' = Get-ExecGroup -First 1
        'ExecPS.Client.Models.GroupMember' = Get-ExecGroupMember -GroupName 'Sales*' -First 1
        'ExecPS.Client.Models.Scenario' = $someScenario
        'ExecPS.Client.Models.SkillRef' = $someScenario.Skills[0]
        'ExecPS.Client.Models.ScenarioAccess' = $someAccess
        'ExecPS.Client.Models.ScenarioPermissions' = $someAccess.Permissions
        'ExecPS.Client.Models.ScenarioAnalytics' = $someFigures
        'ExecPS.Client.Models.RankCount' = $someFigures.ScoreDistribution[0]
        'ExecPS.Client.Models.ScenarioParticipant' = $someScenario | Get-ExecScenarioParticipant -First 1
        'ExecPS.Client.Models.Workspace'   = Get-ExecWorkspace
        'ExecPS.Client.Models.User'        = $someAssignment.User
        'ExecPS.Client.Models.ScenarioRef' = $someAssignment.Scenario
        'ExecPS.Client.Models.ProgramRef'  = $someAssignment.Program
        'ExecPS.Client.Models.KnowledgeFolder'      = Get-ExecKnowledgeFolder -Query playbooks
        'ExecPS.Client.Models.KnowledgePage'        = $somePage
        'ExecPS.Client.Models.KnowledgePageDetail'  = $somePage | Get-ExecKnowledgePage -IncludeDraft
        'ExecPS.Client.Models.KnowledgePageDraft'   = (Get-ExecKnowledgePage -Status Draft -First 1 | Get-ExecKnowledgePage -IncludeDraft).Draft
        'ExecPS.Client.Models.KnowledgePageVersion' = $somePage | Get-ExecKnowledgePageVersion -First 1
        'ExecPS.Client.Models.KnowledgeSource'      = Get-ExecKnowledgeSource -Status Ready -First 1
        'ExecPS.Client.Models.KnowledgeFolderRef'   = $somePage.Folders[0]
        'ExecPS.Client.Models.KnowledgeSkillRef'    = $somePage.Skills[0]
        'ExecPS.Connections.ExecConnection' = Get-ExecConnection
        'ExecPS.Export.ExportedFile' = Export-ExecWorkspace (Join-Path $TestDrive 'views') -Include Group
    }

    # An assignment with all values that a view shows.
    $full = @{
        id = 'asg1'; status = 'past_due'; due_date = '2026-03-01T12:00:00Z'; created_at = '2026-01-05T09:30:00Z'; best_score = 71.5; best_rank = 'bronze'
        rank_min = 'gold'; attempt_count = 2; attempt_min = 1; attempt_max = 5
        user = @{ id = 'u1'; email = 'jane@acme.com'; first_name = 'Jane'; last_name = 'Doe' }
        scenario = @{ id = 's1'; name = 'Discovery Call'; slug = 'discovery-call' }; program = @{ id = 'p1'; name = 'Onboarding' }
    }
    $rendering = if ($PSStyle) { $PSStyle.OutputRendering }
}

AfterAll {
    if ($rendering) { $PSStyle.OutputRendering = $rendering }
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'Every output type' {
    BeforeAll { if ($PSStyle) { $PSStyle.OutputRendering = 'PlainText' } }

    It '<Type> has a table and a list view' -ForEach $types {
        $views = Get-FormatData $Type -PowerShellVersion $PSVersionTable.PSVersion
        $controls = $views.FormatViewDefinition.Control | ForEach-Object { $_.GetType().Name }
        $controls | Should -Contain 'TableControl'
        $controls | Should -Contain 'ListControl'
        # The first view is the default.
        $controls[0] | Should -Be $(if ($First) { $First } else { 'TableControl' })
    }

    It '<Type> fits in 120 columns' -ForEach $types {
        $lines = $samples[$Type] | Format-Table | Get-Rendered
        $lines.Count | Should -BeGreaterOrEqual 3
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 120
    }

    It '<Type> shows all of its columns within 120' -ForEach $types {
        $name = $samples[$Type].psobject.TypeNames[0]
        $table = (Get-FormatData $name -PowerShellVersion $PSVersionTable.PSVersion).FormatViewDefinition.Control | Where-Object { $_.GetType().Name -eq 'TableControl' }
        $header = Get-Header ($samples[$Type] | Format-Table | Get-Rendered)
        $header.Count | Should -Be $table.Headers.Count
    }

    It '<Type> has complete columns in 80, as many as fit' -ForEach $types {
        $lines = ($samples[$Type] | Format-Table | Out-String -Width 80) -split '\r?\n' | Where-Object { $_.Trim() }
        # A column with space for only a letter or two would break its header into several lines.
        $lines[1] | Should -Match '^[- ]+$'
        (Get-Header $lines).Count | Should -Be (-split $lines[1]).Count
        foreach ($column in [regex]::Matches($lines[1], '-+')) { $lines[0].Substring($column.Index, $column.Length).Trim() | Should -Not -BeNullOrEmpty }
    }

    It '<Type> shows no type name' -ForEach $types {
        $samples[$Type] | Format-List | Get-Rendered | Where-Object { $_ -match 'ExecPS\.|System\.' } | Should -BeNullOrEmpty
        $samples[$Type] | Get-Rendered | Where-Object { $_ -match 'ExecPS\.|System\.' } | Should -BeNullOrEmpty
    }

    It 'includes the output of every command: <_>' -ForEach $writers {
        foreach ($type in (Get-Command $_).OutputType.Name) { $samples.Keys | Should -Contain $type }
    }
}

Describe 'The table of assignments' {
    BeforeAll {
        if ($PSStyle) { $PSStyle.OutputRendering = 'PlainText' }
        Set-ServerRow $server -Row $full, @{ id = 'asg2'; status = 'not_started'; attempt_count = 0; user = @{ id = 'u2'; email = 'bob@acme.com' } }
        $assignments = Get-ExecAssignment
        $lines = $assignments | Get-Rendered
    }

    It 'shows user, scenario, status, due date, and ranks' {
        Get-Header $lines | Should -Be 'User', 'Scenario', 'Status', 'Due', 'Score', 'Rank', 'Needs'
    }

    It 'shows the values' {
        $due = ([datetime] '2026-03-01T12:00:00Z').ToString('yyyy-MM-dd')
        ($lines[2] -split '\s{2,}') -join '|' | Should -Be "Jane Doe|Discovery Call|PastDue|$due|71.5 Bronze|Gold"
    }

    It 'shows nothing for null, and the email address of users without a name' {
        ($lines[3].TrimEnd() -split '\s{2,}') -join '|' | Should -Be 'bob@acme.com|NotStarted'
    }

    It 'has a row for each assignment, even with long names' {
        Set-ServerRow $server -Row @{ id = 'asg3'; status = 'did_not_pass'; best_score = 100; rank_min = 'silver'; attempt_count = 999; attempt_max = 1000; user = @{ first_name = 'N' * 80; last_name = 'x' }; scenario = @{ name = 'S' * 200 } }
        $long = Get-ExecAssignment | Get-Rendered
        $long.Count | Should -Be 3
        $long[2].Length | Should -BeLessOrEqual 120
        $long[2] | Should -BeLike '*DidNotPass*100*Silver'
    }
}

Describe 'The Scenario column' {
    It 'uses the space available: <_>' -ForEach 'Get-ExecAssignment', 'Get-ExecSession' {
        $name = 'A scenario with a long name that needs about eighty columns in a table of any kind'
        Set-ServerRow $server -Path $(if ($_ -eq 'Get-ExecSession') { '/sessions' } else { '/scenarios/assignments' }) -Row @{ id = 'x1'; user = @{ id = 'u1' }; scenario = @{ id = 's1'; name = $name } }
        $row = & $_
        $row | Out-String -Width 160 | Should -BeLike "*$name*"
        $row | Out-String -Width 80 | Should -BeLike '*A scenario with*'
    }
}

Describe 'A view' {
    It 'specifies a width for the first column of each table' {
        # Otherwise PowerShell ignores all widths, and shows nothing until it has all rows.
        [xml] $views = Get-Content (Join-Path (Get-ExecModulePath) 'ExecPS.Format.ps1xml') -Raw
        foreach ($table in $views.SelectNodes('//TableHeaders')) { $table.FirstChild.Width | Should -Match '^\d+$' -Because $table.ParentNode.ParentNode.Name }
    }

    It 'contains no script block' {
        foreach ($file in Get-ChildItem (Join-Path (Get-ExecModulePath) '*.ps1xml')) { Get-Content $file -Raw | Should -Not -Match '<Script' }
    }
}

Describe 'The list of an assignment' {
    BeforeAll {
        if ($PSStyle) { $PSStyle.OutputRendering = 'PlainText' }
        Set-ServerRow $server -Row $full
        $shown = (Get-ExecAssignment | Format-List | Get-Rendered) -replace '\s*:\s*', ': '
    }

    It 'shows <_>' -ForEach @(
        'Id: asg1', 'UserName: Jane Doe', 'UserEmail: jane@acme.com', 'ScenarioName: Discovery Call', 'ProgramName: Onboarding', 'Status: PastDue',
        'BestScore: 71.5', 'BestRank: Bronze', 'RankMin: Gold', 'AttemptCount: 2', 'AttemptMin: 1', 'AttemptMax: 5', 'UserId: u1', 'ScenarioId: s1', 'ProgramId: p1'
    ) {
        $shown | Should -Contain $_
    }
}

Describe 'The other tables' {
    BeforeAll { if ($PSStyle) { $PSStyle.OutputRendering = 'PlainText' } }

    It 'of collections shows name, size, creation date, and description' {
        $lines = Get-ExecCollection | Get-Rendered
        Get-Header $lines | Should -Be 'Name', 'Scenarios', 'Created', 'Description'
        $lines.Count | Should -Be 10
        $lines[2] | Should -BeLike 'Customer Success *7 20??-??-?? ??:?? Scenarios for customer success managers.'
    }

    It 'of members shows name, role, and date' {
        Set-ServerRow $server -Path '/workspace/members' -Row @{ id = 'm1'; email = 'jane@acme.com'; first_name = 'Jane'; last_name = 'Doe'; role = 'staff'; created_at = '2026-03-01T12:00:00Z' }, @{ id = 'm2'; email = 'bob@acme.com' }
        $lines = Get-ExecMember | Get-Rendered
        Get-Header $lines | Should -Be 'Name', 'Email', 'Role', 'Created', 'Id'
        ($lines[2] -split '\s{2,}') -join '|' | Should -Be "Jane Doe|jane@acme.com|Staff|$(([datetime] '2026-03-01T12:00:00Z').ToString('yyyy-MM-dd')) m1"
        ($lines[3] -split '\s{2,}') -join '|' | Should -Be 'bob@acme.com|bob@acme.com|m2'
    }

    It 'of groups shows name and date' {
        $lines = Get-ExecGroup | Get-Rendered
        Get-Header $lines | Should -Be 'Name', 'Created', 'Id'
        $lines.Count | Should -Be 8
        $lines[2] | Should -BeLike 'Sales Leadership * 20??-??-?? ??:?? ????????????'
    }

    It 'of scenarios shows difficulty, visibility, and owner, and the skills on request' {
        $lines = Get-ExecScenario -First 1 | Get-Rendered
        Get-Header $lines | Should -Be 'Name', 'Difficulty', 'Visibility', 'Owner', 'Created'
        $lines[2].TrimEnd() | Should -BeLike 'Handover from Sales to Customer Success *Easy *Workspace *Andre Quinn *20??-??-?? ??:??'
        foreach ($with in (Get-ExecScenario -First 1 -IncludeSkill), (Get-ExecScenario 'Handover*' -IncludeSkill)) {
            $lines = $with | Get-Rendered
            Get-Header $lines | Should -Be 'Name', 'Difficulty', 'Visibility', 'Skills'
            $lines[2] | Should -BeLike '* Active Lis*'
        }
    }

    It 'of access shows the permissions' {
        $lines = $someAccess | Get-Rendered
        Get-Header $lines | Should -Be 'User', 'ScenarioId', 'View', 'Share', 'Monitor', 'Edit'
        $lines[2] | Should -BeLike "mei.tanaka@larkfield.example *$($someScenario.Id) *True *False *False *False*"
        (Get-Header ($someAccess.Permissions | Get-Rendered)) | Should -Be 'View', 'Share', 'Monitor', 'Edit'
    }

    It 'of analytics shows participants, scores, progress, and ranks' {
        Add-ServerFault $server @{ path = 'analytics/summary'; fault = 'wrong_shape'; body = (ConvertTo-Json -Compress -Depth 4 @{
                    participant_count = 12; total_sessions = 345; average_best_score = 77.3; average_best_rank = 'silver'; average_lift_percentage = 15.2; total_practice_minutes = 1862
                    score_distribution = @(@{ rank = 'gold'; count = 7; percentage = 58.3 }, @{ rank = 'bronze'; count = 5; percentage = 41.7 }) }) }
        $figures = Get-ExecScenarioAnalytics s1
        $lines = $figures | Get-Rendered
        Get-Header $lines | Should -Be 'ScenarioId', 'Participants', 'Sessions', 'Score', 'Rank', 'Lift', 'Practice', 'Gold', 'Silver', 'Bronze', 'Unranked'
        ($lines[2].Trim() -split '\s+') -join '|' | Should -Be 's1|12|345|77.3|Silver|15.2|31:02:00|7|5'
        (($figures.ScoreDistribution | Get-Rendered)[2].Trim() -split '\s+') -join '|' | Should -Be 'Gold|7|58.3'
    }

    It 'of participants shows user, sessions, and scores' {
        Set-ServerRow $server -Path 'analytics/participants' -Row @{
            user = @{ id = 'u1'; email = 'jane@acme.com'; first_name = 'Jane'; last_name = 'Doe' }; session_count = 3; first_score = 40.5; first_rank = 'unranked'
            best_score = 91; best_rank = 'gold'; lift_percentage = 50.5; total_duration_seconds = 3934 }, @{ user = @{ email = 'bob@acme.com' }; session_count = 0 }
        $lines = Get-ExecScenarioParticipant s1 | Get-Rendered
        Get-Header $lines | Should -Be 'User', 'ScenarioId', 'Sessions', 'First', 'Best', 'Rank', 'Lift', 'Practice'
        ($lines[2].Trim() -split '\s{2,}') -join '|' | Should -Be 'Jane Doe|s1|3|40.5|91 Gold|50.5|1:05:34'
        ($lines[3].Trim() -split '\s{2,}') -join '|' | Should -Be 'bob@acme.com|s1|0'
    }

    It 'of a workspace shows name and address' {
        $lines = Get-ExecWorkspace | Get-Rendered
        Get-Header $lines | Should -Be 'Name', 'Id', 'UrlSlug', 'Created'
        $lines[2] | Should -BeLike 'Larkfield Instruments * larkfield-instruments *20??-??-?? ??:??'
    }

    It 'of connections shows the default and the number of requests, and only the end of the key' {
        $lines = Get-ExecConnection | Get-Rendered
        Get-Header $lines | Should -Be 'Name', 'Workspace', 'Key', 'Default', 'Requests', 'Address'
        $lines[2] | Should -BeLike "default *Larkfield Instruments *$([char] 0x2026)0000 True *$($server.BaseUri)/"
    }
}

Describe 'The tables of the Knowledge Hub' {
    BeforeAll {
        if ($PSStyle) { $PSStyle.OutputRendering = 'PlainText' }
        $author = @{ id = 'u1'; email = 'jane@acme.com'; first_name = 'Jane'; last_name = 'Doe' }
        function Get-Minute($Text) { ([datetime] $Text).ToString('yyyy-MM-dd HH:mm') }
    }

    BeforeEach { Reset-TestServer $server }

    It 'show visibility, number of pages, and parent of a folder' {
        Set-ServerRow $server -Path '/knowledge-hub/folders' -Row @{ id = 'f1'; name = 'Sales'; parent = 'f0'; visibility = 'workspace'; item_count = 12; subfolder_count = 3; updated_at = '2026-03-01T12:00:00Z' }
        $lines = Get-ExecKnowledgeFolder | Get-Rendered
        Get-Header $lines | Should -Be 'Name', 'Visibility', 'Pages', 'Subfolders', 'Updated', 'Id', 'Parent'
        $lines[2].Trim() -split '\s{2,}' | Should -Be 'Sales', 'Workspace', '12', "3 $(Get-Minute '2026-03-01T12:00:00Z') f1", 'f0'
    }

    It 'show status, owner, and folders of a page' {
        Set-ServerRow $server -Path '/knowledge-hub/pages' -Row @{
            id = 'p1'; title = 'Pricing'; status = 'published'; version = 4; source_count = 2; owner = $author; updated_at = '2026-03-01T12:00:00Z'
            folders = @(@{ id = 'f1'; name = 'Sales' }, @{ id = 'f2'; name = 'HQ' })
        }
        $lines = Get-ExecKnowledgePage | Get-Rendered
        Get-Header $lines | Should -Be 'Title', 'Status', 'Version', 'Sources', 'Owner', 'Updated', 'Folders'
        $lines[2].Trim() -split '\s{2,}' | Should -Be 'Pricing', 'Published', '4', '2 Jane Doe', "$(Get-Minute '2026-03-01T12:00:00Z') Sales; HQ"
    }

    It 'show change type, author, and date of a version' {
        Set-ServerRow $server -Path '/knowledge-hub/pages/p1/versions' -Row @{ version = 3; title = 'Pricing'; change_type = 'manual_edit'; created_by = $author; created_at = '2026-03-01T12:00:00Z' }
        $lines = Get-ExecKnowledgePageVersion p1 | Get-Rendered
        Get-Header $lines | Should -Be 'Title', 'Version', 'Change', 'By', 'Created', 'PageId'
        $lines[2].Trim() -split '\s{2,}' | Should -Be 'Pricing', '3 ManualEdit', 'Jane Doe', "$(Get-Minute '2026-03-01T12:00:00Z') p1"
    }

    It 'show type, status, and length of a source' {
        Set-ServerRow $server -Path '/knowledge-hub/sources' -Row @{
            id = 's1'; title = 'Notes'; source_type = 'google_drive'; status = 'ready'; token_count = 1234; folders = @(@{ id = 'f1'; name = 'Sales' }); created_by = $author; created_at = '2026-03-01T12:00:00Z'
        }
        $lines = Get-ExecKnowledgeSource | Get-Rendered
        Get-Header $lines | Should -Be 'Title', 'Type', 'Status', 'Tokens', 'By', 'Created', 'Folders'
        $lines[2].Trim() -split '\s{2,}' | Should -Be 'Notes', 'GoogleDrive Ready', '1234 Jane Doe', "$(Get-Minute '2026-03-01T12:00:00Z') Sales"
    }

    It 'have one line for a page in a list, and all lines of its content for a page requested by ID' {
        $body = @{ id = 'p1'; title = 'Pricing'; status = 'published'; content = "# One`n`nTwo`r`nThree" } | ConvertTo-Json -Compress
        Add-ServerFault $server @{ path = '/knowledge-hub/pages/p1'; fault = 'wrong_shape'; times = 2; body = $body }
        (Get-ExecKnowledgePage -Id p1 | Format-Table | Get-Rendered).Count | Should -Be 3
        $list = Get-ExecKnowledgePage -Id p1 | Get-Rendered
        $list | Where-Object { $_ -match '^Content\s+: # One$' } | Should -Not -BeNullOrEmpty
        $list.Trim() | Should -Contain 'Two'
        $list.Trim() | Should -Contain 'Three'
    }

    It 'show the content of a source as a list with -IncludeContent, and a table without' {
        $body = @{ id = 's1'; title = 'Notes'; status = 'ready'; content = "# One`n`nTwo" } | ConvertTo-Json -Compress
        Add-ServerFault $server @{ path = '/knowledge-hub/sources/s1'; fault = 'wrong_shape'; times = 2; body = $body }
        $list = Get-ExecKnowledgeSource -Id s1 -IncludeContent | Get-Rendered
        $list | Where-Object { $_ -match '^Content\s+: # One$' } | Should -Not -BeNullOrEmpty
        $list.Trim() | Should -Contain 'Two'
        Get-Header (Get-ExecKnowledgeSource -Id s1 | Get-Rendered) | Should -Contain 'Tokens'
    }
}

Describe 'Colors in the Knowledge Hub' -Skip:(-not $hasStyle) {
    AfterAll { $PSStyle.OutputRendering = 'PlainText' }

    It 'mark <Text> of <Command>' -ForEach @(
        @{ Command = 'Get-ExecKnowledgePage'; Path = '/knowledge-hub/pages'; Status = 'published'; Text = 'Published'; Color = '32' }
        @{ Command = 'Get-ExecKnowledgePage'; Path = '/knowledge-hub/pages'; Status = 'draft'; Text = 'Draft'; Color = '36' }
        @{ Command = 'Get-ExecKnowledgePage'; Path = '/knowledge-hub/pages'; Status = 'archived'; Text = 'Archived'; Color = '35' }
        @{ Command = 'Get-ExecKnowledgeSource'; Path = '/knowledge-hub/sources'; Status = 'ready'; Text = 'Ready'; Color = '32' }
        @{ Command = 'Get-ExecKnowledgeSource'; Path = '/knowledge-hub/sources'; Status = 'processing'; Text = 'Processing'; Color = '36' }
        @{ Command = 'Get-ExecKnowledgeSource'; Path = '/knowledge-hub/sources'; Status = 'failed'; Text = 'Failed'; Color = '31' }
    ) {
        Set-ServerRow $server -Path $Path -Row @{ id = 'x1'; title = 'Some'; status = $Status }
        $row = & $Command
        $marked = [regex]::Escape("$escape[${Color}m$Text$escape[0m")
        $PSStyle.OutputRendering = 'Ansi'
        $row | Format-Table | Get-Rendered | Where-Object { $_ -match $marked } | Should -Not -BeNullOrEmpty
        $row | Format-List | Get-Rendered | Where-Object { $_ -match $marked } | Should -Not -BeNullOrEmpty
        $PSStyle.OutputRendering = 'PlainText'
        $row | Format-Table | Get-Rendered | Where-Object { $_.Contains($escape) } | Should -BeNullOrEmpty
    }
}

Describe 'The views of sessions, skills, and jobs' {
    BeforeAll {
        if ($PSStyle) { $PSStyle.OutputRendering = 'PlainText' }

        # The details of a session for a test.
        function New-Detail([hashtable] $With) {
            $session = @{
                id = 's1'; score = 91.5; rank = 'gold'; duration_seconds = 754; is_valid_attempt = $true; created_at = '2026-03-01T12:00:00Z'
                user = @{ id = 'u1'; email = 'jane@acme.com'; first_name = 'Jane'; last_name = 'Doe' }; scenario = @{ id = 'c1'; name = 'Discovery Call' }
            } + $With
            Add-ServerFault $server @{ path = '/sessions/s1'; fault = 'wrong_shape'; body = (ConvertTo-Json $session -Depth 6 -Compress) }
            Get-ExecSession -Id s1
        }
    }

    BeforeEach { Reset-TestServer $server }

    It 'of sessions show user, scenario, date, duration, and score' {
        Set-ServerRow $server -Path '/sessions' -Row @(
            @{ id = 's1'; score = 91.5; rank = 'gold'; duration_seconds = 754.9; created_at = '2026-03-01T12:00:00Z'; user = @{ first_name = 'Jane'; last_name = 'Doe' }; scenario = @{ name = 'Discovery Call' } }
            @{ id = 's2'; user = @{ email = 'bob@acme.com' } }
        )
        $lines = Get-ExecSession | Get-Rendered
        $created = ([datetime] '2026-03-01T12:00:00Z').ToString('yyyy-MM-dd HH:mm')
        Get-Header $lines | Should -Be 'User', 'Scenario', 'Created', 'Length', 'Score', 'Rank'
        ($lines[2].TrimEnd() -split '\s{2,}') -join '|' | Should -Be "Jane Doe|Discovery Call|$created 0:12:34|91.5 Gold"
        ($lines[3].TrimEnd() -split '\s{2,}') -join '|' | Should -Be 'bob@acme.com'
    }

    It 'of a session requested by ID show the user, the feedback, and then the transcript' {
        $lines = New-Detail @{
            outcome_feedback = 'Agreed.'; positive_feedback = 'Calm.'; constructive_feedback = 'Ask more.'
            transcript = @{ seconds_from_start = 0; speaker = 'ai'; text = 'Hello.' }, @{ seconds_from_start = 61.7; speaker = 'user'; text = 'Good morning.' }, @{ text = 'Somebody coughs.' }
            evaluations = @(@{ criterion_name = 'Listening'; items = @(@{ name = 'Patience'; grade = 'good'; feedback = 'Waited.' }, @{ name = 'Tone' }) })
        } | Get-Rendered
        $lines = @($lines.TrimEnd() -replace '^(\w+)\s+: ', '$1: ' -replace '^\s+', '> ' | Where-Object { $_ -notlike 'CreatedAt*' })
        $lines | Should -Be @(
            'Id: s1', 'UserId: u1', 'UserName: Jane Doe', 'UserEmail: jane@acme.com', 'ScenarioId: c1', 'ScenarioName: Discovery Call', 'Rank: Gold', 'IsValidAttempt: True'
            'Score: 91.5', 'Duration: 0:12:34', 'OutcomeFeedback: Agreed.', 'PositiveFeedback: Calm.', 'ConstructiveFeedback: Ask more.'
            'EvaluationRows: Listening, Patience: Good. Waited.', '> Listening, Tone: not graded.'
            'Transcript: 0:00:00 ai: Hello.', '> 0:01:01 user: Good morning.', '> Somebody coughs.'
        )
    }

    It 'of a session requested by ID wrap the transcript between words, and show all of it' {
        $said = (1..60 | ForEach-Object { "word$_" }) -join ' '
        $lines = New-Detail @{ transcript = @(@{ seconds_from_start = 5; speaker = 'user'; text = $said }) } | Get-Rendered
        $from = [array]::FindIndex([string[]] $lines, [Predicate[string]] { $args[0] -like 'Transcript*' })
        $shown = $lines[$from..($lines.Count - 1)]
        $shown.Count | Should -BeGreaterThan 2
        ($shown.Trim() -join ' ') -replace '^Transcript\s*: ' | Should -Be "0:00:05 user: $said"
    }

    It 'of a session requested by ID show a word that is longer than a line' {
        $lines = New-Detail @{ outcome_feedback = 'x' * 300 } | Get-Rendered
        (($lines -join '').ToCharArray() -eq 'x').Count | Should -Be 300
    }

    It 'of a session requested by ID omit a transcript and an evaluation that weren''t requested' {
        New-Detail @{} | Get-Rendered | Where-Object { $_ -match 'Transcript|Evaluation' } | Should -BeNullOrEmpty
    }

    It 'of a transcript show time, speaker, and the complete text' {
        $text = (1..40 | ForEach-Object { "word$_" }) -join ' '
        $lines = (New-Detail @{ transcript = @(@{ seconds_from_start = 3599.9; speaker = 'user'; text = $text }) }).Transcript | Get-Rendered
        Get-Header $lines | Should -Be 'Time', 'Speaker', 'Text'
        $lines[2] | Should -BeLike ' 0:59:59 user     word1 *'
        ($lines[2..($lines.Count - 1)].Trim() -join ' ') -replace '^0:59:59 user\s+' | Should -Be $text
    }

    It 'of evaluation rows show criterion, item, grade, and feedback' {
        $rows = (New-Detail @{ evaluations = @(@{ criterion_name = 'Listening'; items = @(@{ name = 'Patience'; grade = 'not_relevant'; feedback = 'None.' }) }) }).EvaluationRows
        $lines = $rows | Get-Rendered
        Get-Header $lines | Should -Be 'Criterion', 'Item', 'Grade', 'Feedback'
        ($lines[2].TrimEnd() -split '\s{2,}') -join '|' | Should -Be 'Listening|Patience|NotRelevant None.'
    }

    It 'of skills show the number of users and their proficiency, or nothing if it wasn''t requested' {
        Set-ServerRow $server -Path '/skills' -Row @(
            @{ id = 'k1'; name = 'Listening'; description = 'Hearing.'; proficiency_summary = @{ participant_count = 12; scored_participant_count = 9; pct_proficient_plus = 33; avg_score = 61.5 } }
            @{ id = 'k2'; name = 'Talking'; description = 'Saying.' }
        )
        $lines = Get-ExecSkill -IncludeProficiency | Get-Rendered
        Get-Header $lines | Should -Be 'Name', 'Users', 'Scored', 'Average', 'Proficient', 'Description'
        ($lines[2].TrimEnd() -split '\s{2,}') -join '|' | Should -Be 'Listening|12|9|61.5|33 % Hearing.'
        ($lines[3].TrimEnd() -split '\s{2,}') -join '|' | Should -Be 'Talking|Saying.'
        Get-Header (Get-ExecSkill -First 1 | Get-Rendered) | Should -Be 'Name', 'Description'
        Get-Header (Get-ExecSkill 'Active*' -IncludeProficiency | Get-Rendered) | Should -Contain 'Proficient'
    }

    It 'of proficiency show user, tier, score, and number of observations' {
        Set-ServerRow $server -Path '/skills/k1/proficiency' -Row @{ score = 42.5; tier = 'needs_work'; observation_count = 7; last_practiced_at = '2026-03-01T12:00:00Z'; user = @{ email = 'jane@acme.com'; first_name = 'Jane'; last_name = 'Doe' } }
        $lines = Get-ExecSkillProficiency k1 | Get-Rendered
        $practiced = ([datetime] '2026-03-01T12:00:00Z').ToString('yyyy-MM-dd HH:mm')
        Get-Header $lines | Should -Be 'User', 'Email', 'Tier', 'Score', 'Observed', 'Practiced', 'SkillId'
        ($lines[2].TrimEnd() -split '\s{2,}') -join '|' | Should -Be "Jane Doe|jane@acme.com|NeedsWork|42.5|7 $practiced k1"
    }

    It 'of jobs show their status and result' {
        $lines = Get-ExecScenarioJob jobcompleted, jobfailed001, jobqueued001 | Get-Rendered
        Get-Header $lines | Should -Be 'Id', 'Status', 'Created', 'Took', 'Result'
        $lines[2] | Should -BeLike 'jobcompleted   Completed  * 0:03:34 Handover from Sales*'
        $lines[3] | Should -BeLike 'jobfailed001   Failed *GENERATION_ERROR: Unable*'
        $lines[4].TrimEnd() | Should -BeLike 'jobqueued001   Queued     20??-??-?? ??:??'
    }

    It 'color <Text>' -Skip:(-not $hasStyle) -ForEach @(
        @{ Text = 'Good'; Color = '32' }
        @{ Text = 'Mid'; Color = '38;5;136' }
        @{ Text = 'Bad'; Color = '31' }
        @{ Text = 'Excellent'; Color = '32' }
        @{ Text = 'Proficient'; Color = '36' }
        @{ Text = 'Developing'; Color = '38;5;136' }
        @{ Text = 'NeedsWork'; Color = '31' }
        @{ Text = 'Completed'; Color = '32' }
        @{ Text = 'Processing'; Color = '36' }
        @{ Text = 'Failed'; Color = '31' }
        @{ Text = 'Cancelled'; Color = '35' }
    ) {
        $items = switch -regex ($Text) {
            'Good|Mid|Bad' { (New-Detail @{ evaluations = @(@{ criterion_name = 'c'; items = @(@{ name = 'i'; grade = $Text.ToLower() }) }) }).EvaluationRows }
            'Excellent|Proficient|Developing|NeedsWork' {
                Set-ServerRow $server -Path '/skills/k1/proficiency' -Row @{ tier = $Text -creplace '(?<=[a-z])(?=[A-Z])', '_' | ForEach-Object ToLower; user = @{ id = 'u1' } }
                Get-ExecSkillProficiency k1
            }
            default { Get-ExecScenarioJob jobcompleted, jobprocess01, jobfailed001, jobcancelled }
        }
        try {
            $PSStyle.OutputRendering = 'Ansi'
            $marked = [regex]::Escape("$escape[${Color}m$Text$escape[0m")
            $items | Format-Table | Get-Rendered | Where-Object { $_ -match $marked } | Should -Not -BeNullOrEmpty
            $items | Format-List | Get-Rendered | Where-Object { $_ -match $marked } | Should -Not -BeNullOrEmpty
        }
        finally {
            $PSStyle.OutputRendering = 'PlainText'
        }
    }
}

Describe 'Colors' -Skip:(-not $hasStyle) {
    BeforeAll {
        Set-ServerRow $server -Row @(
            foreach ($status in 'completed', 'past_due', 'did_not_pass', 'in_progress', 'not_started') { @{ id = $status; status = $status } }
            foreach ($rank in 'gold', 'silver', 'bronze', 'unranked') { @{ id = $rank; best_rank = $rank } }
        )
        $colorful = Get-ExecAssignment
    }

    It 'mark <Text> in a table and a list' -ForEach @(
        @{ Text = 'Completed'; Color = '32' }
        @{ Text = 'PastDue'; Color = '31' }
        @{ Text = 'DidNotPass'; Color = '35' }
        @{ Text = 'InProgress'; Color = '36' }
        @{ Text = 'Gold'; Color = '38;5;136' }
        @{ Text = 'Bronze'; Color = '38;5;166' }
    ) {
        $PSStyle.OutputRendering = 'Ansi'
        $marked = [regex]::Escape("$escape[${Color}m$Text$escape[0m")
        $colorful | Get-Rendered | Where-Object { $_ -match $marked } | Should -Not -BeNullOrEmpty
        $colorful | Format-List | Get-Rendered | Where-Object { $_ -match $marked } | Should -Not -BeNullOrEmpty
    }

    It 'mark ranks in the table and the list of <_>' -ForEach 'Get-ExecScenarioAnalytics', 'Get-ExecScenarioParticipant' {
        $PSStyle.OutputRendering = 'Ansi'
        Add-ServerFault $server @{ path = 'analytics/summary'; fault = 'wrong_shape'; body = '{"participant_count":1,"average_best_rank":"gold"}' }
        Set-ServerRow $server -Path 'analytics/participants' -Row @{ user = @{ id = 'u1' }; best_rank = 'gold' }
        $entry = & $_ s1
        $marked = [regex]::Escape("$escape[38;5;136mGold$escape[0m")
        $entry | Get-Rendered | Where-Object { $_ -match $marked } | Should -Not -BeNullOrEmpty
        $entry | Format-List | Get-Rendered | Where-Object { $_ -match $marked } | Should -Not -BeNullOrEmpty
        Reset-TestServer $server
    }

    It 'don''t change <_>' -ForEach 'NotStarted', 'Silver', 'Unranked' {
        $plain = $_
        $PSStyle.OutputRendering = 'Ansi'
        $row = $colorful | Get-Rendered | Where-Object { $_ -match (' {0} ' -f $plain) }
        $row | Should -Not -BeNullOrEmpty
        $row | Should -Not -Match $escape
    }

    It 'don''t move the columns' {
        $PSStyle.OutputRendering = 'Ansi'
        $withColor = $colorful | Get-Rendered | Remove-Color
        $PSStyle.OutputRendering = 'PlainText'
        $withColor.TrimEnd() | Should -Be ($colorful | Get-Rendered).TrimEnd()
    }

    It 'are omitted if $PSStyle.OutputRendering is PlainText' {
        $PSStyle.OutputRendering = 'PlainText'
        $colorful | Get-Rendered | Where-Object { $_.Contains($escape) } | Should -BeNullOrEmpty
        $colorful | Format-List | Get-Rendered | Where-Object { $_.Contains($escape) } | Should -BeNullOrEmpty
    }
}

Describe 'Colors in a new process' -Skip:(-not $hasStyle) {
    BeforeAll {
        $listing = 'Import-Module $module; $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 400; Get-ExecAssignment -First 20 -Status PastDue, Completed'
    }

    It 'are omitted from redirected output' {
        $run = Invoke-FreshPowerShell $listing
        $run.Output | Should -Match 'PastDue'
        $run.Output | Should -Not -Match "$escape\[[0-9;]*m(PastDue|Completed|Gold|Silver|Bronze)"
    }

    It 'are omitted with NO_COLOR' {
        $run = Invoke-FreshPowerShell $listing -Environment @{ NO_COLOR = '1' }
        $run.Output | Should -Match 'PastDue'
        $run.Output | Should -Not -Match $escape
    }
}

Describe 'A name with control characters' {
    BeforeDiscovery {
        # Written with escapes, because an XML report can't contain control characters.
        $hostile = @(
            @{ What = 'a title (OSC)'; Written = '\u001b]0;owned\u0007' }
            @{ What = 'a cleared screen (CSI)'; Written = '\u001b[2J\u001b[H' }
            @{ What = 'a color'; Written = '\u001b[31mred' }
            @{ What = 'a hyperlink'; Written = '\u001b]8;;https://example.com\u001b\\link' }
            @{ What = 'CSI as one character (C1)'; Written = '\u009b31mred' }
            @{ What = 'OSC as one character (C1)'; Written = '\u009d0;owned\u009c' }
            @{ What = 'a backspace and a bell'; Written = 'a\u0008\u0007b' }
            @{ What = 'a carriage return'; Written = 'good\rbad' }
            @{ What = 'a line break'; Written = 'one\ntwo' }
            @{ What = 'a right-to-left override'; Written = '\u202etxt.exe' }
            @{ What = 'isolates'; Written = '\u2066a\u2069\u2067b' }
            @{ What = 'embeddings and marks'; Written = '\u202aa\u202b\u202d\u200e\u200f\u061c' }
            @{ What = 'a zero-width space and a byte order mark'; Written = 'a\u200bb\ufeff' }
            @{ What = 'a line separator'; Written = 'a\u2028b\u2029' }
            @{ What = 'delete and NUL'; Written = 'a\u007fb\u0000c' }
        )
    }

    BeforeAll {
        # With escape sequences enabled, and without PowerShell's own, except the one that resets the style.
        if ($PSStyle) {
            $PSStyle.OutputRendering = 'Ansi'
            $formatting = @{}
            foreach ($name in 'TableHeader', 'CustomTableHeaderLabel', 'FormatAccent') {
                $formatting[$name] = $PSStyle.Formatting.$name
                $PSStyle.Formatting.$name = ''
            }
        }

        # The colors of a view are expected.
        function Get-Escaped($Item, [string] $Color = '0') {
            foreach ($lines in ($Item | Format-Table | Get-Rendered), ($Item | Format-List | Get-Rendered)) {
                Get-ControlCharacter ($lines -replace "$escape\[(0|$Color)m")
            }
        }
    }

    AfterAll {
        if ($PSStyle) {
            $PSStyle.OutputRendering = 'PlainText'
            foreach ($name in $formatting.Keys) { $PSStyle.Formatting.$name = $formatting[$name] }
        }
    }

    BeforeEach { Reset-TestServer $server }

    It 'is unchanged in the property and never reaches the screen: <What>, in an assignment' -ForEach $hostile {
        $text = [regex]::Unescape($Written)
        Set-ServerRow $server -Row @{
            id = "i$text"; user = @{ id = "u$text"; email = "e$text"; first_name = $text; last_name = 'Doe' }
            scenario = @{ id = "s$text"; name = $text; slug = "s$text" }; program = @{ id = "p$text"; name = $text }
        }
        $assignment = Get-ExecAssignment
        $assignment.ScenarioName | Should -BeExactly $text
        $assignment.User.FirstName | Should -BeExactly $text
        foreach ($entry in $assignment, $assignment.User, $assignment.Scenario, $assignment.Program) {
            Get-Escaped $entry | Should -BeNullOrEmpty
            @($entry | Format-Table | Get-Rendered).Count | Should -Be 3
        }
    }

    It 'is unchanged in the property and never reaches the screen: <What>, in a collection' -ForEach $hostile {
        $text = [regex]::Unescape($Written)
        Set-ServerRow $server -Path '/collections' -Row @{ id = "i$text"; name = $text; slug = "s$text"; description = $text }
        $collection = Get-ExecCollection
        $collection.Description | Should -BeExactly $text
        Get-Escaped $collection | Should -BeNullOrEmpty
    }

    It 'is unchanged in the property and never reaches the screen: <What>, in a member, a group, and a scenario' -ForEach $hostile {
        $text = [regex]::Unescape($Written)
        Set-ServerRow $server -Path '/workspace/members' -Row @{ id = "i$text"; email = "e$text"; first_name = $text; last_name = 'Doe'; role = 'admin' }
        Set-ServerRow $server -Path '/workspace/groups' -Row @{ id = "i$text"; name = $text }
        Set-ServerRow $server -Path '/scenarios' -Row @{
            id = "i$text"; name = $text; description = $text; slug = "s$text"; url = "https://x/$text"; context = $text; objective = $text; language = $text
            owner = @{ id = "u$text"; email = "e$text"; first_name = $text }; skills = @(@{ id = "k$text"; name = $text; slug = "s$text" })
        }
        $member, $group, $scenario = (Get-ExecMember), (Get-ExecGroup), (Get-ExecScenario)
        $member.FirstName, $group.Name, $scenario.Objective | Should -BeExactly @($text, $text, $text)
        foreach ($entry in $member, $group, $scenario, $scenario.Skills[0]) {
            Get-Escaped $entry | Should -BeNullOrEmpty
            @($entry | Format-Table | Get-Rendered).Count | Should -Be 3
        }
    }

    It 'is unchanged in the property and never reaches the screen: <What>, in participants, and in the error about a response for another item' -ForEach $hostile {
        $text = [regex]::Unescape($Written)
        Add-ServerFault $server @{ path = '/access'; fault = 'wrong_shape'; body = (ConvertTo-Json -Compress -InputObject @{ user_email = "e$text"; scenario_id = "i$text"; permissions = @{ can_view = $true } }) }
        Set-ServerRow $server -Path 'analytics/participants' -Row @{ user = @{ id = "u$text"; email = "e$text"; first_name = $text; last_name = 'Doe' }; session_count = 1 }
        $failure = Get-ErrorOf { Get-ExecScenarioAccess s1 jane@acme.com }
        $failure.Id | Should -Be 'ExecUnexpectedResponse'
        Get-ControlCharacter $failure.Message | Should -BeNullOrEmpty
        $participant = Get-ExecScenarioParticipant s1
        $participant.User.FirstName | Should -BeExactly $text
        Get-Escaped $participant | Should -BeNullOrEmpty
        @($participant | Format-Table | Get-Rendered).Count | Should -Be 3
    }

    It 'is unchanged in the property and never reaches the screen: <What>, in a workspace and its connection' -ForEach $hostile {
        $text = [regex]::Unescape($Written)
        Add-ServerFault $server @{ path = '/workspace'; fault = 'wrong_shape'; body = (ConvertTo-Json @{ id = "i$text"; name = $text; url_slug = "s$text" } -Compress) }
        $connection = Connect-TestServer $server -With @{ Name = 'hostile' }
        try {
            $connection.Workspace.Name | Should -BeExactly $text
            foreach ($entry in $connection, $connection.Workspace) {
                Get-Escaped $entry | Should -BeNullOrEmpty
            }
        }
        finally {
            Disconnect-ExecWorkspace hostile
        }
    }

    It 'is unchanged in the property and never reaches the screen: <What>, in the Knowledge Hub' -ForEach $hostile {
        $text = [regex]::Unescape($Written)
        $who = @{ id = "u$text"; email = "e$text"; first_name = $text; last_name = 'Doe' }
        $folder = @{ id = "f$text"; name = $text; emoji = $text; parent = $text }
        $source = @{ id = "s$text"; title = $text; summary = $text; content = $text; external_url = $text; cover = $text; folders = @($folder); created_by = $who }
        $page = @{
            id = "p$text"; title = $text; cover = $text; owner = $who; folders = @($folder); skills = @(@{ id = "k$text"; name = $text })
        }
        $whole = $page.Clone()
        $whole.id = 'p1'
        $whole += @{ content = "one $text`ntwo"; sources = @($source); draft = @{ title = $text; content = $text } }
        Set-ServerRow $server -Path '/knowledge-hub/folders' -Row $folder
        Set-ServerRow $server -Path '/knowledge-hub/pages' -Row $page
        Set-ServerRow $server -Path '/knowledge-hub/sources' -Row $source
        Set-ServerRow $server -Path '/versions' -Row @{ version = 1; title = $text; created_by = $who }
        Add-ServerFault $server @{ path = '/pages/p1'; fault = 'wrong_shape'; body = (ConvertTo-Json $whole -Depth 6 -Compress) }
        $detail = Get-ExecKnowledgePage -Id p1
        $detail.Title | Should -BeExactly $text
        $detail.Draft.Content | Should -BeExactly $text
        $items = @(Get-ExecKnowledgeFolder; Get-ExecKnowledgePage; Get-ExecKnowledgeSource; Get-ExecKnowledgePageVersion p1; $detail; $detail.Draft; $detail.Sources[0]; $detail.Folders[0]; $detail.Skills[0])
        $items.Count | Should -Be 9
        foreach ($entry in $items) {
            Get-Escaped $entry | Should -BeNullOrEmpty
            @($entry | Format-Table | Get-Rendered).Count | Should -Be 3
        }
    }

    It 'is unchanged in the property and never reaches the screen: <What>, in a session' -ForEach $hostile {
        $text = [regex]::Unescape($Written)
        $session = @{
            id = 's1'; user = @{ id = "u$text"; email = "e$text"; first_name = $text; last_name = 'Doe' }; scenario = @{ id = "s$text"; name = $text }
            outcome_feedback = $text; positive_feedback = $text; constructive_feedback = $text
            transcript = @(@{ seconds_from_start = 1; speaker = $text; text = $text })
            evaluations = @(@{ criterion_name = $text; items = @(@{ name = $text; grade = 'good'; feedback = $text; feedback_examples = @(@{ quote = $text; feedback = $text; suggestion_quote = $text }) }) })
        }
        Set-ServerRow $server -Path '/sessions' -Row @{ id = "i$text"; user = $session.user; scenario = $session.scenario }
        Add-ServerFault $server @{ path = '/sessions/s1'; fault = 'wrong_shape'; body = (ConvertTo-Json $session -Depth 8 -Compress) }
        $detail = Get-ExecSession -Id s1
        $detail.Transcript[0].Text | Should -BeExactly $text
        $detail.EvaluationRows[0].Examples[0].Quote | Should -BeExactly $text
        $detail.Id = 'i1'
        foreach ($entry in (Get-ExecSession), $detail, $detail.Transcript[0], $detail.EvaluationRows[0], $detail.Evaluations[0], $detail.Evaluations[0].Items[0], $detail.EvaluationRows[0].Examples[0]) {
            Get-Escaped $entry '32' | Should -BeNullOrEmpty
        }
    }

    It 'is unchanged in the property and never reaches the screen: <What>, in a skill, its proficiency, and a job' -ForEach $hostile {
        $text = [regex]::Unescape($Written)
        Set-ServerRow $server -Path '/skills' -Row @{ id = "i$text"; name = $text; slug = $text; description = $text }
        Set-ServerRow $server -Path '/skills/k1/proficiency' -Row @{ tier = 'excellent'; user = @{ id = "u$text"; email = $text; first_name = $text } }
        Add-ServerFault $server @{ path = '/scenario-studio/jobs/j1'; fault = 'wrong_shape'; body = (ConvertTo-Json @{
            id = 'j1'; status = 'failed'; scenario = @{ id = $text; name = $text; slug = $text; url = $text }; error = @{ code = $text; message = $text } } -Compress) }
        $skill, $proficiency, $job = (Get-ExecSkill), (Get-ExecSkillProficiency k1), (Get-ExecScenarioJob j1)
        $skill.Name | Should -BeExactly $text
        $proficiency.User.FirstName | Should -BeExactly $text
        $job.Error.Message | Should -BeExactly $text
        foreach ($entry in $skill, $job.Scenario, $job.Error) { Get-Escaped $entry | Should -BeNullOrEmpty }
        Get-Escaped $proficiency '32' | Should -BeNullOrEmpty
        Get-Escaped $job '31' | Should -BeNullOrEmpty
    }

    It 'keeps the joiners that scripts and emoji need' {
        $family = [char]::ConvertFromUtf32(0x1F468) + [char] 0x200D + [char]::ConvertFromUtf32(0x1F467)
        Set-ServerRow $server -Path '/collections' -Row @{ id = 'c1'; name = $family }
        (Get-ExecCollection | Format-List | Get-Rendered) -join '' | Should -BeLike "*$family*"
    }
}

Describe 'A message that contains text from the API' {
    BeforeAll { Reset-TestServer $server }

    It 'has no escape sequences' {
        Add-ServerFault $server @{ fault = 'status'; status = 400; body = (ConvertTo-Json @{ error = @{ type = 'invalid_request'; message = "$escape]0;owned$([char] 7)Bad$([char] 0x202E) input" } } -Compress) }
        $failure = Get-ErrorOf { Get-ExecCollection }
        $failure.Message | Should -BeLike '*Bad input*'
        Get-ControlCharacter $failure.Message, $failure.Advice, ($failure.Record | Out-String | Remove-Color) | Where-Object { $_ -notin 'U+000A', 'U+000D' } | Should -BeNullOrEmpty
    }

    It 'has no escape sequences in a warning about an unknown value' {
        Set-ServerRow $server -Row @{ id = 'a1'; status = "$escape[31mnew$([char] 0x202E)" }
        $null = Get-ExecAssignment -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike '*new*'
        Get-ControlCharacter "$warnings" | Should -BeNullOrEmpty
    }
}
