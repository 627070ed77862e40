#requires -Version 7.4
<#
.SYNOPSIS
    Makes the package for the PowerShell Gallery of a module that is laid out.
.DESCRIPTION
    Writes to -Destination, in the place of what is there:

    ExecPS.<version>.nupkg       The package. PSResourceGet makes it from the manifest.
    ExecPS.<version>.cdx.json    Its bill of materials; see New-Sbom.ps1.
    SHA256SUMS                   The SHA-256 of both, as sha256sum takes it.

    The same module gives the same bytes on one system: the files in the package lie in the order of their names and have
    the date of the last commit.
.EXAMPLE
    src/Packaging/New-Package.ps1 -ModulePath out/package/ExecPS -Destination out/packages
#>
[CmdletBinding()]
param(
    # The folder of the module; everything in it is packed.
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $Destination
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

# When the source was committed; without git, the earliest that a zip file can say.
function Get-SourceDate {
    $seconds = try { & git -C $PSScriptRoot log -1 --format=%ct 2>$null } catch { $null }
    if ($seconds) { [DateTimeOffset]::FromUnixTimeSeconds([long] $seconds) } else { [DateTimeOffset]::new(1980, 1, 1, 0, 0, 0, [timespan]::Zero) }
}

# Copies a zip file, its entries by name and of one date: what else differs between two runs is when they were.
function Copy-Ordered([string] $Path, [string] $Target, [DateTimeOffset] $Date) {
    $source = [IO.Compression.ZipFile]::OpenRead($Path)
    $copy = [IO.Compression.ZipFile]::Open($Target, 'Create')
    try {
        [string[]] $names = $source.Entries.FullName
        [Array]::Sort($names, [StringComparer]::Ordinal)
        foreach ($name in $names) {
            $entry = $copy.CreateEntry($name, 'Optimal')
            $entry.LastWriteTime = $Date
            $from, $to = $source.GetEntry($name).Open(), $entry.Open()
            $from.CopyTo($to)
            $to.Dispose()
            $from.Dispose()
        }
    }
    finally {
        $copy.Dispose()
        $source.Dispose()
    }
}

function Get-Sha256([string] $Path) { (Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash.ToLowerInvariant() }

if (-not (Get-Command Compress-PSResource -ErrorAction Ignore)) {
    throw 'Making the package needs Microsoft.PowerShell.PSResourceGet 1.1 or later: Install-PSResource Microsoft.PowerShell.PSResourceGet'
}

if (Test-Path -LiteralPath $Destination) { Remove-Item -Path (Join-Path $Destination '*') -Recurse }
$Destination = (New-Item -ItemType Directory -Path $Destination -Force).FullName
$date = Get-SourceDate

$folder = New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) "execps-package-$([guid]::NewGuid().ToString('n'))")
try {
    $made = Compress-PSResource -Path $ModulePath -DestinationPath $folder.FullName -PassThru
    $package = Join-Path $Destination $made.Name
    Copy-Ordered $made.FullName $package $date
}
finally {
    Remove-Item -LiteralPath $folder.FullName -Recurse
}

$sbom = [IO.Path]::ChangeExtension($package, '.cdx.json')
$json = & (Join-Path $PSScriptRoot 'New-Sbom.ps1') -ModulePath $ModulePath -PackagePath $package -Date $date
[IO.File]::WriteAllText($sbom, $json)

$sums = foreach ($file in $package, $sbom) { "$(Get-Sha256 $file)  $(Split-Path $file -Leaf)`n" }
[IO.File]::WriteAllText((Join-Path $Destination 'SHA256SUMS'), -join $sums)
Get-ChildItem -LiteralPath $Destination
