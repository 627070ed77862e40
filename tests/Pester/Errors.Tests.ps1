# Failures and their error records: ID, category, message, and recommended action.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 1000
    $null = Connect-TestServer $server
    $all = @(Get-ExecAssignment)

    # Gets the error of a command in its own runspace. A command that doesn't end in time fails the test.
    function Get-ErrorInTime([string] $Command, [int] $TimeoutSec = 60) {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $pipeline = Start-ExecPipeline {
            param($server, $command, $timeout)
            $null = Connect-ExecWorkspace -ApiKey $server.ApiKey -BaseUri $server.BaseUri -NoVerify -RetryIntervalSec 0 -TimeoutSec $timeout
            Invoke-Expression $command
        } $server, $Command, $TimeoutSec
        Wait-ExecPipeline $pipeline -Seconds 10
        $pipeline.Streams.Error | ConvertFrom-ErrorRecord | Add-Member Seconds $watch.Elapsed.TotalSeconds -PassThru
    }
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'A response' {
    BeforeEach { Reset-TestServer $server }

    It 'with status <Status> is <Id>, after <Requests> request(s)' -ForEach @(
        @{ Status = 400; Id = 'ExecInvalidRequest'; Category = 'InvalidArgument'; Message = '*invalid (GET /workspace responded with status 400, invalid_request): Invalid request.'; Advice = '*parameter*'; Requests = 1 }
        @{ Status = 401; Id = 'ExecAuthenticationFailed'; Category = 'AuthenticationError'; Message = '*GET /workspace responded with status 401, authentication_error, invalid_api_key): Invalid or inactive API key.'; Advice = '*key*Connect-ExecWorkspace*'; Requests = 1 }
        @{ Status = 403; Id = 'ExecForbidden'; Category = 'PermissionDenied'; Message = '*GET /workspace responded with status 403*: Workspace is inactive.'; Advice = '*owner*'; Requests = 1 }
        @{ Status = 404; Id = 'ExecNotFound'; Category = 'ObjectNotFound'; Message = '*GET /workspace responded with status 404, not_found): Not found.'; Advice = '*ID*'; Requests = 1 }
        @{ Status = 405; Id = 'ExecRequestRejected'; Category = 'InvalidOperation'; Message = '*GET /workspace responded with status 405*'; Advice = '*message*'; Requests = 1 }
        @{ Status = 409; Id = 'ExecRequestRejected'; Category = 'InvalidOperation'; Message = '*GET /workspace responded with status 409*'; Advice = '*message*'; Requests = 1 }
        @{ Status = 418; Id = 'ExecRequestRejected'; Category = 'InvalidOperation'; Message = '*GET /workspace responded with status 418*'; Advice = '*message*'; Requests = 1 }
        @{ Status = 422; Id = 'ExecInvalidRequest'; Category = 'InvalidArgument'; Message = '*GET /workspace responded with status 422*'; Advice = '*parameter*'; Requests = 1 }
        @{ Status = 408; Id = 'ExecRequestRejected'; Category = 'InvalidOperation'; Message = '*GET /workspace responded with status 408*'; Advice = '*'; Requests = 6 }
        @{ Status = 429; Id = 'ExecRateLimited'; Category = 'LimitsExceeded'; Message = '*GET /workspace responded with status 429, rate_limited): Rate limit exceeded.'; Advice = '*60 requests per minute*1,000 per day*'; Requests = 6 }
        @{ Status = 500; Id = 'ExecServerError'; Category = 'ResourceUnavailable'; Message = '*GET /workspace responded with status 500, server_error): Something went wrong.'; Advice = '*again later*'; Requests = 6 }
        @{ Status = 501; Id = 'ExecServerError'; Category = 'ResourceUnavailable'; Message = '*GET /workspace responded with status 501*'; Advice = '*again later*'; Requests = 1 }
        @{ Status = 502; Id = 'ExecServerError'; Category = 'ResourceUnavailable'; Message = '*GET /workspace responded with status 502*'; Advice = '*again later*'; Requests = 6 }
        @{ Status = 503; Id = 'ExecServerError'; Category = 'ResourceUnavailable'; Message = '*GET /workspace responded with status 503*'; Advice = '*again later*'; Requests = 6 }
        @{ Status = 504; Id = 'ExecServerError'; Category = 'ResourceUnavailable'; Message = '*GET /workspace responded with status 504*'; Advice = '*again later*'; Requests = 6 }
    ) {
        Add-ServerFault $server @{ fault = 'status'; status = $Status; times = 'always' }
        $failure = Get-ErrorOf { Get-ExecWorkspace }
        $failure.Id | Should -Be $Id
        $failure.Category | Should -Be $Category
        $failure.Message | Should -BeLike $Message
        $failure.Advice | Should -BeLike $Advice
        $failure.Advice | Should -Not -BeNullOrEmpty
        $failure.Target | Should -Be 'GET /workspace'
        @(Get-ServerRequest $server).Count | Should -Be $Requests
    }

    It 'that isn''t from the API is ExecUnexpectedResponse, and the message describes it: <Fault>' -ForEach @(
        @{ Fault = @{ fault = 'html_200' }; Message = '*text/html, not JSON*' }
        @{ Fault = @{ fault = 'empty_200' }; Message = '*empty*' }
        @{ Fault = @{ fault = 'malformed_json' }; Message = '*JSON isn''t valid*' }
        @{ Fault = @{ fault = 'wrong_shape' }; Message = '*no rows (''data'')*' }
        @{ Fault = @{ fault = 'wrong_shape'; body = '[]' }; Message = '*JSON isn''t valid or has an unexpected structure*' }
        @{ Fault = @{ fault = 'wrong_shape'; body = 'null' }; Message = '*null*' }
        @{ Fault = @{ fault = 'wrong_shape'; body = '{"data":[]}' }; Message = '*''pagination''*' }
        @{ Fault = @{ fault = 'wrong_shape'; body = '{"data":[null],"pagination":{"page":1,"page_size":100,"total_count":1,"total_pages":1}}' }; Message = '*rows is null*' }
        @{ Fault = @{ fault = 'wrong_shape'; body = '{"data":[],"pagination":{"page":7,"page_size":100,"total_count":0,"total_pages":0}}' }; Message = '*page 7*' }
    ) {
        Add-ServerFault $server $Fault
        $failure = Get-ErrorOf { Get-ExecAssignment }
        $failure.Id | Should -Be 'ExecUnexpectedResponse'
        $failure.Category | Should -Be 'InvalidData'
        $failure.Message | Should -BeLike "*GET /scenarios/assignments*$Message"
        $failure.Advice | Should -BeLike '*-BaseUri*'
        @(Get-ServerRequest $server).Count | Should -Be 1
    }

    It 'without the API''s error object is reported with its status: <What>' -ForEach @(
        @{ What = 'a web page'; Body = '<html>Bad gateway</html>'; ContentType = 'text/html' }
        @{ What = 'an empty body'; Body = ''; ContentType = 'text/plain' }
        @{ What = 'other JSON'; Body = '["a"]'; ContentType = 'application/json' }
        @{ What = 'invalid JSON'; Body = '{"error":'; ContentType = 'application/json' }
    ) {
        Add-ServerFault $server @{ fault = 'status'; status = 403; body = $Body; content_type = $ContentType }
        $failure = Get-ErrorOf { Get-ExecWorkspace }
        $failure.Id | Should -Be 'ExecForbidden'
        $failure.Message | Should -BeLike '*GET /workspace responded with status 403)*'
    }

    It 'with an error is an exception that has the API''s message in properties' {
        Add-ServerFault $server @{ fault = 'status'; status = 400; body = '{"error":{"type":"invalid_request","code":"invalid_pagination","message":"Invalid pagination parameters"}}' }
        $exception = (Get-ErrorOf { Get-ExecWorkspace }).Record.Exception
        $exception.GetType().Name | Should -Be 'ExecApiException'
        $exception.StatusCode | Should -Be 400
        $exception.ErrorType | Should -Be 'invalid_request'
        $exception.ErrorCode | Should -Be 'invalid_pagination'
        $exception.ApiMessage | Should -Be 'Invalid pagination parameters'
        $exception.Request | Should -Be 'GET /workspace'
    }
}

