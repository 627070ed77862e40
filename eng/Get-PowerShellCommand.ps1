<#
.SYNOPSIS
Gets the command that starts another PowerShell process the way the current one was started.
.DESCRIPTION
Writes an object with two properties. Path is the executable. Arguments are the arguments that must precede PowerShell's own:

    pwsh or powershell.exe     Path is that executable. There are no arguments.
    The .NET tool              Path is dotnet, because the tool runs in a dotnet process. The argument is the path of pwsh.dll.
    Another host               Path is the executable in $PSHOME, because a host such as the ISE can't run a script file.
.EXAMPLE
$shell = & ./eng/Get-PowerShellCommand.ps1
& $shell.Path $shell.Arguments -NoProfile -File script.ps1
#>
[CmdletBinding()]
param(
    # The executable of the current process.
    [string] $ProcessPath = (Get-Process -Id $PID).Path,

    # The folder of the current PowerShell.
    [string] $EngineFolder = $PSHOME
)

[string[]] $arguments = @()
switch ([IO.Path]::GetFileNameWithoutExtension($ProcessPath)) {
    { $_ -in 'pwsh', 'powershell' } { $path = $ProcessPath }
    'dotnet' {
        $path = $ProcessPath
        $arguments = Join-Path $EngineFolder 'pwsh.dll'
    }
    default {
        $name = if ($PSEdition -eq 'Desktop') { 'powershell' } else { 'pwsh' }
        $path = (Get-Command (Join-Path $EngineFolder $name) -CommandType Application).Path
    }
}
[pscustomobject]@{ Path = $path; Arguments = $arguments }
