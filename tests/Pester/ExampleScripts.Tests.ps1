# The scripts in docs/examples: their results are compared with independently calculated values, and failures are tested.

BeforeDiscovery {
    $examples = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'docs/examples'
    $scripts = Get-ChildItem $examples -Filter *.ps1 | Where-Object { $_.Name -ne 'Show-Demo.ps1' } | ForEach-Object { @{ Name = $_.Name; Path = $_.FullName } }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $examples = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'docs/examples'
    $server = Start-TestServer -AssignmentCount 400
    $null = Connect-TestServer $server -With @{ Name = 'server' }
    $null = Connect-ExecWorkspace -Sandbox -Name main
    $all = @(Get-ExecAssignment)

    # An assignment as the API returns it.
    function New-Row([string] $Id, [hashtable] $With = @{}) {
        $row = @{
            id = $Id; status = 'past_due'; due_date = '2026-01-02T03:04:05Z'; attempt_count = 0
            user = @{ id = "u$Id"; email = "$Id@larkfield.example"; first_name = 'First'; last_name = 'Last' }
            scenario = @{ id = 's1'; name = 'Scenario' }
        }
        foreach ($key in $With.Keys) { $row[$key] = $With[$key] }
        $row
    }

    function Test-ByteOrderMark([string] $File) {
        $bytes = [IO.File]::ReadAllBytes($File)
        $bytes[0] -eq 0xEF -and $bytes[1] -eq 0xBB -and $bytes[2] -eq 0xBF
    }

    # Runs PowerShell with a culture.
    function Invoke-InCulture([string] $Culture, [scriptblock] $Do) {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $Culture
            & $Do
        }
        finally { [cultureinfo]::CurrentCulture = $before }
    }
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'The example <Name>' -ForEach $scripts {
    It 'has complete help, and shows output of the sandbox' {
        $help = Get-Help $Path -Full
        $help.Synopsis | Should -Not -Match ([regex]::Escape($Name))
        $help.description.Text | Should -Not -BeNullOrEmpty
        @($help.examples.example).Count | Should -BeGreaterThan 1
        $help.examples.example[0].code + $help.examples.example[0].remarks.Text | Should -Match '-Sandbox'
        $help.returnValues | Should -Not -BeNullOrEmpty
        foreach ($parameter in $help.parameters.parameter | Where-Object { $_.name -notin 'WhatIf', 'Confirm' }) {
            $parameter.description.Text | Should -Not -BeNullOrEmpty -Because $parameter.name
        }
    }

    It 'requires the module, and uses strict mode' {
        $text = Get-Content -LiteralPath $Path -Raw
        $text | Should -Match '(?m)^#Requires -Modules ExecPS$'
        $text | Should -Match '(?m)^#Requires -Version 5.1$'
        $text | Should -Match '(?m)^Set-StrictMode -Version Latest$'
        $text | Should -Match '(?m)^\[CmdletBinding\('
    }

    It 'is in the list of examples' {
        Get-Content (Join-Path $examples 'README.md') -Raw | Should -Match ([regex]::Escape("[$Name]($Name)"))
    }
}

Describe 'Export-OverdueByManager.ps1' {
    BeforeAll {
        $script = Join-Path $examples 'Export-OverdueByManager.ps1'
        $overdue = @($all | Where-Object Status -EQ PastDue)
        $emails = @($overdue.UserEmail | Sort-Object -Unique)
        $emails.Count | Should -BeGreaterThan 40

        # The first twenty users have one manager, the next ten another, and five both. One is listed without a manager, and the rest isn't listed.
        $list = Join-Path $TestDrive 'managers.csv'
        $pairs = @(
            $emails[0..19] | ForEach-Object { @{ User = $_.ToUpperInvariant(); Manager = 'Ann@larkfield.example' } }
            $emails[15..29] | ForEach-Object { @{ User = " $_ "; Manager = 'bob@larkfield.example' } }
            @{ User = $emails[30]; Manager = '' }
            @{ User = 'nobody@larkfield.example'; Manager = '../idle@larkfield.example' }
        )
        $pairs | ForEach-Object { [pscustomobject]@{ Department = 'Sales'; UserEmail = $_.User; ManagerEmail = $_.Manager } } | Export-Csv $list -NoTypeInformation
        $folder = Join-Path $TestDrive 'overdue'
        $files = @(& $script -ManagerList $list -Path $folder)

        # The rows of some users, as text that doesn't depend on their order.
        function Get-Expected([string[]] $Email) {
            $overdue | Where-Object { $_.UserEmail -in $Email } | ForEach-Object { '{0}|{1}|{2:yyyy-MM-dd}|{3}' -f $_.UserEmail, $_.ScenarioName, $_.DueDate, $_.RankMin } | Sort-Object
        }
        function Get-Written([string] $Manager) {
            $file = ($files | Where-Object { "$($_.Manager)" -eq $Manager }).Path
            Import-Csv $file -Encoding UTF8 | ForEach-Object { $_.UserEmail, $_.ScenarioName, $_.DueDate, $_.RankMin -join '|' } | Sort-Object
        }
    }

    It 'gives each manager the overdue assignments of their reports, and no others' {
        Get-Written 'ann@larkfield.example' | Should -Be (Get-Expected $emails[0..19])
        Get-Written 'bob@larkfield.example' | Should -Be (Get-Expected $emails[15..29])
    }

    It 'keeps users without a manager' {
        Get-Written '' | Should -Be (Get-Expected $emails[30..($emails.Count - 1)])
    }

    It 'omits no assignment, and counts the written rows' {
        $twice = @(Get-Expected $emails[15..19]).Count
        ($files | Measure-Object Count -Sum).Sum | Should -Be ($overdue.Count + $twice)
        foreach ($file in $files) { @(Import-Csv $file.Path).Count | Should -Be $file.Count }
    }

    It 'writes an empty list for a manager without overdue assignments, in the folder for any email address' {
        $idle = $files | Where-Object Manager -Like '*idle*'
        $idle.Count | Should -Be 0
        @(Get-Content $idle.Path).Count | Should -Be 1
        (Get-Content $idle.Path) | Should -Be (Get-Content $files[0].Path -TotalCount 1)
        (Get-ChildItem $folder).FullName | Sort-Object | Should -Be ($files.Path | Sort-Object)
    }

    It 'lists the longest overdue first, in a file that Excel reads' {
        $dates = (Import-Csv $files[0].Path).DueDate
        $dates | Should -Be ($dates | Sort-Object)
        foreach ($file in $files) { Test-ByteOrderMark $file.Path | Should -BeTrue }
    }

    It 'sends no request if the list doesn''t exist, lacks a column, or contains no users: <Because>' -ForEach @(
        @{ Because = 'it doesn''t exist'; Text = $null; Message = '*nowhere.csv*' }
        @{ Because = 'it has semicolons'; Text = "UserEmail;ManagerEmail`na@x.example;b@x.example"; Message = '*no column UserEmail*-Delimiter*' }
        @{ Because = 'it has another column'; Text = "UserEmail,Boss`na@x.example,b@x.example"; Message = '*no column ManagerEmail. It has: UserEmail, Boss*' }
        @{ Because = 'it is empty'; Text = 'UserEmail,ManagerEmail'; Message = '*names no manager*' }
    ) {
        $bad = Join-Path $TestDrive 'nowhere.csv'
        if ($Text) { Set-Content $bad $Text } else { Remove-Item $bad -ErrorAction Ignore }
        $before = (Get-ExecConnection main).RequestCount
        { & $script -ManagerList $bad -Path (Join-Path $TestDrive 'none') } | Should -Throw $Message
        (Get-ExecConnection main).RequestCount | Should -Be $before
        Join-Path $TestDrive 'none' | Should -Not -Exist
    }

    It 'reads a list with semicolons with -Delimiter' {
        $other = Join-Path $TestDrive 'semicolons.csv'
        Set-Content $other "UserEmail;ManagerEmail`n$($emails[0]);b@x.example"
        $one = & $script $other (Join-Path $TestDrive 'semi') -Delimiter ';' | Where-Object Manager
        $one.Count | Should -Be @(Get-Expected $emails[0]).Count
    }

    It 'writes nothing if the API fails, and neutralizes formulas' {
        Reset-TestServer $server
        Add-ServerFault $server @{ path = '/scenarios/assignments'; fault = 'status'; status = 403 }
        { & $script $list (Join-Path $TestDrive 'failed') -Connection server } | Should -Throw '*403*'
        Join-Path $TestDrive 'failed' | Should -Not -Exist

        Set-ServerRow $server -Row (New-Row 'a' @{ scenario = @{ id = 's'; name = '=cmd|calc' } }), (New-Row 'b' @{ user = @{ id = 'ub'; first_name = 'No'; last_name = 'Address' } })
        $without = & $script $list (Join-Path $TestDrive 'formula') -Connection server | Where-Object { -not $_.Manager }
        $rows = Import-Csv $without.Path
        $rows.ScenarioName | Should -Be "'=cmd|calc", 'Scenario'
        $rows.UserName | Should -Contain 'No Address'
    }
}

