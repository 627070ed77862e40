# Get-ExecCollection and Get-ExecWorkspace.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 1
    $null = Connect-TestServer $server
    $everyName = 'Customer Success', 'Difficult Conversations', 'Discovery', 'Leadership', 'Negotiation & Closing', 'Objection Handling', 'Partners', 'Q4 Drafts'
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'Get-ExecCollection' {
    BeforeEach { Reset-TestServer $server }

    It 'returns every collection, in one request if they fit on one page' {
        (Get-ExecCollection).Name | Should -Be $everyName
        $request = Get-ServerRequest $server
        $request.Path | Should -Be '/rest/v1/collections'
        $request.Query | Should -Be 'page=1&page_size=100'
    }

    It 'returns the collections whose name matches <Name>' -ForEach @(
        @{ Name = 'Discovery'; Expected = 'Discovery' }
        @{ Name = 'discovery'; Expected = 'Discovery' }
        @{ Name = 'dis*'; Expected = 'Discovery' }
        @{ Name = '*c?*s'; Expected = 'Customer Success', 'Difficult Conversations' }
        @{ Name = '[LP]*'; Expected = 'Leadership', 'Partners' }
        @{ Name = '* & *'; Expected = 'Negotiation & Closing' }
        @{ Name = 'Partners', 'Discovery'; Expected = 'Discovery', 'Partners' }
        @{ Name = 'Disc*', '*very'; Expected = 'Discovery' }
        @{ Name = 'Nothing*'; Expected = @() }
    ) {
        (Get-ExecCollection -Name $Name).Name | Should -Be $Expected
    }

    It 'accepts the name as its first argument' {
        (Get-ExecCollection Leadership).Name | Should -Be 'Leadership'
    }

    It 'applies -First and -Skip to the collections whose name matches' {
        (Get-ExecCollection -Name *s -First 2 -Skip 1).Name | Should -Be 'Difficult Conversations', 'Partners'
    }

    It 'with -Name and -First stops reading when it has enough collections' {
        (Get-ExecCollection -Name D* -First 1 -PageSize 1).Name | Should -Be 'Difficult Conversations'
        $pages = @((Get-ServerRequest $server).Parameters.page)
        $pages.Count | Should -BeLessOrEqual 4
    }

    It 'with -Name and -First 0 sends no request' {
        Get-ExecCollection -Name D* -First 0 | Should -BeNullOrEmpty
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'reads pages: <What>' -ForEach @(
        @{ What = '-First 3'; Parameters = @{ First = 3 }; From = 0; To = 2; Requests = 1 }
        @{ What = '-Skip 6'; Parameters = @{ Skip = 6 }; From = 6; To = 7; Requests = 1 }
        @{ What = '-Skip 2 -First 2'; Parameters = @{ Skip = 2; First = 2 }; From = 2; To = 3; Requests = 1 }
        @{ What = '-PageSize 3'; Parameters = @{ PageSize = 3 }; From = 0; To = 7; Requests = 3 }
    ) {
        (Get-ExecCollection @Parameters).Name | Should -Be $everyName[$From..$To]
        @(Get-ServerRequest $server).Count | Should -Be $Requests
    }

    It 'returns the total with -IncludeTotalCount' {
        $total, $first = Get-ExecCollection -First 1 -IncludeTotalCount
        $total | Should -Be 8
        $total.Accuracy | Should -Be 1
        $first.Name | Should -Be $everyName[0]
    }

    It 'accepts no pipeline input: piped objects cause an error and no request' {
        (Get-ErrorOf { 'Discovery' | Get-ExecCollection }).Id | Should -Be 'InputObjectNotBound'
        'Discovery' | Get-ExecCollection -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'with -Name doesn''t report an exact total' {
        $total = @(Get-ExecCollection -Name D* -IncludeTotalCount)[0]
        $total.Accuracy | Should -Be 0
        $total.ToString() | Should -BeLike '*unknown*'
    }

    It 'rejects <What> as a name, before a request' -ForEach @(
        @{ What = 'an empty string'; Name = '' }
        @{ What = 'null'; Name = $null }
        @{ What = 'an empty list'; Name = @() }
        @{ What = 'an empty string among others'; Name = 'Discovery', '' }
    ) {
        (Get-ErrorOf { Get-ExecCollection -Name $Name }).Message | Should -BeLike "*'Name'*"
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }
}

Describe 'Get-ExecWorkspace' {
    BeforeEach { Reset-TestServer $server }

    It 'returns the workspace, in one request' {
        $workspace = Get-ExecWorkspace
        $workspace.Name | Should -Be 'Larkfield Instruments'
        $workspace.UrlSlug | Should -Be 'larkfield-instruments'
        $workspace.Id | Should -Not -BeNullOrEmpty
        $workspace.CreatedAt.Kind | Should -Be 'Local'
        $request = Get-ServerRequest $server
        $request.Path | Should -Be '/rest/v1/workspace'
        $request.Query | Should -BeNullOrEmpty
    }
}
