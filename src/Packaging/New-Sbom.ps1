#requires -Version 7.4
<#
.SYNOPSIS
    Creates the software bill of materials of a package: CycloneDX 1.6, as JSON.
.DESCRIPTION
    The module's third-party assemblies are in bin/net472. Each comes from a NuGet package. The package's version, hash, and
    dependencies come from NuGet's restore result, and its license from the package itself. An assembly that comes from no
    package is an error.
#>
[CmdletBinding()]
[OutputType([string])]
param(
    # The module folder.
    [Parameter(Mandatory)]
    [string] $ModulePath,

    # The package that contains the module.
    [Parameter(Mandatory)]
    [string] $PackagePath,

    # The date of the commit.
    [Parameter(Mandatory)]
    [DateTimeOffset] $Date
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$manifest = Test-ModuleManifest (Join-Path $ModulePath 'ExecPS.psd1')
$assets = Get-Content (Join-Path (Split-Path $PSScriptRoot) 'ExecPS/obj/project.assets.json') -Raw | ConvertFrom-Json -AsHashtable

# The key is 'net472' or '.NETFramework,Version=v4.7.2', depending on the SDK.
$restored = $assets.targets[@($assets.targets.Keys -match '^net472$|v4\.7\.2$')[0]]

# The SPDX IDs of the license URLs that older packages have instead of a license expression.
$licenseIds = @{ 'https://github.com/dotnet/corefx/blob/master/LICENSE.TXT' = 'MIT' }

function Get-Hash([string] $Path) { , @([ordered]@{ alg = 'SHA-256'; content = (Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash.ToLowerInvariant() }) }

function Get-FileComponent([IO.FileInfo] $File) {
    [ordered]@{ type = 'file'; name = "bin/$($File.Directory.Name)/$($File.Name)"; hashes = Get-Hash $File.FullName }
}

# The ID and version of the NuGet package that contains an assembly, separated by a slash.
function Get-PackageKey([IO.FileInfo] $File) {
    $key = $restored.Keys | Where-Object { 'package' -eq $restored[$_].type -and $restored[$_]['runtime']?.Keys -like "*/$($File.Name)" }
    if (-not $key) { throw "No NuGet package contains $($File.Name)." }
    $key
}

function Get-Purl([string] $Key) { "pkg:nuget/$($Key.Replace('/', '@'))" }

function Get-LibraryComponent([string] $Key, [IO.FileInfo[]] $File) {
    $name, $version = $Key -split '/'
    $library = $assets.libraries[$Key]
    $nuspec = $assets.packageFolders.Keys | ForEach-Object { Join-Path $_ $library.path "$($name.ToLowerInvariant()).nuspec" } | Where-Object { Test-Path -LiteralPath $_ }
    $metadata = ([xml] (Get-Content -LiteralPath @($nuspec)[0] -Raw)).package.metadata
    $license = $metadata['license']?.InnerText ?? $licenseIds[$metadata.licenseUrl]
    if (-not $license) { throw "The license of $name isn't known: $($metadata.licenseUrl). Read it, and add it to New-Sbom.ps1." }
    [ordered]@{
        type       = 'library'
        'bom-ref'  = Get-Purl $Key
        supplier   = [ordered]@{ name = $metadata.authors }
        name       = $name
        version    = $version
        hashes     = @([ordered]@{ alg = 'SHA-512'; content = [Convert]::ToHexString([Convert]::FromBase64String($library.sha512)).ToLowerInvariant() })
        licenses   = @([ordered]@{ expression = $license })
        copyright  = $metadata.copyright
        purl       = Get-Purl $Key
        components = @($File | ForEach-Object { Get-FileComponent $_ })
    }
}

$own, $others = (Get-ChildItem (Join-Path $ModulePath 'bin') -Filter *.dll -Recurse | Sort-Object FullName -Culture '').Where({ $_.Name -like 'ExecPS*' }, 'Split')
$packages = $others | Group-Object { Get-PackageKey $_ } | Sort-Object Name -Culture ''
$refs = @($packages.Name | ForEach-Object { Get-Purl $_ })
$self = "$(Get-Purl "$($manifest.Name)/$($manifest.Version)")?repository_url=www.powershellgallery.com/api/v2"
$packageHash = Get-Hash $PackagePath

$bom = [ordered]@{
    '$schema'    = 'http://cyclonedx.org/schema/bom-1.6.schema.json'
    bomFormat    = 'CycloneDX'
    specVersion  = '1.6'
    # Derived from the package, so that it is reproducible.
    serialNumber = "urn:uuid:$([guid]::new($packageHash[0].content.Substring(0, 32)))"
    version      = 1
    metadata     = [ordered]@{
        timestamp = $Date.UtcDateTime.ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)
        component = [ordered]@{
            type        = 'library'
            'bom-ref'   = $self
            supplier    = [ordered]@{ name = $manifest.CompanyName }
            name        = $manifest.Name
            version     = "$($manifest.Version)"
            description = $manifest.Description
            hashes      = $packageHash
            licenses    = @([ordered]@{ expression = 'MIT' })
            copyright   = $manifest.Copyright
            purl        = $self
        }
    }
    components   = @($packages | ForEach-Object { Get-LibraryComponent $_.Name $_.Group }) + @($own | ForEach-Object { Get-FileComponent $_ })
    dependencies = @(
        [ordered]@{ ref = $self; dependsOn = $refs }
        foreach ($package in $packages) {
            $needed = $restored[$package.Name]['dependencies']?.Keys
            [ordered]@{ ref = Get-Purl $package.Name; dependsOn = @($packages.Name | Where-Object { ($_ -split '/')[0] -in $needed } | ForEach-Object { Get-Purl $_ }) }
        }
    )
}
($bom | ConvertTo-Json -Depth 10).Replace("`r`n", "`n") + "`n"
