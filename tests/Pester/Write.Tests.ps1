# The commands that change data: their requests, confirmation, output, and errors, and how often they take effect.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)

    # Each command with the parameters for one request.
    $writes = @(
        @{ Command = 'New-ExecAssignment'; Method = 'POST'; Operation = 'assignScenario'; Impact = 'Medium'; Writes = $true
            Run = { param($more) New-ExecAssignment -ScenarioId $scenario.Id -UserEmail $member.Email -DueDate 2030-12-01 @more } }
        @{ Command = 'Grant-ExecScenarioAccess'; Method = 'POST'; Operation = 'grantScenarioAccess'; Impact = 'Medium'; Writes = $true
            Run = { param($more) Grant-ExecScenarioAccess -ScenarioId $scenario.Id -UserEmail $member.Email -PermissionLevel Edit @more } }
        @{ Command = 'New-ExecStudioSession'; Method = 'POST'; Operation = 'createScenarioStudioSession'; Impact = 'Medium'; Writes = $true
            Run = { param($more) New-ExecStudioSession -UserEmail $member.Email -Prompt 'A cold call' @more } }
        @{ Command = 'Start-ExecScenarioJob'; Method = 'POST'; Operation = 'createScenarioJob'; Impact = 'Medium'; Writes = $true
            Run = { param($more) Start-ExecScenarioJob -UserEmail $member.Email -Prompt 'A cold call' @more } }
        @{ Command = 'Stop-ExecScenarioJob'; Method = 'DELETE'; Operation = 'cancelScenarioJob'; Impact = 'Medium'; PassThru = $true
            Run = { param($more) Stop-ExecScenarioJob -Id $job.Id @more } }
        @{ Command = 'New-ExecKnowledgePage'; Method = 'POST'; Operation = 'createKnowledgeHubPage'; Impact = 'Medium'; Writes = $true
            Run = { param($more) New-ExecKnowledgePage -Title 'New page' -Content '# Text' @more } }
        @{ Command = 'Set-ExecKnowledgePage'; Method = 'PATCH'; Operation = 'updateKnowledgeHubPage'; Impact = 'Medium'; PassThru = $true
            Run = { param($more) Set-ExecKnowledgePage -Id $page.Id -Content '# New text' @more } }
        @{ Command = 'Remove-ExecKnowledgePage'; Method = 'DELETE'; Operation = 'archiveKnowledgeHubPage'; Impact = 'High'
            Run = { param($more) Remove-ExecKnowledgePage -Id $page.Id -Confirm:$false @more } }
        @{ Command = 'New-ExecKnowledgeSource'; Method = 'POST'; Operation = 'createKnowledgeHubSource'; Impact = 'Medium'; Writes = $true
            Run = { param($more) New-ExecKnowledgeSource -Title 'Prices' -Url "https://acme.com/$([guid]::NewGuid())" @more } }
        @{ Command = 'Remove-ExecKnowledgeSource'; Method = 'DELETE'; Operation = 'deleteKnowledgeHubSource'; Impact = 'High'
            Run = { param($more) Remove-ExecKnowledgeSource -Id $source.Id -Confirm:$false @more } }
    )
    $writeCommands = Get-Command -Module ExecPS | Where-Object { $_.Parameters.ContainsKey('WhatIf') -and $_.Name -ne 'Invoke-ExecRequest' -and $_.Verb -notin 'Export', 'Connect', 'Disconnect' }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 250

    # How often an operation changed the workspace since the last reset.
    function Get-Effect([string] $Operation) { [int] (Invoke-RestMethod "$($server.Root)/_control/effects").$Operation }

    function Get-WriteRequest { @(Get-ServerRequest $server | Where-Object Method -NE 'GET') }
}

AfterAll {
    Stop-TestServer $server
}

