# Every parameter of every cmdlet with values that nobody means: a binding error or a refusal that names the parameter, and
# no request. The parameters are read off the module, so that the next cmdlet is in the table on its first day.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters

    # What each kind of parameter must refuse.
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
            @{ What = 'a list with a hole'; Value = @('a', $null) }
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
            @{ What = 'below the least'; Value = -1 }
            @{ What = 'enormous'; Value = [double]::MaxValue }
            @{ What = 'another type'; Value = @{ a = 1 } }
        )
        Other   = @(
            @{ What = 'null'; Value = $null }
            @{ What = 'another type'; Value = @{ a = 1 } }
        )
    }

    # Invoke-ExecRequest takes nearly everything, and has tests of its own.
    $cases = foreach ($command in Get-Command -Module ExecPS -CommandType Cmdlet | Where-Object Name -NE 'Invoke-ExecRequest') {
        foreach ($parameter in $command.Parameters.Values | Where-Object { $_.Name -notin $common -and $_.Name -notin 'First', 'Skip', 'IncludeTotalCount' }) {
            $type = $parameter.ParameterType
            $element = if ($type.IsArray) { $type.GetElementType() } else { $type }
            $element = if ([Nullable]::GetUnderlyingType($element)) { [Nullable]::GetUnderlyingType($element) } else { $element }
            if ($element -eq [switch]) { continue }
            $values = if ($element -eq [string]) {
                $bad.Text
                # What the API searches for is any text.
                if ($parameter.Attributes.TypeId.Name -contains 'ValidateSearchTextAttribute') { $bad.Strict | Where-Object What -In 'a list with a hole', 'an empty list' }
                elseif ($parameter.Attributes.TypeId.Name -notcontains 'SupportsWildcardsAttribute' -and $parameter.Name -ne 'Name') { $bad.Strict }
            }
            elseif ($element.IsPrimitive) { $bad.Number }
            elseif ($element.IsEnum) { $bad.Number; @{ What = 'a number'; Value = 1 }; @{ What = 'Unknown'; Value = 'Unknown' }; @{ What = 'a wildcard'; Value = 'Past*' } }
            else { $bad.Other }
            foreach ($value in $values) {
                @{ Command = $command.Name; Parameter = $parameter.Name; What = $value.What; Value = $value.Value }
            }
        }
    }
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

Describe 'A value that nobody means' {
    It 'is refused: <Command> -<Parameter> with <What>' -ForEach $cases {
        $before = (Get-ExecConnection -Name default).RequestCount
        $arguments = @{ $Parameter = $Value }
        if ($Command -eq 'Connect-ExecWorkspace') {
            if ($Parameter -ne 'Name') { $arguments.Name = 'bad' }
            if ($Parameter -eq 'AssignmentCount') { $arguments.Sandbox = $true }
            elseif ($Parameter -notin 'ApiKey', 'BaseUri') { $arguments.ApiKey = $server.ApiKey; $arguments.BaseUri = $server.BaseUri }
            elseif ($Parameter -eq 'ApiKey') { $arguments.BaseUri = $server.BaseUri }
            else { $arguments.ApiKey = $server.ApiKey }
            if ($Parameter -eq 'ProxyCredential') { $arguments.Proxy = 'http://127.0.0.1:9' }
        }

        $failure = $null
        try { $null = & $Command @arguments -ErrorAction Stop } catch { $failure = $_ }

        $failure | Should -Not -BeNullOrEmpty -Because 'it must be refused'
        "$failure" | Should -Match $Parameter
        "$failure".Length | Should -BeLessThan 1000
        (Get-ExecConnection -Name default).RequestCount | Should -Be $before
    }
}
