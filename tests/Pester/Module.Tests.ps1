# The files of the module, and importing it.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    $commands = @((Test-ModuleManifest (Join-Path (Get-ExecModulePath) 'ExecPS.psd1')).ExportedCmdlets.Keys | Sort-Object)
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    $folder = Get-ExecModulePath
    $path = Join-Path $folder 'ExecPS.psd1'
    $manifest = Test-ModuleManifest $path -WarningVariable warnings -ErrorVariable problems -WarningAction SilentlyContinue
    Import-Module $folder
    $module = Get-Module ExecPS
}

Describe 'The manifest' {
    It 'is valid' {
        $manifest | Should -Not -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
        $problems | Should -BeNullOrEmpty
    }

    It 'lists its exports by name, without wildcards' {
        $text = Get-Content $path -Raw
        $text | Should -Not -Match '\*'
        foreach ($command in $module.ExportedCommands.Keys) { $text | Should -Match "'$command'" }
    }

    It 'declares the supported platforms: <Name> <Value>' -ForEach @(
        @{ Name = 'PowerShellVersion'; Value = '5.1' }
        @{ Name = 'CompatiblePSEditions'; Value = @('Core', 'Desktop') }
    ) {
        $manifest.$Name | Should -Be $Value
    }

    It 'has the version of the assemblies' {
        $assembly = Join-Path $folder 'bin/net8.0/ExecPS.dll'
        [Reflection.AssemblyName]::GetAssemblyName($assembly).Version.ToString(3) | Should -Be $manifest.Version.ToString(3)
    }

    It 'lists files that exist: <_>' -ForEach 'ExecPS.Format.ps1xml', 'ExecPS.Types.ps1xml', 'bin/net8.0/ExecPS.dll', 'bin/net472/ExecPS.dll', 'LICENSE' {
        Join-Path $folder $_ | Should -Exist
    }
}

Describe 'The exports' {
    It 'are exactly the cmdlets of the assembly' {
        $inAssembly = foreach ($type in (Get-Command Get-ExecWorkspace).ImplementingType.Assembly.GetExportedTypes()) {
            $attribute = $type.GetCustomAttributes([Management.Automation.CmdletAttribute], $false)
            if ($attribute) { '{0}-{1}' -f $attribute[0].VerbName, $attribute[0].NounName }
        }
        $module.ExportedCommands.Keys | Sort-Object | Should -Be ($inAssembly | Sort-Object)
    }

    It 'are only cmdlets' {
        $module.ExportedCmdlets.Count | Should -Be $module.ExportedCommands.Count
        $module.ExportedAliases.Count | Should -Be 0
        $module.ExportedVariables.Count | Should -Be 0
    }

    It '<_> has an approved verb and a noun that starts with Exec' -ForEach $commands {
        $verb, $noun = $_ -split '-'
        (Get-Verb).Verb | Should -Contain $verb
        $noun | Should -Match '^Exec[A-Z]'
    }

    It '<_> declares its output type' -ForEach $commands {
        (Get-Command $_).OutputType | Should -Not -BeNullOrEmpty
    }
}

Describe 'The assemblies' {
    It 'for PowerShell 7 are only its own' {
        (Get-ChildItem (Join-Path $folder 'bin/net8.0')).Name | Where-Object { $_ -notmatch '^ExecPS(\.\w+)?\.dll$' } | Should -BeNullOrEmpty
    }

    It 'don''t include PowerShell''s (<_>)' -ForEach 'net8.0', 'net472' {
        (Get-ChildItem (Join-Path $folder "bin/$_")).Name | Should -Not -Contain 'System.Management.Automation.dll'
    }
}

Describe 'Importing the module in a new process' {
    BeforeAll {
        $run = Invoke-FreshPowerShell @'
            $ErrorActionPreference = 'Stop'
            $WarningPreference = 'Stop'
            function Loaded { [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name } | Where-Object { $_ -like 'ExecPS*' } }
            $facts = @{}
            Import-Module $module
            $facts.AfterImport = @(Loaded)
            Import-Module $module
            $facts.Twice = (Get-Command -Module ExecPS).Count
            Import-Module $module -Force
            $facts.Forced = (Get-Command -Module ExecPS).Count
            $null = Connect-ExecWorkspace -ApiKey ('exec_live_' + '1' * 40) -NoVerify
            $facts.AfterKey = @(Loaded)
            Disconnect-ExecWorkspace
            $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 3
            $facts.AfterSandbox = @(Loaded)
            Import-Module $module -Force
            $facts.ConnectionsAfterForce = @(Get-ExecConnection).Count
            Remove-Module ExecPS
            $facts.AfterRemoval = @(Get-Command Get-ExecWorkspace -ErrorAction Ignore).Count
            $facts | ConvertTo-Json
'@
        $facts = $run.Output | ConvertFrom-Json
    }

    It 'writes no output and no errors' {
        $run.Errors | Should -BeNullOrEmpty
        $run.ExitCode | Should -Be 0
    }

    It 'works twice in a row and with -Force' {
        $facts.Twice | Should -Be $module.ExportedCommands.Count
        $facts.Forced | Should -Be $module.ExportedCommands.Count
    }

    It 'closes the session''s connections with -Force, which removes the module first' {
        $facts.ConnectionsAfterForce | Should -Be 0
    }

    It 'leaves nothing behind after Remove-Module' {
        $facts.AfterRemoval | Should -Be 0
    }

    It 'doesn''t load the sandbox''s assembly on import' {
        $facts.AfterImport | Should -Contain 'ExecPS'
        $facts.AfterImport | Should -Not -Contain 'ExecPS.Sandbox'
    }

    It 'doesn''t load the sandbox''s assembly to connect with a key' {
        $facts.AfterKey | Should -Contain 'ExecPS.Client'
        $facts.AfterKey | Should -Not -Contain 'ExecPS.Sandbox'
    }

    It 'loads the sandbox''s assembly for -Sandbox' {
        $facts.AfterSandbox | Should -Contain 'ExecPS.Sandbox'
    }
}

Describe 'A folder whose name contains brackets' {
    It 'is no obstacle to an import by path' {
        $folder = Join-Path ([IO.Path]::GetTempPath()) "execps [x] $([guid]::NewGuid().ToString('n'))"
        try {
            $null = [IO.Directory]::CreateDirectory($folder)
            Copy-Item (Get-ExecModulePath) -Destination ([WildcardPattern]::Escape($folder) -replace '`') -Recurse -ErrorAction Ignore
            if (-not [IO.Directory]::Exists((Join-Path $folder 'ExecPS'))) { throw 'The module was not copied.' }
            $run = Invoke-FreshPowerShell @"
Import-Module '$folder/ExecPS/ExecPS.psd1'
`$null = Connect-ExecWorkspace -Sandbox -AssignmentCount 3
@(Get-ExecAssignment).Count
"`$([ExecPS.Client.Models.AssignmentStatus] 'past_due')"
"@
            "$($run.Errors)" | Should -BeNullOrEmpty
            ("$($run.Output)".Trim() -split '\s+') | Should -Be '3', 'PastDue'
        }
        finally {
            if ([IO.Directory]::Exists($folder)) { [IO.Directory]::Delete($folder, $true) }
        }
    }
}