Describe 'Writing' {
    BeforeEach {
        Reset-TestServer $server
        $null = Connect-TestServer $server
        $member = Get-ExecMember -First 1
        $scenario = Get-ExecScenario -First 1
        $page = New-ExecKnowledgePage -Title "Page $([guid]::NewGuid())" -Content '# Old text' -Status Published
        $source = New-ExecKnowledgeSource -Title 'Source' -Url "https://acme.com/$([guid]::NewGuid())"
        $job = Start-ExecScenarioJob -UserEmail $member.Email -Prompt 'A cold call'
        Reset-TestServer $server
        $null = Invoke-RestMethod "$($server.Root)/_control/effects" -Method Delete
    }

    Describe 'Every command that writes' {
        It 'is tested here' -ForEach @(@{ Tested = $writes.Command; Existing = $writeCommands.Name }) {
            $Tested | Sort-Object | Should -Be ($Existing | Sort-Object)
        }

        It '<Command> sends one request that takes effect once' -ForEach $writes {
            $null = & $Run @{}
            (Get-WriteRequest).Method | Should -Be $Method
            Get-Effect $Operation | Should -Be 1
        }

        It '<Command> sends nothing with -WhatIf' -ForEach $writes {
            $null = & $Run @{ WhatIf = $true }
            Get-WriteRequest | Should -BeNullOrEmpty
        }

        It '<Command> has the confirm impact <Impact>' -ForEach $writes {
            $attribute = (Get-Command $Command).ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $false)
            $attribute.ConfirmImpact | Should -Be $Impact
        }

        It '<Command> writes its result: by default <Writes>, with -PassThru <PassThru>' -ForEach $writes {
            $result = & $Run $(if ($PassThru) { @{ PassThru = $true } } else { @{} })
            if ($Writes -or $PassThru) { $result.psobject.TypeNames[0] | Should -BeLike 'ExecPS.Client.Models.*' }
            else { $result | Should -BeNullOrEmpty }
        }

        It '<Command> writes nothing without -PassThru' -ForEach ($writes | Where-Object { $_.PassThru }) {
            & $Run @{} | Should -BeNullOrEmpty
        }

        It '<Command> reports a rejection as a non-terminating error with the values of the record' -ForEach $writes {
            Add-ServerFault $server @{ method = $Method; fault = 'status'; status = 400 }
            $null = . $Run @{ ErrorVariable = 'errors'; ErrorAction = 'SilentlyContinue' }
            @($errors).Count | Should -Be 1
            $errors[0].FullyQualifiedErrorId | Should -BeLike 'ExecInvalidRequest,*'
            @($errors[0].TargetObject.psobject.Properties).Count | Should -BeGreaterThan 0
            foreach ($name in $errors[0].TargetObject.psobject.Properties.Name) { (Get-Command $Command).Parameters.Keys | Should -Contain $name }
        }

        It '<Command> stops at 401, and reports how many records were processed' -ForEach $writes {
            Add-ServerFault $server @{ method = $Method; fault = 'status'; status = 401; times = 'always' }
            $failure = Get-ErrorOf { & $Run @{} }
            $failure.Id | Should -Be 'ExecAuthenticationFailed'
            $failure.Record.ErrorDetails.Message | Should -BeLike '*0 records were processed*'
        }

        It '<Command> never recommends repeating a request whose outcome is unknown' -ForEach $writes {
            Add-ServerFault $server @{ method = $Method; fault = 'status'; status = 502; times = 'always' }
            $null = . $Run @{ ErrorVariable = 'errors'; ErrorAction = 'SilentlyContinue' }
            $errors[0].ErrorDetails.RecommendedAction | Should -Not -Match '(?i)try again'
        }
    }

    Describe 'New-ExecAssignment' {
        It 'writes the assignment, which is then listed' {
            $assignment = New-ExecAssignment -ScenarioId $scenario.Id -UserEmail $member.Email -DueDate '2030-12-01 17:00' -AttemptMin 1 -AttemptMax 5 -RankMin Silver -CustomMessage 'By Friday'
            $assignment.DueDate | Should -Be ([datetime] '2030-12-01 17:00')
            (Get-ExecAssignment -ScenarioId $scenario.Id -UserEmail $member.Email).Id | Should -Contain $assignment.Id
            $assignment.AttemptMax, "$($assignment.RankMin)", "$($assignment.Status)" | Should -Be 5, 'Silver', 'NotStarted'
        }

        It 'takes a date without a time as the end of that day: <_>' -ForEach '2030-12-01', ([datetime] '2030-12-01') {
            (New-ExecAssignment $scenario.Id $member.Email $_).DueDate | Should -Be ([datetime] '2030-12-01 23:59:59')
        }

        It 'assigns each scenario to each user, in order' {
            $members = Get-ExecMember -First 2
            $scenarios = Get-ExecScenario -First 2
            $assignments = New-ExecAssignment -ScenarioId $scenarios.Id -UserEmail $members.Email -DueDate 2030-12-01
            $assignments.ScenarioId | Should -Be $scenarios[0].Id, $scenarios[0].Id, $scenarios[1].Id, $scenarios[1].Id
            $assignments.UserEmail | Should -Be $members[0].Email, $members[1].Email, $members[0].Email, $members[1].Email
        }

        It 'takes members from the pipeline' {
            $assignments = Get-ExecMember -First 3 | New-ExecAssignment -ScenarioId $scenario.Id -DueDate 2030-12-01
            $assignments.Count | Should -Be 3
        }

        It 'accepts CSV rows: empty cells count as not specified, and the command line takes precedence' {
            $rows = @"
ScenarioId,UserEmail,DueDate,AttemptMin,AttemptMax,RankMin,CustomMessage,AssignerEmail
$($scenario.Id),$($member.Email),2030-12-01,,,,,
$($scenario.Id),$($member.Email),2030-12-02,2,3,Gold,Hello,$($member.Email)
"@ | ConvertFrom-Csv
            $assignments = $rows | New-ExecAssignment -CustomMessage 'From the command line'
            $assignments.AttemptMin | Should -Be $null, 2
            "$($assignments[1].RankMin)" | Should -Be 'Gold'
            $bodies = Get-WriteRequest | ForEach-Object { $_.Body | ConvertFrom-Json }
            $bodies[0].psobject.Properties.Name | Should -Be 'user_email', 'due_date', 'custom_message'
            $bodies.custom_message | Should -Be 'From the command line', 'From the command line'
        }

        It 'takes assignments from the pipeline' {
            $existing = Get-ExecAssignment -First 2
            $new = $existing | New-ExecAssignment -DueDate 2030-12-01
            $new.ScenarioId | Should -Be $existing.ScenarioId
            $new.UserEmail | Should -Be $existing.UserEmail
        }

        It 'rejects <What>, names the parameter, and sends nothing' -ForEach @(
            @{ What = 'a due date in the past'; With = @{ DueDate = '2020-01-01' }; Id = 'ExecDueDateInPast'; Names = 'DueDate' }
            @{ What = 'more required attempts than allowed'; With = @{ AttemptMin = 3; AttemptMax = 2 }; Id = 'ExecAttemptRangeInvalid'; Names = 'AttemptMin' }
        ) {
            $parameters = @{ ScenarioId = $scenario.Id; UserEmail = $member.Email; DueDate = '2030-12-01' }
            foreach ($name in $With.Keys) { $parameters[$name] = $With[$name] }
            $null = New-ExecAssignment @parameters -ErrorVariable errors -ErrorAction SilentlyContinue
            $errors[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
            "$($errors[0])" | Should -BeLike "*-$Names*"
            Get-WriteRequest | Should -BeNullOrEmpty
        }

        It 'rejects <What> when it binds parameters' -ForEach @(
            @{ What = 'the rank Unranked'; With = @{ RankMin = 'Unranked' }; Names = 'RankMin' }
            @{ What = 'zero attempts'; With = @{ AttemptMin = 0 }; Names = 'AttemptMin' }
            @{ What = 'an invalid email address'; With = @{ UserEmail = 'jane' }; Names = 'UserEmail' }
            @{ What = 'a number for a date'; With = @{ DueDate = 5 }; Names = 'DueDate' }
        ) {
            $parameters = @{ ScenarioId = $scenario.Id; UserEmail = $member.Email; DueDate = '2030-12-01' }
            foreach ($name in $With.Keys) { $parameters[$name] = $With[$name] }
            $failure = try { New-ExecAssignment @parameters -ErrorAction Stop } catch { $_ }
            "$failure" | Should -Match $Names
            Get-WriteRequest | Should -BeNullOrEmpty
        }

        It 'allows a due date in the past with -Force' {
            (New-ExecAssignment $scenario.Id $member.Email 2020-01-01 -Force).DueDate | Should -Be ([datetime] '2020-01-01 23:59:59')
        }

        It 'skips users with an open assignment with -SkipExisting, with the fewest requests' {
            $members = Get-ExecMember -First 10
            $null = New-ExecAssignment $scenario.Id $members[0].Email 2030-12-01
            $open = (Get-ExecAssignment -ScenarioId $scenario.Id -Status NotStarted, InProgress, PastDue).UserEmail
            Reset-TestServer $server
            $new = $members + $members[1] | New-ExecAssignment -ScenarioId $scenario.Id -DueDate 2030-12-01 -SkipExisting
            $new.UserEmail | Should -Be ($members.Email | Where-Object { $_ -notin $open })
            @(Get-ServerRequest $server | Where-Object Method -EQ 'GET').Count | Should -Be 1
        }

        It 'describes with -WhatIf what it would do' {
            $text = Invoke-FreshPowerShell @"
    Import-Module `$module
    `$null = Connect-ExecWorkspace -Sandbox
    `$scenario = Get-ExecScenario -First 1
    New-ExecAssignment `$scenario.Id jane@acme.com 2030-12-01 -WhatIf
    'Name: ' + `$scenario.Name
"@
            $text.Output | Should -Match "What if: Assign '(?<name>.+)' to jane@acme.com, due 2030-12-01"
            $text.Output | Should -BeLike "*Name: $($Matches.name)*"
        }

        It 'continues after a rejection, and the failed records can be exported and piped in again' {
            $members = Get-ExecMember -First 3
            Add-ServerFault $server @{ method = 'POST'; fault = 'status'; status = 404; nth = 2 }
            $new = $members | New-ExecAssignment -ScenarioId $scenario.Id -DueDate 2030-12-01 -RankMin Gold -ErrorVariable errors -ErrorAction SilentlyContinue
            $new.UserEmail | Should -Be $members[0].Email, $members[2].Email
            $file = Join-Path $TestDrive 'failed.csv'
            $errors.TargetObject | Export-Csv $file -NoTypeInformation
            $again = Import-Csv $file | New-ExecAssignment
            $again.UserEmail | Should -Be $members[1].Email
            "$($again.RankMin)" | Should -Be 'Gold'
            $again.DueDate | Should -Be $new[0].DueDate
        }

        It 'finds the assignment after a lost response' {
            Add-ServerFault $server @{ method = 'POST'; fault = 'reset_before_headers'; after_processing = $true }
            $assignment = New-ExecAssignment $scenario.Id $member.Email 2030-12-01
            $assignment.UserEmail | Should -Be $member.Email
            Get-Effect assignScenario | Should -Be 1
            (Get-WriteRequest).Count | Should -Be 1
        }

        It 'reports an unknown outcome, names the command that shows it, and continues' {
            Add-ServerFault $server @{ method = 'POST'; fault = 'reset_before_headers' }
            $members = Get-ExecMember -First 2
            $new = $members | New-ExecAssignment -ScenarioId $scenario.Id -DueDate 2030-12-24 -ErrorVariable errors -ErrorAction SilentlyContinue
            $new.UserEmail | Should -Be $members[1].Email
            $errors[0].FullyQualifiedErrorId | Should -BeLike 'ExecOutcomeUnknown,*'
            $errors[0].ErrorDetails.RecommendedAction | Should -BeLike "*Get-ExecAssignment -ScenarioId $($scenario.Id) -UserEmail $($members[0].Email)*"
            $errors[0].TargetObject.UserEmail | Should -Be $members[0].Email
        }

        It 'reports at 401 how many records were processed' {
            Add-ServerFault $server @{ method = 'POST'; fault = 'status'; status = 401; nth = 3; times = 'always' }
            $failure = Get-ErrorOf { Get-ExecMember -First 5 | New-ExecAssignment -ScenarioId $scenario.Id -DueDate 2030-12-01 }
            "$($failure.Record.ErrorDetails.Message)" | Should -BeLike '*2 records were processed*'
            (Get-WriteRequest).Count | Should -Be 3
        }
    }

    Describe 'Scenario Studio' {
        It 'sends a new request ID for each record, and the same one on every attempt' {
            Add-ServerFault $server @{ method = 'POST'; fault = 'reset_before_headers'; after_processing = $true }
            $jobs = Get-ExecMember -First 2 | Start-ExecScenarioJob -Prompt 'A cold call'
            $ids = (Get-WriteRequest | ForEach-Object { $_.Body | ConvertFrom-Json }).request_id
            $ids.Count | Should -Be 3
            $ids[0] | Should -Be $ids[1]
            $ids[2] | Should -Not -Be $ids[0]
            $jobs.IsNew | Should -Be $false, $true
            Get-Effect createScenarioJob | Should -Be 2
        }

        It 'rejects one -RequestId for several records, and sends nothing: <What>' -ForEach @(
            @{ What = 'several users'; Run = { Start-ExecScenarioJob -UserEmail a@acme.com, b@acme.com -Prompt x -RequestId r1 } }
            @{ What = 'several input objects'; Run = { Get-ExecMember -First 2 | New-ExecStudioSession -Prompt x -RequestId r1 } }
        ) {
            (Get-ErrorOf $Run).Id | Should -Be 'ExecRequestIdNotUnique'
            Get-WriteRequest | Should -BeNullOrEmpty
        }

        It 'sends a -RequestId for one record' {
            $session = Get-ExecMember -First 1 | New-ExecStudioSession -Prompt x -RequestId r1
            $session.Url | Should -BeLike 'https://*'
            ((Get-WriteRequest).Body | ConvertFrom-Json).request_id | Should -Be 'r1'
        }

        It 'remixes a piped scenario' {
            $null = $scenario | Start-ExecScenarioJob -UserEmail $member.Email -Prompt 'Harder'
            ((Get-WriteRequest).Body | ConvertFrom-Json).scenario_slug | Should -Be $scenario.Slug
        }

        It 'never shows callback headers: <What>' -ForEach @(
            @{ What = 'verbose and -WhatIf output'; With = @{ WhatIf = $true }; Fault = $null }
            @{ What = 'a rejection'; With = @{}; Fault = @{ method = 'POST'; fault = 'status'; status = 400 } }
            @{ What = 'a server error'; With = @{}; Fault = @{ method = 'POST'; fault = 'status'; status = 500; times = 'always' } }
        ) {
            if ($Fault) { Add-ServerFault $server $Fault }
            $all = Start-ExecScenarioJob -UserEmail $member.Email -Prompt x -CallbackUrl https://hooks.acme.com/exec -CallbackHeaders @{ 'X-Token' = 'callback-secret' } @With -Verbose -ErrorVariable errors -ErrorAction SilentlyContinue *>&1
            ($all | Out-String) + ($errors | Format-List * -Force | Out-String) + ($errors.TargetObject | Out-String) | Should -Not -Match 'callback-secret'
        }

        It 'rejects <What>, and sends nothing' -ForEach @(
            @{ What = 'a prompt that is too long'; With = @{ Prompt = 'x' * 10001 }; Message = '10,000' }
            @{ What = 'a context that is too long'; With = @{ Context = 'x' * 50001 }; Message = '50,000' }
            @{ What = 'a callback URL without TLS'; With = @{ CallbackUrl = 'http://hooks.acme.com' }; Message = 'https' }
            @{ What = 'a header name with a space'; With = @{ CallbackUrl = 'https://hooks.acme.com'; CallbackHeaders = @{ 'X Token' = 'secret-value' } }; Message = 'X Token' }
            @{ What = 'a header value with a line break'; With = @{ CallbackUrl = 'https://hooks.acme.com'; CallbackHeaders = @{ 'X-Token' = "secret-value`nX" } }; Message = 'X-Token' }
            @{ What = 'headers without a URL'; With = @{ CallbackHeaders = @{ 'X-Token' = 'secret-value' } }; Message = 'CallbackUrl' }
        ) {
            $parameters = @{ UserEmail = $member.Email; Prompt = 'A cold call' }
            foreach ($name in $With.Keys) { $parameters[$name] = $With[$name] }
            $failure = try { Start-ExecScenarioJob @parameters -ErrorAction Stop } catch { $_ }
            "$failure" | Should -Match $Message
            "$failure" | Should -Not -Match 'secret-value'
            Get-WriteRequest | Should -BeNullOrEmpty
        }

        It 'waits for several jobs, and writes a failed job and an error' {
            $jobs = @(
                Start-ExecScenarioJob -UserEmail $member.Email -Prompt 'A cold call'
                Start-ExecScenarioJob -UserEmail $member.Email -Prompt 'A cold call, sandbox-fail'
            )
            $results = $jobs | Wait-ExecScenarioJob -TimeoutSec 60 -ErrorVariable errors -ErrorAction SilentlyContinue
            ($results | Sort-Object Status).Status | Should -Be 'Completed', 'Failed'
            $errors[0].FullyQualifiedErrorId | Should -BeLike 'ExecScenarioJobFailed,*'
        }

        It 'reports the jobs that didn''t end in time' {
            $null = Start-ExecScenarioJob -UserEmail $member.Email -Prompt 'A cold call' | Wait-ExecScenarioJob -TimeoutSec 1 -ErrorVariable errors -ErrorAction SilentlyContinue
            $errors[0].FullyQualifiedErrorId | Should -BeLike 'ExecWaitTimeout,*'
        }
    }

    Describe 'Knowledge Hub pages and sources' {
        It 'Set-ExecKnowledgePage sends only the specified parameters: <Expected>' -ForEach @(
            @{ With = @{ FolderId = @() }; Expected = '{"folder_ids":[]}' }
            @{ With = @{ Title = 'A' }; Expected = '{"title":"A"}' }
            @{ With = @{ Content = '' }; Expected = '{"content":""}' }
            @{ With = @{ Status = 'Published' }; Expected = '{"status":"published"}' }
        ) {
            Set-ExecKnowledgePage -Id $page.Id @With
            (Get-WriteRequest).Body | Should -Be $Expected
        }

        It 'Set-ExecKnowledgePage rejects a command that changes nothing' {
            (Get-ErrorOf { Set-ExecKnowledgePage -Id $page.Id }).Id | Should -Be 'ExecNothingToChange'
        }

        It 'Set-ExecKnowledgePage takes pages from the pipeline, and sends none of their values' {
            Get-ExecKnowledgePage -Id $page.Id | Set-ExecKnowledgePage -Title 'Renamed'
            (Get-WriteRequest).Body | Should -Be '{"title":"Renamed"}'
        }

        It '-Content accepts what Get-Content -Raw returns' {
            $file = Join-Path $TestDrive 'page.md'
            [IO.File]::WriteAllText($file, "# Title`n`nText with $([char] 0xe9)`n")
            (New-ExecKnowledgePage -Title 'From a file' -Content (Get-Content $file -Raw -Encoding utf8) -Status Published).Content | Should -Be "# Title`n`nText with $([char] 0xe9)`n"
        }

        It 'an archived page isn''t listed' {
            Remove-ExecKnowledgePage -Id $page.Id -Confirm:$false
            (Get-ExecKnowledgePage).Id | Should -Not -Contain $page.Id
        }

        It 'New-ExecKnowledgeSource -Wait waits until the text is extracted' {
            $created = New-ExecKnowledgeSource -Title 'Prices' -Url "https://acme.com/$([guid]::NewGuid())" -Wait -TimeoutSec 60
            "$($created.Status)" | Should -Be 'Ready'
        }

        It 'an object without a page ID isn''t taken for a page' {
            $failure = try { Get-ExecGroup -First 1 | Select-Object Id, Name | Remove-ExecKnowledgePage -Confirm:$false -ErrorAction Stop } catch { $_ }
            "$($failure.FullyQualifiedErrorId)" | Should -BeLike 'InputObjectNotBound,*'
        }
    }
}
