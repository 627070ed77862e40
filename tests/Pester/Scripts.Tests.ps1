# PSScriptAnalyzer for the repository's scripts. The rules are in .config/PSScriptAnalyzerSettings.psd1.

BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    $analyzer = Get-Module PSScriptAnalyzer -ListAvailable | Select-Object -First 1
    if (-not $analyzer) { Write-Warning 'The scripts aren''t analyzed: PSScriptAnalyzer isn''t installed. Install-PSResource PSScriptAnalyzer' }

    $root = Split-Path (Split-Path $PSScriptRoot)
    $found = Get-ChildItem (Join-Path $root 'build.ps1'), (Join-Path $root '.config'), (Join-Path $root 'docs'), (Join-Path $root 'eng'), (Join-Path $root 'src'), (Join-Path $root 'tests') -Recurse -File |
        Where-Object { $_.Extension -in '.ps1', '.psm1', '.psd1' -and $_.FullName -notmatch '[\\/](bin|obj)[\\/]' }

    # The manifest is analyzed in the built module, because its files must exist.
    $scripts = @($found) + (Get-Item (Join-Path (Get-ExecModulePath) 'ExecPS.psd1')) |
        ForEach-Object { @{ Name = $_.FullName.Substring($root.Length + 1); Path = $_.FullName } }
}

Describe 'The script' -Skip:(-not $analyzer) {
    BeforeAll {
        Import-Module PSScriptAnalyzer
        $settings = Join-Path (Split-Path (Split-Path $PSScriptRoot)) '.config/PSScriptAnalyzerSettings.psd1'
    }

    It '<Name> has no findings' -ForEach $scripts {
        $exclude = @(
            # Scripts for developers, who have PowerShell 7.
            if ((Get-Content -LiteralPath $Path -TotalCount 1) -match '^#requires -Version 7') { 'PSUseCompatibleSyntax' }
            # Tests use what a user would type, and their keys aren't real.
            if ($Path -match '[\\/]tests[\\/]') { 'PSAvoidUsingInvokeExpression', 'PSAvoidUsingConvertToSecureStringWithPlainText' }
        )
        Invoke-ScriptAnalyzer -Path $Path -Settings $settings -ExcludeRule $exclude |
            ForEach-Object { '{0}:{1} {2}: {3}' -f $_.ScriptName, $_.Line, $_.RuleName, $_.Message } | Should -BeNullOrEmpty
    }
}
