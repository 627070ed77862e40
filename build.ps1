<#
.SYNOPSIS
    Builds, tests, and demonstrates ExecPS.
.DESCRIPTION
    Build      Builds the module, ready to import, in out/ExecPS.
    Test       Runs all tests: xUnit, and the Pester suite in a real PowerShell.
    Install    Builds the module and installs it for the current user, so that 'Import-Module ExecPS' works.
    Demo       Builds the module, connects to the sandbox, and demonstrates the module.
    Docs       Builds the module's help from docs/en-US. Requires Microsoft.PowerShell.PlatyPS.
    Package    Creates the package for the PowerShell Gallery, its SBOM, and their SHA-256 checksums in out/packages. Signs the
               module if environment variables specify a certificate.
    Pictures   Creates the README's pictures in docs/pictures. Requires tmux, Chromium, and PowerShell 7.4.
    Benchmark  Measures the module and writes docs/benchmarks.md. Requires an otherwise idle computer, and takes several minutes.
.EXAMPLE
    ./build.ps1 Demo
#>
[Diagnostics.CodeAnalysis.SuppressMessage('PSReviewUnusedParameter', 'Configuration', Justification = 'The tasks use it.')]
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Install', 'Demo', 'Docs', 'Package', 'Pictures', 'Benchmark')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$module = Join-Path $PSScriptRoot 'out/ExecPS'
$powerShellCommand = Join-Path $PSScriptRoot 'eng/Get-PowerShellCommand.ps1'

function Invoke-DotNet {
    # A build node that stays would keep the output open, and whoever reads it would wait.
    $nodeReuse = $env:MSBUILDDISABLENODEREUSE
    $env:MSBUILDDISABLENODEREUSE = '1'
    try { & dotnet @args }
    finally { $env:MSBUILDDISABLENODEREUSE = $nodeReuse }
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args -join ' ') failed with exit code $LASTEXITCODE." }
}

function Build {
    Invoke-DotNet build (Join-Path $PSScriptRoot 'src/ExecPS') --configuration $Configuration --nologo --verbosity quiet
}

function Test {
    Invoke-DotNet test $PSScriptRoot --configuration $Configuration --nologo
}

# A clean Release build in a separate folder: it contains no leftover files, and out/ExecPS, which a session or a test might have
# loaded, doesn't change.
function Build-Staged {
    $staged = Join-Path $PSScriptRoot 'out/package/ExecPS'
    if (Test-Path $staged) { Remove-Item $staged -Recurse }
    Invoke-DotNet build (Join-Path $PSScriptRoot 'src/ExecPS') --configuration Release --no-incremental --nologo --verbosity quiet "-p:ModuleOutput=$staged/" | Out-Host
    $staged
}

function Install {
    $installed = & (Join-Path $PSScriptRoot 'src/Packaging/Install-Build.ps1') -ModulePath (Build-Staged)
    "ExecPS is installed in $installed. To import it, run: Import-Module ExecPS"
}

function Demo {
    Build

    # In another process, because a module that is already loaded in this one can't be replaced.
    $shell = & $powerShellCommand
    & $shell.Path $shell.Arguments -NoProfile -File (Join-Path $PSScriptRoot 'docs/examples/Show-Demo.ps1') -ModulePath $module
    if ($LASTEXITCODE -ne 0) { throw "The demo failed with exit code $LASTEXITCODE." }
}

function Docs {
    Build
    & (Join-Path $PSScriptRoot 'docs/Build-Help.ps1')
    Build
}

function Package {
    $staged = Build-Staged
    & (Join-Path $PSScriptRoot 'src/Packaging/Add-Signature.ps1') -ModulePath $staged
    & (Join-Path $PSScriptRoot 'src/Packaging/New-Package.ps1') -ModulePath $staged -Destination (Join-Path $PSScriptRoot 'out/packages')
}

function Pictures {
    Build
    Invoke-DotNet build (Join-Path $PSScriptRoot 'tests/ExecPS.TestServer') --configuration $Configuration --nologo --verbosity quiet
    & (Join-Path $PSScriptRoot 'docs/pictures/New-Picture.ps1')

    # In another process, which can end: this one would keep the module loaded.
    $shell = & $powerShellCommand
    & $shell.Path $shell.Arguments -NoProfile -File (Join-Path $PSScriptRoot 'docs/pictures/New-ReportPicture.ps1')
    if ($LASTEXITCODE -ne 0) { throw "The picture of the report failed with exit code $LASTEXITCODE." }
}

function Benchmark {
    # The benchmarks measure the Release build, which is the shipped one.
    Invoke-DotNet build (Join-Path $PSScriptRoot 'src/ExecPS') --configuration Release --nologo --verbosity quiet
    $shell = & $powerShellCommand
    Invoke-DotNet run --project (Join-Path $PSScriptRoot 'tests/ExecPS.Benchmarks') --configuration Release -- run --powershell @($shell.Path; $shell.Arguments)[-1]
}

& $Task
