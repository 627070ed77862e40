# Export-ExecReport: input, parameters, and the file. ReportNumberTests.cs compares the numbers, and ReportBrowserTests.cs shows the page.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $connection = Connect-ExecWorkspace -Sandbox -AssignmentCount 150
    $assignments = @(Get-ExecAssignment)
    $sessions = @(Get-ExecSession)
    $members = @(Get-ExecGroup | Get-ExecGroupMember)
    Set-Location $TestDrive
    $file = Join-Path $TestDrive 'report.html'

    # The report without its time.
    function Get-Report([string] $Path = $file) {
        [IO.File]::ReadAllText($Path) -replace '<time .*?</time>'
    }

    # The report of some input, which is a script block.
    function Export-Sample([scriptblock] $Rows, [hashtable] $With = @{}) {
        & $Rows | Export-ExecReport $file @With
        Get-Report
    }
}

AfterAll {
    Set-Location $PSScriptRoot
    Disconnect-ExecWorkspace -All
}

Describe 'Export-ExecReport' {
    BeforeEach {
        if (Test-Path -LiteralPath $file) { Remove-Item -LiteralPath $file -Force }
    }

    It 'writes the report of a pipeline, and the file with -PassThru' {
        $written = Get-ExecAssignment | Export-ExecReport -Path report.html -PassThru
        $written | Should -BeOfType IO.FileInfo
        $written.FullName | Should -Be (Get-Item $file).FullName
        Get-Report | Should -Match '<b>150</b>'
        $assignments | Export-ExecReport $file | Should -BeNullOrEmpty
    }

    It 'writes UTF-8 without a byte order mark' {
        $assignments | Export-ExecReport $file -Title "$([char] 0xDC)bersicht $([char]::ConvertFromUtf32(0x1F338))"
        $bytes = [IO.File]::ReadAllBytes($file)
        [Text.Encoding]::ASCII.GetString($bytes, 0, 15) | Should -Be '<!DOCTYPE html>'
        [Net.WebUtility]::HtmlDecode((Get-Report)) | Should -BeLike "*<title>$([char] 0xDC)bersicht $([char]::ConvertFromUtf32(0x1F338))</title>*"
    }

    It 'sends no request' {
        $before = $connection.RequestCount
        $assignments | Export-ExecReport $file
        $connection.RequestCount | Should -Be $before
    }

    It 'needs no connection' {
        $assignments | Export-Csv all.csv -NoTypeInformation -Encoding UTF8
        $pipeline = Start-ExecPipeline {
            param($folder)
            Set-Location $folder
            Import-Csv all.csv -Encoding UTF8 | Export-ExecReport report.html
        } $TestDrive
        Wait-ExecPipeline $pipeline
        $pipeline.Streams.Error | Should -BeNullOrEmpty
        Get-Report | Should -Match '<b>150</b>'
    }

    It 'takes well below a second for 2,500 assignments' {
        $many = foreach ($round in 1..17) { $assignments | Select-Object -Property * -ExcludeProperty Id }
        $many.Count | Should -BeGreaterThan 2500
        (Measure-Command { $many | Export-ExecReport $file }).TotalSeconds | Should -BeLessThan 1
        (Get-Item $file).Length | Should -BeLessThan 200KB
    }

    Context 'Input' {
        BeforeAll {
            $expected = Export-Sample { $assignments; $sessions } @{ GroupMember = $members }
        }

        It 'is the same for <What> as for live objects' -ForEach @(
            @{ What = 'Import-Clixml'; Convert = { param($rows) $rows | Export-Clixml rows.xml; Import-Clixml rows.xml } }
            @{ What = 'CSV rows'; Convert = { param($rows) $rows | Export-Csv rows.csv -NoTypeInformation -Encoding UTF8; Import-Csv rows.csv -Encoding UTF8 } }
            @{ What = 'JSON rows'; Convert = { param($rows) ConvertTo-Json $rows -Depth 3 | Set-Content rows.json -Encoding UTF8; Get-Content rows.json -Raw -Encoding UTF8 | ConvertFrom-Json | ForEach-Object { $_ } } }
            @{ What = 'Select-Object'; Convert = { param($rows) $rows | Select-Object * } }
            @{ What = 'deserialized objects without the converter'; Convert = { param($rows)
                    foreach ($row in $rows) {
                        $copy = $row | Select-Object *
                        $copy.psobject.TypeNames.Insert(0, "Deserialized.$($row.GetType().FullName)")
                        $copy
                    } } }
        ) {
            $a, $s, $m = (& $Convert $assignments), (& $Convert $sessions), (& $Convert $members)
            Export-Sample { $a; $s } @{ GroupMember = $m } | Should -BeExactly $expected
        }

        It 'can be an argument instead of the pipeline' {
            Export-ExecReport $file -InputObject ($assignments + $sessions) -GroupMember $members
            Get-Report | Should -BeExactly $expected
        }

        It 'can have only some of the columns' {
            $report = Export-Sample { $assignments | Select-Object UserEmail, Status | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv }
            $report | Should -Match '<b>150</b>'
            $report | Should -Match '<bdi>No program</bdi>'
        }

        It 'is the same for CSV rows written and read in <_>' -ForEach 'de-DE', 'ar-SA', 'th-TH', 'fa-IR', 'tr-TR' {
            $culture = [Threading.Thread]::CurrentThread.CurrentCulture
            try {
                [Threading.Thread]::CurrentThread.CurrentCulture = $_
                $texts = $assignments + $sessions | ForEach-Object { $_ | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv }
                $report = Export-Sample { $texts } @{ GroupMember = $members }
            }
            finally {
                [Threading.Thread]::CurrentThread.CurrentCulture = $culture
            }
            $report | Should -BeExactly $expected
        }

        It 'can be deserialized in Constrained Language Mode' {
            $assignments + $sessions | Export-Clixml all.xml
            $members | Export-Clixml members.xml
            $run = Invoke-FreshPowerShell @"
Import-Module `$module
Set-Location '$TestDrive'
`$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
Import-Clixml all.xml | Export-ExecReport report.html -GroupMember (Import-Clixml members.xml) -GroupBy Program, Scenario, Team
"@
            $run.Errors | Should -BeNullOrEmpty
            Get-Report | Should -BeExactly $expected
        }

        It 'counts an item once, with a warning' {
            $assignments + $assignments[0..4] | Export-ExecReport $file -WarningVariable warnings -WarningAction SilentlyContinue
            Get-Report | Should -Match '<b>150</b>'
            "$warnings" | Should -BeLike '5 input objects have the ID of an earlier one.*'
        }

        It 'that isn''t valid is an error, and no file is written: <What>' -ForEach @(
            @{ What = 'another object of ExecPS'; Value = { Get-ExecScenario -First 1 }; Message = 'Object 3 of -InputObject is neither an assignment nor a session, but a Scenario.*' }
            @{ What = 'a deserialized object of another type'; Value = { Get-ExecScenario -First 1 | Select-Object * }; Message = '*neither an assignment nor a session, but a Scenario.*' }
            @{ What = 'text'; Value = { 'text' }; Message = '*but a String.*' }
            @{ What = 'a hashtable'; Value = { @{ Status = 'Completed' } }; Message = '*but a Hashtable.*' }
            @{ What = 'other columns'; Value = { [pscustomobject]@{ Name = 'a'; Mail = 'b' } }; Message = '*but an object with the properties Name, Mail.*' }
            @{ What = 'an empty row'; Value = { [pscustomobject]@{ UserName = ''; Status = '' } }; Message = '*has no status, no user, and no scenario.*' }
            @{ What = 'an unknown status'; Value = { [pscustomobject]@{ UserName = 'a'; Status = 'Overdue' } }; Message = '*has the Status ''Overdue'', which isn''t valid. Valid values: NotStarted, InProgress, Completed, PastDue, DidNotPass.*' }
            @{ What = 'an unknown rank'; Value = { [pscustomobject]@{ UserName = 'a'; Status = 'Completed'; RankMin = 'Iron' } }; Message = '*RankMin ''Iron''*Unranked, Bronze, Silver, Gold.*' }
            @{ What = 'a score that isn''t a number'; Value = { [pscustomobject]@{ UserName = 'a'; Status = 'Completed'; BestScore = 'high' } }; Message = '*BestScore ''high''*' }
            @{ What = 'a date that isn''t one'; Value = { [pscustomobject]@{ UserName = 'a'; Status = 'Completed'; DueDate = '2026-02-30' } }; Message = '*DueDate*2026-02-30*' }
            @{ What = 'a control character'; Value = { [pscustomobject]@{ UserName = 'a'; Status = "Over$([char] 27)[31mdue" } }; Message = '*Status ''Over [[]31mdue''*' }
            @{ What = 'null'; Value = { , $null }; Message = '*-InputObject is null.*' }
        ) {
            $failure = Get-ErrorOf { @($assignments[0, 1]) + @(& $Value) | Export-ExecReport $file }
            $failure.Id | Should -Be 'ExecReportInputInvalid'
            $failure.Category | Should -Be 'InvalidArgument'
            $failure.Message | Should -BeLike $Message
            $failure.Advice | Should -Match 'Get-ExecAssignment'
            $file | Should -Not -Exist
        }

        It 'that is empty is an error, and a previous file is unchanged' -ForEach @(
            @{ Run = { Export-ExecReport $file } }
            @{ Run = { @() | Export-ExecReport $file } }
            @{ Run = { Export-ExecReport $file -InputObject @() } }
        ) {
            Set-Content $file 'previous'
            $failure = Get-ErrorOf $Run
            $failure.Id | Should -Be 'ExecReportEmpty'
            $failure.Message | Should -BeLike 'Nothing was piped in*'
            Get-Content $file | Should -Be 'previous'
        }

        It 'is encoded: a name that contains HTML is text' {
            $report = Export-Sample { [pscustomobject]@{ UserName = '<script>alert(1)</script>'; ScenarioName = "a$([char] 0x202E)b$([char] 7)c"; Status = 'PastDue' } } @{ Title = '<b>x</b>' }
            $report | Should -Not -Match '<script'
            $report | Should -Match '&lt;script&gt;alert\(1\)&lt;/script&gt;'
            $report | Should -Match '<title>&lt;b&gt;x&lt;/b&gt;</title>'
            $report | Should -Match '<bdi>ab c</bdi>'
        }
    }

    Context 'Groups' {
        It 'are <Expected> with <What>' -ForEach @(
            @{ What = 'the default'; With = { @{} }; Expected = 'program, scenario' }
            @{ What = '-GroupMember'; With = { @{ GroupMember = $members } }; Expected = 'program, scenario, team' }
            @{ What = '-GroupBy'; With = { @{ GroupBy = 'User', 'Program', 'User' } }; Expected = 'user, program' }
            @{ What = '-GroupBy and -GroupMember'; With = { @{ GroupBy = 'Team'; GroupMember = $members } }; Expected = 'team' }
        ) {
            $report = Export-Sample { $assignments } (& $With)
            ([regex]::Matches($report, '<h2>Status by (\w+)</h2>') | ForEach-Object { $_.Groups[1].Value }) -join ', ' | Should -Be $Expected
        }

        It 'need members for teams' {
            (Get-ErrorOf { $assignments | Export-ExecReport $file -GroupBy Team }).Id | Should -Be 'ExecTeamNeedsGroupMember'
        }

        It 'reject an empty list of members' {
            (Get-ErrorOf { $assignments | Export-ExecReport $file -GroupMember @() }).Message | Should -BeLike "*'GroupMember'*"
        }

        It 'reject other objects as members: <What>' -ForEach @(
            @{ What = 'members without a group'; Value = { Get-ExecMember -First 1 } }
            @{ What = 'assignments'; Value = { $assignments[0] } }
            @{ What = 'other rows'; Value = { [pscustomobject]@{ GroupName = 'a' } } }
            @{ What = 'text'; Value = { 'East' } }
        ) {
            $failure = Get-ErrorOf { $assignments | Export-ExecReport $file -GroupMember (& $Value) }
            $failure.Id | Should -Be 'ExecReportInputInvalid'
            $failure.Message | Should -BeLike 'Object 1 of -GroupMember isn''t a pair of a group and a member*'
            $failure.Advice | Should -Match 'Get-ExecGroupMember'
        }
    }

    Context 'The path' {
        It 'can contain wildcard characters, which aren''t expanded: <_>' -ForEach 'a[x].html', 'a`b.html', '[[.html' {
            $written = $assignments | Export-ExecReport -Path $_ -PassThru
            $written.Name | Should -Be $_

            # Pester can't remove such files.
            [IO.File]::Exists($written.FullName) | Should -BeTrue
            [IO.File]::Delete($written.FullName)
        }

        It 'is relative to the current location, and can have a drive of PowerShell' {
            $null = New-Item inner -ItemType Directory
            $null = New-PSDrive -Name ExecReports -PSProvider FileSystem -Root $TestDrive
            Push-Location inner
            try {
                $assignments | Export-ExecReport below.html
                $assignments | Export-ExecReport -LiteralPath ExecReports:/above.html
            }
            finally {
                Pop-Location
                Remove-PSDrive ExecReports
            }
            'inner/below.html' | Should -Exist
            'above.html' | Should -Exist
        }

        It 'is an error before the input is read: <What>' -ForEach @(
            @{ What = 'a folder that doesn''t exist'; Path = 'missing/report.html'; Id = 'ExecFolderNotFound'; Category = 'ObjectNotFound' }
            @{ What = 'a folder'; Path = '.'; Id = 'ExecPathNotFile'; Category = 'InvalidArgument' }
            @{ What = 'another provider'; Path = 'Env:/report.html'; Id = 'ExecPathNotFileSystem'; Category = 'InvalidArgument' }
            @{ What = 'a drive that doesn''t exist'; Path = 'nosuchdrive:/report.html'; Id = 'ExecPathInvalid'; Category = 'InvalidArgument' }
        ) {
            $read = [Collections.Generic.List[object]]::new()
            $failure = Get-ErrorOf { $assignments | ForEach-Object { $read.Add($_); $_ } | Export-ExecReport -Path $Path }
            $failure.Id | Should -Be $Id
            $failure.Category | Should -Be $Category
            $failure.Message | Should -BeLike "*-Path '*"
            $read.Count | Should -Be 0
        }

        It 'of an existing file is overwritten, unless -NoClobber is specified' {
            Set-Content $file 'previous'
            (Get-ErrorOf { $assignments | Export-ExecReport $file -NoClobber }).Id | Should -Be 'ExecFileExists'
            (Get-ErrorOf { $assignments | Export-ExecReport $file -NoClobber -Force }).Id | Should -Be 'ExecFileExists'
            Get-Content $file | Should -Be 'previous'
            $assignments | Export-ExecReport $file
            Get-Report | Should -Match '<b>150</b>'
        }

        It 'of a read-only file is an error, unless -Force is specified, and the file stays read-only' {
            Set-Content $file 'previous'
            Set-ItemProperty $file -Name IsReadOnly -Value $true
            (Get-ErrorOf { $assignments | Export-ExecReport $file }).Id | Should -Be 'ExecFileReadOnly'
            Get-Content $file | Should -Be 'previous'
            $assignments | Export-ExecReport $file -Force
            Get-Report | Should -Match '<b>150</b>'
            (Get-Item $file).IsReadOnly | Should -BeTrue
        }

        It 'of a folder that can''t be written to is an error' -Skip:(-not $IsLinux) {
            $failure = Get-ErrorOf { $assignments | Export-ExecReport /proc/report.html }
            $failure.Id | Should -Be 'ExecFileNotWritten'
            $failure.Category | Should -Be 'WriteError'
            $failure.Target | Should -Be '/proc/report.html'
        }

        It 'is shown by -WhatIf, and nothing is written' {
            $run = Invoke-FreshPowerShell "Import-Module `$module; [pscustomobject]@{ UserName = 'Jane'; Status = 'Completed' } | Export-ExecReport '$file' -WhatIf -PassThru"
            $run.Errors | Should -BeNullOrEmpty
            $run.Output.Trim() | Should -Be "What if: Write a report of 1 assignment and 0 sessions to '$file'"
            $file | Should -Not -Exist
        }
    }

    Context 'The file' {
        It 'is the previous one, and nothing else is left, if the input fails' {
            $folder = New-Item (Join-Path $TestDrive 'failing') -ItemType Directory
            Set-Content (Join-Path $folder 'report.html') 'previous'
            $null = Get-ErrorOf { $assignments[0..9] | ForEach-Object { $_; if ($_ -eq $assignments[5]) { throw 'lost' } } | Export-ExecReport (Join-Path $folder 'report.html') }
            @(Get-ChildItem $folder -Force).Name | Should -Be 'report.html'
            Get-Content (Join-Path $folder 'report.html') | Should -Be 'previous'
        }

        It 'is the previous one after Ctrl+C' {
            Set-Content $file 'previous'
            $run = Start-ExecPipeline {
                param($file, $row)
                $first = $row
                & { $first; Set-Content "$file.started" ''; while ($true) { Start-Sleep -Milliseconds 50 } } | Export-ExecReport $file
            } $file, $assignments[0]
            Wait-Until { Test-Path "$file.started" }
            Stop-ExecPipeline $run | Should -BeLessThan 5000
            Get-Content $file | Should -Be 'previous'
        }

        It 'keeps its permissions' -Skip:($IsWindows -ne $false) {
            Set-Content $file 'previous'
            chmod 600 $file
            $assignments | Export-ExecReport $file
            (Get-Item $file).UnixMode | Should -Be '-rw-------'
        }

        It 'is written through a link' -Skip:($IsWindows -ne $false) {
            $link = Join-Path $TestDrive 'link.html'
            Set-Content $file 'previous'
            $null = New-Item -ItemType SymbolicLink -Path $link -Target $file
            $assignments | Export-ExecReport $link
            (Get-Item $link).LinkType | Should -Be 'SymbolicLink'
            Get-Report | Should -Match '<b>150</b>'
        }
    }
}
