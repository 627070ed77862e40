@{
    RootModule        = 'TrivialModule.dll'
    ModuleVersion     = '1.0.0'
    GUID              = '5b7ce1a4-6f0f-4a54-9f4e-2f6a4a3b1c9d'
    Author            = 'ExecPS contributors'
    PowerShellVersion = '5.1'
    TypesToProcess    = @('TrivialViewModule.Types.ps1xml')
    FormatsToProcess  = @('TrivialViewModule.Format.ps1xml')
    CmdletsToExport   = @('Get-Trivial')
    FunctionsToExport = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
