#requires -Version 7.4
<#
.SYNOPSIS
    Writes the bill of materials of a package: CycloneDX 1.6, as JSON.
.DESCRIPTION
    What the module ships beside its own assemblies are the NuGet packages of the net472 build. Their names, versions, hashes
    and dependencies come from what NuGet noted when it restored them, their licences from the packages themselves, and the
    hashes of the files from the module's folder. A file that is neither the module's own nor a package's is refused.
#>
[CmdletBinding()]
[OutputType([string])]
param(
    # The folder of the module.
    [Parameter(Mandatory)]
    [string] $ModulePath,

    # The package that was made of it.
    [Parameter(Mandatory)]
    [string] $PackagePath,

    # When the source was committed.
    [Parameter(Mandatory)]
    [DateTimeOffset] $Date
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$repository = Split-Path (Split-Path $PSScriptRoot)
$manifest = Test-ModuleManifest (Join-Path $ModulePath 'ExecPS.psd1')
$assets = Get-Content (Join-Path $repository 'src/ExecPS/obj/project.assets.json') -Raw | ConvertFrom-Json -AsHashtable

# The SDK has named it in two ways.
$target = $assets.targets[@($assets.targets.Keys -match '^net472$|v4\.7\.2$')[0]]

# Licences by the addresses that older packages give instead of an SPDX expression.
$licensesByAddress = @{ 'https://github.com/dotnet/corefx/blob/master/LICENSE.TXT' = 'MIT' }

function Get-Purl([string] $Name, [string] $Version) { "pkg:nuget/$Name@$Version" }

function Get-Hash([string] $Path) { , @([ordered]@{ alg = 'SHA-256'; content = (Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash.ToLowerInvariant() }) }

function Get-FileComponent([string] $Path) {
    [ordered]@{ type = 'file'; name = [IO.Path]::GetRelativePath($ModulePath, $Path).Replace('\', '/'); hashes = Get-Hash $Path }
}

# The file that describes a NuGet package, from the folder that it was restored to.
function Get-Nuspec([string] $Name, [string] $Path) {
    $file = $assets.packageFolders.Keys | ForEach-Object { Join-Path $_ $Path "$($Name.ToLowerInvariant()).nuspec" } |
        Where-Object { Test-Path -LiteralPath $_ } | Select-Object -First 1
    ([xml] (Get-Content -LiteralPath $file -Raw)).package.metadata
}

function Get-License([string] $Name, [Xml.XmlElement] $Nuspec) {
    $license = $Nuspec['license']
    if ($license -and $license.GetAttribute('type') -eq 'expression') { return [ordered]@{ expression = $license.InnerText } }
    $id = $licensesByAddress[$Nuspec['licenseUrl'].InnerText]
    if (-not $id) { throw "The licence of $Name isn't known: $($Nuspec['licenseUrl'].InnerText). Read it, and add it to New-Sbom.ps1." }
    [ordered]@{ expression = $id }
}

$framework = Join-Path $ModulePath 'bin/net472'
$libraries = @(
    foreach ($key in $target.Keys | Sort-Object) {
        $name, $version = $key -split '/'
        $library = $target[$key]
        if ($library.type -ne 'package' -or -not $library.ContainsKey('runtime')) { continue }
        $files = @($library.runtime.Keys | ForEach-Object { Join-Path $framework (Split-Path $_ -Leaf) } | Where-Object { Test-Path -LiteralPath $_ })
        if (-not $files) { continue }

        $nuspec = Get-Nuspec $name $assets.libraries[$key].path
        $hash = [Convert]::ToHexString([Convert]::FromBase64String($assets.libraries[$key].sha512)).ToLowerInvariant()
        [ordered]@{
            type       = 'library'
            'bom-ref'  = Get-Purl $name $version
            supplier   = [ordered]@{ name = $nuspec.authors }
            name       = $name
            version    = $version
            hashes     = @([ordered]@{ alg = 'SHA-512'; content = $hash })
            licenses   = @(Get-License $name $nuspec)
            copyright  = $nuspec.copyright
            purl       = Get-Purl $name $version
            components = @($files | ForEach-Object { Get-FileComponent $_ })
        }
    }
)

$shipped = @(Get-ChildItem -LiteralPath (Join-Path $ModulePath 'bin') -Filter *.dll -Recurse | Sort-Object FullName)
$own = @($shipped | Where-Object Name -Like 'ExecPS*.dll' | ForEach-Object { Get-FileComponent $_.FullName })
$known = @($own.name) + @($libraries.components.name)
$strangers = $shipped | ForEach-Object { [IO.Path]::GetRelativePath($ModulePath, $_.FullName).Replace('\', '/') } | Where-Object { $_ -notin $known }
if ($strangers) { throw "Nothing says where these come from: $strangers" }

$refs = @($libraries.'bom-ref')
$self = "$(Get-Purl $manifest.Name $manifest.Version)?repository_url=www.powershellgallery.com/api/v2"
$dependencies = @(
    [ordered]@{ ref = $self; dependsOn = $refs }
    foreach ($library in $libraries) {
        $entry = $target["$($library.name)/$($library.version)"]
        $needs = if ($entry.ContainsKey('dependencies')) { $entry.dependencies.Keys }
        [ordered]@{ ref = $library.'bom-ref'; dependsOn = @($libraries | Where-Object name -In $needs | ForEach-Object 'bom-ref') }
    }
)

$packageHash = Get-Hash $PackagePath
$bom = [ordered]@{
    '$schema'    = 'http://cyclonedx.org/schema/bom-1.6.schema.json'
    bomFormat    = 'CycloneDX'
    specVersion  = '1.6'
    # One package, one number: from its hash.
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
    components   = $libraries + $own
    dependencies = $dependencies
}
($bom | ConvertTo-Json -Depth 10).Replace("`r`n", "`n") + "`n"
