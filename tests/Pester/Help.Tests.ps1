# Get-Help, and the examples in the help.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    $commands = @((Get-Module ExecPS).ExportedCmdlets.Keys | Sort-Object)

    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'docs/HelpExample.psm1')
    $examples = @(Get-ChildItem (Join-Path $root 'docs/en-US/*.md'), (Join-Path $root 'README.md') | ForEach-Object { Get-HelpExample $_.FullName } |
            Where-Object { -not $_.IsSkipped } | ForEach-Object { @{ Name = $_.Name; Title = $_.Title; Example = $_ } })
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    Import-Module (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'docs/HelpExample.psm1')
}

AfterAll {
    Remove-Module HelpExample
}

Describe 'Get-Help <_>' -ForEach $commands {
    BeforeAll {
        $command = $_
        $help = Get-Help $command -Full
    }

    It 'is a help page, not text that PowerShell generates from the syntax' {
        $help.Synopsis.Trim() | Should -Not -BeLike "$command*"
        $help.psobject.TypeNames | Should -Not -Contain 'ExtendedCmdletHelpInfo#FullView'
    }

    It 'has a synopsis of one sentence, and a description' {
        $help.Synopsis | Should -Match '^\S.*\.\s*$'
        ($help.description.Text -join ' ').Length | Should -BeGreaterThan 60
    }

    It 'describes every parameter' {
        $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
        foreach ($name in (Get-Command $command).Parameters.Keys | Where-Object { $_ -notin $common }) {
            $parameter = @($help.parameters.parameter | Where-Object { $_.name -eq $name })
            $parameter.Count | Should -Be 1 -Because "parameter $name needs help"
            ($parameter.description.Text -join ' ').Trim().Length | Should -BeGreaterThan 10 -Because "parameter $name needs a description"
            $parameter.description.Text -join ' ' | Should -Not -Match '\{\{' -Because 'a placeholder describes nothing'
        }
    }

    It 'uses the common names of types' {
        $help.parameters.parameter.type.name | Where-Object { $_ -match 'Nullable|`' } | Should -BeNullOrEmpty
    }

    It 'describes only existing parameters' {
        $help.parameters.parameter.name | Where-Object { $_ -notin (Get-Command $command).Parameters.Keys } | Should -BeNullOrEmpty
    }

    It 'has at least two examples, each with a title, code, and an explanation' {
        $shown = @($help.examples.example)
        $shown.Count | Should -BeGreaterOrEqual 2
        foreach ($example in $shown) {
            $example.title.Trim(' -') | Should -Not -BeNullOrEmpty
            $example.code | Should -Match '-Exec'
            ($example.introduction.Text + $example.remarks.Text) -join '' | Should -Not -BeNullOrEmpty
        }
        @($shown.code -match $command).Count | Should -BeGreaterOrEqual 2
    }
}

Describe 'Get-Help about_ExecPS' {
    It 'has a page' {
        (Get-Help about_ExecPS | Out-String).Length | Should -BeGreaterThan 500
    }
}