Describe 'Get-ReminderMail.ps1' {
    BeforeAll {
        $script = Join-Path $examples 'Get-ReminderMail.ps1'
        $limit = (Get-Date).AddDays(5)
        $mails = @(& $script -DueWithinDays 5)
        $expected = @($all | Where-Object { "$($_.Status)" -in 'NotStarted', 'InProgress' -and $null -ne $_.DueDate -and $_.DueDate -lt $limit })
    }

    It 'writes one mail for each user who has something due, with all assignments' {
        $expected.Count | Should -BeGreaterThan 20
        $mails.Assignments.Id | Sort-Object | Should -Be ($expected.Id | Sort-Object)
        $mails.To | Should -Be ($expected.UserEmail | Sort-Object -Unique)
        foreach ($mail in $mails) {
            $mail.Assignments.UserEmail | Select-Object -Unique | Should -Be $mail.To
            $mail.Subject | Should -Match "\b$($mail.Assignments.Count)\b"
        }
    }

    It 'lists each assignment in the body with its date, the first due date first' {
        foreach ($mail in $mails) {
            $lines = @($mail.Body -split "`r`n" -like '- *')
            $lines.Count | Should -Be $mail.Assignments.Count
            $lines | ForEach-Object { $_.Substring(2, 16) } | Should -Be ($lines | ForEach-Object { $_.Substring(2, 16) } | Sort-Object)
            foreach ($assignment in $mail.Assignments) { $mail.Body.Contains($assignment.ScenarioName) | Should -BeTrue }
            $mail.Body | Should -Match ([regex]::Escape("Hello $($mail.Assignments[0].UserName),"))
        }
    }

    It 'includes overdue assignments with -IncludePastDue, and mentions them' {
        $more = @(& $script -DueWithinDays 5 -IncludePastDue)
        @($more.Assignments).Count | Should -Be ($expected.Count + @($all | Where-Object Status -EQ PastDue).Count)
        @($more.Body -join "`n" -split "`n" -like '*overdue)*').Count | Should -Be @($all | Where-Object Status -EQ PastDue).Count
    }

    It 'has one line per assignment for any name, and warns about users without an address' {
        Reset-TestServer $server
        $name = "Evil`r`nBcc: all@larkfield.example <b>"
        Set-ServerRow $server -Row (New-Row 'a' @{ status = 'in_progress'; scenario = @{ id = 's'; name = $name } }),
            (New-Row 'b' @{ status = 'in_progress'; user = @{ id = 'ub'; first_name = 'No'; last_name = 'Address' } })
        $mail = @(& $script -Connection server -WarningVariable warnings -WarningAction SilentlyContinue)
        $mail.Count | Should -Be 1
        $mail.Body | Should -Match 'Evil Bcc: all@larkfield.example <b>'
        @($mail.Body -split "`n").Count | Should -Be 6
        "$warnings" | Should -BeLike '*No Address*1 assignments*'
    }

    It 'returns nothing without an error if nothing is due' {
        Reset-TestServer $server
        Set-ServerRow $server -Row @()
        & $script -Connection server | Should -BeNullOrEmpty
    }
}

