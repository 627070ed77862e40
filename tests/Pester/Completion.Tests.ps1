# Tab completion.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    foreach ($name in 'production', 'my sandbox', 'it''s', 'prod-2') { $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 1 -Name $name }

    # The completions at the end of a line.
    function Get-Offer([string] $Line) {
        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
    }
}

AfterAll {
    Disconnect-ExecWorkspace -All
}

Describe 'Tab completion with Import-Module -Prefix' {
    BeforeAll {
        $pipeline = Start-ExecPipeline {
            param($module)
            Remove-Module ExecPS
            Import-Module $module -Prefix My
            $null = Connect-MyExecWorkspace -Sandbox -AssignmentCount 30 -Name east
            $null = Get-MyExecScenario; Get-MyExecMember; Get-MyExecGroup; Get-MyExecSkill; Get-MyExecCollection; Get-MyExecKnowledgeFolder; Get-MyExecKnowledgePage
            Set-Alias scenarios Get-MyExecScenario
            foreach ($line in $args[0]) { "$line : $(@((TabExpansion2 $line).CompletionMatches.CompletionText).Count)" }
        } (Get-ExecModulePath), @(
            'Get-MyExecScenario Cold', 'ExecPS\Get-MyExecScenario Cold', 'scenarios Cold', 'Get-MyExecMember -Name a', 'Get-MyExecMember -Email a', 'Get-MyExecGroup S', 'Get-MyExecSkill N'
            'Get-MyExecCollection D', 'Get-MyExecKnowledgeFolder -Id P', 'Get-MyExecKnowledgePage -Id P', 'Get-MyExecScenarioParticipant -ScenarioId Cold', 'Get-MyExecScenario -Connection e'
        )
        Wait-ExecPipeline $pipeline
        $offers = @($pipeline.Output | Where-Object { $_ -is [string] })
    }

    It 'offers items for each parameter, as without a prefix' {
        $pipeline.Streams.Error | Should -BeNullOrEmpty
        $offers.Count | Should -Be 12
        $offers | Where-Object { $_ -match ': 0$' } | Should -BeNullOrEmpty
    }
}

Describe 'Tab completion' {
    It 'completes the session''s connections, quoted if necessary: <_>' -ForEach @(
        'Get-ExecAssignment -Connection ', 'Get-ExecCollection -Connection ', 'Get-ExecWorkspace -Connection '
        'Disconnect-ExecWorkspace -Connection ', 'Disconnect-ExecWorkspace ', 'Get-ExecConnection -Name ', 'Get-ExecConnection '
    ) {
        (Get-Offer $_).CompletionText | Should -Be 'production', '''my sandbox''', '''it''''s''', 'prod-2'
    }

    It 'completes the connections that start with the typed text: <Line>' -ForEach @(
        @{ Line = 'Get-ExecAssignment -Connection prod'; Offer = 'production', 'prod-2' }
        @{ Line = 'Get-ExecAssignment -Connection PRODU'; Offer = 'production' }
        @{ Line = 'Get-ExecAssignment -Connection ''my'; Offer = '''my sandbox''' }
        @{ Line = 'Get-ExecAssignment -Connection "my'; Offer = '''my sandbox''' }
    ) {
        (Get-Offer $Line).CompletionText | Should -Be $Offer
    }

    It 'inserts text that the command accepts' {
        foreach ($offer in Get-Offer 'Get-ExecWorkspace -Connection ') {
            (Invoke-Expression "Get-ExecWorkspace -Connection $($offer.CompletionText)").Name | Should -Be 'Larkfield Instruments'
        }
    }

    It 'shows the workspace and the address of a connection' {
        (Get-Offer 'Get-ExecAssignment -Connection production').ToolTip | Should -Be 'Larkfield Instruments at https://sandbox.exec.invalid/rest/v1/'
    }

    It 'shows them without control characters' {
        $server = Start-TestServer -AssignmentCount 1
        try {
            $name = "$([char] 27)]0;owned$([char] 7)Evil$([char] 0x202E)"
            Add-ServerFault $server @{ path = '/workspace'; fault = 'wrong_shape'; body = (ConvertTo-Json @{ id = 'w'; name = $name } -Compress) }
            $null = Connect-TestServer $server -With @{ Name = 'hostile' }
            $tip = (Get-Offer 'Get-ExecAssignment -Connection hostile').ToolTip
            $tip | Should -BeLike '*Evil*'
            Get-ControlCharacter $tip | Should -BeNullOrEmpty
        }
        finally {
            Disconnect-ExecWorkspace hostile
            Stop-TestServer $server
        }
    }

    It 'completes the statuses that can be requested' {
        (Get-Offer 'Get-ExecAssignment -Status ').CompletionText | Sort-Object | Should -Be 'Completed', 'DidNotPass', 'InProgress', 'NotStarted', 'PastDue'
    }

    It 'completes the status that starts with the typed text' {
        (Get-Offer 'Get-ExecAssignment -Status pa').CompletionText | Should -Be 'PastDue'
    }

    It 'completes the commands' {
        (Get-Offer 'Get-Exec').CompletionText | Should -Contain 'Get-ExecAssignment'
    }
}

