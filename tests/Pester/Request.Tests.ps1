# Invoke-ExecRequest: any request, with the key, limits, retries, and errors of the connection.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 250
    $null = Connect-TestServer $server
    $typed = Get-ExecCollection

    # A server that records the requests with their bodies, and responds from a list. When that is empty, it returns an empty object.
    function Start-Listener {
        $free = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $free.Start()
        $port = $free.LocalEndpoint.Port
        $free.Stop()
        $listener = [Net.HttpListener]::new()
        $listener.Prefixes.Add("http://127.0.0.1:$port/")
        $listener.Start()
        $shared = [pscustomobject]@{
            Listener = $listener; BaseUri = [uri] "http://127.0.0.1:$port/api/"; PowerShell = [powershell]::Create()
            Requests = [Collections.ArrayList]::Synchronized([Collections.ArrayList]::new()); Answers = [Collections.Queue]::Synchronized([Collections.Queue]::new())
        }
        $null = $shared.PowerShell.AddScript({
            param($shared)
            while ($true) {
                try { $context = $shared.Listener.GetContext() } catch { return }
                $body = [IO.StreamReader]::new($context.Request.InputStream, [Text.Encoding]::UTF8).ReadToEnd()
                $null = $shared.Requests.Add([pscustomobject]@{
                    Method = $context.Request.HttpMethod; Url = $context.Request.RawUrl; Type = $context.Request.ContentType; Body = $body
                    HasBody = $context.Request.HasEntityBody; Authorization = $context.Request.Headers['Authorization']
                })
                $response = if ($shared.Answers.Count) { $shared.Answers.Dequeue() } else { @{ Status = 200; Body = '{}' } }
                $context.Response.StatusCode = $response.Status
                if ($response.RetryAfter) { $context.Response.Headers['Retry-After'] = $response.RetryAfter }
                if ($response.Body) {
                    $bytes = [Text.Encoding]::UTF8.GetBytes($response.Body)
                    $context.Response.ContentType = 'application/json'
                    $context.Response.OutputStream.Write($bytes, 0, $bytes.Length)
                }
                $context.Response.Close()
            }
        }).AddArgument($shared)
        $null = $shared.PowerShell.BeginInvoke()
        $shared
    }

    function Reset-Listener {
        $listener.Requests.Clear()
        $listener.Answers.Clear()
    }

    # The body that the server receives.
    function Get-Sent($Body) {
        Reset-Listener
        $null = Invoke-ExecRequest -Connection keeper -Method Post -Path /things -Body $Body
        $listener.Requests[0].Body
    }

    $listener = Start-Listener
    $null = Connect-ExecWorkspace -ApiKey $server.ApiKey -BaseUri $listener.BaseUri -NoVerify -RequestsPerMinute 0 -RetryIntervalSec 0 -Name keeper
    $null = Connect-TestServer $server
}

AfterAll {
    Disconnect-ExecWorkspace -All
    $listener.Listener.Stop()
    $listener.PowerShell.Dispose()
    Stop-TestServer $server
}

