@{
    # As documented by the PowerShell Gallery for two editions. A script module would increase the import time, and run only after
    # TypesToProcess has loaded the converters from the assembly.
    RootModule           = if ($PSEdition -eq 'Core') { 'bin/net8.0/ExecPS.dll' } else { 'bin/net472/ExecPS.dll' }

    # Loaded before the types, which refer to it. Without this, an import by a path that contains [ or ] doesn't find it.
    RequiredAssemblies   = @(if ($PSEdition -eq 'Core') { 'bin/net8.0/ExecPS.dll' } else { 'bin/net472/ExecPS.dll' })

    ModuleVersion        = '0.1.0'
    GUID                 = '6be19544-c849-447d-beda-0b7342bbf948'
    Author               = 'ExecPS contributors'
    CompanyName          = 'ExecPS contributors'
    Copyright            = '(c) ExecPS contributors. MIT license.'
    Description          = 'Administers an Exec workspace (exec.com, AI roleplay and sales training): lists members, scenarios, assignments, sessions, skills, and Knowledge Hub pages as objects, assigns scenarios, changes pages, and exports reports and files. Not made or endorsed by Exec.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Core', 'Desktop')
    DotNetFrameworkVersion = '4.7.2'

    TypesToProcess       = @('ExecPS.Types.ps1xml')
    FormatsToProcess     = @('ExecPS.Format.ps1xml')

    CmdletsToExport      = @(
        'Connect-ExecWorkspace'
        'Disconnect-ExecWorkspace'
        'Export-ExecReport'
        'Export-ExecWorkspace'
        'Get-ExecAssignment'
        'Get-ExecCollection'
        'Get-ExecConnection'
        'Get-ExecGroup'
        'Get-ExecGroupMember'
        'Get-ExecKnowledgeFolder'
        'Get-ExecKnowledgePage'
        'Get-ExecKnowledgePageVersion'
        'Get-ExecKnowledgeSource'
        'Get-ExecMember'
        'Get-ExecScenario'
        'Get-ExecScenarioAccess'
        'Get-ExecScenarioAnalytics'
        'Get-ExecScenarioJob'
        'Get-ExecScenarioParticipant'
        'Get-ExecSession'
        'Get-ExecSkill'
        'Get-ExecSkillProficiency'
        'Get-ExecWorkspace'
        'Grant-ExecScenarioAccess'
        'Invoke-ExecRequest'
        'New-ExecAssignment'
        'New-ExecKnowledgePage'
        'New-ExecKnowledgeSource'
        'New-ExecStudioSession'
        'Remove-ExecKnowledgePage'
        'Remove-ExecKnowledgeSource'
        'Set-ExecKnowledgePage'
        'Start-ExecScenarioJob'
        'Stop-ExecScenarioJob'
        'Wait-ExecScenarioJob'
    )
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()

    PrivateData          = @{
        PSData = @{
            Tags         = @('Exec', 'API', 'REST', 'Training', 'Roleplay', 'Sales', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            # There is no public repository yet, so the project is the vendor's API documentation, and the license is its text.
            ProjectUri   = 'https://docs.exec.com'
            LicenseUri   = 'https://opensource.org/license/mit'
            ReleaseNotes = 'First version: commands for all operations of the Exec API, reports, exports, and a sandbox.'
        }
    }
}