Describe 'Export-CompletionRate.ps1' {
    BeforeAll {
        $script = Join-Path $examples 'Export-CompletionRate.ps1'
        $file = Join-Path $TestDrive 'rate.csv'
    }

    It 'has the numbers of each scenario and each program' {
        $written = & $script -Path $file
        $written.FullName | Should -Be $file
        $rows = @(Import-Csv $file -Encoding UTF8)

        $tally = @{}
        foreach ($assignment in $all) {
            foreach ($key in "Scenario/$($assignment.ScenarioId)", "Program/$($assignment.ProgramId)") {
                if (-not $tally[$key]) { $tally[$key] = @(0, 0, 0) }
                $tally[$key][0]++
                if ($assignment.Status -eq 'Completed') { $tally[$key][1]++ }
                if ($assignment.Status -eq 'PastDue') { $tally[$key][2]++ }
            }
        }
        $rows.Count | Should -Be $tally.Count
        foreach ($row in $rows) {
            $counts = $tally["$($row.By)/$($row.Id)"]
            $row.Assigned, $row.Completed, $row.PastDue | Should -Be "$($counts[0])", "$($counts[1])", "$($counts[2])"
            [Math]::Abs([double]::Parse($row.CompletedPercent, [cultureinfo]::InvariantCulture) - 100 * $counts[1] / $counts[0]) | Should -BeLessOrEqual 0.0501
        }
        ($rows | Where-Object { $_.By -eq 'Program' -and -not $_.Id }).Name | Should -Be '(no program)'
        ($rows | Where-Object By -EQ Scenario).Name | Should -Be ($all.ScenarioName | Sort-Object -Unique)
    }

    It 'has a byte order mark on request' {
        $null = & $script -Path $file -By Program
        Test-ByteOrderMark $file | Should -BeFalse
        @(Import-Csv $file).By | Select-Object -Unique | Should -Be 'Program'
        $null = & $script -Path $file -By Program -Encoding utf8BOM
        Test-ByteOrderMark $file | Should -BeTrue
    }

    It 'uses commas and points in any culture, and the culture''s separators for Excel' {
        Invoke-InCulture de-DE {
            $null = & $script -Path $file -By Program
            (Import-Csv $file).CompletedPercent | Should -Match '^\d+\.\d$'
            $null = & $script -Path $file -By Program -ForExcel
            Test-ByteOrderMark $file | Should -BeTrue
            $rows = Import-Csv $file -Delimiter ([cultureinfo]::CurrentCulture.TextInfo.ListSeparator) -Encoding UTF8
            $rows.CompletedPercent | Should -Match ('^\d+' + [regex]::Escape([cultureinfo]::CurrentCulture.NumberFormat.NumberDecimalSeparator) + '\d$')
            @($rows).Count | Should -Be 6
        }
    }

    It 'neutralizes formulas only on request' {
        Reset-TestServer $server
        $names = '=1+1', '+1', '-1', '@SUM(A1)', "`t=1", 'a=1'
        $rows = foreach ($name in $names) { New-Row "n$([array]::IndexOf($names, $name))" @{ scenario = @{ id = "s$([array]::IndexOf($names, $name))"; name = $name } } }
        Set-ServerRow $server -Row $rows -Times 3
        $null = & $script -Path $file -By Scenario -Connection server
        (Import-Csv $file | Sort-Object Id).Name | Should -Be $names
        $null = & $script -Path $file -By Scenario -Connection server -NeutralizeFormula
        (Import-Csv $file | Sort-Object Id).Name | Should -Be "'=1+1", "'+1", "'-1", "'@SUM(A1)", "'`t=1", 'a=1'
        $null = & $script -Path $file -By Scenario -Connection server -ForExcel
        (Import-Csv $file -UseCulture | Sort-Object Id).Name[0] | Should -Be "'=1+1"
    }

    It 'distinguishes programs with the same name, and writes a header without rows' {
        Reset-TestServer $server
        Set-ServerRow $server -Row (New-Row 'a' @{ program = @{ id = 'p1'; name = 'Same' } }), (New-Row 'b' @{ program = @{ id = 'p2'; name = 'Same' } })
        $null = & $script -Path $file -By Program -Connection server
        (Import-Csv $file).Id | Should -Be 'p1', 'p2'
        $header = Get-Content $file -TotalCount 1
        Set-ServerRow $server -Row @()
        $null = & $script -Path $file -Connection server
        Get-Content $file | Should -Be $header
    }

    It 'doesn''t change the file if the API fails' {
        Set-Content $file 'old'
        Reset-TestServer $server
        Add-ServerFault $server @{ path = '/scenarios/assignments'; page = 3; fault = 'html_200' }
        { & $script -Path $file -Connection server } | Should -Throw
        Get-Content $file | Should -Be 'old'
    }
}

Describe 'Get-BelowRequiredRank.ps1' {
    BeforeAll {
        $found = @(& (Join-Path $examples 'Get-BelowRequiredRank.ps1'))
        $order = @{ '' = 0; Unranked = 1; Bronze = 2; Silver = 3; Gold = 4 }
    }

    It 'lists users below the rank with attempts left, and no others' {
        $expected = foreach ($assignment in $all) {
            $below = $order["$($assignment.BestRank)"] -lt $order["$($assignment.RankMin)"]
            $open = "$($assignment.Status)" -notin 'Completed', 'DidNotPass'
            $left = if ($null -eq $assignment.AttemptMax) { 1 } else { $assignment.AttemptMax - $assignment.AttemptCount }
            if ($below -and $open -and $left -gt 0) { $assignment }
        }
        $found.Count | Should -BeGreaterThan 100
        $found.Id | Sort-Object | Should -Be ($expected.Id | Sort-Object)
    }

    It 'shows the number of attempts and days left' {
        $byId = @{}
        foreach ($assignment in $all) { $byId[$assignment.Id] = $assignment }
        foreach ($row in $found) {
            $assignment = $byId[$row.Id]
            if ($null -eq $assignment.AttemptMax) { $row.AttemptsLeft | Should -BeNullOrEmpty }
            else { $row.AttemptsLeft + $assignment.AttemptCount | Should -Be $assignment.AttemptMax }
            if ($null -eq $assignment.DueDate) { $row.DaysLeft | Should -BeNullOrEmpty }
            else { [Math]::Abs(($assignment.DueDate - (Get-Date)).TotalDays - 0.5 - $row.DaysLeft) | Should -BeLessOrEqual 0.51 }
        }
        $found | Where-Object { $null -eq $_.AttemptsLeft } | Should -Not -BeNullOrEmpty
        $found | Where-Object { $_.DaysLeft -lt 0 } | Should -Not -BeNullOrEmpty
    }

    It 'excludes overdue assignments without attempts left' {
        Reset-TestServer $server
        $rows = foreach ($count in 1, 2, 3) { New-Row "r$count" @{ attempt_count = $count; attempt_max = 2; rank_min = 'gold'; best_rank = 'silver' } }
        Set-ServerRow $server -Row $rows
        $one = & (Join-Path $examples 'Get-BelowRequiredRank.ps1') -Connection server
        $one.Id | Should -Be 'r1'
        $one.AttemptsLeft | Should -Be 1
    }

    It 'lists the most urgent first' {
        for ($i = 1; $i -lt $found.Count; $i++) {
            $before, $after = $found[$i - 1], $found[$i]
            if ($after.DueDate) { $before.DueDate | Should -BeLessOrEqual $after.DueDate }
            if ($before.DueDate -eq $after.DueDate -and $after.AttemptsLeft) { $before.AttemptsLeft | Should -BeLessOrEqual $after.AttemptsLeft }
        }
    }
}