Describe 'A rate limit' {
    BeforeEach { Reset-TestServer $server }

    It 'that outlasts the retries is an error with the time at which to try again' {
        Add-ServerFault $server @{ fault = 'status'; status = 429; retry_after = '0'; times = 'always' }
        $failure = Get-ErrorOf { Get-ExecWorkspace }
        $failure.Id | Should -Be 'ExecRateLimited'
        $failure.Advice | Should -BeLike 'Try again in*'
        @(Get-ServerRequest $server).Count | Should -Be 6
    }

    It 'of an hour is an immediate error instead of a wait: <What>' -ForEach @(
        @{ What = 'Retry-After in seconds'; Fault = @{ retry_after = '3600' }; Message = '1 h 0 min' }
        @{ What = 'the body''s retry_after'; Fault = @{ body_retry_after = 3600 }; Message = '1 h 0 min' }
        @{ What = 'Retry-After as a date'; Fault = @{ retry_after = [datetime]::UtcNow.AddHours(2).ToString('R') }; Message = '1 h 5* min' }
        @{ What = 'the longer of two delays'; Fault = @{ retry_after = '1'; body_retry_after = 7200 }; Message = '2 h 0 min' }
    ) {
        Add-ServerFault $server (@{ fault = 'status'; status = 429; times = 'always' } + $Fault)
        $failure = Get-ErrorInTime 'Get-ExecWorkspace'
        $failure.Seconds | Should -BeLessThan 5
        $failure.Id | Should -Be 'ExecRateLimited'
        $failure.Advice | Should -BeLike "*$Message*"
        @(Get-ServerRequest $server).Count | Should -Be 1
    }

    It 'delays all requests once, for as long as the server specifies' {
        Add-ServerFault $server @{ path = '/scenarios/assignments'; fault = 'status'; status = 429; retry_after = '1'; page = 2 }
        $watch = [Diagnostics.Stopwatch]::StartNew()
        (Get-ExecAssignment).Id | Should -Be $all.Id
        $watch.Elapsed.TotalSeconds | Should -BeGreaterOrEqual 0.95
        (Get-ExecConnection).RateLimitedCount | Should -BeGreaterThan 0
    }
}

