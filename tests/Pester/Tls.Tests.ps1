# A server with an untrusted certificate doesn't receive the key.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $server = Start-TestServer -AssignmentCount 10 -Https
}

AfterAll {
    Disconnect-ExecWorkspace -All
    Stop-TestServer $server
}

Describe 'An untrusted certificate' {
    It 'is ExecConnectionNotSecure for Connect-ExecWorkspace, and leaves no connection' {
        $failure = Get-ErrorOf { Connect-TestServer $server @{ Name = 'unsafe' } }
        $failure.Id | Should -Be 'ExecConnectionNotSecure'
        $failure.Category | Should -Be 'SecurityError'
        $failure.Message | Should -BeLike 'No response to GET /workspace: *'
        $failure.Advice | Should -BeLike '*certificate*'
        $failure.Message, $failure.Advice -join '' | Should -Not -BeLike '*0000*'
        Get-ExecConnection unsafe* | Should -BeNullOrEmpty
    }

    It 'is the error of every command, which sends one request only: <_>' -ForEach 'Get-ExecWorkspace', 'Get-ExecAssignment', 'Get-ExecCollection' {
        $connection = Connect-TestServer $server @{ NoVerify = $true; MaximumRetryCount = 5 }
        (Get-ErrorOf ([scriptblock]::Create($_))).Id | Should -Be 'ExecConnectionNotSecure'
        $connection.RequestCount | Should -Be 1
    }

    # Windows PowerShell has no parameter to read the requests of such a server.
    It 'prevents the request' -Skip:($PSEdition -eq 'Desktop') {
        $null = Connect-TestServer $server @{ NoVerify = $true }
        $null = Get-ErrorOf { Get-ExecWorkspace }
        @(Invoke-RestMethod "$($server.Root)/_control/requests" -SkipCertificateCheck | Write-Output) | Should -BeNullOrEmpty

        # The server would have received it.
        $key = @{ Authorization = "Bearer $($server.ApiKey)" }
        $null = Invoke-RestMethod "$($server.BaseUri)/workspace" -Headers $key -SkipCertificateCheck
        @(Invoke-RestMethod "$($server.Root)/_control/requests" -SkipCertificateCheck | Write-Output).path | Should -Be '/rest/v1/workspace'
    }
}