Describe 'A test for your own script' {
    It 'runs in its own process' {
        $run = Invoke-FreshPowerShell @"
Import-Module '$((Get-Module Pester).Path)'
Import-Module `$module
`$result = Invoke-Pester '$examples/tests' -PassThru -Output None
"`$(`$result.PassedCount) of `$(`$result.TotalCount)"
`$result.Failed | ForEach-Object { `$_.Name; `$_.ErrorRecord | Out-String }
"@ -Seconds 90
        $run.Output.Trim() | Should -Be '5 of 5'
    }
}

Describe 'Get-WorkspaceReport.ps1' {
    BeforeAll {
        $script = Join-Path $examples 'Get-WorkspaceReport.ps1'
        $null = Connect-ExecWorkspace -Sandbox -Name small -AssignmentCount 60
        $null = Connect-ExecWorkspace -Sandbox -Name empty -AssignmentCount 0
        $null = Connect-ExecWorkspace -Sandbox -Name main
    }

    AfterAll { Disconnect-ExecWorkspace small, empty }

    It 'counts each workspace by program' {
        $rows = @(& $script -Connection small, main)
        $rows.Connection | Select-Object -Unique | Should -Be 'small', 'main'
        $rows.Workspace | Select-Object -Unique | Should -Be 'Larkfield Instruments'
        foreach ($name in 'small', 'main') {
            $list = @(Get-ExecAssignment -Connection $name)
            $mine = @($rows | Where-Object Connection -EQ $name)
            ($mine | Measure-Object Assigned -Sum).Sum | Should -Be $list.Count
            foreach ($row in $mine) {
                $those = @($list | Where-Object { "$($_.ProgramName)" -eq "$($row.Program)" })
                $row.Assigned | Should -Be $those.Count
                $row.Completed | Should -Be @($those | Where-Object Status -EQ Completed).Count
                $row.PastDue | Should -Be @($those | Where-Object Status -EQ PastDue).Count
                $row.Error | Should -BeNullOrEmpty
            }
        }
    }

    It 'uses all connections of the session by default, and includes empty workspaces' {
        Reset-TestServer $server
        $rows = @(& $script)
        $rows.Connection | Sort-Object -Unique | Should -Be 'empty', 'main', 'server', 'small'
        ($rows | Where-Object Connection -EQ empty).Assigned | Should -Be 0
    }

    It 'continues after a workspace that fails, and reports it: <Because>' -ForEach @(
        @{ Because = 'rejected'; Fault = @{ path = '/scenarios/assignments'; fault = 'status'; status = 403 }; Message = '*403*' }
        @{ Because = 'interrupted in the middle'; Fault = @{ path = '/scenarios/assignments'; page = 2; fault = 'html_200' }; Message = '*incomplete*' }
    ) {
        Reset-TestServer $server
        Add-ServerFault $server $Fault
        $rows = @(& $script -Connection server, nobody, small -ErrorVariable failed -ErrorAction SilentlyContinue)
        $bad = $rows | Where-Object Connection -EQ server
        @($bad).Count | Should -Be 1
        $bad.Workspace | Should -Be 'Larkfield Instruments'
        $bad.Error | Should -BeLike $Message
        $bad.Assigned | Should -BeNullOrEmpty
        ($rows | Where-Object Connection -EQ nobody).Error | Should -BeLike '*no connection*nobody*'
        ($rows | Where-Object Connection -EQ small | Measure-Object Assigned -Sum).Sum | Should -Be 60
        ($failed | Where-Object FullyQualifiedErrorId -Like 'WorkspaceFailed*').TargetObject | Should -Be 'server', 'nobody'
    }
}

Describe 'Get-SkillGap.ps1' {
    BeforeAll {
        $gaps = @(& (Join-Path $examples 'Get-SkillGap.ps1'))
    }

    It 'has the API''s numbers for each skill and group' {
        # The API filters by group; the script combines members and proficiency.
        $expected = @{}
        foreach ($skill in Get-ExecSkill) {
            foreach ($group in Get-ExecGroup) {
                $scored = @(Get-ExecSkillProficiency -SkillId $skill.Id -GroupId $group.Id -ExcludeSystemUser | Where-Object { $null -ne $_.Score })
                $weak = @($scored | Where-Object { $_.Score -lt 50 })
                if ($weak) { $expected["$($skill.Name)/$($group.Name)"] = '{0} of {1}: {2}' -f $weak.Count, $scored.Count, (($weak.UserEmail | Sort-Object) -join '; ') }
            }
        }
        $inGroups = @($gaps | Where-Object Group -NE '(no group)')
        $expected.Count | Should -BeGreaterThan 10
        $inGroups.Count | Should -Be $expected.Count
        foreach ($gap in $inGroups) { '{0} of {1}: {2}' -f $gap.NeedsWork, $gap.Scored, $gap.Users | Should -Be $expected["$($gap.Skill)/$($gap.Group)"] }
    }

    It 'includes users without a group' {
        $weak = @(Get-ExecSkill | Get-ExecSkillProficiency -ExcludeSystemUser | Where-Object Tier -EQ NeedsWork)
        @($gaps.Users -split '; ' | Sort-Object -Unique) | Should -Be @($weak.UserEmail | Sort-Object -Unique)
    }

    It 'lists the largest share first' {
        for ($i = 1; $i -lt $gaps.Count; $i++) { $gaps[$i - 1].Percent | Should -BeGreaterOrEqual $gaps[$i].Percent }
    }

    It 'selects skills by name' {
        $some = @(& (Join-Path $examples 'Get-SkillGap.ps1') -Skill '*listening*')
        $some.Users | Should -Be ($gaps | Where-Object Skill -Like '*listening*').Users
    }
}

Describe 'Get-CoachingDigest.ps1' {
    BeforeAll {
        $script = Join-Path $examples 'Get-CoachingDigest.ps1'
        $email = 'mei.tanaka@larkfield.example'
        $digest = & $script -UserEmail $email -Days 60 -MaximumSession 6
        $limit = (Get-Date).AddDays(-60)
        $mine = @(Get-ExecSession -UserEmail $email | Where-Object CreatedAt -GT $limit | Sort-Object CreatedAt -Descending | Select-Object -First 6)
    }

    It 'reads the user''s newest sessions' {
        $mine.Count | Should -BeGreaterThan 2
        $digest.Sessions.Id | Should -Be $mine.Id
        $digest.SessionCount | Should -Be $mine.Count
        $scores = @($mine.Score -ne $null)
        $digest.AverageScore | Should -Be ([Math]::Round(($scores | Measure-Object -Average).Average, 1))
        "$($digest.BestRank)" | Should -Be "$(($mine | Where-Object Score | Sort-Object Score | Select-Object -Last 1).Rank)"
    }

    It 'counts good and bad grades, with the newest feedback' {
        $tally = @{}
        foreach ($session in $mine) {
            foreach ($criterion in (Get-ExecSession -Id $session.Id -IncludeEvaluation).Evaluations) {
                foreach ($item in $criterion.Items) {
                    $key = "$($item.Grade): $($criterion.CriterionName), $($item.Name)"
                    if (-not $tally[$key]) { $tally[$key] = [pscustomobject]@{ Count = 0; Feedback = $null } }
                    $tally[$key].Count++
                    if (-not $tally[$key].Feedback) { $tally[$key].Feedback = $item.Feedback }
                }
            }
        }
        $digest.ToImprove.Count | Should -Be @($tally.Keys -like 'Bad:*').Count
        $digest.Strengths.Count | Should -Be @($tally.Keys -like 'Good:*').Count
        foreach ($item in $digest.ToImprove) {
            $item.Count | Should -Be $tally["Bad: $($item.Criterion), $($item.Item)"].Count
            $item.Feedback | Should -Be $tally["Bad: $($item.Criterion), $($item.Item)"].Feedback
        }
        $digest.ToImprove.Count + $digest.Strengths.Count | Should -BeGreaterThan 3
        $digest.ToImprove.Count[0] | Should -BeGreaterOrEqual $digest.ToImprove.Count[-1]
    }

    It 'is empty for a user without sessions' {
        $none = & $script -UserEmail nobody@larkfield.example
        $none.SessionCount | Should -Be 0
        $none.AverageScore | Should -BeNullOrEmpty
        @($none.ToImprove).Count | Should -Be 0
    }
}

Describe 'Export-NightlyAssignment.ps1' {
    BeforeAll {
        # As a scheduler starts it: in a new process, which finds the module by name.
        function Invoke-Nightly([string] $Arguments, [hashtable] $Environment = @{}, [string] $Before) {
            $Environment.PSModulePath = (Split-Path (Get-ExecModulePath)) + [IO.Path]::PathSeparator + $env:PSModulePath
            Invoke-FreshPowerShell "$Before`n& '$(Join-Path $examples 'Export-NightlyAssignment.ps1')' $Arguments`nexit `$LASTEXITCODE" -Environment $Environment -Seconds 90
        }
        $today = (Get-Date).ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
        $folder = Join-Path $TestDrive 'nightly'
        $file = Join-Path $folder "assignments-$today.csv"
        $log = Join-Path $folder "export-$today.log"
        $key = @{ EXEC_API_KEY = $server.ApiKey }
        $there = "-Path '$folder' -BaseUri $($server.BaseUri)"
    }

    BeforeEach { Reset-TestServer $server }

    It 'writes all assignments, writes no output, and exits with 0' {
        $run = Invoke-Nightly $there $key
        "$($run.Output)$($run.Errors)" | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
        $expected = @(Get-ExecAssignment -Connection server)
        $rows = @(Import-Csv $file -Encoding UTF8)
        $rows.Id | Should -Be $expected.Id
        $rows.UserName | Should -Be $expected.UserName
        $rows.Status | Should -Be @($expected | ForEach-Object { "$($_.Status)" })
        for ($i = 0; $i -lt $rows.Count; $i += 7) {
            if ($expected[$i].DueDate) { ([datetimeoffset] $rows[$i].DueDate).UtcDateTime | Should -Be $expected[$i].DueDate.ToUniversalTime() }
            else { $rows[$i].DueDate | Should -BeNullOrEmpty }
        }
        Get-Content $log -Raw | Should -Match 'Wrote 400 assignments'
        # The lock file isn't visible: Windows deletes it, and elsewhere its name hides it.
        (Get-ChildItem $folder).Name | Sort-Object | Should -Be "assignments-$today.csv", "export-$today.log"
    }

    It 'reads the key from a vault, and never writes it' {
        $before = "function Get-Secret([string] `$Name, [string] `$Vault) { if (`"`$Vault/`$Name`" -ne 'Exec/Key') { throw 'No such secret' }; ConvertTo-SecureString '$($server.ApiKey)' -AsPlainText -Force }"
        (Invoke-Nightly "$there -SecretName Key -Vault Exec" -Before $before).ExitCode | Should -Be 0
        (Get-ServerRequest $server)[0].Authorization | Should -BeLike "*$($server.ApiKey)"

        $run = Invoke-Nightly "$there -SecretName Other" -Before $before
        $run.ExitCode | Should -Be 1
        $run.Errors | Should -Match 'No such secret'
        foreach ($text in (Get-ChildItem $folder -File | Get-Content -Raw), $run.Errors) { "$text" | Should -Not -Match $server.ApiKey }
    }

    It 'exits with 1 and doesn''t change the file: <Because>' -ForEach @(
        @{ Because = 'no key'; Environment = @{}; Fault = $null; Message = 'There is no key' }
        @{ Because = 'an invalid key'; Environment = @{ EXEC_API_KEY = 'exec_live_' + 'x' * 40 }; Fault = $null; Message = '401' }
        @{ Because = 'rejected'; Environment = $null; Fault = @{ path = '/scenarios/assignments'; fault = 'status'; status = 403 }; Message = '403' }
        @{ Because = 'interrupted'; Environment = $null; Fault = @{ path = '/scenarios/assignments'; page = 3; fault = 'html_200' }; Message = 'the list is incomplete' }
    ) {
        Set-Content $file 'old'
        if ($Fault) { Add-ServerFault $server $Fault }
        $run = Invoke-Nightly $there $(if ($null -ne $Environment) { $Environment } else { $key })
        $run.ExitCode | Should -Be 1
        $run.Errors | Should -Match $Message
        Get-Content $log -Raw | Should -Match $Message
        Get-Content $file | Should -Be 'old'
        Get-ChildItem $folder -Filter *.partial | Should -BeNullOrEmpty
    }

    It 'exits with 2 and doesn''t change the file if rows might be missing' {
        Set-Content $file 'old'
        # Two rows and a total of three, on every request.
        foreach ($number in 1, 2) {
            $page = @{ data = @(New-Row "r$number"); pagination = @{ page = $number; page_size = 1; total_count = 3; total_pages = 3 } }
            Add-ServerFault $server @{ path = '/scenarios/assignments'; page = $number; times = 'always'; fault = 'wrong_shape'; body = (ConvertTo-Json $page -Depth 5) }
        }
        $page = @{ data = @(New-Row 'r2'); pagination = @{ page = 3; page_size = 1; total_count = 3; total_pages = 3 } }
        Add-ServerFault $server @{ path = '/scenarios/assignments'; page = 3; times = 'always'; fault = 'wrong_shape'; body = (ConvertTo-Json $page -Depth 5) }
        $run = Invoke-Nightly $there $key
        $run.Errors | Should -Match 'missing'
        $run.ExitCode | Should -Be 2
        Get-Content $file | Should -Be 'old'
        Get-Content $log -Raw | Should -Match 'might be incomplete'
    }

    It 'exits with 3 while another run is in progress' {
        Set-Content $file 'old'
        $lock = [IO.File]::Open((Join-Path $folder '.export.lock'), 'OpenOrCreate', 'ReadWrite', 'None')
        try { $run = Invoke-Nightly $there $key } finally { $lock.Dispose() }
        $run.ExitCode | Should -Be 3
        $run.Errors | Should -Match 'Another run'
        Get-ServerRequest $server | Should -BeNullOrEmpty
        Get-Content $file | Should -Be 'old'
    }

    It 'removes files older than -KeepDays, and nothing else' {
        $old, $young = foreach ($days in 4, 2) { (Get-Date).AddDays(-$days).ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture) }
        $keep = "assignments-$young.csv", "export-$young.log", "assignments-$old.xlsx", "my-assignments-$old.csv", "notes-$old.log"
        foreach ($name in $keep + "assignments-$old.csv", "assignments-$old.csv.partial", "export-$old.log") { Set-Content (Join-Path $folder $name) 'x' }

        $run = Invoke-Nightly "-Path '$folder' -Sandbox -KeepDays 3 -WhatIf"
        $run.ExitCode | Should -Be 0
        $run.Output | Should -Match 'Write 2500 assignments'
        $run.Output | Should -Match "assignments-$old.csv"
        Join-Path $folder "assignments-$old.csv" | Should -Exist
        Get-Content $file | Should -Be 'old'

        (Invoke-Nightly "$there -KeepDays 3" $key).ExitCode | Should -Be 0
        $names = (Get-ChildItem $folder).Name
        foreach ($name in $keep) { $names | Should -Contain $name }
        @($names -like "assignments-$old.csv*") + @($names -like "export-$old.log") | Should -BeNullOrEmpty
        @(Import-Csv $file).Count | Should -Be 400
    }

    # Export-Clixml encrypts a key only on Windows.
    if ($IsLinux -or $IsMacOS) {
        It 'rejects a key file where it wouldn''t be encrypted' {
            $run = Invoke-Nightly "$there -KeyFile '$log'"
            $run.ExitCode | Should -Be 1
            $run.Errors | Should -Match 'doesn''t encrypt'
        }
    }
    else {
        It 'reads the key from a file that Export-Clixml encrypted' {
            $keyFile = Join-Path $TestDrive 'key.xml'
            ConvertTo-SecureString $server.ApiKey -AsPlainText -Force | Export-Clixml $keyFile
            Get-Content $keyFile -Raw | Should -Not -Match $server.ApiKey
            (Invoke-Nightly "$there -KeyFile '$keyFile'").ExitCode | Should -Be 0
            (Get-ServerRequest $server)[0].Authorization | Should -BeLike "*$($server.ApiKey)"
        }
    }
}

Describe 'github-actions.yml' {
    BeforeAll {
        $path = Join-Path $examples 'github-actions.yml'
        $text = Get-Content $path -Raw
        # The steps of the job and their scripts. A smaller indentation ends a script.
        $blocks = @([regex]::Matches($text, '(?m)^ {8}run: \|\n((?: {10}.*\n|\n)+)') | ForEach-Object { $_.Groups[1].Value -replace '(?m)^ {10}', '' })
        $lines = @([regex]::Matches($text, '(?m)^ {8}run: (?!\|)(.+)$') | ForEach-Object { $_.Groups[1].Value })
    }

    It 'contains valid scripts, and no key' {
        $blocks.Count | Should -Be 1
        $lines.Count | Should -Be 1
        foreach ($code in $blocks + $lines) {
            $problems = $null
            $null = [Management.Automation.Language.Parser]::ParseInput($code, [ref] $null, [ref] $problems)
            $problems | Should -BeNullOrEmpty
            # Values that a workflow inserts into a script are executed as code.
            $code | Should -Not -Match '\$\{\{'
        }
        $text | Should -Not -Match 'exec_live_'
    }

    # Its shell is pwsh.
    It 'exports overdue assignments, and fails without a key or with an incomplete list' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        Reset-TestServer $server
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive 'actions')).FullName
        $start = "Set-Location '$folder'; Import-Module `$module; `$PSDefaultParameterValues = @{ 'Connect-ExecWorkspace:BaseUri' = '$($server.BaseUri)' }`n"
        $environment = @{ EXEC_API_KEY = $server.ApiKey; GITHUB_STEP_SUMMARY = Join-Path $folder 'summary.md' }
        $run = Invoke-FreshPowerShell ($start + $blocks[0]) -Environment $environment -Seconds 60
        $run.Errors | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
        $expected = @(Get-ExecAssignment -Connection server | Where-Object Status -EQ PastDue)
        $rows = Import-Csv (Join-Path $folder 'overdue.csv')
        ($rows | ForEach-Object { "$($_.UserEmail)|$($_.ScenarioName)" }) | Sort-Object | Should -Be ($expected | ForEach-Object { "$($_.UserEmail)|$($_.ScenarioName)" } | Sort-Object)
        Get-Content (Join-Path $folder 'summary.md') | Should -Be "$($expected.Count) overdue assignments"

        $run = Invoke-FreshPowerShell ($start + $blocks[0]) -Environment @{ GITHUB_STEP_SUMMARY = Join-Path $folder 'summary.md' } -Seconds 60
        $run.ExitCode | Should -Be 1
        $run.Errors | Should -Match 'no secret EXEC_API_KEY'

        Remove-Item (Join-Path $folder 'overdue.csv')
        Add-ServerFault $server @{ path = '/scenarios/assignments'; fault = 'html_200'; times = 'always' }
        (Invoke-FreshPowerShell ($start + $blocks[0]) -Environment $environment -Seconds 60).ExitCode | Should -Be 1
        Join-Path $folder 'overdue.csv' | Should -Not -Exist
    }
}