Describe 'Get-Help about_ExecPS_Errors' {
    BeforeAll {
        $page = Get-Help about_ExecPS_Errors -ErrorAction SilentlyContinue | Out-String -Width 500
    }

    It 'lists every error ID and its category: <Id>' -ForEach @(
        @{ Id = 'ExecInvalidRequest'; Category = 'InvalidArgument' }
        @{ Id = 'ExecAuthenticationFailed'; Category = 'AuthenticationError' }
        @{ Id = 'ExecForbidden'; Category = 'PermissionDenied' }
        @{ Id = 'ExecNotFound'; Category = 'ObjectNotFound' }
        @{ Id = 'ExecRateLimited'; Category = 'LimitsExceeded' }
        @{ Id = 'ExecServerError'; Category = 'ResourceUnavailable' }
        @{ Id = 'ExecRequestRejected'; Category = 'InvalidOperation' }
        @{ Id = 'ExecConnectionFailed'; Category = 'ConnectionError' }
        @{ Id = 'ExecConnectionNotSecure'; Category = 'SecurityError' }
        @{ Id = 'ExecProxyAuthenticationRequired'; Category = 'AuthenticationError' }
        @{ Id = 'ExecTimeout'; Category = 'OperationTimeout' }
        @{ Id = 'ExecRedirected'; Category = 'SecurityError' }
        @{ Id = 'ExecUnexpectedResponse'; Category = 'InvalidData' }
        @{ Id = 'ExecNotConnected'; Category = 'ConnectionError' }
        @{ Id = 'ExecDisconnected'; Category = 'ConnectionError' }
        @{ Id = 'ExecConnectionNotFound'; Category = 'ObjectNotFound' }
        @{ Id = 'ExecApiKeyMissing'; Category = 'AuthenticationError' }
        @{ Id = 'ExecApiKeyInvalid'; Category = 'InvalidArgument' }
        @{ Id = 'ExecConnectionNameInvalid'; Category = 'InvalidArgument' }
        @{ Id = 'ExecBaseUriInvalid'; Category = 'InvalidArgument' }
        @{ Id = 'ExecProxyInvalid'; Category = 'InvalidArgument' }
        @{ Id = 'ExecParameterNull'; Category = 'InvalidArgument' }
        @{ Id = 'ExecInputEmpty'; Category = 'InvalidData' }
        @{ Id = 'ExecNameNotFound'; Category = 'ObjectNotFound' }
        @{ Id = 'ExecNameAndId'; Category = 'InvalidArgument' }
        @{ Id = 'ExecParameterNeedsList'; Category = 'InvalidArgument' }
        @{ Id = 'ExecParameterNeedsId'; Category = 'InvalidArgument' }
        @{ Id = 'ExecTimeRangeInvalid'; Category = 'InvalidArgument' }
        @{ Id = 'ExecDescendingNeedsSortBy'; Category = 'InvalidArgument' }
        @{ Id = 'ExecBodyNeedsMethod'; Category = 'InvalidArgument' }
        @{ Id = 'ExecBodyNotJson'; Category = 'InvalidArgument' }
        @{ Id = 'ExecQueryContainsPage'; Category = 'InvalidArgument' }
        @{ Id = 'ExecQueryInvalid'; Category = 'InvalidArgument' }
        @{ Id = 'ExecOutcomeUnknown'; Category = 'OperationTimeout' }
        @{ Id = 'ExecDueDateInPast'; Category = 'InvalidArgument' }
        @{ Id = 'ExecAttemptRangeInvalid'; Category = 'InvalidArgument' }
        @{ Id = 'ExecAttemptNotPositive'; Category = 'InvalidArgument' }
        @{ Id = 'ExecRequestIdNotUnique'; Category = 'InvalidArgument' }
        @{ Id = 'ExecCallbackHeadersNeedUrl'; Category = 'InvalidArgument' }
        @{ Id = 'ExecNothingToChange'; Category = 'InvalidArgument' }
        @{ Id = 'ExecScenarioJobFailed'; Category = 'InvalidResult' }
        @{ Id = 'ExecSourceFailed'; Category = 'InvalidResult' }
        @{ Id = 'ExecWaitTimeout'; Category = 'OperationTimeout' }
        @{ Id = 'ExecPathInvalid'; Category = 'InvalidArgument' }
        @{ Id = 'ExecPathNotFileSystem'; Category = 'InvalidArgument' }
        @{ Id = 'ExecPathNotFile'; Category = 'InvalidArgument' }
        @{ Id = 'ExecFolderNotFound'; Category = 'ObjectNotFound' }
        @{ Id = 'ExecFileExists'; Category = 'ResourceExists' }
        @{ Id = 'ExecFileReadOnly'; Category = 'PermissionDenied' }
        @{ Id = 'ExecFileNotWritten'; Category = 'WriteError' }
        @{ Id = 'ExecReportEmpty'; Category = 'InvalidArgument' }
        @{ Id = 'ExecReportInputInvalid'; Category = 'InvalidArgument' }
        @{ Id = 'ExecTeamNeedsGroupMember'; Category = 'InvalidArgument' }
    ) {
        $page | Should -Match "$Id\b[\s\S]{0,60}\b$Category\b"
    }

    It 'has a section for exactly the error IDs in the source, with their categories' {
        # In the source, an ID precedes its category. ThrowInvalidArgument and RejectRecord imply InvalidArgument.
        $repository = Split-Path (Split-Path $PSScriptRoot)
        $source = (Get-ChildItem (Join-Path $repository 'src/ExecPS') -Filter *.cs -Recurse | Where-Object FullName -NotMatch '[\\/](obj|bin)[\\/]' | Get-Content -Raw) -join "`n"
        $source = $source -replace '((?:ThrowInvalidArgument|RejectRecord)\("Exec\w+"),', '$1, ErrorCategory.InvalidArgument,'
        $inSource = [regex]::Matches($source, '"(Exec[A-Z]\w+)",\s*ErrorCategory\.(\w+)') | ForEach-Object { '{0} ({1})' -f $_.Groups[1], $_.Groups[2] } | Sort-Object -Unique
        $inSource.Count | Should -BeGreaterThan 25
        $onPage = Get-Content (Join-Path $repository 'docs/en-US/about_ExecPS_Errors.md') | Where-Object { $_ -match '^### (Exec\w+ \(\w+\))$' } | ForEach-Object { $Matches[1] } | Sort-Object
        $onPage | Should -Be $inSource

        # Nothing else looks like an error ID except the nouns of the cmdlets and the tag of an incomplete list.
        $nouns = (Get-Command -Module ExecPS).Noun + 'ExecListIncomplete'
        $others = [regex]::Matches($source, '"(Exec[A-Z]\w+)"') | ForEach-Object { $_.Groups[1].Value } | Sort-Object -Unique | Where-Object { $_ -notin $nouns }
        $others | Where-Object { $_ -notin ($inSource -replace ' .*') } | Should -BeNullOrEmpty
    }
}