Describe 'A GET request' {
    BeforeEach { Reset-TestServer $server }

    It 'returns the response with the API''s own names' {
        $workspace = Invoke-ExecRequest /workspace
        $workspace.psobject.Properties.Name | Should -Be 'id', 'name', 'url_slug', 'created_at'
        $workspace.name | Should -Be 'Larkfield Instruments'
        (Get-ServerRequest $server).Method | Should -Be 'GET'
    }

    It 'accepts the path <_>' -ForEach '/workspace', 'workspace', '/scenarios/assignments', '/knowledge-hub/pages/a%20b' {
        $path = $_
        # The response doesn't matter.
        try { $null = Invoke-ExecRequest $path } catch { "$_" | Should -BeLike '*404*' }
        (Get-ServerRequest $server).Path | Should -Be ('/rest/v1/' + $path.TrimStart('/'))
    }

    It 'for a list returns one page, unchanged' {
        $response = Invoke-ExecRequest /collections -Query @{ page_size = 3; page = 2 }
        $response.data.Count | Should -Be 3
        $response.pagination.total_count | Should -Be 8
        $response.data.name | Should -Be $typed[3..5].Name
        @(Get-ServerRequest $server).Count | Should -Be 1
    }

    It 'keeps text as text, including times, and integers as integers' {
        $response = Invoke-ExecRequest /collections -Query @{ page_size = 1 }
        $response.data[0].created_at | Should -BeOfType [string]
        $response.data[0].created_at | Should -Match '^\d{4}-\d\d-\d\dT'
        $response.pagination.page | Should -BeOfType [long]
    }

    It 'sends the connection''s key, and no body' {
        Reset-Listener
        $null = Invoke-ExecRequest /things -Connection keeper
        $listener.Requests[0].Authorization | Should -Be "Bearer $($server.ApiKey)"
        $listener.Requests[0].HasBody | Should -BeFalse
        $listener.Requests[0].Url | Should -Be '/api/things'
    }

    It 'reads <What>' -ForEach @(
        @{ What = 'text'; Json = '"2026-03-01T12:00:00Z"'; Expected = '2026-03-01T12:00:00Z'; Type = 'String' }
        @{ What = 'an integer'; Json = '9007199254740993'; Expected = 9007199254740993; Type = 'Int64' }
        @{ What = 'a number with a fraction'; Json = '0.1'; Expected = 0.1; Type = 'Decimal' }
        @{ What = 'a number that is too large for a decimal'; Json = '1e300'; Expected = 1e300; Type = 'Double' }
        @{ What = 'a number that is too small for a decimal'; Json = '1e-40'; Expected = 1e-40; Type = 'Double' }
        @{ What = 'a number with more digits than a decimal'; Json = '1.23456789e-25'; Expected = 1.23456789e-25; Type = 'Double' }
        @{ What = 'half a surrogate pair'; Json = '"a\ud83d"'; Expected = "a$([char] 0xfffd)"; Type = 'String' }
        @{ What = 'a Boolean'; Json = 'false'; Expected = $false; Type = 'Boolean' }
    ) {
        Reset-Listener
        $listener.Answers.Enqueue(@{ Status = 200; Body = "{`"value`":$Json}" })
        $value = (Invoke-ExecRequest /things -Connection keeper).value
        $value | Should -Be $Expected
        $value.GetType().Name | Should -Be $Type
    }

    It 'omits a property with an empty name, which PowerShell doesn''t support' {
        Reset-Listener
        $listener.Answers.Enqueue(@{ Status = 200; Body = '{"":1,"a":2}' })
        $response = Invoke-ExecRequest /things -Connection keeper
        $response.psobject.Properties.Name | Should -Be 'a'
    }

    It 'adds an underscore to a name that PowerShell reserves: <_>' -ForEach 'psobject', 'psbase', 'PSAdapted', 'psextended', 'pstypenames' {
        Reset-Listener
        $listener.Answers.Enqueue(@{ Status = 200; Body = "{`"$_`":{`"id`":1},`"a`":2}" })
        $response = Invoke-ExecRequest /things -Connection keeper
        $response.psobject.Properties.Name | Should -Be "${_}_", 'a'
        $response."${_}_".id | Should -Be 1
    }

    It 'writes each element of an array: <Json>' -ForEach @(
        @{ Json = '[{"id":1},{"id":2},{"id":3}]'; Count = 3; First = 1 }
        @{ Json = '[{"id":1}]'; Count = 1; First = 1 }
        @{ Json = '[]'; Count = 0; First = $null }
    ) {
        Reset-Listener
        $listener.Answers.Enqueue(@{ Status = 200; Body = $Json })
        $written = [Collections.Generic.List[object]]::new()
        Invoke-ExecRequest /things -Connection keeper | ForEach-Object { $written.Add($_) }
        $written.Count | Should -Be $Count
        if ($Count) { $written[0].id | Should -Be $First }
    }

    It 'reads null, nested objects and arrays, and names that differ only in case' {
        Reset-Listener
        $listener.Answers.Enqueue(@{ Status = 200; Body = '{"none":null,"list":[1,[2,{"deep":"x"}]],"empty":[],"Name":"a","name":"b"}' })
        $response = Invoke-ExecRequest /things -Connection keeper
        $response.none | Should -BeNullOrEmpty
        $response.psobject.Properties.Name | Should -Contain 'none'
        $response.list[1][1].deep | Should -Be 'x'
        $response.empty.Count | Should -Be 0
        $response.name | Should -Be 'b'
    }
}

Describe 'A query' {
    BeforeEach { Reset-TestServer $server }

    It 'contains <What>' -ForEach @(
        @{ What = 'text'; Value = 'a b&c=d'; Sent = 'a%20b%26c%3Dd' }
        @{ What = 'text that isn''t ASCII'; Value = "$([char] 0xFC)"; Sent = '%C3%BC' }
        @{ What = 'true'; Value = $true; Sent = 'true' }
        @{ What = 'false'; Value = $false; Sent = 'false' }
        @{ What = 'a number'; Value = 12; Sent = '12' }
        @{ What = 'a number with a fraction'; Value = 1.5; Sent = '1.5' }
        @{ What = 'a list'; Value = @('a', 'b c'); Sent = 'a,b%20c' }
        @{ What = 'a list of numbers'; Value = @(1, 2); Sent = '1,2' }
        @{ What = 'a time in UTC'; Value = [datetime]::new(638000000000000000, 'Utc'); Sent = '2022-09-28T22%3A13%3A20Z' }
        @{ What = 'a time with an offset'; Value = [datetimeoffset] '2026-03-01T17:30:00+05:30'; Sent = '2026-03-01T12%3A00%3A00Z' }
    ) {
        Reset-Listener
        $null = Invoke-ExecRequest /things -Connection keeper -Query @{ x = $Value }
        $listener.Requests[0].Url | Should -BeExactly "/api/things?x=$Sent"
    }

    It 'contains a local time in UTC' {
        Reset-Listener
        $time = [datetime]::SpecifyKind('2026-03-01T12:00:00', 'Local')
        $null = Invoke-ExecRequest /things -Connection keeper -Query @{ x = $time }
        $listener.Requests[0].Url | Should -Be "/api/things?x=$([uri]::EscapeDataString($time.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')))"
    }

    It 'contains enum values of ExecPS as the API''s names' {
        Reset-Listener
        $query = [ordered]@{ status = [ExecPS.Client.Models.AssignmentStatus] 'PastDue', [ExecPS.Client.Models.AssignmentStatus] 'DidNotPass'; rank = [ExecPS.Client.Models.Rank] 'Gold' }
        $null = Invoke-ExecRequest /things -Connection keeper -Query $query
        $listener.Requests[0].Url | Should -Be '/api/things?status=past_due,did_not_pass&rank=gold'
    }

    It 'omits null values, and keeps the order of an ordered dictionary' {
        Reset-Listener
        $null = Invoke-ExecRequest /things -Connection keeper -Query ([ordered]@{ z = 1; none = $null; a = 2 })
        $listener.Requests[0].Url | Should -Be '/api/things?z=1&a=2'
    }

    It 'is applied by the API' {
        (Invoke-ExecRequest /scenarios/assignments -Query @{ status = 'past_due', 'completed'; page_size = 1 }).pagination.total_count |
            Should -Be @(Get-ExecAssignment -Status PastDue, Completed).Count
    }
}

Describe '-All' {
    BeforeEach { Reset-TestServer $server }

    It 'writes each row of all pages' {
        $rows = Invoke-ExecRequest /scenarios/assignments -All
        $rows.id | Should -Be (Get-ExecAssignment).Id
        $rows[0].user.email | Should -Not -BeNullOrEmpty
        @(Get-ServerRequest $server | Where-Object { $_.Parameters.page_size -eq '100' }).Count | Should -Be 6
    }

    It 'uses the query for every page' {
        (Invoke-ExecRequest /scenarios/assignments -All -Query @{ status = 'past_due' }).status | Sort-Object -Unique | Should -Be 'past_due'
        (Get-ServerRequest $server).Parameters.status | Should -Be 'past_due'
    }

    It 'reads pages: <What>' -ForEach @(
        @{ What = '-First 3'; Parameters = @{ First = 3 }; From = 0; To = 2; Requests = 1 }
        @{ What = '-Skip 6'; Parameters = @{ Skip = 6 }; From = 6; To = 7; Requests = 1 }
        @{ What = '-Skip 2 -First 2'; Parameters = @{ Skip = 2; First = 2 }; From = 2; To = 3; Requests = 1 }
        @{ What = '-PageSize 3'; Parameters = @{ PageSize = 3 }; From = 0; To = 7; Requests = 3 }
    ) {
        (Invoke-ExecRequest /collections -All @Parameters).name | Should -Be $typed.Name[$From..$To]
        @(Get-ServerRequest $server).Count | Should -Be $Requests
    }

    It 'returns the total with -IncludeTotalCount' {
        $total, $first = Invoke-ExecRequest /collections -All -First 1 -IncludeTotalCount
        $total | Should -Be 8
        $total.Accuracy | Should -Be 1
        $first.name | Should -Be $typed[0].Name
    }

    It 'rejects a response that isn''t a list' {
        (Get-ErrorOf { Invoke-ExecRequest /workspace -All }).Id | Should -Be 'ExecUnexpectedResponse'
    }

    It 'reads lists whose rows have no ID' {
        Set-ServerRow $server -Path '/things' -Row @{ a = 1 }, @{ a = 1 }
        @(Invoke-ExecRequest /things -All).Count | Should -Be 2
    }
}

Describe 'A request that changes data' {
    BeforeEach { Reset-Listener }

    It 'is sent with its method and body: <_>' -ForEach 'Post', 'Put', 'Patch', 'delete' {
        $listener.Answers.Enqueue(@{ Status = 201; Body = '{"id":"x1"}' })
        (Invoke-ExecRequest /things -Connection keeper -Method $_ -Body @{ title = "$([char] 0xDC)" }).id | Should -Be 'x1'
        $sent = $listener.Requests[0]
        $sent.Method | Should -BeExactly $_.ToUpperInvariant()
        $sent.Type | Should -BeLike 'application/json*'
        $sent.Body | ConvertFrom-Json | ForEach-Object title | Should -Be "$([char] 0xDC)"
    }

    It 'can have a query together with a body, or no body: <_>' -ForEach 'Post', 'Put', 'Patch', 'Delete' {
        $null = Invoke-ExecRequest /things -Connection keeper -Method $_ -Query @{ force = $true }
        $listener.Requests[0].Url | Should -Be '/api/things?force=true'
        $listener.Requests[0].Body | Should -BeNullOrEmpty
    }

    It 'writes nothing if the response has no content' {
        $listener.Answers.Enqueue(@{ Status = 204 })
        @(Invoke-ExecRequest /things/x1 -Connection keeper -Method Delete).Count | Should -Be 0
        $listener.Requests.Count | Should -Be 1
    }

    It 'isn''t sent with -WhatIf: <_>' -ForEach 'Post', 'Put', 'Patch', 'Delete' {
        Invoke-ExecRequest /things -Connection keeper -Method $_ -WhatIf | Should -BeNullOrEmpty
        $listener.Requests.Count | Should -Be 0
    }

    It 'isn''t sent without confirmation' {
        $run = Invoke-FreshPowerShell -Switches '-NonInteractive' -Script @"
            Import-Module `$module
            `$null = Connect-ExecWorkspace -ApiKey $($server.ApiKey) -BaseUri $($listener.BaseUri) -NoVerify
            Invoke-ExecRequest /things -Method Post -Confirm
"@
        $run.Errors + $run.Output | Should -Match 'NonInteractive|confirm'
        $listener.Requests.Count | Should -Be 0
    }

    It 'is sent without a prompt, unless $ConfirmPreference is Medium or lower' {
        $null = Invoke-ExecRequest /things -Connection keeper -Method Delete -Confirm:$false
        $listener.Requests.Count | Should -Be 1
    }

    It 'isn''t a GET request, which is sent even with -WhatIf' {
        $null = Invoke-ExecRequest /things -Connection keeper -WhatIf
        $listener.Requests.Count | Should -Be 1
    }

    It 'isn''t retried if it may have been processed: <_>' -ForEach 500, 502, 503, 504, 408 {
        $listener.Answers.Enqueue(@{ Status = $_; Body = '{"error":{"type":"api_error","message":"no"}}' })
        $failure = Get-ErrorOf { Invoke-ExecRequest /things -Connection keeper -Method Post -Body @{ a = 1 } }
        $failure.Id | Should -BeIn 'ExecServerError', 'ExecRequestRejected'
        $listener.Requests.Count | Should -Be 1
    }

    It 'is retried, with its body, if it was rejected because of the limits' {
        $listener.Answers.Enqueue(@{ Status = 429; RetryAfter = '0'; Body = '{"error":{"type":"rate_limit","message":"slow down"}}' })
        $listener.Answers.Enqueue(@{ Status = 201; Body = '{"id":"x1"}' })
        (Invoke-ExecRequest /things -Connection keeper -Method Post -Body @{ a = 1 }).id | Should -Be 'x1'
        $listener.Requests.Body | Should -Be '{"a":1}', '{"a":1}'
    }

    It 'isn''t a GET request, which is retried after a 500' {
        $listener.Answers.Enqueue(@{ Status = 500; Body = '{}' })
        $null = Invoke-ExecRequest /things -Connection keeper
        $listener.Requests.Count | Should -Be 2
    }

    It 'isn''t supported by the sandbox, which reports that' {
        $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 0 -Name box
        try { (Get-ErrorOf { Invoke-ExecRequest /collections -Connection box -Method Post -Body @{} }).Id | Should -Be 'ExecRequestRejected' }
        finally {
            Disconnect-ExecWorkspace box
            $null = Connect-TestServer $server
        }
    }
}

Describe 'The body of a request' {
    It 'is <Json> for <What>' -ForEach @(
        @{ What = 'a hashtable'; Body = @{ title = 'T' }; Json = '{"title":"T"}' }
        @{ What = 'an ordered hashtable'; Body = [ordered]@{ z = 1; a = 2 }; Json = '{"z":1,"a":2}' }
        @{ What = 'an object'; Body = [pscustomobject]@{ title = 'T'; n = 1 }; Json = '{"title":"T","n":1}' }
        @{ What = 'an empty hashtable'; Body = @{}; Json = '{}' }
        @{ What = 'an empty object'; Body = [pscustomobject]@{}; Json = '{}' }
        @{ What = 'a list'; Body = @(1, 'a', $null); Json = '[1,"a",null]' }
        @{ What = 'a list with one item'; Body = @(, 'a'); Json = '["a"]' }
        @{ What = 'an empty list'; Body = @(); Json = '[]' }
        @{ What = 'nested objects'; Body = @{ a = @{ b = @(@{ c = [pscustomobject]@{ d = $null } }) } }; Json = '{"a":{"b":[{"c":{"d":null}}]}}' }
        @{ What = 'a list of objects in an object'; Body = [pscustomobject]@{ rows = @([pscustomobject]@{ i = 1 }, [pscustomobject]@{ i = 2 }) }; Json = '{"rows":[{"i":1},{"i":2}]}' }
        @{ What = 'Booleans'; Body = [ordered]@{ a = $true; b = $false; c = [switch] $true }; Json = '{"a":true,"b":false,"c":true}' }
        @{ What = 'numbers'; Body = [ordered]@{ a = 1; b = 2.5; c = 3d; d = -9007199254740993 }; Json = '{"a":1,"b":2.5,"c":3,"d":-9007199254740993}' }
        @{ What = 'a time in UTC'; Body = @{ at = [datetime]::new(638000000000000000, 'Utc') }; Json = '{"at":"2022-09-28T22:13:20Z"}' }
        @{ What = 'an address'; Body = @{ u = [uri] 'https://acme.com/a' }; Json = '{"u":"https://acme.com/a"}' }
        @{ What = 'text that is JSON'; Body = ' {"a": [1, 2]} '; Json = ' {"a": [1, 2]} ' }
        @{ What = 'text that is a JSON list'; Body = '[1]'; Json = '[1]' }
    ) {
        Get-Sent $Body | Should -BeExactly $Json
    }

    It 'is the output of another command: <What>' -ForEach @(
        @{ What = 'ConvertFrom-Json'; Body = { '{"a":[1,{"b":null}],"t":"x"}' | ConvertFrom-Json }; Json = '{"a":[1,{"b":null}],"t":"x"}' }
        @{ What = 'Select-Object'; Body = { [pscustomobject]@{ a = 1; b = 2 } | Select-Object a }; Json = '{"a":1}' }
        @{ What = 'ForEach-Object'; Body = { @{ ids = @(1, 2 | ForEach-Object { "p$_" }) } }; Json = '{"ids":["p1","p2"]}' }
        @{ What = 'Import-Csv'; Body = { 'n,m', '1,x' | ConvertFrom-Csv }; Json = '{"n":"1","m":"x"}' }
        @{ What = 'Get-Content'; Body = { Set-Content "$TestDrive/a.txt" 'line'; @{ t = (Get-Content "$TestDrive/a.txt") } }; Json = '{"t":"line"}' }
    ) {
        Get-Sent (& $Body) | Should -BeExactly $Json
    }

    It 'contains enum values of ExecPS as the API''s names' {
        Get-Sent ([ordered]@{ s = [ExecPS.Client.Models.KnowledgePageStatus] 'Published'; r = [ExecPS.Client.Models.Rank] 'Gold'; t = [ExecPS.Client.Models.KnowledgeSourceType] 'GoogleDrive' }) |
            Should -BeExactly '{"s":"published","r":"gold","t":"google_drive"}'
    }

    It 'keeps characters that JSON escapes, and others' {
        $text = "a`"b\c`n`t$([char] 0xE9)$([char]::ConvertFromUtf32(0x1F338))"
        (Get-Sent @{ t = $text } | ConvertFrom-Json).t | Should -BeExactly $text
    }

    It 'can be nested 60 levels deep' {
        $deep = 1
        foreach ($level in 1..60) { $deep = @{ d = $deep } }
        (Get-Sent $deep).Length | Should -Be (60 * 6 + 1)
    }

    It 'is rejected before a request if it can''t be converted to JSON: <What>' -ForEach @(
        @{ What = 'an object that contains itself'; Body = { $self = @{}; $self.me = $self; $self }; ExpectedMessage = 'contains itself' }
        @{ What = 'a list that contains itself'; Body = { $self = [Collections.ArrayList]::new(); $null = $self.Add($self); , $self }; ExpectedMessage = 'contains itself' }
        @{ What = 'text that isn''t JSON'; Body = { 'title: T' }; ExpectedMessage = 'JSON' }
        @{ What = 'an empty string'; Body = { '' }; ExpectedMessage = 'JSON' }
        @{ What = 'incomplete JSON'; Body = { '{"a":' }; ExpectedMessage = 'JSON' }
        @{ What = 'two JSON values'; Body = { '{} {}' }; ExpectedMessage = 'JSON' }
        @{ What = 'a process'; Body = { @{ p = Get-Process -Id $PID } }; ExpectedMessage = 'Process' }
        @{ What = 'a script block'; Body = { @{ s = { 1 } } }; ExpectedMessage = 'ScriptBlock' }
        @{ What = 'a number that isn''t finite'; Body = { @{ n = [double]::NaN } }; ExpectedMessage = 'NaN' }
    ) {
        Reset-Listener
        $value = & $Body
        $failure = Get-ErrorOf { Invoke-ExecRequest /things -Connection keeper -Method Post -Body $value }
        $failure.Id | Should -Be 'ExecBodyNotJson'
        $failure.Message | Should -BeLike "*$ExpectedMessage*"
        $listener.Requests.Count | Should -Be 0
    }

    It 'is rejected with -WhatIf too' {
        (Get-ErrorOf { Invoke-ExecRequest /things -Connection keeper -Method Post -Body 'no' -WhatIf }).Id | Should -Be 'ExecBodyNotJson'
    }
}

Describe 'A combination of parameters that isn''t valid' {
    BeforeEach { Reset-TestServer $server }

    It 'is rejected before a request: <What>' -ForEach @(
        @{ What = 'GET with a body'; Ask = { Invoke-ExecRequest /workspace -Body @{} }; Id = 'ExecBodyNeedsMethod' }
        @{ What = '-First without -All'; Ask = { Invoke-ExecRequest /collections -First 1 }; Id = 'ExecParameterNeedsList' }
        @{ What = '-IncludeTotalCount without -All'; Ask = { Invoke-ExecRequest /collections -IncludeTotalCount }; Id = 'ExecParameterNeedsList' }
        @{ What = '-PageSize without -All'; Ask = { Invoke-ExecRequest /collections -PageSize 10 }; Id = 'ExecParameterNeedsList' }
        @{ What = 'a page parameter with -All'; Ask = { Invoke-ExecRequest /collections -All -Query @{ page = 2 } }; Id = 'ExecQueryContainsPage' }
        @{ What = 'a page size parameter with -All'; Ask = { Invoke-ExecRequest /collections -All -Query @{ page_size = 2 } }; Id = 'ExecQueryContainsPage' }
        @{ What = '-All with -Method'; Ask = { Invoke-ExecRequest /collections -All -Method Post }; Id = 'AmbiguousParameterSet' }
        @{ What = 'an unknown method'; Ask = { Invoke-ExecRequest /collections -Method Fetch }; Id = 'ParameterArgumentValidationError' }
        @{ What = 'a body that is null'; Ask = { Invoke-ExecRequest /collections -Method Post -Body $null }; Id = 'ExecParameterNull' }
        @{ What = 'a query that is null'; Ask = { Invoke-ExecRequest /collections -Query $null }; Id = 'ParameterArgumentValidationError' }
    ) {
        (Get-ErrorOf $Ask).Id | Should -Be $Id
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'is rejected as a path: <_>' -ForEach @(
        '/', ' ', 'https://example.com/workspace', '//example.com/workspace', '/a//b', '/../../secret', '/a/..', '/%2e%2e/x', '/%2E%2E%2fx', '/a/%2f../x', '/a\b'
        '/collections?page=1', '/collections#x', 'c:/x', '/./workspace'
    ) {
        $path = $_
        $failure = Get-ErrorOf { Invoke-ExecRequest -Path $path }
        $failure.Id | Should -Be 'ParameterArgumentValidationError'
        $failure.Message | Should -BeLike "*'Path'*"
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }

    It 'is rejected as a path: control characters, and a path that is too long' {
        foreach ($path in "/a`r`nHost: x", "/a$([char] 27)[2J", ('/' + 'a' * 1001)) {
            (Get-ErrorOf { Invoke-ExecRequest -Path $path }).Id | Should -Be 'ParameterArgumentValidationError'
        }
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }
}

Describe 'An error of a request' {
    BeforeEach { Reset-TestServer $server }

    It 'is the same as for other commands: <Status> is <Id>' -ForEach @(
        @{ Status = 400; Id = 'ExecInvalidRequest' }
        @{ Status = 401; Id = 'ExecAuthenticationFailed' }
        @{ Status = 403; Id = 'ExecForbidden' }
        @{ Status = 404; Id = 'ExecNotFound' }
        @{ Status = 409; Id = 'ExecRequestRejected' }
        @{ Status = 422; Id = 'ExecInvalidRequest' }
        @{ Status = 500; Id = 'ExecServerError' }
    ) {
        Add-ServerFault $server @{ fault = 'status'; status = $Status; times = 'always' }
        $failure = Get-ErrorOf { Invoke-ExecRequest /collections }
        $failure.Id | Should -Be $Id
        $failure.Target | Should -Be 'GET /collections'
    }

    It 'contains the method and the path, not the query' {
        Add-ServerFault $server @{ fault = 'status'; status = 400 }
        $failure = Get-ErrorOf { Invoke-ExecRequest /collections -Method Patch -Query @{ email = 'jane@acme.com' } }
        $failure.Target | Should -Be 'PATCH /collections'
        $failure.Message | Should -Not -BeLike '*jane*'
    }

    It 'is reported for a response that isn''t JSON: <_>' -ForEach 'html_200', 'malformed_json' {
        Add-ServerFault $server @{ fault = $_; times = 'always' }
        (Get-ErrorOf { Invoke-ExecRequest /collections }).Id | Should -Be 'ExecUnexpectedResponse'
    }

    It 'never contains the key' {
        Add-ServerFault $server @{ fault = 'status'; status = 400; body = (ConvertTo-Json @{ error = @{ type = 'invalid_request'; message = "bad $($server.ApiKey)" } }) }
        (Get-ErrorOf { Invoke-ExecRequest /collections }).Message | Should -Not -BeLike "*$($server.ApiKey)*"
    }
}