Describe 'New-CohortAssignment.ps1' {
    BeforeAll {
        $script = Join-Path $examples 'New-CohortAssignment.ps1'
        $members = @(Get-ExecMember -First 4 -Connection server)
        # New scenarios without assignments, one for each test, so that the tests don't depend on their order.
        $scenarios = [Collections.Generic.Queue[string]]::new([string[]] @(1..5 |
                    ForEach-Object { Start-ExecScenarioJob -UserEmail $members[0].Email -Prompt "Cold call $_" -Connection server } |
                    Wait-ExecScenarioJob -Connection server).ScenarioId)
        $hires = Join-Path $TestDrive 'hires.csv'
        $remaining = Join-Path $TestDrive 'hires-remaining.csv'
        $unknown = Join-Path $TestDrive 'hires-unknown.csv'
        $members | Export-Csv $hires -NoTypeInformation
        $with = @{ Path = $hires; DueDate = '2030-12-01'; Connection = 'server' }

        function Get-Sent { @(Get-ServerRequest $server | Where-Object Method -EQ 'POST') }
    }

    BeforeEach {
        Reset-TestServer $server
        Remove-Item $remaining, $unknown -ErrorAction Ignore
    }

    It 'shows a plan with -WhatIf, sends nothing, and writes no files' {
        $id = $scenarios.Peek()
        & $script @with -ScenarioId $id -WhatIf | Should -BeNullOrEmpty
        Get-Sent | Should -BeNullOrEmpty
        $remaining, $unknown | Should -Not -Exist
    }

    It 'assigns the scenario once to each user, and skips them in a second run' {
        $id = $scenarios.Dequeue()
        (& $script @with -ScenarioId $id).Outcome | Should -Be (@('Assigned') * 4)
        (& $script @with -ScenarioId $id).Outcome | Should -Be (@('Skipped') * 4)
        (Get-Sent).Count | Should -Be 4
        @(Get-ExecAssignment -ScenarioId $id -UserEmail $members.Email -Connection server).DueDate | Sort-Object -Unique | Should -Be ([datetime] '2030-12-01 23:59:59')
        $remaining, $unknown | Should -Not -Exist
    }

    It 'writes rejected records to the remaining file, and those of unknown outcome to another' {
        $id = $scenarios.Dequeue()
        Add-ServerFault $server @{ method = 'POST'; fault = 'status'; status = 404; nth = 2 }, @{ method = 'POST'; fault = 'reset_before_headers'; nth = 3 }
        $result = & $script @with -ScenarioId $id
        $result.Outcome | Should -Be 'Assigned', 'Failed', 'Unknown', 'Assigned'
        (Import-Csv $remaining).UserEmail | Should -Be $members[1].Email
        (Import-Csv $unknown).UserEmail | Should -Be $members[2].Email

        # The file has all parameters of the next run.
        $again = & $script -Path $remaining -RemainingPath $remaining -Connection server
        $again.Outcome | Should -Be 'Assigned'
        $again.UserEmail | Should -Be $members[1].Email
        $remaining | Should -Not -Exist
    }

    It 'writes what wasn''t sent to the remaining file when a failure stops it' {
        $id = $scenarios.Dequeue()
        Add-ServerFault $server @{ method = 'POST'; fault = 'status'; status = 401; nth = 2; times = 'always' }
        (Get-ErrorOf { & $script @with -ScenarioId $id }).Id | Should -Be 'ExecAuthenticationFailed'
        (Import-Csv $remaining).UserEmail | Should -Be $members[1..3].Email
        (Get-Sent).Count | Should -Be 2
    }

    It 'writes what wasn''t sent to the remaining file after Ctrl+C' {
        $id = $scenarios.Dequeue()
        Add-ServerFault $server @{ method = 'POST'; fault = 'hang_before_headers'; nth = 2 }
        $pipeline = Start-ExecPipeline {
            param($script, $hires, $id, $connection)
            & $script -Path $hires -ScenarioId $id -DueDate 2030-12-01 -Connection $connection
        } $script, $hires, $id, (Get-ExecConnection -Name server)
        Wait-Until { (Get-Sent).Count -eq 2 }
        $null = Stop-ExecPipeline $pipeline
        (Import-Csv $remaining).UserEmail | Should -Be $members[1..3].Email
    }

    It 'reports a row that isn''t valid, and continues' {
        $file = Join-Path $TestDrive 'invalid.csv'
        Set-Content $file 'UserEmail', 'not an address', $members[0].Email
        $result = & $script -Path $file -ScenarioId $scenarios.Dequeue() -DueDate 2030-12-01 -Connection server
        $result.Outcome | Should -Be 'Failed', 'Assigned'
        $result[0].Message | Should -Match 'UserEmail'
        (Import-Csv (Join-Path $TestDrive 'invalid-remaining.csv')).UserEmail | Should -Be 'not an address'
    }

    It 'sends nothing when the file <Because>' -ForEach @(
        @{ Because = 'lacks a column'; Text = 'Address', 'a@larkfield.example'; Message = '*no column UserEmail*' }
        @{ Because = 'has no rows'; Text = @('UserEmail'); Message = '*no rows*' }
    ) {
        $file = Join-Path $TestDrive 'other.csv'
        Set-Content $file $Text
        { & $script -Path $file -ScenarioId any -DueDate 2030-12-01 -Connection server } | Should -Throw $Message
        Get-Sent | Should -BeNullOrEmpty
    }
}

