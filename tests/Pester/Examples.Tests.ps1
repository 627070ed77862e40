# The first session of a user, with the sandbox.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $connection = Connect-ExecWorkspace -Sandbox
    $all = @(Get-ExecAssignment)
}

AfterAll {
    Disconnect-ExecWorkspace -All
}

Describe 'Connect-ExecWorkspace -Sandbox' {
    It 'returns the connection, to a workspace in memory' {
        $connection.IsSandbox | Should -BeTrue
        $connection.Workspace.Name | Should -Be 'Larkfield Instruments'
        $connection.BaseUri.Host | Should -BeLike '*.invalid'
        $connection.ApiKeyHint | Should -Be "$([char]0x2026)0000"
    }

    It 'has 2,500 assignments, or as many as -AssignmentCount specifies' {
        $all.Count | Should -Be 2500
        $small = Connect-ExecWorkspace -Sandbox -AssignmentCount 7 -Name small
        try { @(Get-ExecAssignment -Connection small).Count | Should -Be 7 } finally { Disconnect-ExecWorkspace $small }
    }

    It 'creates the same workspace every time' {
        $again = Connect-ExecWorkspace -Sandbox -Name again
        try { (Get-ExecAssignment -Connection again).Id | Should -Be $all.Id } finally { Disconnect-ExecWorkspace $again }
    }

    It 'has every status, every rank, and people with names that are difficult for scripts' {
        $all.Status | Sort-Object -Unique | Should -Be 'NotStarted', 'InProgress', 'Completed', 'PastDue', 'DidNotPass'
        $all.BestRank.Name | Sort-Object -Unique | Should -Be 'Bronze', 'Gold', 'Silver', 'Unranked'
        $all.UserName | Where-Object { $_ -like "*'*" } | Should -Not -BeNullOrEmpty
        $all.UserName | Where-Object { $_ -like '*,*' } | Should -Not -BeNullOrEmpty
        $all.UserName | Where-Object { $_ -like '*"*' } | Should -Not -BeNullOrEmpty
    }
}

Describe 'Get-ExecAssignment -Status PastDue | Export-Csv overdue.csv' {
    It 'writes one row for each overdue assignment, and no others' {
        $file = Join-Path $TestDrive 'overdue.csv'
        Get-ExecAssignment -Status PastDue | Export-Csv $file -NoTypeInformation
        $rows = Import-Csv $file
        $rows.Id | Should -Be ($all | Where-Object { $_.Status -eq 'PastDue' }).Id
        $rows.Status | Sort-Object -Unique | Should -Be 'PastDue'
    }
}

Describe 'Get-ExecAssignment | Where-Object { $_.DueDate -lt (Get-Date).AddDays(7) -and $_.BestRank -lt $_.RankMin }' {
    BeforeAll {
        $found = @(Get-ExecAssignment | Where-Object { $_.DueDate -lt (Get-Date).AddDays(7) -and $_.BestRank -lt $_.RankMin })
        $order = @{ Unranked = 1; Bronze = 2; Silver = 3; Gold = 4 }
        function Test-BelowRequired($Assignment) {
            # A null rank is below every rank; no rank is below a null requirement.
            if ($null -eq $Assignment.RankMin) { return $false }
            if ($null -eq $Assignment.BestRank) { return $true }
            $order[$Assignment.BestRank.Name] -lt $order[$Assignment.RankMin.Name]
        }
    }

    It 'returns those whose rank is below the required one and that are due within a week' {
        $expected = $all | Where-Object { ($null -eq $_.DueDate -or ($_.DueDate - (Get-Date)).TotalDays -lt 7) -and (Test-BelowRequired $_) }
        $found.Count | Should -BeGreaterThan 100
        $found.Id | Should -Be $expected.Id
    }

    It 'includes those without a rank' {
        $found | Where-Object { $null -eq $_.BestRank } | Should -Not -BeNullOrEmpty
    }

    It 'excludes those that require no rank' {
        $found | Where-Object { $null -eq $_.RankMin } | Should -BeNullOrEmpty
    }
}

Describe 'Get-ExecAssignment | Group-Object ScenarioName -NoElement' {
    It 'counts the assignments of each scenario' {
        $groups = @(Get-ExecAssignment | Group-Object ScenarioName -NoElement)
        ($groups | Measure-Object Count -Sum).Sum | Should -Be 2500
        $groups.Count | Should -Be 24
        $recall = $groups | Where-Object { $_.Name -eq 'Product Recall: Calling a Hospital Lab' }
        $recall.Count | Should -Be @($all | Where-Object { $_.Scenario.Name -eq 'Product Recall: Calling a Hospital Lab' }).Count
    }
}

Describe 'Get-ExecCollection | Sort-Object ScenarioCount -Descending' {
    It 'returns the largest collection first' {
        $collections = Get-ExecCollection | Sort-Object ScenarioCount -Descending
        $collections.ScenarioCount | Should -Be 7, 6, 4, 4, 3, 2, 1, 0
        $collections[0].Name | Should -Be 'Customer Success'
    }
}

Describe 'Import-Csv people.csv | Get-ExecAssignment' {
    BeforeAll {
        $people = $all | Sort-Object UserId -Unique | Select-Object -First 3
    }

    It 'returns the assignments of the people in a column <Column>' -ForEach @(
        @{ Column = 'UserEmail' }
        @{ Column = 'UserId' }
    ) {
        $file = Join-Path $TestDrive "$Column.csv"
        $people | Select-Object $Column, @{ Name = 'Department'; Expression = { 'Sales' } } | Export-Csv $file -NoTypeInformation
        $expected = $all | Where-Object { $_.$Column -in $people.$Column }
        (Import-Csv $file | Get-ExecAssignment).Id | Should -Be $expected.Id
    }
}

Describe 'Get-ExecAssignment -First 25 -Skip 100 -IncludeTotalCount' {
    It 'returns the total, then the 25 assignments after the first 100' {
        $total, $page = Get-ExecAssignment -First 25 -Skip 100 -IncludeTotalCount
        $total | Should -Be 2500
        $total.ToString() | Should -Be 'Total count: 2500'
        $page.Id | Should -Be $all[100..124].Id
    }
}

Describe 'Where-Object BestRank -ge Silver' {
    It 'returns those with Silver and Gold (<Way>)' -ForEach @(
        @{ Way = 'BestRank -ge Silver'; Filter = { $all | Where-Object BestRank -ge Silver } }
        @{ Way = '{ $_.BestRank -ge ''Silver'' }'; Filter = { $all | Where-Object { $_.BestRank -ge 'Silver' } } }
        @{ Way = '{ $_.BestRank -ge ''silver'' }'; Filter = { $all | Where-Object { $_.BestRank -ge 'silver' } } }
    ) {
        $found = & $Filter
        $found.Id | Should -Be ($all | Where-Object { "$($_.BestRank)" -in 'Silver', 'Gold' }).Id
    }
}
