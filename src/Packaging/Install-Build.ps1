<#
.SYNOPSIS
    Installs a built module, so that Import-Module finds it by name.
.DESCRIPTION
    Copies the module to <folder>/ExecPS/<version>. An installed build of the same version is replaced; if it is in use, the command
    fails and changes nothing. To uninstall the module, delete that folder.
.PARAMETER ModulePath
    The folder of the built module.
.PARAMETER Destination
    The folder that contains the modules. The default is the first folder in PSModulePath, which is the folder of the current user.
.OUTPUTS
    The folder of the installed module.
#>
[CmdletBinding()]
[OutputType([IO.DirectoryInfo])]
param(
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [string] $Destination = ($env:PSModulePath -split [IO.Path]::PathSeparator)[0]
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$version = (Test-ModuleManifest (Join-Path $ModulePath 'ExecPS.psd1')).Version
$parent = Join-Path $Destination 'ExecPS'
$installed = Join-Path $parent $version
$new, $old = "$installed.new", "$installed.old"

$null = New-Item $parent -ItemType Directory -Force
foreach ($leftover in $new, $old) { if (Test-Path -LiteralPath $leftover) { Remove-Item -LiteralPath $leftover -Recurse -Force } }
Copy-Item -LiteralPath $ModulePath $new -Recurse

if (Test-Path -LiteralPath $installed) {
    try { Rename-Item -LiteralPath $installed $old }
    catch {
        Remove-Item -LiteralPath $new -Recurse -Force
        throw "The module in '$installed' is in use. Close the PowerShell sessions that imported ExecPS, and run the command again. $_"
    }
}
Rename-Item -LiteralPath $new $installed
if (Test-Path -LiteralPath $old) { Remove-Item -LiteralPath $old -Recurse -Force }
Get-Item -LiteralPath $installed
