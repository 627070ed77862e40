@{
    RootModule        = 'TrivialModule.dll'
    ModuleVersion     = '1.0.0'
    GUID              = '0d3c5a5c-7a5b-4c39-9d0f-6f5b4c1f6f0e'
    Author            = 'ExecPS contributors'
    PowerShellVersion = '5.1'
    CmdletsToExport   = @('Get-Trivial')
    FunctionsToExport = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
