# Every parameter of every cmdlet with values that aren't valid: a binding error or a validation error that names the parameter,
# and no request. The parameters are read from the module, so new cmdlets are tested without changes here.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters

    # The values that each kind of parameter must reject.
    $bad = @{
        Text    = @(
            @{ What = 'null'; Value = $null }
            @{ What = 'empty'; Value = '' }
            @{ What = 'blank'; Value = "  " }
            @{ What = 'enormous'; Value = 'a' * 1000000 }
            @{ What = 'a control character'; Value = "a$([char] 7)b" }
            @{ What = 'a NUL'; Value = "a`0b" }
        )
        Strict  = @(
            @{ What = 'a wildcard'; Value = 'a*' }
            @{ What = 'Unicode'; Value = "caf$([char] 0xE9) $([char] 0x202E)" }
            @{ What = 'another type'; Value = @{ a = 1 } }
            @{ What = 'a list that contains null'; Value = @('a', $null) }
            @{ What = 'an empty list'; Value = @() }
            @{ What = 'a path'; Value = '../workspace' }
            @{ What = 'an escaped path'; Value = '%2e%2e' }
            @{ What = 'a query'; Value = 'a/b?c#d' }
            @{ What = 'a comma'; Value = 'a,b' }
        )
        Number  = @(
            @{ What = 'null'; Value = $null }
            @{ What = 'text'; Value = 'many' }
            @{ What = 'empty'; Value = '' }
            @{ What = 'below the minimum'; Value = -1 }
            @{ What = 'enormous'; Value = [double]::MaxValue }
            @{ What = 'another type'; Value = @{ a = 1 } }
        )
        Other   = @(
            @{ What = 'null'; Value = $null }
            @{ What = 'another type'; Value = @{ a = 1 } }
        )
    }

    # Values that are valid for some parameters only.
    $kinds = @{
        Pattern = @(@{ What = 'an invalid pattern'; Value = 'a[b' })
        Hole    = @(@{ What = 'a list that contains null'; Value = @('a', $null) }, @{ What = 'an empty list'; Value = @() })
        Path    = @(
            @{ What = 'a parent path'; Value = '../workspace' }
            @{ What = 'an escaped parent path'; Value = '/%2e%2e/workspace' }
            @{ What = 'a query'; Value = '/scenarios?page=2' }
            @{ What = 'a fragment'; Value = '/scenarios#x' }
            @{ What = 'another address'; Value = 'https://example.com/scenarios' }
            @{ What = 'another host'; Value = '//example.com/scenarios' }
        )
        Choice  = @(@{ What = 'an unknown value'; Value = 'Other' }, @{ What = 'a wildcard'; Value = 'G*' }, @{ What = 'a list of choices'; Value = 'Get,Post' })
        Names   = @(
            @{ What = 'null'; Value = $null }
            @{ What = 'text'; Value = 'many' }
            @{ What = 'empty'; Value = '' }
            @{ What = 'another type'; Value = @{ a = 1 } }
            @{ What = 'a number'; Value = 1 }
            @{ What = 'a number below the minimum'; Value = -1 }
            @{ What = 'a number as text'; Value = '1' }
            @{ What = 'Unknown'; Value = 'Unknown' }
            @{ What = 'a wildcard'; Value = 'Past*' }
        )
        NameList = @(
            @{ What = 'an empty list'; Value = @() }
            @{ What = 'an empty list of another type'; Value = [Collections.ArrayList]::new() }
            @{ What = 'numbers'; Value = [int[]] (1, 2) }
            @{ What = 'numbers in a list of another type'; Value = [Collections.ArrayList] (1, 2) }
        )
        Time    = @(
            @{ What = 'a number'; Value = 20260301 }
            @{ What = 'zero'; Value = 0 }
            @{ What = 'null'; Value = $null }
            @{ What = 'text'; Value = 'some day' }
            @{ What = 'empty'; Value = '' }
            @{ What = 'a date that doesn''t exist'; Value = '2026-02-30' }
            @{ What = 'another type'; Value = @{ a = 1 } }
        )
        Pairs   = @(@{ What = 'null'; Value = $null }, @{ What = 'text'; Value = 'page=2' }, @{ What = 'a number'; Value = 5 }, @{ What = 'a list'; Value = @('a', 'b') })
        Body    = @(@{ What = 'null'; Value = $null }, @{ What = 'text that isn''t JSON'; Value = 'not JSON' })
    }

    # Valid values of the parameters that a parameter set requires.
    $good = @{ ScenarioId = 'abc'; UserEmail = 'jane@acme.com'; SkillId = 'abc'; PageId = 'abc'; Path = '/scenarios'; Id = 'abc'; JobId = 'abc'; Sandbox = $true; All = $true
        DueDate = '2030-12-01'; PermissionLevel = 'View'; Prompt = 'A cold call'; Title = 'Prices'; Url = 'https://acme.com/prices'; SourceId = 'abc' }

    # The other parameters that a parameter requires.
    $companions = @{
        'Invoke-ExecRequest -Body' = @{ Method = 'Post' }
        'Start-ExecScenarioJob -CallbackHeaders' = @{ CallbackUrl = 'https://hooks.acme.com' }
        'Set-ExecKnowledgePage -Id' = @{ Title = 'Prices' }
        'Set-ExecKnowledgePage -PageId' = @{ Title = 'Prices' }
    }

    # The values that a parameter must reject, by its type and validation attributes.
    function Get-BadValue($Parameter) {
        # Any object is valid.
        if ($Parameter.Name -eq 'InputObject') { return }
        $type = $Parameter.ParameterType
        $element = if ($type.IsArray) { $type.GetElementType() } else { $type }
        $element = if ([Nullable]::GetUnderlyingType($element)) { [Nullable]::GetUnderlyingType($element) } else { $element }
        $attributes = $Parameter.Attributes.TypeId.Name
        if ($element -eq [string]) {
            # Long text can contain any characters. Only null is rejected.
            if ($Parameter.Name -in 'Content', 'CustomMessage') { return $bad.Text | Where-Object What -EQ 'null' }
            if ($Parameter.Name -eq 'Context') { return $bad.Text | Where-Object What -In 'null', 'enormous' }
            if ($attributes -contains 'ValidateTextAttribute') { return $bad.Text | Where-Object What -In 'null', 'empty', 'blank', 'enormous' }

            # Any text that can be typed can be the path of a file.
            if ($attributes -contains 'ValidateFilePathAttribute') { return $bad.Text }

            # PowerShell's own message repeats the value if it isn't one of the choices.
            if ($attributes -contains 'ValidateSetAttribute') { $bad.Text | Where-Object What -In 'null', 'empty', 'blank' } else { $bad.Text }
            if ($attributes -contains 'SupportsWildcardsAttribute') { $kinds.Pattern }
            elseif ($attributes -contains 'ValidatePathAttribute') { $kinds.Path }
            elseif ($attributes -contains 'ValidateSetAttribute') { $kinds.Choice }
            # Text to search for can be any text that can be typed.
            elseif ($attributes -notcontains 'ValidateSearchTextAttribute' -and $Parameter.Name -ne 'Name') { $bad.Strict | Where-Object { $_.What -ne 'an empty list' -or $attributes -notcontains 'AllowEmptyCollectionAttribute' } }
            if ($type.IsArray) { $kinds.Hole | Where-Object { $_.What -ne 'an empty list' -or $attributes -notcontains 'AllowEmptyCollectionAttribute' } }
        }
        elseif ($element.IsPrimitive) { $bad.Number }
        elseif ($element.IsEnum -or $element.Name -in 'Rank', 'ProficiencyTier') {
            $kinds.Names
            if ($type.IsArray) { $kinds.NameList }
        }
        elseif ($element -eq [datetime]) { $kinds.Time }
        elseif ($element -eq [Collections.IDictionary]) { $kinds.Pairs }
        elseif ($element -eq [object]) { $kinds.Body }
        else { $bad.Other }
    }

    # The other arguments, so that only the tested parameter isn't valid.
    function Get-Companion($Command, $Parameter) {
        $sets = @($Command.ParameterSets | Where-Object { $_.Parameters.Name -contains $Parameter.Name })
        $set = @($sets | Where-Object IsDefault)[0]
        if (-not $set) { $set = $sets[0] }
        $others = @{}
        foreach ($needed in $set.Parameters | Where-Object { $_.IsMandatory -and $_.Name -ne $Parameter.Name }) {
            if (-not $good.ContainsKey($needed.Name)) { throw "Say in `$good what $($Command.Name) -$($needed.Name) may be." }
            $others[$needed.Name] = $good[$needed.Name]
        }
        foreach ($pair in @($companions["$($Command.Name) -$($Parameter.Name)"]).GetEnumerator() | Where-Object { $_ }) {
            foreach ($name in $pair.Keys) { $others[$name] = $pair[$name] }
        }
        $others
    }

    $cases = foreach ($command in Get-Command -Module ExecPS -CommandType Cmdlet) {
        foreach ($parameter in $command.Parameters.Values | Where-Object { $_.Name -notin $common -and $_.Name -notin 'First', 'Skip', 'IncludeTotalCount' }) {
            if ($parameter.ParameterType -eq [switch]) { continue }
            $others = Get-Companion $command $parameter
            foreach ($value in Get-BadValue $parameter) {
                @{ Command = $command.Name; Parameter = $parameter.Name; What = $value.What; Value = $value.Value; Others = $others }
            }
        }
    }

    # Sections that only items requested by ID have.
    $details = foreach ($command in Get-Command -Module ExecPS -CommandType Cmdlet | Where-Object { $_.Parameters.ContainsKey('Id') }) {
        foreach ($name in $command.Parameters.Keys -like 'Include*' -ne 'IncludeTotalCount') { @{ Command = $command.Name; Parameter = $name } }
        if ($command.Parameters.ContainsKey('First')) {
            foreach ($paging in @{ First = 1 }, @{ Skip = 1 }, @{ IncludeTotalCount = $true }) { @{ Command = $command.Name; Parameter = @($paging.Keys)[0]; Paging = $paging } }
        }
    }
    $ofDetails, $ofLists = @($details | Where-Object { -not $_.Paging }), @($details | Where-Object { $_.Paging })
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer
    $null = Connect-TestServer $server
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'A value that isn''t valid' {
    It 'is rejected: <Command> -<Parameter> with <What>' -ForEach $cases {
        # A failed Connect-ExecWorkspace leaves no default connection.
        if (-not (Get-ExecConnection | Where-Object IsDefault)) { $null = Connect-TestServer $server -With @{ NoVerify = $true } }
        $connection = Get-ExecConnection -Name default
        $before = $connection.RequestCount
        $arguments = $Others.Clone()
        $arguments[$Parameter] = $Value
        if ($Command -eq 'Connect-ExecWorkspace' -and -not $arguments.Sandbox) {
            if ($Parameter -ne 'Name') { $arguments.Name = 'bad' }
            if ($Parameter -ne 'ApiKey') { $arguments.ApiKey = $server.ApiKey }
            if ($Parameter -ne 'BaseUri') { $arguments.BaseUri = $server.BaseUri }
            if ($Parameter -eq 'ProxyCredential') { $arguments.Proxy = 'http://127.0.0.1:9' }
        }

        if ($Command -like 'Export-*' -and $Parameter -ne 'Path') { $arguments.Path = Join-Path $TestDrive 'export' }

        $failure = $null
        try { $null = & $Command @arguments -ErrorAction Stop } catch { $failure = $_ }

        $failure | Should -Not -BeNullOrEmpty -Because 'it must be rejected'
        # The error must concern the value, and not an ambiguous parameter set.
        $failure.FullyQualifiedErrorId | Should -Not -Match 'AmbiguousParameterSet|MissingMandatoryParameter|NamedParameterNotFound|PositionalParameterNotFound|InputObject'
        "$failure" | Should -Match "['-]$Parameter\b"
        "$failure".Length | Should -BeLessThan 1000
        Get-ControlCharacter "$failure" | Where-Object { $_ -notin 'U+000A', 'U+000D' } | Should -BeNullOrEmpty
        $connection.RequestCount | Should -Be $before
    }

    It 'is tested for every cmdlet: <Command>' -ForEach @(
        foreach ($command in Get-Command -Module ExecPS -CommandType Cmdlet) { @{ Command = $command.Name; Tested = @($cases.Command) } }
    ) {
        $Command | Should -BeIn $Tested
    }
}