Describe 'A transient fault' {
    BeforeEach { Reset-TestServer $server }

    It '(<Fault> <Status>, on page <Page>) doesn''t change the list' -ForEach @(
        foreach ($page in 1, 4, 10) {
            foreach ($status in 408, 429, 500, 502, 503, 504) { @{ Fault = 'status'; Status = $status; Page = $page } }
            foreach ($fault in 'reset_before_headers', 'reset_mid_body', 'truncated') { @{ Fault = $fault; Status = $null; Page = $page } }
        }
    ) {
        $rule = @{ path = '/scenarios/assignments'; page = $Page; fault = $Fault; times = 2 }
        if ($Status) { $rule.status = $Status }
        Add-ServerFault $server $rule
        (Get-ExecAssignment).Id -join ' ' | Should -BeExactly ($all.Id -join ' ')
        @(Get-ServerRequest $server | Where-Object { $_.Parameters.page -eq "$Page" }).Count | Should -Be 3
    }

    It 'isn''t retried with -MaximumRetryCount 0' {
        $null = Connect-TestServer $server -With @{ Name = 'once'; MaximumRetryCount = 0 }
        try {
            Reset-TestServer $server
            Add-ServerFault $server @{ fault = 'status'; status = 503 }
            (Get-ErrorOf { Get-ExecWorkspace -Connection once }).Id | Should -Be 'ExecServerError'
            @(Get-ServerRequest $server).Count | Should -Be 1
        }
        finally {
            Disconnect-ExecWorkspace once
        }
    }

    It 'is reported with -Verbose' {
        Add-ServerFault $server @{ fault = 'status'; status = 503 }
        $told = Get-ExecWorkspace -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
        $told -join "`n" | Should -BeLike '*GET /workspace*503*Retrying*1 of 5*'
    }
}

Describe 'A missing response' {
    BeforeEach {
        # A failed Connect-ExecWorkspace leaves no default connection.
        $null = Connect-TestServer $server -With @{ NoVerify = $true }
        Reset-TestServer $server
    }

    AfterAll { $null = Connect-TestServer $server }

    It 'from a port without a server is ExecConnectionFailed' {
        $nobody = Start-SilentServer
        Stop-SilentServer $nobody
        $failure = Get-ErrorOf { Connect-ExecWorkspace -ApiKey $server.ApiKey -BaseUri $nobody.BaseUri -RetryIntervalSec 0 -Name nobody }
        $failure.Id | Should -Be 'ExecConnectionFailed'
        $failure.Category | Should -Be 'ConnectionError'
        $failure.Message | Should -BeLike '*GET /workspace*'
        $failure.Advice | Should -BeLike '*network*-Proxy*-BaseUri*'
        Get-ExecConnection nobody* | Should -BeNullOrEmpty
    }

    It 'because the connection always fails is ExecConnectionFailed after the retries: <_>' -ForEach 'reset_before_headers', 'truncated' {
        Add-ServerFault $server @{ fault = $_; times = 'always' }
        $failure = Get-ErrorOf { Get-ExecWorkspace }
        $failure.Id | Should -Be 'ExecConnectionFailed'
        @(Get-ServerRequest $server).Count | Should -Be 6
    }

    It 'from a server without TLS is an error about TLS, and isn''t retried without TLS' {
        # An https address at a port that responds in plain text.
        $uri = "https://127.0.0.1:$(([uri] $server.Root).Port)/"
        $failure = Get-ErrorOf { Connect-ExecWorkspace -ApiKey $server.ApiKey -BaseUri $uri -RetryIntervalSec 0 -MaximumRetryCount 1 }
        $failure.Id | Should -BeIn 'ExecConnectionNotSecure', 'ExecConnectionFailed'
        Get-ServerRequest $server | Should -BeNullOrEmpty
    }
}