Describe 'Tab completion of items from responses' {
    BeforeAll {
        $server = Start-TestServer -AssignmentCount 200
        $null = Connect-TestServer $server -With @{ Name = 'seen' }
    }

    AfterAll {
        Disconnect-ExecWorkspace seen
        Stop-TestServer $server
    }

    It 'completes nothing before the first response: <_>' -ForEach 'Get-ExecAssignment -ScenarioId ', 'Get-ExecAssignment -UserEmail ', 'Get-ExecSession -Id ' {
        Get-Offer $_ | Where-Object ResultType -EQ ParameterValue | Should -BeNullOrEmpty
    }

    Context 'after lists were read' {
        BeforeAll {
            $assignments = @(Get-ExecAssignment)
            $collections = @(Get-ExecCollection)
            $groups = @(Get-ExecGroup)
            $sessions = @(Get-ExecSession -First 5)
            $folders = @(Get-ExecKnowledgeFolder)
        }

        It 'inserts the ID and shows the name: <Line>' -ForEach @(
            @{ Line = 'Get-ExecAssignment -ProgramId '; From = { $assignments.Program } }
            @{ Line = 'Get-ExecScenario -CollectionId '; From = { $collections } }
            @{ Line = 'Get-ExecMember -GroupId '; From = { $groups } }
            @{ Line = 'Get-ExecKnowledgeFolder -ParentId '; From = { $folders } }
            @{ Line = 'Get-ExecKnowledgeFolder -Id '; From = { $folders } }
        ) {
            $items = & $From | Where-Object { $_ } | Sort-Object -Property Id -Unique
            $offer = Get-Offer $Line
            $offer.CompletionText | Sort-Object | Should -Be ($items.Id | Sort-Object)
            foreach ($one in $offer) {
                $one.ListItemText | Should -Be ($items | Where-Object Id -EQ $one.CompletionText).Name
            }
        }

        It 'completes scenarios from assignments and sessions: <_>' -ForEach 'Get-ExecAssignment -ScenarioId ', 'Get-ExecSession -ScenarioId ' {
            $scenarios = @($assignments.Scenario) + @($sessions.Scenario) | Sort-Object -Property Id -Unique
            (Get-Offer $_).CompletionText | Sort-Object | Should -Be ($scenarios.Id | Sort-Object)
        }

        It 'shows the scenario and the user of sessions' {
            $offer = Get-Offer 'Get-ExecSession -Id '
            $offer.Count | Should -Be 5
            $session = $sessions | Where-Object Id -EQ $offer[0].CompletionText
            $offer[0].ListItemText | Should -Be "$($session.ScenarioName): $($session.UserName)"
        }

        It 'completes email addresses for parameters that expect one: <_>' -ForEach 'Get-ExecAssignment -UserEmail ', 'Get-ExecScenario -OwnerEmail ', 'Get-ExecScenario -VisibleToEmail ' {
            $user = ($assignments | Where-Object UserEmail -Match '^[a-z.]+@')[0].User
            $offer = Get-Offer $_ | Where-Object CompletionText -EQ $user.Email
            $offer.ListItemText | Should -Be $user.Name
            $offer.ToolTip | Should -Be "$($user.Name), $($user.Email)"
        }

        It 'finds items by any word of the name' {
            $user = ($assignments | Where-Object { $_.User.LastName })[0].User
            $typed = $user.LastName.Substring(0, 3)
            $offer = Get-Offer "Get-ExecAssignment -UserId $typed"
            $offer.CompletionText | Should -Contain $user.Id
            $offer | ForEach-Object { $_.ListItemText | Should -Match "(^|\s)$typed" }
        }

        It 'inserts names, quoted if they contain spaces' {
            (Get-Offer 'Get-ExecCollection -Name Negot').CompletionText | Should -Be "'Negotiation & Closing'"
            (Get-Offer 'Get-ExecCollection Leader').CompletionText | Should -Be 'Leadership'
        }

        It 'inserts text that the command accepts' {
            $offer = (Get-Offer 'Get-ExecAssignment -ProgramId ')[0]
            (Invoke-Expression "Get-ExecAssignment -ProgramId $($offer.CompletionText) -First 1").ProgramName | Should -Be $offer.ListItemText
        }

        It 'uses the items of the specified connection' {
            $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 1 -Name other
            Get-Offer 'Get-ExecScenario -CollectionId ' | Where-Object ResultType -EQ ParameterValue | Should -BeNullOrEmpty
            (Get-Offer 'Get-ExecScenario -Connection seen -CollectionId ').Count | Should -Be $collections.Count
            Disconnect-ExecWorkspace other
        }

        It 'sends no request' {
            $before = (Get-ExecConnection seen).RequestCount
            foreach ($parameter in 'ScenarioId', 'UserId', 'UserEmail', 'ProgramId') { $null = Get-Offer "Get-ExecAssignment -$parameter " }
            (Get-ExecConnection seen).RequestCount | Should -Be $before
        }
    }

    It 'shows no control characters, and omits IDs that contain them' {
        $evil = "$([char] 27)]0;owned$([char] 7)Evil"
        $null = Connect-TestServer $server -With @{ Name = 'hostile' }
        Add-ServerFault $server @{
            path = '/collections'; fault = 'wrong_shape'
            body = ConvertTo-Json -Depth 5 -Compress -InputObject @{
                data = @(@{ id = 'good1'; name = $evil }, @{ id = "bad$([char] 27)"; name = 'Bad' })
                pagination = @{ page = 1; page_size = 100; total_count = 2; total_pages = 1 }
            }
        }
        try {
            $null = Get-ExecCollection
            $offer = Get-Offer 'Get-ExecScenario -CollectionId '
            $offer.CompletionText | Should -Be 'good1'
            $offer.ListItemText | Should -BeLike '*Evil'
            Get-ControlCharacter "$($offer.ListItemText)$($offer.ToolTip)" | Should -BeNullOrEmpty
        }
        finally { Disconnect-ExecWorkspace hostile }
    }
}

Describe 'Tab completion of names that the API defines' {
    It 'completes <Expected>: <Line>' -ForEach @(
        @{ Line = 'Get-ExecSession -Rank '; Expected = 'Unranked', 'Bronze', 'Silver', 'Gold' }
        @{ Line = 'Get-ExecSession -Rank g'; Expected = @('Gold') }
        @{ Line = 'Get-ExecSession -SortBy '; Expected = 'CreatedAt', 'Score', 'Duration' }
        @{ Line = 'Get-ExecMember -Role '; Expected = 'Admin', 'Staff', 'Member' }
        @{ Line = 'Get-ExecScenario -Visibility '; Expected = 'Private', 'Workspace' }
        @{ Line = 'Get-ExecKnowledgePage -Status '; Expected = 'Draft', 'Published', 'Archived' }
        @{ Line = 'Invoke-ExecRequest /x -Method '; Expected = 'Get', 'Post', 'Put', 'Patch', 'Delete' }
    ) {
        (Get-Offer $Line).CompletionText | Sort-Object | Should -Be ($Expected | Sort-Object)
    }
}