Describe 'New-ScenarioFromBrief.ps1' {
    BeforeAll {
        $script = Join-Path $examples 'New-ScenarioFromBrief.ps1'
        $briefs = (New-Item -ItemType Directory (Join-Path $TestDrive 'briefs')).FullName
        Set-Content (Join-Path $briefs 'cold-call.md') 'A cold call to a hospital lab.'
        Set-Content (Join-Path $briefs 'cold-call.context.md') '# The lab'
        Set-Content (Join-Path $briefs 'failing.txt') 'sandbox-fail'
        Set-Content (Join-Path $briefs 'notes.csv') 'not a brief'
        Set-Content (Join-Path $briefs 'too-long.md') ('x' * 10001)
        $connection = Connect-ExecWorkspace -Sandbox -AssignmentCount 100 -Name briefs
        $with = @{ Path = $briefs; UserEmail = (Get-ExecMember -First 1 -Connection $connection).Email; Connection = $connection }
    }

    It 'starts nothing with -WhatIf' {
        $before = @(Get-ExecScenario -Connection $connection).Count
        & $script @with -WhatIf | Should -BeNullOrEmpty
        @(Get-ExecScenario -Connection $connection).Count | Should -Be $before
    }

    It 'lists each brief with its link or the reason, and starts nothing twice' {
        $result = @(& $script @with)
        $result.Brief | Should -Be 'cold-call.md', 'failing.txt', 'too-long.md'
        $result.Status | Should -Be 'Completed', 'Failed', 'NotStarted'
        $result[0].ScenarioUrl | Should -BeLike 'https://*'
        $result[0].ScenarioUrl | Should -Be (Get-ExecScenarioJob -Id $result[0].JobId -Connection $connection).ScenarioUrl
        $result[1].Message | Should -Match 'GENERATION_ERROR'
        $result[2].Message | Should -Match '10,000'
        $result.IsNew | Should -Be $true, $true, $null

        $again = @(& $script @with)
        $again.JobId | Should -Be $result.JobId
        $again.IsNew | Should -Be $false, $false, $null
    }

    It 'lists the jobs that didn''t end in time' {
        Set-Content (Join-Path $TestDrive 'slow.md') 'A renewal call.'
        $result = & $script -Path (Join-Path $TestDrive 'slow.md') -UserEmail $with.UserEmail -Connection $connection -TimeoutSec 1
        $result.Status | Should -BeIn 'Queued', 'Processing'
        $result.ScenarioUrl | Should -BeNullOrEmpty
    }
}