Describe 'The idle timeout' {
    BeforeEach { Reset-TestServer $server }

    It '-TimeoutSec ends a request as ExecTimeout: <_>' -ForEach 'hang_before_headers', 'hang_mid_body' {
        Add-ServerFault $server @{ path = '/collections'; fault = $_; times = 'always' }
        $failure = Get-ErrorInTime 'Get-ExecCollection' -TimeoutSec 1
        $failure.Id | Should -Be 'ExecTimeout'
        $failure.Seconds | Should -BeGreaterOrEqual 0.95
        $failure.Category | Should -Be 'OperationTimeout'
        $failure.Message | Should -BeLike 'GET /collections timed out*1 s*'
        $failure.Advice | Should -BeLike '*-TimeoutSec*'
    }

    It 'restarts with every byte, so a slow response doesn''t time out' {
        Add-ServerFault $server @{ path = '/collections'; fault = 'slow_body'; delay_ms = 400; chunk_bytes = 500 }
        $null = Connect-TestServer $server -With @{ TimeoutSec = 1 }
        $watch = [Diagnostics.Stopwatch]::StartNew()
        @(Get-ExecCollection).Count | Should -Be 8
        $watch.Elapsed.TotalSeconds | Should -BeGreaterThan 1.1
    }
}

Describe 'A redirect' {
    BeforeAll {
        $elsewhere = Start-SilentServer
        function Test-Connecting { $elsewhere.Listener.Pending() }
    }

    AfterAll { Stop-SilentServer $elsewhere }

    BeforeEach { Reset-TestServer $server }

    It 'isn''t followed, and the error contains its target (<_>)' -ForEach 301, 302, 303, 307, 308 {
        $target = "$($elsewhere.BaseUri)rest/v1/workspace"
        Add-ServerFault $server @{ fault = 'redirect'; status = $_; location = $target }
        $failure = Get-ErrorOf { Get-ExecWorkspace }
        $failure.Id | Should -Be 'ExecRedirected'
        $failure.Category | Should -Be 'SecurityError'
        $failure.Message | Should -BeLike "*$target*"
        $failure.Advice | Should -BeLike '*-BaseUri*'
        Test-Connecting | Should -BeFalse
        @(Get-ServerRequest $server).Count | Should -Be 1
    }

    It 'isn''t followed on the same server either' {
        Add-ServerFault $server @{ fault = 'redirect'; location = '/rest/v1/collections' }
        (Get-ErrorOf { Get-ExecWorkspace }).Id | Should -Be 'ExecRedirected'
        @(Get-ServerRequest $server).Count | Should -Be 1
    }
}

Describe 'A list that fails in the middle' {
    BeforeEach { Reset-TestServer $server }

    It 'is a terminating error with the number of objects that were written: <Fault> <Status>' -ForEach @(
        @{ Fault = 'status'; Status = 404; Id = 'ExecNotFound' }
        @{ Fault = 'status'; Status = 500; Id = 'ExecServerError' }
        @{ Fault = 'html_200'; Status = $null; Id = 'ExecUnexpectedResponse' }
        @{ Fault = 'malformed_json'; Status = $null; Id = 'ExecUnexpectedResponse' }
        @{ Fault = 'reset_mid_body'; Status = $null; Id = 'ExecConnectionFailed' }
    ) {
        $rule = @{ path = '/scenarios/assignments'; page = 3; fault = $Fault; times = 'always' }
        if ($Status) { $rule.status = $Status }
        Add-ServerFault $server $rule
        $written = [Collections.Generic.List[object]]::new()
        $failure = Get-ErrorOf { Get-ExecAssignment | ForEach-Object { $written.Add($_) } }
        $failure.Id | Should -Be $Id
        $failure.Message | Should -BeLike '*200 objects were returned before the failure; the list is incomplete.'
        $written.Id | Should -Be $all[0..199].Id
    }

    It 'stops a script that doesn''t handle it' {
        Add-ServerFault $server @{ path = '/scenarios/assignments'; page = 3; fault = 'status'; status = 404 }
        $went = [Collections.Generic.List[string]]::new()
        { $null = Get-ExecAssignment; $went.Add('on') } | Should -Throw
        $went | Should -BeNullOrEmpty
    }

    It 'is reported without that number if no objects were written' {
        Add-ServerFault $server @{ path = '/scenarios/assignments'; fault = 'status'; status = 404 }
        (Get-ErrorOf { Get-ExecAssignment }).Message | Should -Not -BeLike '*before the failure*'
    }

    It 'is reported with the number of written, not received, collections' {
        # The third page of two rows fails; one of the four collections before it starts with Le.
        Add-ServerFault $server @{ path = '/collections'; page = 3; fault = 'status'; status = 404 }
        (Get-ErrorOf { Get-ExecCollection -Name Le* -PageSize 2 }).Message | Should -BeLike '*1 object was returned before the failure*'
    }
}
