# eng/Get-PowerShellCommand.ps1: how scripts start another PowerShell.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    $script = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'eng/Get-PowerShellCommand.ps1'
}

Describe 'The command that starts another PowerShell' {
    It 'starts the same PowerShell as the current one' {
        $shell = & $script
        $started = & $shell.Path $shell.Arguments -NoProfile -Command '"$($PSVersionTable.PSVersion) $PSHOME $((Get-Process -Id $PID).Path)"'
        $started | Should -Be "$($PSVersionTable.PSVersion) $PSHOME $((Get-Process -Id $PID).Path)"
    }

    It 'is the executable of <Process>' -ForEach @(
        @{ Process = 'pwsh' }
        @{ Process = 'pwsh.exe' }
        @{ Process = 'powershell.exe' }
    ) {
        $path = Join-Path $TestDrive $Process
        $shell = & $script -ProcessPath $path
        $shell.Path | Should -Be $path
        $shell.Arguments | Should -BeNullOrEmpty
    }

    It 'is dotnet with pwsh.dll for the .NET tool: <Process>' -ForEach @(
        @{ Process = 'dotnet' }
        @{ Process = 'dotnet.exe' }
    ) {
        $path = Join-Path $TestDrive $Process
        $shell = & $script -ProcessPath $path
        $shell.Path | Should -Be $path
        $shell.Arguments | Should -Be (Join-Path $PSHOME 'pwsh.dll')
    }

    It 'is the executable of the engine for another host' {
        $name = if ($PSEdition -eq 'Desktop') { 'powershell' } else { 'pwsh' }
        $file = Join-Path $TestDrive $(if ($env:OS -eq 'Windows_NT') { "$name.exe" } else { $name })
        Set-Content $file ''
        if ($env:OS -ne 'Windows_NT') { chmod +x $file }
        & $script -ProcessPath (Join-Path $TestDrive 'ISE.exe') -EngineFolder $TestDrive | ForEach-Object Path | Should -Be $file
    }

    It 'is the only way in which scripts find it' {
        # The path of the current process is dotnet if PowerShell is the .NET tool.
        $root = Split-Path (Split-Path $PSScriptRoot)
        Get-ChildItem (Join-Path $root '*.ps1'), (Join-Path $root 'docs'), (Join-Path $root 'src'), (Join-Path $root 'tests') -Recurse -Include *.ps1, *.psm1 |
            Where-Object { $_.FullName -ne $PSCommandPath -and $_.FullName -notmatch '[\\/](bin|obj)[\\/]' } |
            Select-String -Pattern 'Get-Process -Id \$PID\)\.Path', 'ProcessPath', 'MainModule' | Should -BeNullOrEmpty
    }
}
