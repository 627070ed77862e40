# The key: no output of the module, on any stream, contains any part of it except the last four characters.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 1

    # A key that doesn't resemble a number or an ID. The part after the published prefix is the secret.
    $secret = 'Zq7Xw2Vb9Nk4Tj6Hg3Fd8Sa1Lp5Ym0Rc2Ue7Wi4J'
    $key = "exec_live_$secret"
    $folder = Join-Path $TestDrive 'told'
    $null = New-Item $folder -ItemType Directory
    $nobody = Start-SilentServer
    Stop-SilentServer $nobody

    # A server that accepts any key and repeats it in every part of a response.
    $workspace = @{ path = '/workspace'; fault = 'wrong_shape'; body = '{"id":"w1","name":"Acme","url_slug":"acme"}' }
    $assignments = @{ path = '/scenarios/assignments'; fault = 'wrong_shape'; body = (ConvertTo-Json -Depth 5 -Compress -InputObject @{
                data = @(@{ id = 'a1'; status = $key; best_rank = $secret; user = @{ first_name = 'Jane' } }); pagination = @{ page = 1; page_size = 100; total_count = 1; total_pages = 1 } }) }
    $collections = @{ path = '/collections'; fault = 'wrong_shape'; body = (ConvertTo-Json -Depth 5 -Compress -InputObject @{
                data = @(@{ id = 'c1'; name = 'One'; scenario_count = 1 }); pagination = @{ page = 1; page_size = 100; total_count = 1; total_pages = 1 } }) }
    $echo = ConvertTo-Json @{ error = @{ type = "type $key"; code = "code-$secret"; message = "The key $key, or $($secret.Substring(3, 20)), or Bearer $key is wrong" } } -Compress
    Add-ServerFault $server @(
        $workspace, $workspace, $assignments, $assignments, $collections, $workspace
        foreach ($status in 400, 401, 403, 404, 409, 500) { @{ path = '/workspace'; fault = 'status'; status = $status; body = $echo } }
        @{ path = '/workspace'; fault = 'status'; status = 429; body = $echo; retry_after = '3600' }
        @{ path = '/workspace'; fault = 'status'; status = 503; body = $echo; retry_after = '0' }
        @{ path = '/workspace'; fault = 'status'; status = 503; body = $echo; retry_after = '3600' }
        @{ path = '/workspace'; fault = 'status'; status = 403; body = "{`"error`":`"$key`"}" }
        @{ path = '/workspace'; fault = 'status'; status = 403; body = "{`"message`":`"$key`"}" }
        @{ path = '/workspace'; fault = 'status'; status = 200; body = $key; content_type = "text/$secret" }
        @{ path = '/workspace'; fault = 'wrong_shape'; body = "{`"id`":{`"$key`":`"$key`"}}" }
        @{ path = '/workspace'; fault = 'status'; status = 200; body = "{`"$key`":`"$key" }
        @{ path = '/workspace'; fault = 'redirect'; location = "https://example.com/?key=$key" }
        @{ path = '/workspace'; fault = 'html_200' }
        @{ path = '/workspace'; fault = 'empty_200' }
        @{ path = '/workspace'; fault = 'hang_mid_body' }
        foreach ($try in 1..6) { @{ path = '/workspace'; fault = 'reset_before_headers' } }
        @{ path = '/collections'; fault = 'status'; status = 403; body = $echo }
        @{ path = '/scenarios/assignments'; fault = 'status'; status = 403; body = $echo }
    )

    # Two more servers for the requests of all cmdlets: one that returns the same sample response to all requests, with the key in each value
    # that isn't one of a fixed set of names; and one that rejects all requests with an error that contains the key. What
    # Invoke-ExecRequest returns is the unchanged response, so its path doesn't contain the key.
    $item = @{ id = 'abc'; name = 'One'; title = 'One'; user = @{ id = 'u1'; first_name = 'Jane'; email = 'jane@acme.com' }; permissions = @{ can_view = $true }; participant_count = 1; total_sessions = 1 }
    foreach ($field in 'status', 'role', 'difficulty', 'visibility', 'best_rank', 'rank', 'first_rank', 'average_best_rank', 'tier', 'change_type', 'source_type', 'type') { $item[$field] = $key }
    $anything = $item.Clone()
    $anything.data = @($item)
    $anything.pagination = @{ page = 1; page_size = 100; total_count = 1; total_pages = 1 }
    $willing, $refusing = (Start-TestServer -AssignmentCount 1), (Start-TestServer -AssignmentCount 1)
    Add-ServerFault $willing @(
        @{ path = '/plain'; fault = 'wrong_shape'; times = 'always'; body = '{"id":"x1","data":[{"id":"x1"}],"pagination":{"page":1,"page_size":100,"total_count":1,"total_pages":1}}' }
        @{ path = '/workspace'; fault = 'wrong_shape'; times = 'always'; body = '{"id":"w1","name":"Acme","url_slug":"acme"}' }
        @{ path = '/scenario-studio/jobs/abc'; fault = 'wrong_shape'; times = 'always'; body = '{"id":"abc","status":"completed","scenario":{"id":"s1","name":"One"}}' }
        @{ fault = 'wrong_shape'; times = 'always'; body = (ConvertTo-Json $anything -Depth 5 -Compress) }
    )
    Add-ServerFault $refusing @{ fault = 'status'; status = 400; times = 'always'; body = $echo }

    $run = Invoke-FreshPowerShell -Seconds 120 -Environment @{ EXEC_API_KEY = $key } -Script ("`$folder, `$uri, `$nobody, `$willing, `$refusing = '$folder', '$($server.BaseUri)', '$($nobody.BaseUri)', '$($willing.BaseUri)', '$($refusing.BaseUri)'`n" + @'
        $key = $env:EXEC_API_KEY
        $null = Start-Transcript "$folder/transcript.txt"
        $DebugPreference = 'Continue'
        # With -Debug, a warning would prompt.
        $common = @{ Verbose = $true; WarningAction = 'Continue' }
        if ($PSVersionTable.PSVersion.Major -ge 7) { $common.Debug = $true }
        $made = @{ BaseUri = $uri; TimeoutSec = 1; RetryIntervalSec = 0 }
        $script:turn = 0

        # Runs a script block, and collects every stream, and the objects and errors in every format.
        function Keep([scriptblock] $Script, [string] $Name = [regex]::Match($Script, '\w+-Exec\w+').Value) {
            $script:turn++
            $thrown = $null
            $all = try { & $Script *>&1 } catch { $thrown = $_ }
            "$Name $(if ($thrown -or ($all | Where-Object { $_ -is [Management.Automation.ErrorRecord] })) { 'failed' } else { 'succeeded' })" | Add-Content "$folder/ran.txt"
            $all, $thrown | Out-String -Width 500 | Set-Content "$folder/$turn-streams.txt"
            $all | Format-List * -Force | Out-String -Width 500 | Set-Content "$folder/$turn-list.txt"
            $all, $thrown | Export-Clixml "$folder/$turn.clixml"
            foreach ($object in $all) { $object | ConvertTo-Json -Depth 4 -WarningAction SilentlyContinue | Add-Content "$folder/$turn.json" }
            foreach ($failure in @($thrown) + @($all | Where-Object { $_ -is [Management.Automation.ErrorRecord] })) {
                if (-not $failure) { continue }
                "$($failure.FullyQualifiedErrorId -split ',')" | Add-Content "$folder/errors-met.txt"
                $failure | Format-List * -Force | Out-String -Width 500 | Add-Content "$folder/$turn-error.txt"
                $failure.Exception | Format-List * -Force | Out-String -Width 500 | Add-Content "$folder/$turn-error.txt"
                $failure.Exception.ToString(), $failure.ErrorDetails, $failure.ErrorDetails.RecommendedAction, $failure.CategoryInfo, $failure.TargetObject, $failure.ScriptStackTrace |
                    Out-String -Width 500 | Add-Content "$folder/$turn-error.txt"
            }
            # An error would go to the error stream of the process, which must contain only uncollected output.
            $all | ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { $_ | Out-String -Width 500 } else { $_ } } | Out-Host
        }

        Import-Module $module
        Keep { Connect-ExecWorkspace -ApiKey $key -Name text @made @common }
        Keep { Connect-ExecWorkspace -ApiKey (ConvertTo-SecureString $key -AsPlainText -Force) @made @common }
        Keep { Get-ExecAssignment @common }
        Keep { Get-ExecAssignment -UserId u1 -UserEmail jane@acme.com -Status PastDue -First 5 -IncludeTotalCount @common }
        Keep { Get-ExecCollection @common }
        Keep { Get-ExecWorkspace @common }
        Keep { [pscustomobject]@{ UserName = 'Jane'; Status = 'Completed' } | Export-ExecReport "$folder/report.html" @common } Export-ExecReport
        Keep { Export-ExecReport "$folder/report.html" @common }
        Keep { Get-ExecConnection @common }
        Keep { Get-ExecConnection | ConvertTo-Json -Depth 10 }
        Keep { Get-ExecConnection | Format-List * -Force }
        Keep { Get-ExecConnection | Get-Member -Force }
        foreach ($time in 1..20) { Keep { Get-ExecWorkspace @common } }
        Keep { Get-ExecCollection @common }
        Keep { Get-ExecAssignment @common }
        Keep { Connect-ExecWorkspace -BaseUri $nobody -RetryIntervalSec 0 -Name new @common }
        Keep { Connect-ExecWorkspace -ApiKey $key.Substring(0, 49) -BaseUri $uri @common }
        Keep { Connect-ExecWorkspace -ApiKey "$key`n" -BaseUri $uri @common }
        Keep { Connect-ExecWorkspace -ApiKey "$key$key" -BaseUri $uri @common }
        Keep { Connect-ExecWorkspace -ApiKey @($key) -BaseUri $uri @common }
        Keep { Connect-ExecWorkspace -ApiKey $key -BaseUri http://example.com @common }
        Keep { Connect-ExecWorkspace -ApiKey $key -BaseUri $uri -Proxy ftp://127.0.0.1 @common }
        Keep { Disconnect-ExecWorkspace text @common }
        Keep { Disconnect-ExecWorkspace -All @common }
        Keep { Get-ExecWorkspace @common }

        # Every cmdlet that sends requests, with each of its parameter sets: once with a response, and once with an error.
        $good = @{ ScenarioId = 'abc'; UserEmail = 'jane@acme.com'; SkillId = 'abc'; PageId = 'abc'; Path = '/plain'; Id = 'abc'; JobId = 'abc'; All = $true
            FolderId = 'abc'; SourceId = 'abc'; DueDate = '2027-01-01'; Title = 'One'; Content = 'One'; Prompt = 'One'; Url = 'https://acme.com/one'; PermissionLevel = 'View' }
        foreach ($place in @{ Name = 'willing'; BaseUri = $willing }, @{ Name = 'refusing'; BaseUri = $refusing }) {
            Keep { Connect-ExecWorkspace -ApiKey $key -NoVerify -RetryIntervalSec 0 @place @common }
            foreach ($command in Get-Command -Module ExecPS -CommandType Cmdlet | Where-Object { $_.Parameters.ContainsKey('Connection') -and $_.Verb -ne 'Disconnect' }) {
                foreach ($set in $command.ParameterSets) {
                    $arguments = @{ Connection = $place.Name }
                    if ($command.Parameters.ContainsKey('Confirm')) { $arguments.Confirm = $false }
                    if ($command.Name -eq 'Set-ExecKnowledgePage') { $arguments.Title = 'One' }
                    foreach ($needed in $set.Parameters | Where-Object IsMandatory) { $arguments[$needed.Name] = $good[$needed.Name] }
                    if ($command.Name -eq 'Export-ExecWorkspace') { $arguments.Path = Join-Path $folder "export $($place.Name)" }
                    Keep { & $command @arguments @common } $command.Name
                }
            }
            Keep { Invoke-ExecRequest /plain -Method Post -Body @{ a = 1 } -Connection $place.Name @common }
        }
        Keep { Connect-ExecWorkspace -ApiKey $key -RetryIntervalSec 0 -Name again -BaseUri $refusing @common }
        Keep { Get-ExecConnection nothing @common }
        Keep { Get-ExecConnection willing @common }
        Keep { Disconnect-ExecWorkspace nothing @common }
        Keep { Disconnect-ExecWorkspace -All @common }
        $Error | Format-List * -Force | Out-String -Width 500 | Set-Content "$folder/all-errors.txt"
        $Error | Export-Clixml "$folder/all-errors.clixml"
        $Error | ForEach-Object { $_.Exception.ToString() } | Set-Content "$folder/all-exceptions.txt"
        $null = Stop-Transcript
'@)
    Set-Content (Join-Path $folder 'output.txt') $run.Output
    Set-Content (Join-Path $folder 'errors.txt') $run.Errors

    # The parts of the secret in a text, each with eight characters.
    function Find-Part([string] $Text) {
        foreach ($at in 0..($secret.Length - 8)) {
            $part = $secret.Substring($at, 8)
            if ($Text.IndexOf($part, [StringComparison]::OrdinalIgnoreCase) -ge 0) { $part }
            $hex = [BitConverter]::ToString([Text.Encoding]::ASCII.GetBytes($part))
            if ($Text.IndexOf($hex, [StringComparison]::OrdinalIgnoreCase) -ge 0) { $hex }
        }
    }
}

AfterAll {
    foreach ($one in $server, $willing, $refusing) { Stop-TestServer $one }
}

Describe 'The test script' {
    It 'ran to its end' {
        $run.Errors | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
    }

    It 'sent the key' {
        (Get-ServerRequest $server).Authorization | Should -Contain "Bearer $key"
    }

    It 'ran every cmdlet, with success and with failure: <_>' -ForEach @(
        Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
        Import-Module (Get-ExecModulePath)
        (Get-Command -Module ExecPS -CommandType Cmdlet).Name
    ) {
        $name = $_
        $outcomes = Get-Content (Join-Path $folder 'ran.txt') | Where-Object { ($_ -split ' ')[0] -eq $name } | Sort-Object -Unique
        $outcomes | Should -Be "$_ failed", "$_ succeeded"
    }

    It 'caused every kind of error' {
        $met = Get-Content (Join-Path $folder 'errors-met.txt') | ForEach-Object { ($_ -split '[ ,]')[0] } | Sort-Object -Unique
        foreach ($id in 'ExecInvalidRequest', 'ExecAuthenticationFailed', 'ExecForbidden', 'ExecNotFound', 'ExecRequestRejected', 'ExecServerError', 'ExecRateLimited',
            'ExecUnexpectedResponse', 'ExecRedirected', 'ExecTimeout', 'ExecConnectionFailed', 'ExecApiKeyInvalid', 'ExecBaseUriInvalid', 'ExecProxyInvalid', 'ExecNotConnected') {
            $met | Should -Contain $id
        }
    }

    It 'wrote verbose output and warnings, and a transcript' {
        $streams = Get-Content (Join-Path $folder '*-streams.txt') -Raw
        $streams -match 'GET /workspace responded with status 200' | Should -Not -BeNullOrEmpty
        $streams -match 'doesn''t recognize the AssignmentStatus' | Should -Not -BeNullOrEmpty
        Get-Content (Join-Path $folder 'transcript.txt') -Raw | Should -Match 'Acme'
    }

    It 'wrote the last four characters, which distinguish keys' {
        Get-Content (Join-Path $folder '1-list.txt') -Raw | Should -Match "$([char] 0x2026)$($secret.Substring(36))"
    }

    It 'contains parts of a key that the search finds if they are present' {
        Find-Part "...$($secret.Substring(5, 8))..." | Should -Be $secret.Substring(5, 8)
    }
}

Describe 'No part of the key' {
    It 'is in <_>' -ForEach @(
        'the streams, in any form (*-streams.txt)', 'the objects as lists (*-list.txt)', 'the objects as JSON (*.json)', 'the objects and errors as CLIXML (*.clixml)'
        'the errors and their exceptions, in every form (*-error.txt)', '$Error (all-*.txt)', 'the transcript (transcript.txt)', 'the process''s own output (output.txt)', 'the process''s error output (errors.txt)'
    ) {
        $null = $_ -match '\((.+)\)$'
        $files = @(Get-ChildItem (Join-Path $folder $Matches[1]))
        $files.Count | Should -BeGreaterThan 0
        foreach ($file in $files) {
            Find-Part ([IO.File]::ReadAllText($file.FullName)) | Should -BeNullOrEmpty -Because "$($file.Name) has a part of the key"
        }
    }

    It 'is in a field or property of a connection that a script can access' {
        $null = Connect-ExecWorkspace -ApiKey $key -BaseUri $server.BaseUri -NoVerify -Name looked
        try {
            $connection = Get-ExecConnection looked
            $values = foreach ($property in $connection.GetType().GetProperties()) { "$($property.GetValue($connection))" }
            Find-Part ($values -join ' ') | Should -BeNullOrEmpty
            Find-Part "$connection" | Should -BeNullOrEmpty
            Find-Part ([Management.Automation.PSSerializer]::Serialize($connection, 10)) | Should -BeNullOrEmpty
        }
        finally {
            Disconnect-ExecWorkspace looked
        }
    }
}

Describe 'An invalid response that repeats the key' {
    It 'doesn''t disclose it: <What>' -ForEach @(
        @{ What = 'in the status line'; Answer = 'HTTP/9 {0}' }
        @{ What = 'instead of HTTP'; Answer = '{0}' }
        @{ What = 'in a header'; Answer = "HTTP/1.1 200 OK`r`nAuthorization Bearer {0}" }
        @{ What = 'in Content-Length'; Answer = "HTTP/1.1 200 OK`r`nContent-Length: {0}" }
        @{ What = 'in Transfer-Encoding'; Answer = "HTTP/1.1 200 OK`r`nTransfer-Encoding: {0}" }
        @{ What = 'in a chunk size'; Answer = "HTTP/1.1 200 OK`r`nTransfer-Encoding: chunked`r`n`r`n{0}" }
    ) {
        $silent = Start-SilentServer
        try {
            $pipeline = Start-ExecPipeline { param($key, $uri) Connect-ExecWorkspace -ApiKey $key -BaseUri $uri -MaximumRetryCount 0 -TimeoutSec 1 -Verbose } $key, $silent.BaseUri
            $request = Receive-SilentRequest $silent "$($Answer -f $key)`r`n`r`n"
            $request.Socket.Shutdown('Send')
            Wait-ExecPipeline $pipeline
            $failure = $pipeline.Streams.Error[0]
            $failure | Should -Not -BeNullOrEmpty
            Find-Part "$failure $($failure | Format-List * -Force | Out-String) $($failure.Exception) $($pipeline.Streams.Verbose)" | Should -BeNullOrEmpty
        }
        finally {
            Stop-SilentServer $silent
        }
    }
}

Describe 'The password of the system''s proxy' {
    It 'is in no message, exception, or verbose text if the proxy responds with status <Status>' -ForEach @{ Status = 403 }, @{ Status = 407 } {
        # In this process, the system's proxy is read once, so another process connects.
        $proxy = Start-SilentServer
        $environment = @{ https_proxy = "http://user:s3cret@$($proxy.BaseUri.Authority)"; no_proxy = '' }
        $script = @"
            Import-Module `$module
            try { Connect-ExecWorkspace -ApiKey $key -BaseUri https://localhost:9/ -MaximumRetryCount 0 -Verbose 4>&1 } catch { }
            `$Error | Format-List * -Force | Out-String -Width 500
            "`$(`$Error.Exception)"
"@
        $answering = [powershell]::Create().AddScript({
                param($proxy, $status)
                while ($true) {
                    $socket = $proxy.Listener.AcceptSocket()
                    $null = $socket.Receive([byte[]]::new(65536))
                    $null = $socket.Send([Text.Encoding]::ASCII.GetBytes("HTTP/1.1 $status X`r`nContent-Length: 0`r`nConnection: close`r`n`r`n"))
                    $socket.Shutdown('Send')
                }
            }).AddArgument($proxy).AddArgument($Status)
        $null = $answering.BeginInvoke()
        try {
            $result = Invoke-FreshPowerShell $script -Environment $environment
            "$($result.Output)$($result.Errors)" | Should -BeLike "*No response to GET /workspace*$Status*"
            "$($result.Output)$($result.Errors)" | Should -Not -BeLike '*s3cret*'
            Find-Part "$($result.Output)$($result.Errors)" | Should -BeNullOrEmpty
        }
        finally {
            Stop-SilentServer $proxy
            $answering.Dispose()
        }
    }
}

Describe 'The key goes' {
    BeforeEach { Reset-TestServer $server }
    AfterEach { Disconnect-ExecWorkspace -All }

    It 'in the Authorization header, never in an address' {
        $null = Connect-ExecWorkspace -ApiKey $server.ApiKey -BaseUri $server.BaseUri -Name checked
        $null = Get-ExecAssignment -UserId u1
        foreach ($request in Get-ServerRequest $server) {
            $request.Authorization | Should -Be "Bearer $($server.ApiKey)"
            $request.Url | Should -Not -BeLike '*exec_live*'
        }
    }
}
