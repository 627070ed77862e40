# Every rule that PSScriptAnalyzer has on by itself but these, and the one for Windows PowerShell 5.1.
@{
    ExcludeRules = @(
        # In Pester one block sets what another reads; the analyzer looks at each block alone.
        'PSUseDeclaredVarsMoreThanAssignments'

        # For cmdlets. The scripts' functions are the scripts' own, and nobody calls them with -WhatIf.
        'PSUseShouldProcessForStateChangingFunctions'

        # The scripts' functions take few arguments, and dotnet takes its own.
        'PSAvoidUsingPositionalParameters'
    )

    Rules        = @{
        # A script that requires PowerShell 7 is left out of this one; see Scripts.Tests.ps1.
        PSUseCompatibleSyntax = @{
            Enable         = $true
            TargetVersions = @('5.1', '7.4')
        }
    }
}
