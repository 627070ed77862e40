# Get-ExecKnowledgeFolder, Get-ExecKnowledgePage, Get-ExecKnowledgePageVersion, and Get-ExecKnowledgeSource.

BeforeDiscovery {
    # The filter parameters of a list, and their query parameters. The API accepts one value of each per request.
    $filters = @(
        @{ Command = 'Get-ExecKnowledgeFolder'; Path = 'folders'; Parameter = 'ParentId'; Given = 'f1', 'f2'; Field = 'parent_id'; Expected = 'f1', 'f2' }
        @{ Command = 'Get-ExecKnowledgeFolder'; Path = 'folders'; Parameter = 'Query'; Given = 'Sales & more', "$([char] 0xFC)"; Field = 'query'; Expected = 'Sales & more', "$([char] 0xFC)" }
        @{ Command = 'Get-ExecKnowledgePage'; Path = 'pages'; Parameter = 'Query'; Given = 'a,b', '50%'; Field = 'query'; Expected = 'a,b', '50%' }
        @{ Command = 'Get-ExecKnowledgePage'; Path = 'pages'; Parameter = 'FolderId'; Given = 'f1', 'f2'; Field = 'folder_id'; Expected = 'f1', 'f2' }
        @{ Command = 'Get-ExecKnowledgePage'; Path = 'pages'; Parameter = 'OwnerId'; Given = 'u1', 'u2'; Field = 'owner_id'; Expected = 'u1', 'u2' }
        @{ Command = 'Get-ExecKnowledgePage'; Path = 'pages'; Parameter = 'SkillId'; Given = 'k1', 'k2'; Field = 'skill_id'; Expected = 'k1', 'k2' }
        @{ Command = 'Get-ExecKnowledgePage'; Path = 'pages'; Parameter = 'Status'; Given = 'Draft', 'archived'; Field = 'status'; Expected = 'draft', 'archived' }
        @{ Command = 'Get-ExecKnowledgeSource'; Path = 'sources'; Parameter = 'Query'; Given = 'notes', 'list'; Field = 'query'; Expected = 'notes', 'list' }
        @{ Command = 'Get-ExecKnowledgeSource'; Path = 'sources'; Parameter = 'SourceType'; Given = 'GoogleDrive', 'google_drive', 'Url'; Field = 'type'; Expected = 'google_drive', 'url' }
        @{ Command = 'Get-ExecKnowledgeSource'; Path = 'sources'; Parameter = 'Status'; Given = 'Failed', 'Ready'; Field = 'status'; Expected = 'failed', 'ready' }
        @{ Command = 'Get-ExecKnowledgeSource'; Path = 'sources'; Parameter = 'FolderId'; Given = 'f1', 'f2'; Field = 'folder_id'; Expected = 'f1', 'f2' }
        @{ Command = 'Get-ExecKnowledgeSource'; Path = 'sources'; Parameter = 'PageId'; Given = 'p1', 'p2'; Field = 'page_id'; Expected = 'p1', 'p2' }
    )

    # The commands that return individual items, and their parameters.
    $singles = @(
        @{ Command = 'Get-ExecKnowledgeFolder'; Path = 'folders'; Property = 'FolderId' }
        @{ Command = 'Get-ExecKnowledgePage'; Path = 'pages'; Property = 'PageId' }
        @{ Command = 'Get-ExecKnowledgeSource'; Path = 'sources'; Property = 'SourceId' }
    )
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 1
    $null = Connect-TestServer $server
    $folders = Get-ExecKnowledgeFolder
    $pages = Get-ExecKnowledgePage
    $sources = Get-ExecKnowledgeSource
    $lists = @{ folders = $folders; pages = $pages; sources = $sources }
    $root = '/rest/v1/knowledge-hub'
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'The list of <Path>' -ForEach $singles {
    BeforeEach { Reset-TestServer $server }

    It 'is complete, in one request if it fits on one page' {
        (& $Command).Id | Should -Be $lists[$Path].Id
        $lists[$Path].Count | Should -BeGreaterThan 10
        $request = Get-ServerRequest $server
        $request.Path | Should -Be "$root/$Path"
        $request.Query | Should -Be 'page=1&page_size=100'
    }

    It 'is read in pages: <What>' -ForEach @(
        @{ What = '-First 3'; Parameters = @{ First = 3 }; From = 0; To = 2; Requests = 1 }
        @{ What = '-Skip 8'; Parameters = @{ Skip = 8 }; From = 8; To = 1000; Requests = 1 }
        @{ What = '-Skip 4 -First 4'; Parameters = @{ Skip = 4; First = 4 }; From = 4; To = 7; Requests = 1 }
        @{ What = '-First 9 -PageSize 3'; Parameters = @{ First = 9; PageSize = 3 }; From = 0; To = 8; Requests = 3 }
    ) {
        (& $Command @Parameters).Id | Should -Be $lists[$Path][$From..[Math]::Min($To, $lists[$Path].Count - 1)].Id
        @(Get-ServerRequest $server).Count | Should -Be $Requests
    }

    It 'has an exact total' {
        $total = & $Command -First 0 -IncludeTotalCount
        $total | Should -Be $lists[$Path].Count
        $total.Accuracy | Should -Be 1
    }
}

Describe 'A filter' {
    BeforeEach { Reset-TestServer $server }

    It '-<Parameter> of <Command> sends <Field>, one request for each value' -ForEach $filters {
        $filter = @{ $Parameter = $Given }
        $null = & $Command @filter
        $requests = @(Get-ServerRequest $server)
        $requests.Path | Sort-Object -Unique | Should -Be "$root/$Path"
        ($requests | ForEach-Object { $_.Parameters[$Field] } | Sort-Object) | Should -Be ($Expected | Sort-Object)
        ($requests | ForEach-Object { $_.Parameters.Count } | Sort-Object -Unique) | Should -Be 3
    }

    It 'returns the matching rows: <What>' -ForEach @(
        @{ What = 'subfolders'; List = { Get-ExecKnowledgeFolder -ParentId ($folders | Where-Object Name -EQ Sales).Id }; Expected = { $folders | Where-Object Parent -EQ ($folders | Where-Object Name -EQ Sales).Id } }
        @{ What = 'folders by part of the name'; List = { Get-ExecKnowledgeFolder oN }; Expected = { $folders | Where-Object Name -Like *on* } }
        @{ What = 'pages by part of the title'; List = { Get-ExecKnowledgePage calibration }; Expected = { $pages | Where-Object Title -Like *calibration* } }
        @{ What = 'pages of a folder'; List = { Get-ExecKnowledgePage -FolderId $pages[0].Folders[1].Id }; Expected = { $pages | Where-Object { $_.Folders.Id -contains $pages[0].Folders[1].Id } } }
        @{ What = 'pages of a skill'; List = { Get-ExecKnowledgePage -SkillId $pages[0].Skills[0].Id }; Expected = { $pages | Where-Object { $_.Skills.Id -contains $pages[0].Skills[0].Id } } }
        @{ What = 'pages of an owner'; List = { Get-ExecKnowledgePage -OwnerId $pages[0].Owner.Id }; Expected = { $pages | Where-Object { $_.Owner.Id -eq $pages[0].Owner.Id } } }
        @{ What = 'drafts'; List = { Get-ExecKnowledgePage -Status Draft }; Expected = { $pages | Where-Object Status -EQ Draft } }
        @{ What = 'pages changed after a time'; List = { Get-ExecKnowledgePage -UpdatedAfter $pages[9].UpdatedAt }; Expected = { $pages[0..9] } }
        @{ What = 'pages changed before a time'; List = { Get-ExecKnowledgePage -UpdatedBefore $pages[9].UpdatedAt }; Expected = { $pages[9..29] } }
        @{ What = 'sources of a type'; List = { Get-ExecKnowledgeSource -SourceType Notion }; Expected = { $sources | Where-Object SourceType -EQ Notion } }
        @{ What = 'sources that failed'; List = { Get-ExecKnowledgeSource -Status Failed }; Expected = { $sources | Where-Object Status -EQ Failed } }
        @{ What = 'sources of a folder'; List = { Get-ExecKnowledgeSource -FolderId ($folders | Where-Object Name -EQ 'File Attachments').Id }; Expected = { $sources | Where-Object { $_.FolderNames -match 'File Attachments' } } }
        @{ What = 'two filters'; List = { Get-ExecKnowledgeSource -SourceType Upload -Status Failed }; Expected = { $sources | Where-Object { $_.SourceType -eq 'Upload' -and $_.Status -eq 'Failed' } } }
    ) {
        $expected = @((& $Expected).Id)
        $expected.Count | Should -BeGreaterThan 0
        (& $List).Id | Should -Be $expected
    }

    It 'includes archived pages only on request' {
        $archived = Get-ExecKnowledgePage -Status Archived
        $archived.Status | Sort-Object -Unique | Should -Be 'Archived'
        $pages.Status | Should -Not -Contain 'Archived'
        @(Get-ExecKnowledgePage -Status Draft, Published, Archived).Count | Should -Be ($pages.Count + @($archived).Count)
    }

    It 'returns a row that matches several values once' {
        $two = $pages[0].Folders.Id
        $two.Count | Should -Be 2
        $found = Get-ExecKnowledgePage -FolderId $two
        @($found.Id | Sort-Object -Unique).Count | Should -Be $found.Count
        @($found | Where-Object Id -EQ $pages[0].Id).Count | Should -Be 1
    }

    It 'sends every combination of several values of several parameters' {
        $null = Get-ExecKnowledgePage -FolderId f1, f2 -Status Draft, Published
        Get-ServerRequest $server | ForEach-Object { '{0} {1}' -f $_.Parameters.folder_id, $_.Parameters.status } | Sort-Object |
            Should -Be 'f1 draft', 'f1 published', 'f2 draft', 'f2 published'
    }

    It 'reports that a total of several requests can count rows twice' {
        $total = Get-ExecKnowledgePage -Status Draft, Published -First 0 -IncludeTotalCount
        $total | Should -Be $pages.Count
        $total.Accuracy | Should -Be 0.9
    }

    It 'treats a time as local, and sends it in UTC, to the second' {
        $null = Get-ExecKnowledgePage -UpdatedAfter ([datetime] '2026-01-02T03:04:05') -UpdatedBefore ([datetime]::SpecifyKind('2026-02-03T04:05:06', 'Utc'))
        $query = (Get-ServerRequest $server).Parameters
        [datetimeoffset]::Parse($query.updated_after).UtcDateTime | Should -Be ([datetime]::SpecifyKind('2026-01-02T03:04:05', 'Local').ToUniversalTime())
        $query.updated_after | Should -BeLike '*Z'
        [datetimeoffset]::Parse($query.updated_before).UtcDateTime | Should -Be ([datetime] '2026-02-03T04:05:06')
    }

    It 'sorts as the API does: -SortBy <Name>' -ForEach @(
        @{ Name = 'UpdatedAt'; Api = 'updated_at'; Property = 'UpdatedAt'; Down = $true }
        @{ Name = 'CreatedAt'; Api = 'created_at'; Property = 'CreatedAt'; Down = $true }
        @{ Name = 'title'; Api = 'title'; Property = 'Title'; Down = $false }
    ) {
        $sorted = Get-ExecKnowledgePage -SortBy $Name
        (Get-ServerRequest $server).Parameters.sort | Should -BeExactly $Api
        if ($Property -ne 'Title') { $sorted.$Property | Should -Be ($sorted.$Property | Sort-Object -Descending:$Down) }
        else { $sorted[-1].Title | Should -Be 'What Customers Expect after the Purchase' }
    }
}

Describe 'A combination of parameters that isn''t valid' {
    BeforeEach { Reset-TestServer $server }

    It 'is rejected before a request: <What>' -ForEach @(
        @{ What = 'an empty period'; Ask = { Get-ExecKnowledgePage -UpdatedAfter 2026-03-02 -UpdatedBefore 2026-03-01 }; Id = 'ExecTimeRangeInvalid' }
        @{ What = '-IncludeDraft for a list'; Ask = { Get-ExecKnowledgePage -IncludeDraft }; Id = 'ExecParameterNeedsId' }
        @{ What = '-IncludeDraft for the pages of a folder'; Ask = { $folders[0] | Get-ExecKnowledgePage -IncludeDraft }; Id = 'ExecParameterNeedsId' }
        @{ What = '-IncludeContent for a list'; Ask = { Get-ExecKnowledgeSource -IncludeContent }; Id = 'ExecParameterNeedsId' }
        @{ What = '-First with -Id'; Ask = { Get-ExecKnowledgePage -Id p1 -First 1 }; Id = 'ExecParameterNeedsList' }
        @{ What = '-Skip with piped pages'; Ask = { $pages | Get-ExecKnowledgePage -Skip 1 }; Id = 'ExecParameterNeedsList' }
        @{ What = '-IncludeTotalCount with -Id'; Ask = { Get-ExecKnowledgeSource -Id s1 -IncludeTotalCount }; Id = 'ExecParameterNeedsList' }
        @{ What = 'a filter with -PageId'; Ask = { Get-ExecKnowledgePage -PageId p1 -Status Draft }; Id = 'ExecParameterNeedsList' }
        @{ What = 'a filter with piped items'; Ask = { $pages | Get-ExecKnowledgePage -FolderId f1 }; Id = 'ExecParameterNeedsList' }
        @{ What = '-SortBy with items requested by ID'; Ask = { $pages | Get-ExecKnowledgePage -SortBy Title }; Id = 'ExecParameterNeedsList' }
        @{ What = 'a type with -SourceId'; Ask = { Get-ExecKnowledgeSource -SourceId s1 -SourceType Url }; Id = 'ExecParameterNeedsList' }
        @{ What = 'a text with -FolderId'; Ask = { Get-ExecKnowledgeFolder -FolderId f1 -Query sales }; Id = 'ExecParameterNeedsList' }
        @{ What = 'a filter with -Id'; Ask = { Get-ExecKnowledgePage -Id p1 -Status Draft }; Id = 'AmbiguousParameterSet' }
        @{ What = 'an empty string'; Ask = { Get-ExecKnowledgePage -Query ' ' }; Id = 'ExecParameterNull' }
        @{ What = 'an ID that changes the path'; Ask = { Get-ExecKnowledgePage -Id '../folders' }; Id = 'ParameterArgumentValidationError' }
        @{ What = 'an unknown status'; Ask = { Get-ExecKnowledgePage -Status late }; Id = 'CannotConvertArgumentNoMessage' }
        @{ What = 'the number of a status'; Ask = { Get-ExecKnowledgePage -Status 1 }; Id = 'ParameterArgumentTransformationError' }
        @{ What = 'the type Unknown'; Ask = { Get-ExecKnowledgeSource -SourceType Unknown }; Id = 'ParameterArgumentValidationError' }
    ) {
        (Get-ErrorOf $Ask).Id | Should -Be $Id
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'is reported with the name of the superfluous parameter' {
        $failure = Get-ErrorOf { $pages | Get-ExecKnowledgePage -Status Draft }
        $failure.Message | Should -BeLike '-Status *'
        $failure.Advice | Should -BeLike '*Where-Object*'
    }
}

Describe 'Individual items of <Path>' -ForEach $singles {
    BeforeEach { Reset-TestServer $server }

    It 'are returned for -Id, one request per item, in the same order' {
        $wanted = $lists[$Path][3, 0, 7, 1].Id
        (& $Command -Id $wanted).Id | Should -Be $wanted
        (Get-ServerRequest $server).Path | Sort-Object | Should -Be ($wanted | ForEach-Object { "$root/$Path/$_" } | Sort-Object)
    }

    It 'are returned for the piped rows of the list' {
        ($lists[$Path] | & $Command).Id | Should -Be $lists[$Path].Id
        @(Get-ServerRequest $server).Count | Should -Be $lists[$Path].Count
    }

    It 'are returned for objects with a property <Property>' {
        $wanted = $lists[$Path][2, 1].Id
        $rows = $wanted | ForEach-Object { [pscustomobject]@{ $Property = $_ } }
        ($rows | & $Command).Id | Should -Be $wanted
    }

    It 'cause one error each if they don''t exist, and the others are returned' {
        $first, $last = $lists[$Path][0, 1].Id
        $got = & $Command -Id $first, 'nosuchthing1', $last -ErrorAction SilentlyContinue -ErrorVariable problems
        $got.Id | Should -Be $first, $last
        $problems.Count | Should -Be 1
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'ExecNotFound'
    }

    It 'aren''t returned for the Id of another kind of object' {
        [pscustomobject]@{ Id = 'x1' }, (Get-ExecWorkspace) | & $Command -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'InputObjectNotBound', 'InputObjectNotBound'
        (Get-ServerRequest $server).Path | Should -Be '/rest/v1/workspace'
    }

    It 'stop at a permanent failure: <Status>' -ForEach @(@{ Status = 403; Id = 'ExecForbidden' }, @{ Status = 401; Id = 'ExecAuthenticationFailed' }) {
        Add-ServerFault $server @{ fault = 'status'; status = $Status; times = 'always' }
        (Get-ErrorOf { & $Command -Id a, b, c }).Id | Should -Be $Id
    }
}

Describe 'A page requested by ID' {
    BeforeEach { Reset-TestServer $server }

    It 'has its content and its sources, which a page of a list doesn''t have' {
        $listed = $pages | Where-Object SourceCount -GT 1 | Where-Object Status -EQ Published | Select-Object -First 1
        $page = $listed | Get-ExecKnowledgePage
        $page | Should -BeOfType ([ExecPS.Client.Models.KnowledgePageDetail])
        $page.Content | Should -BeLike '## *'
        $page.Sources.Count | Should -Be $listed.SourceCount
        $page.Draft | Should -BeNullOrEmpty
        $listed.psobject.Properties['Content'] | Should -BeNullOrEmpty
        (Get-ServerRequest $server).Query | Should -BeNullOrEmpty
    }

    It 'has its draft on request' {
        $draft = $pages | Where-Object Status -EQ Draft | Select-Object -First 1
        $page = $draft | Get-ExecKnowledgePage -IncludeDraft
        (Get-ServerRequest $server).Query | Should -Be 'include=draft'
        $page.Content | Should -BeNullOrEmpty
        $page.Draft.Content | Should -Not -BeNullOrEmpty
    }

    It 'has sources that can be piped' {
        $page = $pages | Where-Object SourceCount -GT 1 | Select-Object -First 1 | Get-ExecKnowledgePage
        Reset-TestServer $server
        ($page.Sources | Get-ExecKnowledgeSource).Id | Should -Be $page.Sources.Id
        (Get-ServerRequest $server).Path | Sort-Object | Should -Be ($page.Sources.Id | ForEach-Object { "$root/sources/$_" } | Sort-Object)
    }
}

Describe 'A source requested by ID' {
    BeforeEach { Reset-TestServer $server }

    It 'has its content on request' {
        $ready = $sources | Where-Object Status -EQ Ready | Select-Object -First 1
        ($ready | Get-ExecKnowledgeSource -IncludeContent).Content | Should -Not -BeNullOrEmpty
        (Get-ServerRequest $server).Query | Should -Be 'include=content'
        Reset-TestServer $server
        ($ready | Get-ExecKnowledgeSource).Content | Should -BeNullOrEmpty
        (Get-ServerRequest $server).Query | Should -BeNullOrEmpty
    }
}

Describe 'The pipeline of the Knowledge Hub' {
    BeforeEach { Reset-TestServer $server }

    It 'lists <What>' -ForEach @(
        @{ What = 'the pages of folders'; From = { $folders[1..3] }; Command = 'Get-ExecKnowledgePage'; Path = 'pages'; Field = 'folder_id' }
        @{ What = 'the sources of folders'; From = { $folders[1..3] }; Command = 'Get-ExecKnowledgeSource'; Path = 'sources'; Field = 'folder_id' }
        @{ What = 'the sources of pages'; From = { $pages[1..3] }; Command = 'Get-ExecKnowledgeSource'; Path = 'sources'; Field = 'page_id' }
        @{ What = 'the pages of skills'; From = { Get-ExecSkill | Select-Object -First 3 }; Command = 'Get-ExecKnowledgePage'; Path = 'pages'; Field = 'skill_id' }
        @{ What = 'the pages of the skills of a page'; From = { $pages[0].Skills }; Command = 'Get-ExecKnowledgePage'; Path = 'pages'; Field = 'skill_id' }
        @{ What = 'the pages of the folders of a source'; From = { ($sources | Where-Object FolderNames)[0].Folders }; Command = 'Get-ExecKnowledgePage'; Path = 'pages'; Field = 'folder_id' }
    ) {
        $items = @(& $From)
        Reset-TestServer $server
        $null = $items | & $Command
        $requests = @(Get-ServerRequest $server)
        $requests.Path | Sort-Object -Unique | Should -Be "$root/$Path"
        $requests | ForEach-Object { $_.Parameters[$Field] } | Sort-Object | Should -Be ($items.Id | Sort-Object)
    }

    It 'returns each row once, even if several input objects match it' {
        $found = $folders | Get-ExecKnowledgePage
        @($found.Id | Sort-Object -Unique).Count | Should -Be $found.Count
        $found.Count | Should -Be @($pages | Where-Object FolderNames).Count
    }

    It 'requests a repeated folder once' {
        $null = $folders[0], $folders[0] | Get-ExecKnowledgePage
        @(Get-ServerRequest $server).Count | Should -Be 1
    }

    It 'returns the folders that contain a page' {
        ($pages[0].Folders | Get-ExecKnowledgeFolder).Name | Should -Be $pages[0].Folders.Name
    }

    It 'returns a page for each of its versions' {
        $version = Get-ExecKnowledgePageVersion $pages[0].Id -First 1
        ($version | Get-ExecKnowledgePage).Id | Should -Be $pages[0].Id
    }

    It 'uses only the PageId of an object that has one' {
        ([pscustomobject]@{ PageId = $pages[0].Id; FolderId = 'f1' } | Get-ExecKnowledgePage).Id | Should -Be $pages[0].Id
        (Get-ServerRequest $server).Path | Should -Be "$root/pages/$($pages[0].Id)"
    }

    It 'sends no request without input: <_>' -ForEach 'Get-ExecKnowledgeFolder', 'Get-ExecKnowledgePage', 'Get-ExecKnowledgePageVersion', 'Get-ExecKnowledgeSource' {
        @() | & $_ | Should -BeNullOrEmpty
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'never requests all items for a property that is null' {
        [pscustomobject]@{ FolderId = $null } | Get-ExecKnowledgePage -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'ExecInputEmpty'
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }
}

Describe 'Get-ExecKnowledgePageVersion' {
    BeforeEach { Reset-TestServer $server }

    It 'returns the versions of a page, the newest first' {
        $page = $pages | Where-Object Version -GT 2 | Select-Object -First 1
        $versions = Get-ExecKnowledgePageVersion $page.Id
        (Get-ServerRequest $server).Path | Should -Be "$root/pages/$($page.Id)/versions"
        $versions.Version | Should -Be ($versions.Count..1)
        $versions.PageId | Sort-Object -Unique | Should -Be $page.Id
    }

    It 'returns the versions page by page, in the order of the input' {
        $versions = $pages[4, 0, 2] | Get-ExecKnowledgePageVersion
        @($versions.PageId | Select-Object -Unique) | Should -Be $pages[4, 0, 2].Id
        @(Get-ServerRequest $server).Count | Should -Be 3
    }

    It 'applies -First and -Skip to all pages together' {
        $whole = $pages[0..3] | Get-ExecKnowledgePageVersion
        $part = $pages[0..3] | Get-ExecKnowledgePageVersion -Skip 4 -First 5
        $part | ForEach-Object { "$($_.PageId)/$($_.Version)" } | Should -Be ($whole[4..8] | ForEach-Object { "$($_.PageId)/$($_.Version)" })
    }

    It 'reports a page that doesn''t exist, and returns the versions of the others' {
        $got = Get-ExecKnowledgePageVersion $pages[0].Id, 'nosuchpage1', $pages[1].Id -ErrorAction SilentlyContinue -ErrorVariable problems
        @($got.PageId | Select-Object -Unique) | Should -Be $pages[0, 1].Id
        @($problems).Count | Should -Be 1
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'ExecNotFound'
    }

    It 'requires a page: the Id of another kind of object doesn''t bind' {
        $folders[0] | Get-ExecKnowledgePageVersion -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'InputObjectNotBound'
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }
}
