# CSV files written from the objects, and objects restored from CSV files.

BeforeDiscovery {
    # Written by code points, so that the encoding in which Windows PowerShell reads this file doesn't matter.
    $names = @(
        @{ What = 'an apostrophe'; First = 'Siobhan'; Last = 'O''Neil' }
        @{ What = 'a comma after an umlaut'; First = 'J' + [char] 0xFC + 'rgen'; Last = 'M' + [char] 0xFC + 'ller,' }
        @{ What = 'a line break'; First = 'Robert'; Last = "Smith`nJr" }
        @{ What = 'a Windows line break'; First = 'Robert'; Last = "Smith`r`nJr" }
        @{ What = 'an emoji'; First = 'Mei ' + [char]::ConvertFromUtf32(0x1F338); Last = 'Tanaka' }
        @{ What = 'an emoji of several code points'; First = [char]::ConvertFromUtf32(0x1F468) + [char] 0x200D + [char]::ConvertFromUtf32(0x1F467); Last = 'Family' }
        @{ What = 'quotation marks'; First = 'William "Bill"'; Last = 'Carter' }
        @{ What = 'a quotation mark and a comma'; First = 'A","B'; Last = 'C' }
        @{ What = 'Japanese'; First = [string] [char] 0x7F8E + [char] 0x54B2; Last = [string] [char] 0x4F50 + [char] 0x85E4 }
        @{ What = 'Arabic'; First = [string] [char] 0x644 + [char] 0x64A + [char] 0x644; Last = 'x' }
        @{ What = 'a formula'; First = '=1+1'; Last = '@SUM(A1)' }
        @{ What = 'leading and trailing spaces'; First = 'Jane'; Last = 'Doe' }
    )
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    # Small enough to be fast, and large enough to contain everyone with a difficult name.
    $server = Start-TestServer -AssignmentCount 600
    $null = Connect-TestServer $server
    $file = Join-Path $TestDrive 'out.csv'

    # Every cell of a command's output.
    function Get-Cell($Items) {
        foreach ($row in $Items | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv) { $row.psobject.Properties.Value }
    }
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'A CSV file' {
    BeforeEach { Reset-TestServer $server }

    It 'of <_> has no .NET type name in any cell' -ForEach 'Get-ExecAssignment', 'Get-ExecCollection', 'Get-ExecWorkspace', 'Get-ExecConnection' {
        $cells = @(Get-Cell (& $_))
        $cells.Count | Should -BeGreaterThan 0
        $cells -match 'ExecPS\.|System\.|\[\]' | Should -BeNullOrEmpty
    }

    It 'of assignments has the names of nested objects in their columns' {
        $assignment = Get-ExecAssignment -First 100 | Where-Object Program | Select-Object -First 1
        $row = $assignment | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        $row.User | Should -Be $assignment.User.Name
        $row.Scenario | Should -Be $assignment.Scenario.Name
        $row.Program | Should -Be $assignment.Program.Name
        $row.Status | Should -Be "$($assignment.Status)"
    }

    It 'of assignments has these columns, in this order' {
        # A script that reads the file by position fails if they change.
        (Get-ExecAssignment -First 1).psobject.Properties.Name | Should -Be @(
            'Id', 'UserId', 'UserName', 'UserEmail', 'ScenarioId', 'ScenarioName', 'ProgramId', 'ProgramName', 'Status', 'BestRank', 'RankMin',
            'DueDate', 'CreatedAt', 'BestScore', 'AttemptCount', 'AttemptMin', 'AttemptMax', 'AttemptsLeft', 'DaysOverdue', 'User', 'Scenario', 'Program')
    }

    It 'has empty cells for values that are null' {
        Set-ServerRow $server -Row @{ id = 'a1'; status = 'not_started'; user = @{ id = 'u1' } }
        $row = Get-ExecAssignment | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        foreach ($column in 'DueDate', 'BestScore', 'BestRank', 'UserEmail', 'Scenario', 'Program') { $row.$column | Should -BeNullOrEmpty }
    }
}

Describe 'A name' {
    BeforeEach { Reset-TestServer $server }

    It 'is the same after a round trip through a CSV file: <What>' -ForEach $names {
        Set-ServerRow $server -Row @{ id = 'a1'; status = 'past_due'; user = @{ id = 'u1'; email = 'x@acme.com'; first_name = $First; last_name = $Last }; scenario = @{ id = 's1'; name = $Last; slug = 's' } }
        $assignment = Get-ExecAssignment
        $assignment.User.FirstName | Should -BeExactly $First
        $assignment.UserName | Should -BeExactly "$First $Last"
        $assignment | Export-Csv $file -NoTypeInformation -Encoding UTF8
        $row = Import-Csv $file -Encoding UTF8
        @($row).Count | Should -Be 1
        $row.UserName | Should -BeExactly "$First $Last"
        $row.ScenarioName | Should -BeExactly $Last
        $row.UserEmail | Should -Be 'x@acme.com'
    }

    It 'of the sandbox is the same after a round trip, for each name' {
        $all = Get-ExecAssignment
        $all | Export-Csv $file -NoTypeInformation -Encoding UTF8
        $all.UserName | Where-Object { $_ -match '[,"'']' } | Should -Not -BeNullOrEmpty
        (Import-Csv $file -Encoding UTF8).UserName -join '|' | Should -BeExactly ($all.UserName -join '|')
    }
}

Describe 'A CSV file as input' {
    BeforeEach { Reset-TestServer $server }

    It 'that Get-ExecAssignment wrote selects the assignments of its users' {
        $some = Get-ExecAssignment -First 3
        $some | Export-Csv $file -NoTypeInformation
        $again = Import-Csv $file | Select-Object UserEmail | Get-ExecAssignment
        $some.Id | Where-Object { $_ -notin $again.Id } | Should -BeNullOrEmpty
        $again.UserEmail | Where-Object { $_ -notin $some.UserEmail } | Should -BeNullOrEmpty
    }

    It 'can be piped with all of its columns and rows' {
        $all = Get-ExecAssignment
        $all | Where-Object { -not $_.ProgramId } | Should -Not -BeNullOrEmpty
        $all | Export-Csv $file -NoTypeInformation
        $expected = @($all | Get-ExecSession)
        $got = @(Import-Csv $file | Get-ExecSession -ErrorVariable problems)
        $problems | Should -BeNullOrEmpty
        $got.Id | Should -Be $expected.Id
    }

    It 'binds the column <_> as an email address' -ForEach 'UserEmail', 'Email', 'Mail', 'mail' {
        $null = [pscustomobject]@{ $_ = 'jane@acme.com' } | Get-ExecAssignment
        (Get-SentQuery $server '/scenarios/assignments').user_emails | Should -Be 'jane@acme.com'
    }

    It 'treats <What> as null' -ForEach @(
        @{ What = 'an empty cell'; Value = '' }
        @{ What = 'a cell of spaces'; Value = '  ' }
        @{ What = 'a database null'; Value = [DBNull]::Value }
        @{ What = 'null'; Value = $null }
    ) {
        $null = [pscustomobject]@{ UserEmail = 'jane@acme.com'; UserId = $Value; ScenarioId = $Value; ProgramId = $Value } | Get-ExecAssignment
        (Get-SentQuery $server '/scenarios/assignments').Keys | Should -Be 'user_emails'
        Reset-TestServer $server
        $null = [pscustomobject]@{ UserEmail = $Value; UserId = $Value } | Get-ExecAssignment -ErrorAction SilentlyContinue -ErrorVariable problems
        ($problems | ConvertFrom-ErrorRecord).Id | Should -Be 'ExecInputEmpty'
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'is the same for every parameter that accepts properties of input objects, apart from long text' {
        foreach ($command in Get-Command -Module ExecPS) {
            foreach ($parameter in $command.Parameters.Values | Where-Object { $_.Attributes.ValueFromPipelineByPropertyName -eq $true -and $_.ParameterType -in [string], [string[]] -and $_.Name -notin 'Title', 'Prompt', 'Content', 'Context', 'CustomMessage' }) {
                "$($parameter.Attributes.TypeId.Name)" | Should -Match 'TrimTransformAttribute' -Because "$command -$($parameter.Name) accepts CSV rows"
            }
        }
    }
}
