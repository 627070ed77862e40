#requires -Version 7.4
<#
.SYNOPSIS
    Creates the package for the PowerShell Gallery.
.DESCRIPTION
    Writes three files to -Destination and removes everything else there:

    ExecPS.<version>.nupkg       The package. NuGet creates it from a nuspec that is generated from the module manifest.
    ExecPS.<version>.cdx.json    The software bill of materials (SBOM). See New-Sbom.ps1.
    SHA256SUMS                   The SHA-256 of both files, in the format of sha256sum.

    The same module always gives the same bytes: NuGet stores the files in a fixed order, with the date of the last commit.
.EXAMPLE
    src/Packaging/New-Package.ps1 -ModulePath out/package/ExecPS -Destination out/packages
#>
[CmdletBinding()]
param(
    # The module folder. The package contains all of its files.
    [Parameter(Mandatory)]
    [string] $ModulePath,

    [Parameter(Mandatory)]
    [string] $Destination
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

# NuGet packages are deterministic from this version on.
if ([version] ((dotnet --version) -replace '-.*') -lt '10.0.400') { throw 'Creating the package requires the .NET SDK 10.0.400 or later.' }

# Without git, the earliest date that a zip file can store.
$seconds = if (Get-Command git -ErrorAction Ignore) { git -C $PSScriptRoot log -1 --format=%ct 2>$null }
$date = [DateTimeOffset]::FromUnixTimeSeconds($seconds ? $seconds : 315532800)

$manifest = Test-ModuleManifest (Join-Path $ModulePath 'ExecPS.psd1')
$data = $manifest.PrivateData.PSData
$cmdlets = $manifest.ExportedCmdlets.Keys | Sort-Object -Culture ''

# The tags that the PowerShell Gallery and Find-PSResource search for editions and commands.
$tags = @(
    'PSModule'
    $data.Tags
    $manifest.CompatiblePSEditions | ForEach-Object { "PSEdition_$_" }
    'PSIncludes_Cmdlet'
    $cmdlets | ForEach-Object { "PSCmdlet_$_", "PSCommand_$_" }
) | Select-Object -Unique

$metadata = [ordered]@{
    id                       = $manifest.Name
    version                  = $manifest.Version
    authors                  = $manifest.Author
    owners                   = $manifest.CompanyName
    requireLicenseAcceptance = 'false'
    licenseUrl               = $data.LicenseUri
    projectUrl               = $data.ProjectUri
    description              = $manifest.Description
    releaseNotes             = $data.ReleaseNotes
    copyright                = $manifest.Copyright
    tags                     = $tags -join ' '
}
$elements = $metadata.GetEnumerator() | ForEach-Object { "<$($_.Key)>$([Security.SecurityElement]::Escape($_.Value))</$($_.Key)>" }

if (Test-Path -LiteralPath $Destination) { Remove-Item -Path (Join-Path $Destination '*') -Recurse }
$Destination = (New-Item -ItemType Directory -Path $Destination -Force).FullName
$nuspec = Join-Path $Destination 'ExecPS.nuspec'
Set-Content -LiteralPath $nuspec -Value "<package><metadata>$elements</metadata><files><file src=""**"" target="""" /></files></package>"

# The project provides NuGet's pack target; everything else comes from the nuspec. The package analysis expects libraries in lib.
dotnet pack (Join-Path (Split-Path $PSScriptRoot) 'ExecPS') --no-build -nodeReuse:false --nologo --verbosity quiet --output $Destination "-p:NuspecFile=$nuspec" `
    "-p:NuspecBasePath=$(Convert-Path -LiteralPath $ModulePath)" "-p:DeterministicTimestamp=$($date.ToUnixTimeSeconds())" -p:NoPackageAnalysis=true
if ($LASTEXITCODE -ne 0) { throw "dotnet pack failed with exit code $LASTEXITCODE." }
Remove-Item -LiteralPath $nuspec

$package = Join-Path $Destination "$($manifest.Name).$($manifest.Version).nupkg"
$sbom = [IO.Path]::ChangeExtension($package, '.cdx.json')
$json = & (Join-Path $PSScriptRoot 'New-Sbom.ps1') -ModulePath $ModulePath -PackagePath $package -Date $date
[IO.File]::WriteAllText($sbom, $json)

$sums = Get-FileHash -LiteralPath $package, $sbom -Algorithm SHA256 | ForEach-Object { "$($_.Hash.ToLowerInvariant())  $(Split-Path $_.Path -Leaf)`n" }
[IO.File]::WriteAllText((Join-Path $Destination 'SHA256SUMS'), -join $sums)
Get-ChildItem -LiteralPath $Destination