Describe 'Get-Help about_ExecPS_Sandbox' {
    It 'has scripts and their tests, which run' {
        $repository = Split-Path (Split-Path $PSScriptRoot)
        $page = Get-Content (Join-Path $repository 'docs/en-US/about_ExecPS_Sandbox.md') -Raw -Encoding UTF8
        $blocks = [regex]::Matches($page, '(?s)```powershell[^\n]*\r?\n(.*?)```') | ForEach-Object { $_.Groups[1].Value }
        foreach ($name in 'Overdue', 'Practice') {
            $script = $blocks | Where-Object { $_ -match '^param\(' -and $_ -match $(if ($name -eq 'Overdue') { 'PastDue' } else { 'Participant' }) }
            Set-Content (Join-Path $TestDrive "Export-$name.ps1") $script -Encoding UTF8
            Set-Content (Join-Path $TestDrive "Export-$name.Tests.ps1") ($blocks | Where-Object { $_ -match "Describe 'Export-$name" }) -Encoding UTF8
        }
        $run = Invoke-FreshPowerShell -Seconds 120 -Script @"
            Import-Module `$module
            Import-Module '$((Get-Module Pester).Path)'
            `$result = Invoke-Pester '$TestDrive' -PassThru -Output None
            "passed `$(`$result.PassedCount) failed `$(`$result.FailedCount + `$result.FailedContainersCount)"
            `$result.Failed | ForEach-Object { "`$_ `$(`$_.ErrorRecord)" }
"@
        $run.Output.Trim() | Should -Be 'passed 7 failed 0'
    }
}

Describe 'The examples of the help pages' {
    It 'are found for every command: <_>' -ForEach $commands {
        $page = Join-Path (Split-Path (Split-Path $PSScriptRoot)) "docs/en-US/$_.md"
        $page | Should -Exist
        Get-Content $page | Where-Object { $_ -match '^\s*```powershell' } | Should -Not -BeNullOrEmpty
    }

    It 'run with a new sandbox without an error, and write the output that the page shows: <Name>, <Title>' -ForEach $examples {
        $result = Invoke-HelpExample $Example (Get-ExecModulePath)
        $result.Failures | Should -BeNullOrEmpty

        # The pages show the output of PowerShell 7.
        if ($PSEdition -ne 'Core') { return }
        for ($index = 0; $index -lt $Example.Steps.Count; $index++) {
            $step = $Example.Steps[$index]
            if ($null -eq $step.Output) { continue }
            Format-ComparableOutput $result.Outputs[$index] | Should -BeExactly (Format-ComparableOutput $step.Output) -Because "docs/Update-HelpOutput.ps1 replaces outdated output; the command is: $($step.Code)"
        }
    }
}