Describe 'Publish-KnowledgeFolder.ps1' {
    BeforeAll {
        $script = Join-Path $examples 'Publish-KnowledgeFolder.ps1'
        function Get-Sent { @(Get-ServerRequest $server | Where-Object Method -NE 'GET') }
        function Get-State { Get-Content (Join-Path $folder '.exec-pages.json') -Raw | ConvertFrom-Json }
    }

    BeforeEach {
        Reset-TestServer $server
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
        $prices = Join-Path $folder 'prices.md'
        $null = New-Item -ItemType Directory (Join-Path $folder 'sales')
        Set-Content $prices '---', 'title: "Price List"', 'status: draft', '---', '', 'To be announced.'
        Set-Content (Join-Path $folder 'sales/discounts.md') '# Discount Rules', '', 'None.'
        $with = @{ Path = $folder; Connection = 'server' }
    }

    It 'shows a plan with -WhatIf, and sends and writes nothing' {
        $plan = @(& $script @with -WhatIf)
        $plan.Action | Should -Be 'Planned', 'Planned'
        $plan.Changed | Should -Be 'Title, Content, Status', 'Title, Content, Status'
        Get-Sent | Should -BeNullOrEmpty
        (Get-ChildItem $folder -Recurse -File -Force).Name | Should -Be 'prices.md', 'discounts.md'
    }

    It 'creates a page for each file, from its front matter or its heading' {
        $result = @(& $script @with)
        $result.File | Should -Be 'prices.md', 'sales/discounts.md'
        $result.Action | Should -Be 'Created', 'Created'
        $pages = @(Get-ExecKnowledgePage -Id $result.PageId -IncludeDraft -Connection server)
        $pages.Title | Should -Be 'Price List', 'Discount Rules'
        $pages.Status | Should -Be 'Draft', 'Published'
        $pages[1].Content | Should -Be "# Discount Rules`n`nNone."
        (Get-State).Pages.'prices.md'.Id | Should -Be $result[0].PageId
    }

    It 'sends nothing when nothing changed, and otherwise only what changed' {
        $id = @(& $script @with)[0].PageId
        Reset-TestServer $server
        (& $script @with).Action | Should -Be 'Unchanged', 'Unchanged'
        Get-Sent | Should -BeNullOrEmpty

        Set-Content $prices '---', 'title: Prices', 'status: draft', '---', '', 'To be announced.'
        $result = & $script @with | Where-Object Action -EQ 'Updated'
        $result.PageId, $result.Changed | Should -Be $id, 'Title'
        (Get-Sent).Body | Should -Be '{"title":"Prices"}'
    }

    It 'archives the pages of deleted files with -Prune, and no others' {
        $other = New-ExecKnowledgePage -Title 'Not from this folder' -Connection server
        $id = @(& $script @with)[0].PageId
        Remove-Item $prices
        (& $script @with).File | Should -Be 'sales/discounts.md'
        (& $script @with -Prune -WhatIf)[1].Action | Should -Be 'Planned'
        $result = (& $script @with -Prune)[1]
        $result.Action, $result.PageId | Should -Be 'Archived', $id
        $ids = (Get-ExecKnowledgePage -Connection server).Id
        $ids | Should -Not -Contain $id
        $ids | Should -Contain $other.Id
        (Get-State).Pages.psobject.Properties.Name | Should -Be 'sales/discounts.md'
    }

    It 'continues after a page that the API rejects, and keeps what succeeded' {
        Add-ServerFault $server @{ method = 'POST'; fault = 'status'; status = 400 }
        (& $script @with).Action | Should -Be 'Failed', 'Created'
        (Get-State).Pages.psobject.Properties.Name | Should -Be 'sales/discounts.md'
        (& $script @with).Action | Should -Be 'Created', 'Unchanged'
    }

    It 'keeps what succeeded when a failure stops it' {
        Add-ServerFault $server @{ method = 'POST'; fault = 'status'; status = 401; nth = 2; times = 'always' }
        (Get-ErrorOf { & $script @with }).Id | Should -Be 'ExecAuthenticationFailed'
        Reset-TestServer $server
        (& $script @with).Action | Should -Be 'Unchanged', 'Created'
    }

    It 'takes over a page whose response was lost, and creates no second one' {
        Set-Content $prices '# Unique Title of the Lost Page', '', 'Text.'
        # The page is created, but neither the response nor the search for the page arrives.
        Add-ServerFault $server @{ method = 'POST'; fault = 'reset_before_headers'; after_processing = $true }, @{ method = 'GET'; path = '/knowledge-hub/pages'; fault = 'status'; status = 403 }
        (& $script @with).Action | Should -Be 'Unknown', 'Created'
        Reset-TestServer $server
        (& $script @with).Action | Should -Be 'Unchanged', 'Unchanged'
        Get-Sent | Should -BeNullOrEmpty
        @(Get-ExecKnowledgePage -Query 'Unique Title of the Lost Page' -Connection server).Count | Should -Be 1
    }

    It 'waits ten minutes before it creates a page again that isn''t found' {
        Set-Content $prices '# Unique Title of the Page That Was Not Created'
        Add-ServerFault $server @{ method = 'POST'; fault = 'reset_before_headers' }
        (& $script @with).Action | Should -Be 'Unknown', 'Created'
        (& $script @with).Action | Should -Be 'Unknown', 'Unchanged'
        $file = Join-Path $folder '.exec-pages.json'
        $state = Get-State
        $state.Pages.'prices.md'.Pending -= 601
        ConvertTo-Json $state -Depth 5 | Set-Content $file
        (& $script @with).Action | Should -Be 'Created', 'Unchanged'
    }

    It 'rejects the state file of another workspace, and a folder without Markdown files' {
        Set-Content (Join-Path $folder '.exec-pages.json') '{ "WorkspaceId": "other", "Pages": {} }'
        { & $script @with } | Should -Throw '*another workspace*'
        Get-ChildItem $folder -Filter *.md -Recurse | Remove-Item
        { & $script @with -Prune } | Should -Throw '*no Markdown files*'
        Get-Sent | Should -BeNullOrEmpty
    }
}

