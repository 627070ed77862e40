# Connect-ExecWorkspace, Get-ExecConnection, Disconnect-ExecWorkspace.

BeforeDiscovery {
    $live = 'exec_live_'
    $blank = [char] 32
    $e = [char] 0xE9
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 10
    $otherKey = 'exec_live_' + 'a1B2' * 10
    $keyBefore = $env:EXEC_API_KEY
    $env:EXEC_API_KEY = $null
}

AfterAll {
    $env:EXEC_API_KEY = $keyBefore
    Stop-TestServer $server
}

Describe 'The key' {
    BeforeEach {
        Disconnect-ExecWorkspace -All
        Reset-TestServer $server
    }

    It 'can be a SecureString' {
        $key = ConvertTo-SecureString $server.ApiKey -AsPlainText -Force
        (Connect-ExecWorkspace -ApiKey $key -BaseUri $server.BaseUri).Workspace.Name | Should -Be 'Larkfield Instruments'
    }

    It 'can be a string' {
        (Connect-ExecWorkspace -ApiKey $server.ApiKey -BaseUri $server.BaseUri).Workspace.Name | Should -Be 'Larkfield Instruments'
    }

    It 'can be the first argument, without the parameter name' {
        (Connect-ExecWorkspace $server.ApiKey -BaseUri $server.BaseUri).Workspace.Name | Should -Be 'Larkfield Instruments'
    }

    It 'is read from $env:EXEC_API_KEY if it isn''t specified' {
        $env:EXEC_API_KEY = $server.ApiKey
        try { (Connect-ExecWorkspace -BaseUri $server.BaseUri).Workspace.Name | Should -Be 'Larkfield Instruments' } finally { $env:EXEC_API_KEY = $null }
    }

    It 'takes precedence over $env:EXEC_API_KEY if it is specified' {
        $env:EXEC_API_KEY = $otherKey
        try { Connect-ExecWorkspace -ApiKey $server.ApiKey -BaseUri $server.BaseUri | Should -Not -BeNullOrEmpty } finally { $env:EXEC_API_KEY = $null }
    }

    It 'is sent as a bearer token, with the module''s name and version as the user agent' {
        $null = Connect-TestServer $server
        $request = Get-ServerRequest $server
        $request.Path | Should -Be '/rest/v1/workspace'
        $request.Authorization | Should -Be "Bearer $($server.ApiKey)"
        $request.UserAgent | Should -Be "ExecPS/$((Get-Module ExecPS).Version)"
    }

    It 'is verified by one request' {
        $null = Connect-TestServer $server
        @(Get-ServerRequest $server).Count | Should -Be 1
    }

    It 'causes an error if it isn''t valid, and no connection is kept' {
        $failure = Get-ErrorOf { Connect-TestServer $server -With @{ ApiKey = $otherKey } }
        $failure.Id | Should -Be 'ExecAuthenticationFailed'
        $failure.Category | Should -Be 'AuthenticationError'
        $failure.Advice | Should -BeLike '*key*'
        Get-ExecConnection | Should -BeNullOrEmpty
    }


    It 'isn''t sent with -NoVerify' {
        $connection = Connect-TestServer $server -With @{ ApiKey = $otherKey; NoVerify = $true }
        $connection.Workspace | Should -BeNullOrEmpty
        $connection.RequestCount | Should -Be 0
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'is rejected if it is null, for example from an unset variable' {
        $failure = Get-ErrorOf { Connect-ExecWorkspace -ApiKey $null -BaseUri $server.BaseUri }
        $failure.Message | Should -BeLike "*'ApiKey'*null*"
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'is rejected if it is neither a SecureString nor a string' {
        (Get-ErrorOf { Connect-ExecWorkspace -ApiKey 12345 -BaseUri $server.BaseUri }).Message | Should -BeLike "*'ApiKey'*SecureString or a string*"
    }
}

Describe 'A key in another format' {
    BeforeEach {
        Disconnect-ExecWorkspace -All
        Reset-TestServer $server
    }

    BeforeDiscovery {
        $shapes = @(
            @{ What = 'too short'; Key = $live + '0' * 39 }
            @{ What = 'too long'; Key = $live + '0' * 41 }
            @{ What = 'only the prefix'; Key = $live }
            @{ What = 'with another prefix'; Key = 'exec_test_' + '0' * 40 }
            @{ What = 'with an uppercase prefix'; Key = 'EXEC_LIVE_' + '0' * 40 }
            @{ What = 'with a symbol'; Key = $live + '0' * 39 + '!' }
            @{ What = 'with a hyphen'; Key = $live + '0' * 20 + '-' + '0' * 19 }
        )
        # Control characters are escaped, because an XML report can't contain them.
        $breaking = @(
            @{ What = 'empty'; Key = '' }
            @{ What = 'blank'; Key = '   ' }
            @{ What = 'with a leading space'; Key = $blank + $live + '0' * 40 }
            @{ What = 'with a trailing space'; Key = $live + '0' * 40 + $blank }
            @{ What = 'with a space'; Key = $live + '0' * 20 + $blank + '0' * 19 }
            @{ What = 'with a tab'; Key = $live + '0' * 39 + '\t' }
            @{ What = 'with a trailing line break'; Key = $live + '0' * 40 + '\n' }
            @{ What = 'that contains another header'; Key = $live + '0' * 40 + '\r\nX-Other: 1' }
            @{ What = 'with NUL'; Key = $live + '0' * 39 + '\0' }
            @{ What = 'with a letter that isn''t ASCII'; Key = $live + '0' * 39 + $e }
            @{ What = 'with a digit that isn''t ASCII'; Key = $live + '0' * 39 + [char] 0x661 }
        )
    }

    It 'is rejected before a request: <What>' -ForEach ($shapes + $breaking) {
        $key = [regex]::Unescape($Key)
        $failure = Get-ErrorOf { Connect-ExecWorkspace -ApiKey $Key -BaseUri $server.BaseUri }
        $failure.Id | Should -Be 'ExecApiKeyInvalid'
        $failure.Category | Should -Be 'InvalidArgument'
        $failure.Message | Should -BeLike '*-ApiKey*'
        $failure.Advice | Should -BeLike '*Copy*key again*'
        Get-ServerRequest $server | Should -BeNullOrEmpty
        Get-ExecConnection | Should -BeNullOrEmpty
    }

    It 'is attributed to $env:EXEC_API_KEY if it was read from there: <What>' -ForEach @(
        @{ What = 'with a trailing line break'; Key = $live + '0' * 40 + '\n'; Message = '*U+000A*' }
        @{ What = 'too short'; Key = $live; Message = '*10 characters*' }
    ) {
        $env:EXEC_API_KEY = [regex]::Unescape($Key)
        try { $failure = Get-ErrorOf { Connect-ExecWorkspace -BaseUri $server.BaseUri } } finally { $env:EXEC_API_KEY = $null }
        $failure.Id | Should -Be 'ExecApiKeyInvalid'
        $failure.Message | Should -BeLike '*$env:EXEC_API_KEY*'
        $failure.Message | Should -BeLike $Message
        $failure.Message | Should -Not -BeLike '*-ApiKey*'
    }

    It 'is rejected in $env:EXEC_API_KEY too' {
        $env:EXEC_API_KEY = 'exec_live_0'
        try { (Get-ErrorOf { Connect-ExecWorkspace -BaseUri $server.BaseUri }).Id | Should -Be 'ExecApiKeyInvalid' } finally { $env:EXEC_API_KEY = $null }
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'is sent with -Force: <What>' -ForEach $shapes {
        $failure = Get-ErrorOf { Connect-ExecWorkspace -ApiKey $Key -BaseUri $server.BaseUri -Force }
        $failure.Id | Should -Be 'ExecAuthenticationFailed'
        (Get-ServerRequest $server).Authorization | Should -BeExactly "Bearer $Key"
    }

    It 'isn''t sent even with -Force if it isn''t valid in a header: <What>' -ForEach $breaking {
        $key = [regex]::Unescape($Key)
        (Get-ErrorOf { Connect-ExecWorkspace -ApiKey $Key -BaseUri $server.BaseUri -Force }).Id | Should -Be 'ExecApiKeyInvalid'
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'isn''t contained in the error' {
        $failure = Get-ErrorOf { Connect-ExecWorkspace -ApiKey 'exec_live_SECRETSECRET' -BaseUri $server.BaseUri }
        $failure.Message | Should -Not -BeLike '*SECRET*'
        $failure.Advice | Should -Not -BeLike '*SECRET*'
    }
}

Describe 'Without a key' {
    BeforeEach {
        Disconnect-ExecWorkspace -All
        Reset-TestServer $server
    }

    BeforeDiscovery {
        $situations = @(
            @{ Situation = 'in a session that isn''t interactive'; Switches = @('-NonInteractive'); Typed = '' }
            @{ Situation = 'with redirected input that is empty'; Switches = @(); Typed = '' }
            @{ Situation = 'with redirected input that contains lines'; Switches = @(); Typed = "exec_live_$('0' * 40)`n" }
        )
    }

    It 'a process <Situation> reports the three ways to specify one, and doesn''t hang' -ForEach $situations {
        $run = Invoke-FreshPowerShell -Switches $Switches -StandardInput $Typed -Seconds 20 -Script @'
            Import-Module $module
            try { Connect-ExecWorkspace }
            catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category; $_.ErrorDetails.RecommendedAction }
'@
        $id, $category, $advice = $run.Output.Trim() -split '\r?\n'
        $id | Should -Be 'ExecApiKeyMissing,ExecPS.Commands.ConnectExecWorkspaceCommand'
        $category | Should -Be 'AuthenticationError'
        $advice | Should -BeLike '*-ApiKey*$env:EXEC_API_KEY*interactive*'
    }
}

Describe 'A job without a key' {
    It 'gets ExecApiKeyMissing, and doesn''t wait for input, even under -NonInteractive' {
        $run = Invoke-FreshPowerShell -Switches '-NonInteractive' -Seconds 60 -Script @'
            $job = Start-Job { Import-Module $using:module; try { Connect-ExecWorkspace } catch { $_.FullyQualifiedErrorId } }
            $null = $job | Wait-Job -Timeout 40
            $job | Receive-Job
'@
        $run.Output.Trim() | Should -Be 'ExecApiKeyMissing,ExecPS.Commands.ConnectExecWorkspaceCommand'
    }
}

Describe '-BaseUri' {
    BeforeEach {
        Disconnect-ExecWorkspace -All
        Reset-TestServer $server
    }

    It 'is rejected before a request: <Uri> (<Because>)' -ForEach @(
        @{ Uri = 'http://api.exec.com/rest/v1'; Because = 'unencrypted' }
        @{ Uri = 'http://10.0.0.1/'; Because = 'unencrypted' }
        @{ Uri = 'http://0.0.0.0/'; Because = 'unencrypted' }
        @{ Uri = 'http://127.0.0.1.example.com/'; Because = 'unencrypted' }
        @{ Uri = 'http://localhost.example.com/'; Because = 'unencrypted' }
        @{ Uri = 'https://user:word@api.exec.com/'; Because = 'user name or password' }
        @{ Uri = 'http://user@127.0.0.1/'; Because = 'user name or password' }
        @{ Uri = 'https://api.exec.com/?page=1'; Because = 'query or a fragment' }
        @{ Uri = 'https://api.exec.com/#top'; Because = 'query or a fragment' }
        @{ Uri = 'ftp://api.exec.com/'; Because = '''ftp''' }
        @{ Uri = 'file:///etc/hosts'; Because = '''file''' }
        @{ Uri = 'api.exec.com'; Because = 'absolute address' }
        @{ Uri = '/rest/v1'; Because = 'absolute address' }
        @{ Uri = ''; Because = 'absolute address' }
    ) {
        $failure = Get-ErrorOf { Connect-ExecWorkspace -ApiKey $server.ApiKey -BaseUri $Uri -NoVerify }
        $failure.Id | Should -Be 'ExecBaseUriInvalid'
        $failure.Category | Should -Be 'InvalidArgument'
        $failure.Message | Should -BeLike "*-BaseUri*$Because*"
        $failure.Advice | Should -Not -BeNullOrEmpty
        Get-ExecConnection | Should -BeNullOrEmpty
    }

    It 'can be any https address, or http on the local computer: <_>' -ForEach 'https://exec.example/rest/v1', 'http://127.0.0.1:9/', 'http://localhost:9/', 'http://[::1]:9/' {
        # No request is sent. If one were, it would end at the proxy on this computer.
        (Connect-ExecWorkspace -ApiKey $server.ApiKey -BaseUri $_ -NoVerify -Proxy http://127.0.0.1:9).BaseUri | Should -Not -BeNullOrEmpty
    }

    It 'works with and without a trailing slash' {
        foreach ($address in "$($server.BaseUri)".TrimEnd('/'), ("$($server.BaseUri)".TrimEnd('/') + '/')) {
            $null = Connect-TestServer $server -With @{ BaseUri = $address }
        }
        (Get-ServerRequest $server).Path | Should -Be '/rest/v1/workspace', '/rest/v1/workspace'
    }

    It 'is the published address by default' {
        (Connect-ExecWorkspace -ApiKey $server.ApiKey -NoVerify -Proxy http://127.0.0.1:9).BaseUri | Should -Be 'https://api.exec.com/rest/v1/'
    }
}

Describe 'Other parameters' {
    BeforeEach {
        Disconnect-ExecWorkspace -All
        Reset-TestServer $server
    }

    It 'are rejected if they are out of range: -<Name> <Value>' -ForEach @(
        @{ Name = 'TimeoutSec'; Value = 0 }
        @{ Name = 'TimeoutSec'; Value = -1 }
        @{ Name = 'TimeoutSec'; Value = 3601 }
        @{ Name = 'MaximumRetryCount'; Value = -1 }
        @{ Name = 'MaximumRetryCount'; Value = 101 }
        @{ Name = 'RetryIntervalSec'; Value = -0.1 }
        @{ Name = 'RetryIntervalSec'; Value = 31 }
        @{ Name = 'RequestsPerMinute'; Value = -1 }
        @{ Name = 'Name'; Value = '' }
        @{ Name = 'Name'; Value = ' ' }
        @{ Name = 'Name'; Value = 'prod*' }
        @{ Name = 'Name'; Value = 'x' * 65 }
        @{ Name = 'Name'; Value = "a`tb" }
        @{ Name = 'Name'; Value = $null }
    ) {
        $parameters = @{ $Name = $Value }
        (Get-ErrorOf { Connect-TestServer $server -With $parameters }).Message | Should -Match "['-]$Name\b"
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'for the proxy are rejected: <What>' -ForEach @(
        @{ What = 'another scheme'; Parameters = @{ Proxy = 'ftp://127.0.0.1' } }
        @{ What = 'a relative address'; Parameters = @{ Proxy = 'proxy' } }
        @{ What = 'user and password in the address'; Parameters = @{ Proxy = 'http://user:word@127.0.0.1:9' } }
        @{ What = 'a credential without a proxy'; Parameters = @{ ProxyCredential = [pscredential]::new('user', (ConvertTo-SecureString 'word' -AsPlainText -Force)) } }
    ) {
        $failure = Get-ErrorOf { Connect-TestServer $server -With $Parameters }
        $failure.Id | Should -Be 'ExecProxyInvalid'
        $failure.Message | Should -Not -BeLike '*word@*'
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It '-Proxy receives CONNECT for HTTPS without the key, and -ProxyCredential if it requires authentication' {
        $proxy = Start-SilentServer
        try {
            $pipeline = Start-ExecPipeline {
                param($key, $proxy)
                $credential = [pscredential]::new('user', (ConvertTo-SecureString 'word' -AsPlainText -Force))
                Connect-ExecWorkspace -ApiKey $key -BaseUri https://localhost:9/ -Proxy $proxy -ProxyCredential $credential -MaximumRetryCount 0
            } $server.ApiKey, $proxy.BaseUri
            $first = Receive-SilentRequest $proxy "HTTP/1.1 407 Proxy Authentication Required`r`nProxy-Authenticate: Basic realm=`"x`"`r`nContent-Length: 0`r`nConnection: close`r`n`r`n"
            $first.Request | Should -BeLike 'CONNECT localhost:9 HTTP/1.1*'
            $first.Socket.Shutdown('Send')
            $second = Receive-SilentRequest $proxy "HTTP/1.1 403 Forbidden`r`nContent-Length: 0`r`nConnection: close`r`n`r`n"
            $second.Request | Should -BeLike '*Proxy-Authorization: Basic dXNlcjp3b3Jk*'
            $second.Socket.Shutdown('Send')
            Wait-ExecPipeline $pipeline
            "$($first.Request) $($second.Request)" | Should -Not -BeLike "*$($server.ApiKey)*"
        }
        finally {
            Stop-SilentServer $proxy
        }
    }

    It '-ProxyCredential is recommended if the proxy requires authentication, which is tried once' {
        $proxy = Start-SilentServer
        try {
            $pipeline = Start-ExecPipeline {
                param($key, $proxy)
                Connect-ExecWorkspace -ApiKey $key -BaseUri https://localhost:9/ -Proxy $proxy
            } $server.ApiKey, $proxy.BaseUri
            $request = Receive-SilentRequest $proxy "HTTP/1.1 407 Proxy Authentication Required`r`nProxy-Authenticate: Basic realm=`"x`"`r`nContent-Length: 0`r`nConnection: close`r`n`r`n"
            $request.Socket.Shutdown('Send')
            Wait-ExecPipeline $pipeline
            $failure = $pipeline.Streams.Error[0] | ConvertFrom-ErrorRecord
            $failure.Id | Should -Be 'ExecProxyAuthenticationRequired'
            $failure.Category | Should -Be 'AuthenticationError'
            $failure.Advice | Should -BeLike '*-ProxyCredential*'
            $proxy.Listener.Pending() | Should -BeFalse
        }
        finally {
            Stop-SilentServer $proxy
        }
    }

    It 'are sent over plain HTTP without a proxy, configured by <By>' -ForEach @(
        @{ By = 'a parameter'; Parameter = $true }
        @{ By = 'the environment'; Parameter = $false }
    ) {
        Reset-TestServer $server
        $proxy = Start-SilentServer
        try {
            # An environment variable is read once per process.
            $environment = if ($Parameter) { @{} } else { @{ http_proxy = "$($proxy.BaseUri)"; all_proxy = "$($proxy.BaseUri)"; no_proxy = '' } }
            $arguments = if ($Parameter) { "-Proxy $($proxy.BaseUri)" }
            $result = Invoke-FreshPowerShell -Environment $environment @"
                Import-Module `$module
                (Connect-ExecWorkspace -ApiKey $($server.ApiKey) -BaseUri $($server.BaseUri) $arguments).Workspace.Name
"@
            $result.Errors | Should -BeNullOrEmpty
            $result.Output | Should -Not -BeNullOrEmpty
            $proxy.Listener.Pending() | Should -BeFalse
            @(Get-ServerRequest $server).Count | Should -Be 1
        }
        finally {
            Stop-SilentServer $proxy
        }
    }

    It '-Sandbox accepts no key' {
        { Connect-ExecWorkspace -Sandbox -ApiKey $server.ApiKey } | Should -Throw -ErrorId 'AmbiguousParameterSet*'
    }
}

Describe 'Several connections' {
    BeforeEach {
        Disconnect-ExecWorkspace -All
        $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 3 -Name first
        $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 5 -Name second
    }

    It 'use the last one as the default' {
        @(Get-ExecAssignment).Count | Should -Be 5
        (Get-ExecConnection | Where-Object IsDefault).Name | Should -Be 'second'
    }

    It 'can be selected by name with -Connection, ignoring case' {
        @(Get-ExecAssignment -Connection FIRST).Count | Should -Be 3
    }

    It 'can be selected with -Connection as an object' {
        @(Get-ExecAssignment -Connection (Get-ExecConnection first)).Count | Should -Be 3
    }

    It 'can be selected by every command that sends requests: <_>' -ForEach 'Get-ExecAssignment', 'Get-ExecCollection', 'Get-ExecWorkspace' {
        $before = (Get-ExecConnection first).RequestCount
        $null = & $_ -Connection first
        (Get-ExecConnection first).RequestCount | Should -BeGreaterThan $before
    }

    It 'cause an error that lists the existing names if a name doesn''t exist' {
        $failure = Get-ErrorOf { Get-ExecAssignment -Connection third }
        $failure.Message | Should -BeLike "*'Connection'*'third'*first, second*"
    }

    It 'don''t use the default if -Connection is null' {
        (Get-ErrorOf { Get-ExecAssignment -Connection $null }).Message | Should -BeLike "*'Connection'*null*"
    }

    It 'have unique names: a new connection replaces the one with its name' {
        $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 7 -Name First
        (Get-ExecConnection).Name | Should -Be 'second', 'First'
        @(Get-ExecAssignment -Connection first).Count | Should -Be 7
    }

    It 'are closed when they are replaced' {
        $held = Get-ExecConnection first
        $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 7 -Name first
        (Get-ErrorOf { Get-ExecAssignment -Connection $held }).Id | Should -Be 'ExecDisconnected'
    }

    It 'are named default without a name' {
        (Connect-ExecWorkspace -Sandbox -AssignmentCount 1).Name | Should -Be 'default'
    }
}

Describe 'A failed Connect-ExecWorkspace' {
    BeforeEach {
        Disconnect-ExecWorkspace -All
        Reset-TestServer $server
        $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 3 -Name kept
        $replaced = Connect-ExecWorkspace -Sandbox -AssignmentCount 5 -Name east
        $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 7 -Name last
    }

    BeforeDiscovery {
        $failures = @(
            @{ Because = 'the key is invalid'; Fail = { param($server) Connect-ExecWorkspace -Name east -ApiKey 'exec_live_0' -BaseUri $server.BaseUri } }
            @{ Because = 'the key is rejected'; Fail = { param($server, $key) Connect-ExecWorkspace -Name east -ApiKey $key -BaseUri $server.BaseUri } }
            @{ Because = 'the key is null'; Fail = { param($server) Connect-ExecWorkspace -Name east -ApiKey $null -BaseUri $server.BaseUri } }
            @{ Because = 'the key is of another type'; Fail = { param($server) Connect-ExecWorkspace -Name east -ApiKey 5 -BaseUri $server.BaseUri } }
            @{ Because = 'there is no key'; Fail = { param($server) Connect-ExecWorkspace -Name east -ApiKey '' -BaseUri $server.BaseUri } }
            @{ Because = 'the address is invalid'; Fail = { param($server) Connect-ExecWorkspace -Name east -ApiKey $server.ApiKey -BaseUri 'http://api.exec.com/' } }
            @{ Because = 'the address is null'; Fail = { param($server) Connect-ExecWorkspace -Name east -ApiKey $server.ApiKey -BaseUri $null } }
            @{ Because = 'the proxy is invalid'; Fail = { param($server) Connect-ExecWorkspace -Name east -ApiKey $server.ApiKey -BaseUri $server.BaseUri -Proxy x } }
            @{ Because = 'there is no server'; Fail = { param($server) Connect-ExecWorkspace -Name east -ApiKey $server.ApiKey -BaseUri 'http://127.0.0.1:9/' -MaximumRetryCount 0 } }
            @{ Because = 'a number can''t be converted'; Fail = { param($server) Connect-ExecWorkspace -Name east -ApiKey $server.ApiKey -BaseUri $server.BaseUri -TimeoutSec soon } }
            @{ Because = 'a number is out of range'; Fail = { param($server) Connect-ExecWorkspace -Name east -ApiKey $server.ApiKey -BaseUri $server.BaseUri -MaximumRetryCount -1 } }
            @{ Because = 'a parameter doesn''t exist'; Fail = { param($server) Connect-ExecWorkspace -Name east -ApiKey $server.ApiKey -BaseUri $server.BaseUri -Kee x } }
            @{ Because = 'the parameters exclude each other'; Fail = { param($server) Connect-ExecWorkspace -Name east -ApiKey $server.ApiKey -Sandbox } }
        )
    }

    It 'removes the connection with its name, and leaves no default: <Because>' -ForEach $failures {
        { & $Fail $server $otherKey } | Should -Throw
        (Get-ExecConnection).Name | Should -Be 'kept', 'last'
        Get-ExecConnection | Where-Object IsDefault | Should -BeNullOrEmpty
        (Get-ErrorOf { Get-ExecAssignment }).Id | Should -Be 'ExecNotConnected'
        (Get-ErrorOf { Get-ExecAssignment -Connection $replaced }).Id | Should -Be 'ExecDisconnected'
        @(Get-ExecAssignment -Connection kept).Count | Should -Be 3
    }

    It 'leaves no default if the name isn''t valid: <_>' -ForEach '', ' ', 'a*', "a`tb" {
        $failure = Get-ErrorOf { Connect-ExecWorkspace -Sandbox -Name $_ }
        $failure.Id | Should -Be 'ExecConnectionNameInvalid'
        $failure.Category | Should -Be 'InvalidArgument'
        (Get-ErrorOf { Get-ExecAssignment }).Id | Should -Be 'ExecNotConnected'
    }

    It 'has the same effect if the user stops it' {
        $silent = Start-SilentServer
        try {
            $held = [runspacefactory]::CreateRunspace()
            $held.Open()
            $null = [powershell]::Create($held).AddScript('Import-Module $args[0]; $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 3').AddArgument((Get-ExecModulePath)).Invoke()
            $connecting = [powershell]::Create($held).AddScript('Connect-ExecWorkspace -ApiKey $args[0] -BaseUri $args[1]').AddArgument($server.ApiKey).AddArgument($silent.BaseUri)
            $null = $connecting.BeginInvoke()
            $null = Receive-SilentRequest $silent
            $connecting.Stop()
            [powershell]::Create($held).AddScript('Get-ExecConnection').Invoke() | Should -BeNullOrEmpty
        }
        finally {
            $held.Dispose()
            Stop-SilentServer $silent
        }
    }

    It 'in a loop over several keys prevents exports from another workspace' {
        $exported = foreach ($customer in @{ Name = 'acme'; Key = $server.ApiKey }, @{ Name = 'initech'; Key = $otherKey }, @{ Name = 'globex'; Key = 'exec_live_short' }) {
            try { $null = Connect-ExecWorkspace -ApiKey $customer.Key -BaseUri $server.BaseUri } catch { $null = $_ }
            try { if (Get-ExecAssignment) { $customer.Name } } catch { $null = $_ }
        }
        $exported | Should -Be 'acme'
    }

    It 'is followed by a new default at the next success' {
        $null = Get-ErrorOf { Connect-ExecWorkspace -ApiKey 'exec_live_0' -BaseUri $server.BaseUri }
        $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 2 -Name again
        @(Get-ExecAssignment).Count | Should -Be 2
    }

    It 'doesn''t include showing help or completing' {
        $null = Connect-ExecWorkspace -?
        $null = TabExpansion2 'Connect-ExecWorkspace -Name ea'
        $null = Get-Command Connect-ExecWorkspace -Syntax
        (Get-ExecConnection | Where-Object IsDefault).Name | Should -Be 'last'
    }
}

Describe 'A connection as a parameter of functions' {
    BeforeAll {
        Disconnect-ExecWorkspace -All
        $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 3 -Name east
        $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 5 -Name west
    }

    It 'is found by its name, one or several' {
        function Get-Given([ExecPS.Connections.ExecConnection] $One, [ExecPS.Connections.ExecConnection[]] $Several) { $One.Name; $Several.Name }
        Get-Given -One EAST -Several west, east | Should -Be 'east', 'west', 'east'
    }

    It 'is found by its name in a mock: <_>' -ForEach (Get-Command -Module ExecPS -ParameterName Connection).Name {
        Mock $_ { "$($Connection.Count) $($Connection.Name)" }
        $mandatory = @{ Connection = 'east' }
        foreach ($parameter in (Get-Command $_).Parameters.Values | Where-Object { $_.Attributes | Where-Object { $_ -is [Parameter] -and $_.Mandatory } }) {
            if ($parameter.Name -notin 'Id', 'JobId', 'All', 'ScenarioName', 'SkillName', 'GroupName') { $mandatory[$parameter.Name] = 'a@acme.com' }
        }
        if ($_ -in 'Get-ExecScenarioJob', 'Stop-ExecScenarioJob', 'Wait-ExecScenarioJob') { $mandatory.Id = 'a' }
        $values = @{ DueDate = '2030-12-01'; PermissionLevel = 'View'; Url = 'https://acme.com' }
        foreach ($name in $values.Keys) { if ($mandatory.ContainsKey($name)) { $mandatory[$name] = $values[$name] } }
        foreach ($name in 'ScenarioId', 'SkillId', 'PageId', 'SourceId') { if ($mandatory.ContainsKey($name)) { $mandatory[$name] = 'a' } }
        if ($mandatory.ContainsKey('Path')) { $mandatory.Path = '/things' }
        & $_ @mandatory | Should -Be '1 east'
    }

    It 'is found by its name in a proxy function' {
        $metadata = [Management.Automation.CommandMetadata]::new((Get-Command Get-ExecAssignment))
        Set-Item function:Get-ProxiedAssignment ([Management.Automation.ProxyCommand]::Create($metadata))
        @(Get-ProxiedAssignment -Connection east).Count | Should -Be 3
    }

    It 'is found by its name in Constrained Language Mode' {
        $pipeline = Start-ExecPipeline {
            $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 3 -Name east
            $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 5 -Name west
            $ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
            @(Get-ExecAssignment -Connection east).Count
            (Get-ExecConnection | Where-Object IsDefault).Name
            Disconnect-ExecWorkspace east
            (Get-ExecConnection).Name
        }
        Wait-ExecPipeline $pipeline
        $pipeline.Streams.Error | Should -BeNullOrEmpty
        $pipeline.Output | Should -Be 3, 'west', 'west'
    }

    It 'causes a conversion error that lists the names if it doesn''t exist' {
        { [ExecPS.Connections.ExecConnection] 'north' } | Should -Throw '*no connection named ''north''*east, west*'
    }

    It 'from another process causes an error that advises to connect there, in <_>' -ForEach 'Get-ExecAssignment', 'Disconnect-ExecWorkspace', 'Invoke-ExecRequest' {
        $deserialized = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-ExecConnection east)))
        $arguments = @{ Connection = $deserialized }
        if ($_ -eq 'Invoke-ExecRequest') { $arguments.Path = '/workspace' }
        (Get-ErrorOf { & $_ @arguments }).Message | Should -BeLike '*''Connection''*another process*Connect-ExecWorkspace*EXEC_API_KEY*Start-ThreadJob*'
    }

    It 'passed to Start-Job causes an error that advises to connect there' {
        $path, $given = (Get-ExecModulePath), (Get-ExecConnection east)
        $job = Start-Job { Import-Module $using:path; Get-ExecAssignment -Connection $using:given }
        $null = $job | Wait-Job -Timeout 30
        (Get-ErrorOf { $job | Receive-Job -ErrorAction Stop }).Message | Should -BeLike '*another process*Connect-ExecWorkspace*'
        $job | Remove-Job -Force
    }
}

Describe 'Get-ExecConnection' {
    BeforeEach {
        Disconnect-ExecWorkspace -All
        Reset-TestServer $server
    }

    It 'returns nothing in a session without connections' {
        Get-ExecConnection | Should -BeNullOrEmpty
    }

    It 'shows the address, the user, and the number of requests' {
        $null = Connect-TestServer $server -With @{ Name = 'counted' }
        $null = Get-ExecCollection
        Add-ServerFault $server @{ fault = 'status'; status = 429; retry_after = '0' }
        $null = Get-ExecWorkspace
        $connection = Get-ExecConnection counted
        $connection.Workspace.Name | Should -Be 'Larkfield Instruments'
        $connection.BaseUri | Should -Be "$($server.BaseUri)/"
        $connection.ApiKeyHint | Should -Be "$([char]0x2026)0000"
        $connection.IsSandbox | Should -BeFalse
        $connection.IsDefault | Should -BeTrue
        $connection.RequestCount | Should -Be 4
        $connection.RequestsThisMinute | Should -Be 4
        $connection.RateLimitedCount | Should -Be 1
        $connection.ConnectedAt.Kind | Should -Be 'Local'
        ((Get-Date) - $connection.ConnectedAt).TotalMinutes | Should -BeLessThan 1
    }

    It 'accepts names and wildcards' {
        foreach ($name in 'east', 'west', 'north') { $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 1 -Name $name }
        (Get-ExecConnection *st).Name | Should -Be 'east', 'west'
        (Get-ExecConnection north, east).Name | Should -Be 'east', 'north'
        Get-ExecConnection south* | Should -BeNullOrEmpty
    }

    It 'reports a name that doesn''t exist, and returns the others' {
        $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 1 -Name north
        $given = Get-ExecConnection north, south -ErrorAction SilentlyContinue -ErrorVariable problems
        $given.Name | Should -Be 'north'
        $failure = $problems | ConvertFrom-ErrorRecord
        $failure.Id | Should -Be 'ExecConnectionNotFound'
        $failure.Category | Should -Be 'ObjectNotFound'
        $failure.Message | Should -BeLike "*'south'*north*"
    }
}

Describe 'Disconnect-ExecWorkspace' {
    BeforeEach {
        Disconnect-ExecWorkspace -All
        foreach ($name in 'east', 'west', 'north') { $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 1 -Name $name }
    }

    It 'closes <What>' -ForEach @(
        @{ What = 'the default; the connection before it becomes the default'; Action = { Disconnect-ExecWorkspace }; Left = 'east', 'west'; Default = 'west' }
        @{ What = 'one connection by name'; Action = { Disconnect-ExecWorkspace west }; Left = 'east', 'north'; Default = 'north' }
        @{ What = 'several connections by name'; Action = { Disconnect-ExecWorkspace -Name west, east }; Left = 'north'; Default = 'north' }
        @{ What = 'a connection object'; Action = { Disconnect-ExecWorkspace -Connection (Get-ExecConnection east) }; Left = 'west', 'north'; Default = 'north' }
        @{ What = 'piped connection objects'; Action = { Get-ExecConnection *st | Disconnect-ExecWorkspace }; Left = 'north'; Default = 'north' }
        @{ What = 'piped names'; Action = { 'north', 'west' | Disconnect-ExecWorkspace }; Left = 'east'; Default = 'east' }
    ) {
        & $Action | Should -BeNullOrEmpty
        (Get-ExecConnection).Name | Should -Be $Left
        (Get-ExecConnection | Where-Object IsDefault).Name | Should -Be $Default
    }

    It '-All closes every connection, and succeeds without connections' {
        Disconnect-ExecWorkspace -All
        Get-ExecConnection | Should -BeNullOrEmpty
        { Disconnect-ExecWorkspace -All } | Should -Not -Throw
    }

    It 'without a connection reports that there is none' {
        Disconnect-ExecWorkspace -All
        $failure = Get-ErrorOf { Disconnect-ExecWorkspace }
        $failure.Id | Should -Be 'ExecNotConnected'
        $failure.Category | Should -Be 'ConnectionError'
        $failure.Message | Should -BeLike '*no connections*'
    }

    It 'ends a command that uses a stored connection object: <_>' -ForEach 'Get-ExecAssignment', 'Get-ExecCollection', 'Get-ExecWorkspace' {
        $held = Get-ExecConnection west
        Disconnect-ExecWorkspace west
        $failure = Get-ErrorOf { & $_ -Connection $held }
        $failure.Id | Should -Be 'ExecDisconnected'
        $failure.Message | Should -BeLike "*'west'*"
        $failure.Advice | Should -BeLike '*Connect-ExecWorkspace*'
    }
}

Describe 'Without a connection' {
    BeforeEach {
        Disconnect-ExecWorkspace -All
        Reset-TestServer $server
    }

    It '<_> reports how to connect' -ForEach 'Get-ExecAssignment', 'Get-ExecCollection', 'Get-ExecWorkspace' {
        $failure = Get-ErrorOf ([scriptblock]::Create($_))
        $failure.Id | Should -Be 'ExecNotConnected'
        $failure.Category | Should -Be 'ConnectionError'
        $failure.Advice | Should -BeLike '*Connect-ExecWorkspace*-Sandbox*'
    }

    It 'piped input causes one error' {
        (Get-ErrorOf { [pscustomobject]@{ UserId = 'u1' } | Get-ExecAssignment }).Id | Should -Be 'ExecNotConnected'
    }
}
