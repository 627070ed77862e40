# Get-ExecMember and Get-ExecGroup.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer
    $null = Connect-TestServer $server
    $members = @(Get-ExecMember)
    $groups = @(Get-ExecGroup)
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'Get-ExecMember' {
    BeforeEach { Reset-TestServer $server }

    It 'returns every member once, in pages of 100' {
        $got = Get-ExecMember
        $got.Count | Should -Be 126
        @($got.Id | Sort-Object -Unique).Count | Should -Be 126
        $requests = Get-ServerRequest $server
        $requests.Path | Sort-Object -Unique | Should -Be '/rest/v1/workspace/members'
        $requests.Query | Sort-Object | Should -Be 'page=1&page_size=100', 'page=2&page_size=100'
    }

    It 'returns the members whose name matches <Name>' -ForEach @(
        @{ Name = 'Rosa Walsh'; Expected = 'Rosa Walsh' }
        @{ Name = 'rosa walsh'; Expected = 'Rosa Walsh' }
        @{ Name = 'Rosa W*', 'Jonas O*'; Expected = 'Jonas Olsen', 'Rosa Walsh' }
        @{ Name = '* w?lsh'; Expected = 'Rosa Walsh', 'Clara Walsh', 'Priya Walsh' }
        @{ Name = 'Rosa?'; Expected = @() }
    ) {
        (Get-ExecMember -Name $Name).Name | Should -Be $Expected
        (Get-ServerRequest $server).Query | Sort-Object | Should -Be 'page=1&page_size=100', 'page=2&page_size=100'
    }

    It 'accepts the name as its first argument' {
        (Get-ExecMember 'Rosa Walsh').Email | Should -Be 'rosa.walsh@larkfield.example'
    }

    It 'returns the members whose email address matches -Email' {
        (Get-ExecMember -Email 'ROSA.W*', '*@exec.com').Email | Should -Be 'rosa.walsh@larkfield.example', 'support@exec.com'
    }

    It 'returns the members with the role <Role>' -ForEach @(
        @{ Role = 'Admin'; Count = 2 }
        @{ Role = 'staff'; Count = 4 }
        @{ Role = 'Admin', 'Staff'; Count = 6 }
        @{ Role = 'Member'; Count = 120 }
    ) {
        $got = @(Get-ExecMember -Role $Role)
        $got.Count | Should -Be $Count
        foreach ($member in $got) { "$($member.Role)" | Should -BeIn $Role }
    }

    It 'combines name, email address, and role with AND' {
        (Get-ExecMember -Name *Walsh -Email c*).Name | Should -Be 'Clara Walsh'
        Get-ExecMember -Name *Walsh -Role Admin | Should -BeNullOrEmpty
        (Get-ExecMember -Name Miriam* -Role Admin).Name | Should -Be 'Miriam Ahmed'
    }

    It 'excludes members without a name, email address, or role if these are filtered' {
        Set-ServerRow $server -Path '/workspace/members' -Row @{ id = 'm1' }, @{ id = 'm2'; email = 'x@acme.com'; role = 'admin' } -Times 3
        (Get-ExecMember -Email *).Id | Should -Be 'm1', 'm2'
        (Get-ExecMember -Email x*).Id | Should -Be 'm2'
        (Get-ExecMember -Role Admin).Id | Should -Be 'm2'
    }

    It 'applies -First and -Skip to the matching members' {
        (Get-ExecMember -Role Admin, Staff -First 2 -Skip 1).Id | Should -Be @($members | Where-Object { "$($_.Role)" -ne 'Member' })[1..2].Id
    }

    It 'filters by group with -GroupId' {
        $null = Get-ExecMember -GroupId g1, g2, g1
        $query = Get-SentQuery $server '/workspace/members'
        $query.Count | Should -Be 1
        $query.group_ids | Should -Be 'g1,g2'
    }

    It 'returns the members of a group, and nothing for a group that doesn''t exist' {
        $sales = $groups | Where-Object Name -EQ 'Sales Leadership'
        $got = @(Get-ExecMember -GroupId $sales.Id)
        $got.Count | Should -Be 29
        $got.Id | Where-Object { $_ -notin $members.Id } | Should -BeNullOrEmpty
        Get-ExecMember -GroupId nothing | Should -BeNullOrEmpty
    }

    It 'requests all piped groups at once, and returns a member of several groups once' {
        $got = @($groups | Get-ExecMember)
        (Get-ServerRequest $server).Parameters.group_ids | Sort-Object -Unique | Should -Be ($groups.Id -join ',')
        @($got.Id | Sort-Object -Unique).Count | Should -Be $got.Count
        $got.Count | Should -Be 125
    }

    It 'accepts groups from the column GroupId of a CSV file' {
        Set-Content (Join-Path $TestDrive 'groups.csv') 'GroupId,Note', 'g1,x', 'g2,y'
        $null = Import-Csv (Join-Path $TestDrive 'groups.csv') | Get-ExecMember
        (Get-SentQuery $server '/workspace/members').group_ids | Should -Be 'g1,g2'
    }

    It 'never uses the ID of another kind of object as a group: <What>' -ForEach @(
        @{ What = 'a member'; Item = { $members[0] } }
        @{ What = 'a scenario'; Item = { Get-ExecScenario -First 1 } }
        @{ What = 'an object with an Id'; Item = { [pscustomobject]@{ Id = 'g1' } } }
    ) {
        $entry = & $Item
        Reset-TestServer $server
        $entry | Get-ExecMember -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'InputObjectNotBound'
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'never requests all members because a group is null' {
        [pscustomobject]@{ GroupId = $null } | Get-ExecMember -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'ExecInputEmpty'
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'sends no request without input' {
        @() | Get-ExecMember | Should -BeNullOrEmpty
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'reads pages: <What>' -ForEach @(
        @{ What = '-First 3'; Parameters = @{ First = 3 }; From = 0; To = 2; Field = 'page=1&page_size=3' }
        @{ What = '-Skip 100'; Parameters = @{ Skip = 100 }; From = 100; To = 125; Field = 'page=2&page_size=100' }
        @{ What = '-Skip 20 -First 10'; Parameters = @{ Skip = 20; First = 10 }; From = 20; To = 29; Field = 'page=3&page_size=10' }
        @{ What = '-PageSize 50 -First 100'; Parameters = @{ PageSize = 50; First = 100 }; From = 0; To = 99; Field = 'page=1&page_size=50', 'page=2&page_size=50' }
    ) {
        (Get-ExecMember @Parameters).Id | Should -Be $members[$From..$To].Id
        (Get-ServerRequest $server).Query | Sort-Object | Should -Be $Field
    }

    It 'returns the total, which isn''t exact with a filter of the module: <Filter>' -ForEach @(
        @{ Filter = 'Name'; Value = 'R*' }
        @{ Filter = 'Email'; Value = 'r*' }
        @{ Filter = 'Role'; Value = 'Admin' }
    ) {
        Get-ExecMember -First 0 -IncludeTotalCount | Should -Be 126
        $picked = @{ $Filter = $Value }
        $total = @(Get-ExecMember @picked -IncludeTotalCount)[0]
        $total.Accuracy | Should -Be 0
    }

    It 'reads the form with a nested user the same way' {
        Set-ServerRow $server -Path '/workspace/members' -Row @{ id = 'membership'; role = 'staff'; user = @{ id = 'u1'; email = 'jane@acme.com'; first_name = 'Jane'; last_name = 'Doe' } }
        $member = Get-ExecMember
        $member.Id, $member.Email, $member.Name, "$($member.Role)" | Should -Be 'u1', 'jane@acme.com', 'Jane Doe', 'Staff'
    }

    It 'binds by ID and email address, also as a row of a CSV file' {
        $null = $members[0] | Get-ExecAssignment
        $query = Get-SentQuery $server '/scenarios/assignments'
        $query.user_ids, $query.user_emails | Should -Be $members[0].Id, $members[0].Email
        $members[0].UserId | Should -Be $members[0].Id
        ($members[0] | Get-Member -MemberType Properties).Name | Should -Be 'CreatedAt', 'Email', 'FirstName', 'Id', 'LastName', 'Name', 'Role', 'UserId'
        Reset-TestServer $server
        $null = $members[0] | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv | Get-ExecAssignment
        $again = Get-SentQuery $server '/scenarios/assignments'
        $again.user_ids, $again.user_emails | Should -Be $members[0].Id, $members[0].Email
    }
}

Describe 'Get-ExecGroup' {
    BeforeEach { Reset-TestServer $server }

    It 'returns every group, in one request' {
        (Get-ExecGroup).Name | Should -Be @(
            'Sales Leadership', 'Channel & Partners', 'Account Executives, Americas', 'Sales Development', 'Customer Success', 'Account Executives, EMEA')
        $request = Get-ServerRequest $server
        $request.Path | Should -Be '/rest/v1/workspace/groups'
        $request.Query | Should -Be 'page=1&page_size=100'
    }

    It 'returns the groups whose name matches <Name>' -ForEach @(
        @{ Name = 'sales leadership'; Expected = 'Sales Leadership' }
        @{ Name = 'Sales*'; Expected = 'Sales Leadership', 'Sales Development' }
        @{ Name = '* & *', '*emea'; Expected = 'Channel & Partners', 'Account Executives, EMEA' }
        @{ Name = 'Account Executives, Americas'; Expected = 'Account Executives, Americas' }
        @{ Name = 'Nothing*'; Expected = @() }
    ) {
        (Get-ExecGroup -Name $Name).Name | Should -Be $Expected
        (Get-ExecGroup $Name).Name | Should -Be $Expected
    }

    It 'reads pages: <What>' -ForEach @(
        @{ What = '-First 2'; Parameters = @{ First = 2 }; From = 0; To = 1; Requests = 1 }
        @{ What = '-Skip 4'; Parameters = @{ Skip = 4 }; From = 4; To = 5; Requests = 1 }
        @{ What = '-PageSize 2'; Parameters = @{ PageSize = 2 }; From = 0; To = 5; Requests = 3 }
    ) {
        (Get-ExecGroup @Parameters).Id | Should -Be $groups[$From..$To].Id
        @(Get-ServerRequest $server).Count | Should -Be $Requests
    }

    It 'applies -First and -Skip to the groups whose name matches' {
        (Get-ExecGroup -Name Account*, Sales* -Skip 1 -First 2).Name | Should -Be 'Account Executives, Americas', 'Sales Development'
    }

    It 'returns the total, which isn''t exact with -Name' {
        Get-ExecGroup -First 0 -IncludeTotalCount | Should -Be 6
        @(Get-ExecGroup -Name S* -IncludeTotalCount)[0].Accuracy | Should -Be 0
    }

    It 'accepts no pipeline input' {
        $null = $groups[0] | Get-ExecGroup -ErrorAction SilentlyContinue -ErrorVariable problems
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'InputObjectNotBound'
    }

    It 'has a visible typed ID' {
        $groups[0].GroupId | Should -Be $groups[0].Id
        ($groups[0] | Get-Member -MemberType Properties).Name | Should -Be 'CreatedAt', 'GroupId', 'Id', 'Name'
    }
}