Describe 'Without a connection' {
    BeforeAll { Disconnect-ExecWorkspace -All }

    It '<Name> reports that' -ForEach @(
        @{ Name = 'Export-CompletionRate.ps1'; With = @{ Path = 'TestDrive:/none.csv' } }
        @{ Name = 'Get-BelowRequiredRank.ps1'; With = @{} }
        @{ Name = 'Get-ReminderMail.ps1'; With = @{} }
        @{ Name = 'Get-SkillGap.ps1'; With = @{} }
        @{ Name = 'Get-CoachingDigest.ps1'; With = @{ UserEmail = 'a@larkfield.example' } }
        @{ Name = 'New-CohortAssignment.ps1'; With = @{ Path = 'TestDrive:/hire.csv'; ScenarioId = 's1'; DueDate = '2030-12-01' } }
        @{ Name = 'New-ScenarioFromBrief.ps1'; With = @{ Path = 'TestDrive:/input'; UserEmail = 'a@larkfield.example' } }
        @{ Name = 'Publish-KnowledgeFolder.ps1'; With = @{ Path = 'TestDrive:/input' } }
    ) {
        # Input for the scripts that read files before they connect.
        Set-Content TestDrive:/hire.csv 'UserEmail', 'a@larkfield.example'
        $null = New-Item -ItemType Directory TestDrive:/input -Force
        Set-Content TestDrive:/input/text.md '# Text'
        $script = Join-Path $examples $Name
        (Get-ErrorOf { & $script @With }).Id | Should -Be 'ExecNotConnected'
        'TestDrive:/none.csv' | Should -Not -Exist
        # An empty variable doesn't select the default connection.
        (Get-ErrorOf { & $script @With -Connection $null }).Id | Should -Be 'ParameterArgumentValidationError'
    }

    It 'Export-OverdueByManager.ps1 reports that before it writes' {
        Set-Content TestDrive:/one.csv "UserEmail,ManagerEmail`na@x.example,b@x.example"
        $folder = Join-Path $TestDrive 'unconnected'
        (Get-ErrorOf { & (Join-Path $examples 'Export-OverdueByManager.ps1') TestDrive:/one.csv $folder }).Id | Should -Be 'ExecNotConnected'
        $folder | Should -Not -Exist
    }

    It 'Get-WorkspaceReport.ps1 reports that' {
        { & (Join-Path $examples 'Get-WorkspaceReport.ps1') } | Should -Throw '*There is no connection*'
    }
}
