# How commands read input: dates, query values, white space, invisible characters, and names in place of IDs.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $parameters = foreach ($command in Get-Command -Module ExecPS -CommandType Cmdlet) {
        foreach ($parameter in $command.Parameters.Values) {
            $attributes = @($parameter.Attributes.TypeId.Name)
            $type = if ([Nullable]::GetUnderlyingType($parameter.ParameterType)) { [Nullable]::GetUnderlyingType($parameter.ParameterType) } else { $parameter.ParameterType }
            @{ Command = $command.Name; Parameter = $parameter.Name; Type = $type; Attributes = $attributes }
        }
    }
    $dates = $parameters | Where-Object { $_.Type -eq [datetime] }
    $texts = $parameters | Where-Object { $_.Attributes | Where-Object { $_ -in 'ValidateIdAttribute', 'ValidateEmailAttribute', 'ValidatePatternTextAttribute', 'ValidateSearchTextAttribute' } }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 50
    $null = Connect-TestServer $server
}

AfterAll {
    Stop-TestServer $server
}

Describe 'Input' {
    BeforeEach {
        Reset-TestServer $server
    }

    Describe 'Dates' {
        It '<Command> -<Parameter> reads ISO 8601 in every culture' -ForEach $dates {
            $Attributes | Should -Contain 'DateTimeTransformAttribute'
        }

        It '-After ''2026-03-09'' is the same day in <_>' -ForEach 'en-US', 'de-DE', 'th-TH', 'ar-SA', 'fa-IR', 'ja-JP', 'tr-TR' {
            $culture = [Threading.Thread]::CurrentThread.CurrentCulture
            try {
                [Threading.Thread]::CurrentThread.CurrentCulture = $_
                $null = Get-ExecSession -After '2026-03-09' -First 1
            }
            finally {
                [Threading.Thread]::CurrentThread.CurrentCulture = $culture
            }
            $expected = ([datetime]::new(2026, 3, 9)).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
            @((Get-ServerRequest $server).Parameters.Values) | Should -Contain $expected
        }

        It 'accepts <What>' -ForEach @(
            @{ What = 'a time without seconds'; Value = '2026-03-09 14:30'; Utc = [datetime]::new(2026, 3, 9, 14, 30, 0, [DateTimeKind]::Local).ToUniversalTime() }
            @{ What = 'a time with an offset'; Value = '2026-03-09T14:30:00+02:00'; Utc = [datetime]::new(2026, 3, 9, 12, 30, 0, [DateTimeKind]::Utc) }
            @{ What = 'a UTC time with a fraction'; Value = '2026-03-09T14:30:00.000Z'; Utc = [datetime]::new(2026, 3, 9, 14, 30, 0, [DateTimeKind]::Utc) }
            @{ What = 'a DateTimeOffset'; Value = [DateTimeOffset]::new(2026, 3, 9, 14, 30, 0, [timespan]::FromHours(5)); Utc = [datetime]::new(2026, 3, 9, 9, 30, 0, [DateTimeKind]::Utc) }
            @{ What = 'a DateTime'; Value = [datetime]::new(2026, 3, 9, 14, 30, 0, [DateTimeKind]::Utc); Utc = [datetime]::new(2026, 3, 9, 14, 30, 0, [DateTimeKind]::Utc) }
        ) {
            $null = Get-ExecSession -After $Value -First 1
            @((Get-ServerRequest $server).Parameters.Values) | Should -Contain $Utc.ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
        }

        It 'accepts a DateOnly' -Skip:($PSVersionTable.PSEdition -eq 'Desktop') {
            $null = Get-ExecSession -After ([DateOnly]::new(2026, 3, 9)) -First 1
            $expected = ([datetime]::new(2026, 3, 9)).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
            @((Get-ServerRequest $server).Parameters.Values) | Should -Contain $expected
        }
    }

    Describe 'Text' {
        It '<Command> -<Parameter> ignores white space around text' -ForEach $texts {
            $Attributes | Should -Contain 'TrimTransformAttribute'
        }

        It 'sends an address without the white space around it: <_>' -ForEach ' jane@acme.com', "jane@acme.com`r`n", "`tjane@acme.com ", "$([char] 0xa0)jane@acme.com" {
            $null = Get-ExecAssignment -UserEmail $_, 'bob@acme.com '
            (Get-ServerRequest $server).Parameters.user_emails | Should -Be 'jane@acme.com,bob@acme.com'
        }

        It 'names an invisible character by its code point: <Code>' -ForEach @(
            @{ Code = 'U+200B'; Text = "jane$([char] 0x200b)@acme.com"; Run = { param($text) Get-ExecAssignment -UserEmail $text } }
            @{ Code = 'U+00A0'; Text = "abc$([char] 0xa0)def"; Run = { param($text) Get-ExecAssignment -ScenarioId $text } }
            @{ Code = 'U+202E'; Text = "a$([char] 0x202e)b"; Run = { param($text) Get-ExecScenario -Name $text } }
            @{ Code = 'U+0009'; Text = "a`tb"; Run = { param($text) Get-ExecKnowledgePage -Query $text } }
        ) {
            "$(Get-ErrorOf { & $Run $Text } | ForEach-Object Message)" | Should -BeLike "*invisible character $Code at position*"
            Get-ServerRequest $server | Should -BeNullOrEmpty
        }

        It 'recommends the command that finds an item by name: -<Parameter>' -ForEach @(
            @{ Parameter = 'ScenarioId'; Command = "Get-ExecScenario 'Renewal at Risk'" }
            @{ Parameter = 'UserId'; Command = "Get-ExecMember 'Renewal at Risk'" }
        ) {
            $with = @{ $Parameter = 'Renewal at Risk' }
            (Get-ErrorOf { Get-ExecAssignment @with }).Message | Should -BeLike "*$Command | ...*"
        }
    }

    Describe 'Invoke-ExecRequest -Query' {
        It 'sends <What> as <Expected>' -ForEach @(
            @{ What = 'a switch'; Value = [switch] $true; Expected = 'true' }
            @{ What = 'a Boolean'; Value = $false; Expected = 'false' }
            @{ What = 'a number'; Value = 1.5; Expected = '1.5' }
            @{ What = 'a list'; Value = @('a', 'b'); Expected = 'a,b' }
            @{ What = 'a list with null'; Value = @('a', $null); Expected = 'a' }
            @{ What = 'an enum'; Value = 'ExecPS.Client.Models.AssignmentStatus' -as [type] | ForEach-Object { [enum]::Parse($_, 'PastDue') }; Expected = 'past_due' }
            @{ What = 'a UTC time'; Value = [datetime]::new(2026, 3, 9, 14, 30, 0, [DateTimeKind]::Utc); Expected = '2026-03-09T14:30:00Z' }
            @{ What = 'a GUID'; Value = [guid] '6f9619ff-8b86-d011-b42d-00cf4fc964ff'; Expected = '6f9619ff-8b86-d011-b42d-00cf4fc964ff' }
        ) {
            $null = Invoke-ExecRequest /workspace -Query @{ q = $Value }
            (Get-ServerRequest $server).Parameters.q | Should -Be $Expected
        }

        It 'sends a DateOnly as a date' -Skip:($PSVersionTable.PSEdition -eq 'Desktop') {
            $null = Invoke-ExecRequest /workspace -Query @{ q = [DateOnly]::new(2026, 3, 9) }
            (Get-ServerRequest $server).Parameters.q | Should -Be '2026-03-09'
        }

        It 'omits <What>' -ForEach @(
            @{ What = 'null'; Value = $null }
            @{ What = 'an empty list'; Value = @() }
        ) {
            $null = Invoke-ExecRequest /workspace -Query @{ q = $Value; r = 'x' }
            (Get-ServerRequest $server).Parameters.Keys | Should -Be 'r'
        }

        It 'rejects <What>, and names the key' -ForEach @(
            @{ What = 'a hashtable'; Value = @{ a = 1 } }
            @{ What = 'an object'; Value = [pscustomobject] @{ a = 1 } }
            @{ What = 'a script block'; Value = { 1 } }
            @{ What = 'a list within a list'; Value = @(, @('a', 'b')) }
            @{ What = 'not a number'; Value = [double]::NaN }
            @{ What = 'a time span'; Value = [timespan]::FromHours(1) }
        ) {
            $failure = Get-ErrorOf { Invoke-ExecRequest /workspace -Query @{ wrong = $Value } }
            $failure.Id | Should -Be 'ExecQueryInvalid'
            $failure.Message | Should -BeLike "*'wrong' in -Query*"
            Get-ServerRequest $server | Should -BeNullOrEmpty
        }
    }

    Describe 'Invoke-ExecRequest' {
        It 'shows the body with -WhatIf' {
            $text = Invoke-FreshPowerShell @'
Import-Module $module
$null = Connect-ExecWorkspace -Sandbox
Invoke-ExecRequest /scenarios/abc/access -Method Post -Body @{ user_email = 'jane@acme.com' } -WhatIf
'@
            $text.Output | Should -BeLike '*What if: POST https://*/scenarios/abc/access with the body {"user_email":"jane@acme.com"}*'
        }

        It 'completes paths of the API, and no file names: <Word>' -ForEach @(
            @{ Word = '/sess'; Expected = '/sessions' }
            @{ Word = 'workspace/g'; Expected = '/workspace/groups' }
            @{ Word = '/nothing/like/that'; Expected = '/nothing/like/that' }
        ) {
            (TabExpansion2 "Invoke-ExecRequest -Path $Word").CompletionMatches.CompletionText | Should -Be $Expected
        }
    }
}