Describe 'Parameters that can''t be combined' {
    BeforeAll { $null = Connect-TestServer $server }
    BeforeEach { $before = (Get-ExecConnection -Name default).RequestCount }

    It 'are rejected: <Command> -<Parameter> without -Id' -ForEach $ofDetails {
        $part = @{ $Parameter = $true }
        $failure = Get-ErrorOf { & $Command @part }
        $failure.Id | Should -Be 'ExecParameterNeedsId'
        $failure.Message | Should -BeLike "-$Parameter applies only to *"
        (Get-ExecConnection -Name default).RequestCount | Should -Be $before
    }

    It 'are rejected: <Command> -Id with -<Parameter>' -ForEach $ofLists {
        $failure = Get-ErrorOf { & $Command -Id abc @Paging }
        $failure.Id | Should -Be 'ExecParameterNeedsList'
        $failure.Message | Should -BeLike "-$Parameter applies only to *"
        (Get-ExecConnection -Name default).RequestCount | Should -Be $before
    }
}

Describe '-PageSize' {
    BeforeAll { $null = Connect-TestServer $server }

    It 'is ignored if items are requested by ID, as $PSDefaultParameterValues may set it: <_>' -ForEach (Get-Command -Module ExecPS | Where-Object { $_.Parameters.ContainsKey('Id') -and $_.Parameters.ContainsKey('PageSize') }).Name {
        $item = & $_ -First 1
        $expected = & $_ -Id $item.Id
        (& $_ -Id $item.Id -PageSize 10).Id | Should -Be $expected.Id
        $PSDefaultParameterValues["Get-Exec*:PageSize"] = 50
        try { (& $_ -First 1 | & $_).Id | Should -Be $expected.Id } finally { $PSDefaultParameterValues.Clear() }
    }
}
