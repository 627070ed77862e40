# The package for the PowerShell Gallery: its content, its accompanying files, and its installation.

Describe 'The package' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
        $repository = Split-Path (Split-Path $PSScriptRoot)
        $script = Join-Path $repository 'src/Packaging/New-Package.ps1'
        $first, $second = (Join-Path $TestDrive 'first'), (Join-Path $TestDrive 'second')
        $null = & $script -ModulePath (Get-ExecModulePath) -Destination $first

        # The same files in another folder and with other dates.
        $copy = (Copy-Item (Get-ExecModulePath) (Join-Path $TestDrive 'copy') -Recurse -PassThru)[0].FullName
        Get-ChildItem $copy -Recurse -File | ForEach-Object { $_.LastWriteTime = [datetime]::new(2001, 2, 3) }
        $null = & $script -ModulePath $copy -Destination $second

        $package = (Get-ChildItem $first -Filter *.nupkg).FullName
        $content = Join-Path $TestDrive 'content'
        [IO.Compression.ZipFile]::ExtractToDirectory($package, $content)
        $manifest = Test-ModuleManifest (Join-Path (Get-ExecModulePath) 'ExecPS.psd1')
        $version = $manifest.Version
        $bom = Get-Content (Join-Path $first "ExecPS.$version.cdx.json") -Raw | ConvertFrom-Json
    }

    It 'includes an SBOM and checksums, and nothing else' {
        (Get-ChildItem $first).Name | Sort-Object | Should -Be (@("ExecPS.$version.cdx.json", "ExecPS.$version.nupkg", 'SHA256SUMS') | Sort-Object)
    }

    It 'contains the module''s files and NuGet''s own, and nothing else' {
        $foreign = 'Microsoft.Bcl.AsyncInterfaces', 'Microsoft.Bcl.TimeProvider', 'System.Buffers', 'System.Memory', 'System.Numerics.Vectors',
            'System.Runtime.CompilerServices.Unsafe', 'System.Text.Encodings.Web', 'System.Text.Json', 'System.Threading.Tasks.Extensions', 'System.ValueTuple'
        $expected = @(
            'ExecPS.psd1', 'ExecPS.Format.ps1xml', 'ExecPS.Types.ps1xml', 'LICENSE', 'ThirdPartyNotices.txt'
            foreach ($name in (Get-ChildItem (Join-Path $repository 'src/ExecPS/en-US')).Name) { "en-US/$name" }
            foreach ($name in 'ExecPS', 'ExecPS.Client', 'ExecPS.Sandbox') { "bin/net8.0/$name.dll", "bin/net472/$name.dll" }
            foreach ($name in $foreign) { "bin/net472/$name.dll" }
            '_rels/.rels', '[Content_Types].xml', 'ExecPS.nuspec', 'package/services/metadata/core-properties/nuget.psmdcp'
        )
        $found = Get-ChildItem -LiteralPath $content -Recurse -File -Force | ForEach-Object { [IO.Path]::GetRelativePath($content, $_.FullName).Replace('\', '/') }
        Compare-Object $expected $found | ForEach-Object { "$($_.InputObject) $($_.SideIndicator)" } | Should -BeNullOrEmpty
    }

    It 'lists every third-party assembly in its notices' {
        $notices = Get-Content (Join-Path $content 'ThirdPartyNotices.txt')
        $foreign = (Get-ChildItem (Join-Path $content 'bin/net472/*.dll')).BaseName | Where-Object { $_ -notlike 'ExecPS*' }
        $notices | Where-Object { $_ -match '^    \S+$' } | ForEach-Object Trim | Should -Be ($foreign | Sort-Object)
    }

    It 'has a valid manifest' {
        $warnings = $problems = $null
        $manifest = Test-ModuleManifest (Join-Path $content 'ExecPS.psd1') -WarningVariable warnings -ErrorVariable problems -WarningAction SilentlyContinue
        $manifest.Version | Should -Be $version
        $warnings | Should -BeNullOrEmpty
        $problems | Should -BeNullOrEmpty
    }

    It 'has the metadata of the manifest' {
        $nuspec = ([xml] (Get-Content (Join-Path $content 'ExecPS.nuspec') -Raw)).package.metadata
        $nuspec.id | Should -BeExactly 'ExecPS'
        $nuspec.version | Should -Be "$version"
        $nuspec.authors | Should -Be $manifest.Author
        $nuspec.owners | Should -Be $manifest.CompanyName
        $nuspec.copyright | Should -Be $manifest.Copyright
        $nuspec.description | Should -Be $manifest.Description
        $nuspec.releaseNotes | Should -Be $manifest.ReleaseNotes
        $nuspec.licenseUrl | Should -Be $manifest.LicenseUri
        $nuspec.projectUrl.TrimEnd('/') | Should -Be "$($manifest.ProjectUri)".TrimEnd('/')
    }

    It 'has the tags that the PowerShell Gallery searches, each once' {
        $tags = -split ([xml] (Get-Content (Join-Path $content 'ExecPS.nuspec') -Raw)).package.metadata.tags
        $expected = @(
            $manifest.Tags
            'PSModule', 'PSIncludes_Cmdlet'
            foreach ($cmdlet in $manifest.ExportedCmdlets.Keys) { "PSCmdlet_$cmdlet", "PSCommand_$cmdlet" }
        )
        $tags | Sort-Object | Should -Be ($expected | Sort-Object)
        $tags | Should -Contain 'PSEdition_Desktop'
        $tags | Should -Contain 'PSEdition_Core'
    }

    It 'is the same, byte for byte, when the same module is packaged again' {
        Get-Content (Join-Path $second 'SHA256SUMS') -Raw | Should -BeExactly (Get-Content (Join-Path $first 'SHA256SUMS') -Raw)
    }

    It 'has the checksums in SHA256SUMS' {
        $lines = Get-Content (Join-Path $first 'SHA256SUMS')
        $lines | Should -HaveCount 2
        foreach ($line in $lines) {
            $sum, $name = $line -split '  ', 2
            (Get-FileHash (Join-Path $first $name) -Algorithm SHA256).Hash | Should -Be $sum
        }
    }

    It 'installs from a folder repository and imports in a new process' {
        $userHome = Join-Path $TestDrive 'home'
        $modules = Join-Path $userHome '.local/share/powershell/Modules'
        $null = New-Item -ItemType Directory $modules
        $environment = @{ HOME = $userHome; XDG_DATA_HOME = ''; XDG_CONFIG_HOME = ''; XDG_CACHE_HOME = '' }

        # On Windows, Install-PSResource would write to the documents folder of the user who runs the tests.
        $install = if ($IsWindows) { "Save-PSResource ExecPS -Path '$modules'" } else { 'Install-PSResource ExecPS' }
        $installed = Invoke-FreshPowerShell -Seconds 60 -Environment $environment @"
            `$ErrorActionPreference = 'Stop'
            `$ProgressPreference = 'SilentlyContinue'
            `$name = 'ExecPS-$([guid]::NewGuid().ToString('n'))'
            Register-PSResourceRepository -Name `$name -Uri '$first' -Trusted
            try { $install -Repository `$name }
            finally { Unregister-PSResourceRepository `$name }
"@
        $installed.Errors | Should -BeNullOrEmpty
        $installed.ExitCode | Should -Be 0

        $run = Invoke-FreshPowerShell -Seconds 60 -Environment $environment @"
            `$ErrorActionPreference = 'Stop'
            `$env:PSModulePath = '$modules'
            Import-Module ExecPS -RequiredVersion $version
            `$null = Connect-ExecWorkspace -Sandbox
            `$rows = @(Get-ExecAssignment -First 3)
            '{0} {1} {2}' -f `$rows.Count, (Get-Module ExecPS).ModuleBase, [bool] (Get-Help Get-ExecAssignment).Synopsis
"@
        $run.Errors | Should -BeNullOrEmpty
        $run.Output.Trim() | Should -Be "3 $(Join-Path $modules "ExecPS/$version") True"
    }

    Context 'The SBOM' {
        It 'is CycloneDX 1.6 and describes this package' {
            $bom.bomFormat | Should -BeExactly 'CycloneDX'
            $bom.specVersion | Should -BeExactly '1.6'
            $bom.serialNumber | Should -Match '^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
            $bom.metadata.component.version | Should -Be "$version"
            $bom.metadata.component.hashes[0].content | Should -Be (Get-FileHash $package -Algorithm SHA256).Hash
        }

        It 'lists every assembly once, with its hash' {
            $named = @($bom.components | Where-Object type -EQ file) + @($bom.components | Where-Object type -EQ library | ForEach-Object components)
            $there = Get-ChildItem (Join-Path $content 'bin') -Filter *.dll -Recurse | ForEach-Object { [IO.Path]::GetRelativePath($content, $_.FullName).Replace('\', '/') }
            $named.name | Sort-Object | Should -Be ($there | Sort-Object)
            foreach ($file in $named) { (Get-FileHash (Join-Path $content $file.name) -Algorithm SHA256).Hash | Should -Be $file.hashes[0].content }
        }

        It 'has the package, version, hash, and license of every third-party assembly' {
            foreach ($library in $bom.components | Where-Object type -EQ library) {
                $library.purl | Should -BeExactly "pkg:nuget/$($library.name)@$($library.version)"
                $library.licenses[0].expression | Should -Be 'MIT'
                $library.hashes[0].content | Should -Match '^[0-9a-f]{128}$'
                $library.components | Should -Not -BeNullOrEmpty
            }
        }

        It 'has only dependencies that it describes' {
            $refs = @($bom.metadata.component.'bom-ref') + @($bom.components.'bom-ref')
            $bom.dependencies.ref | Sort-Object | Should -Be ($refs | Where-Object { $_ } | Sort-Object)
            $bom.dependencies.dependsOn | Where-Object { $_ -notin $refs } | Should -BeNullOrEmpty
        }
    }
}

Describe 'Install-Build' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
        $script = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'src/Packaging/Install-Build.ps1'
        $version = (Test-ModuleManifest (Join-Path (Get-ExecModulePath) 'ExecPS.psd1')).Version
        $modules = Join-Path $TestDrive 'my modules'
    }

    It 'installs a build that Import-Module finds by its name' {
        $run = Invoke-FreshPowerShell -Seconds 60 @"
            `$ErrorActionPreference = 'Stop'
            `$env:PSModulePath = '$modules' + [IO.Path]::PathSeparator + `$env:PSModulePath
            (& '$script' -ModulePath '$(Get-ExecModulePath)').FullName
            Import-Module ExecPS
            (Get-Module ExecPS).ModuleBase
"@
        $run.Errors | Should -BeNullOrEmpty
        $run.Output.Trim() -split '\r?\n' | Should -Be (@(Join-Path $modules "ExecPS/$version") * 2)
    }

    It 'replaces an installed build of the same version' {
        $installed = (& $script -ModulePath (Get-ExecModulePath) -Destination $modules).FullName
        Set-Content -LiteralPath (Join-Path $installed 'leftover.txt') 'of an older build'
        & $script -ModulePath (Get-ExecModulePath) -Destination $modules
        Test-Path -LiteralPath (Join-Path $installed 'leftover.txt') | Should -BeFalse
        (Get-ChildItem -LiteralPath (Split-Path $installed)).Name | Should -Be "$version"
    }
}

Describe 'Signing' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
    BeforeAll {
        $script = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'src/Packaging/Add-Signature.ps1'
        $saved = $env:EXECPS_SIGNING_THUMBPRINT, $env:EXECPS_SIGNING_PFX
    }

    AfterEach {
        $env:EXECPS_SIGNING_THUMBPRINT, $env:EXECPS_SIGNING_PFX = $saved
    }

    It 'changes nothing if no certificate is specified' {
        $env:EXECPS_SIGNING_THUMBPRINT = $env:EXECPS_SIGNING_PFX = $null
        $file = Join-Path $TestDrive 'ExecPS.psd1'
        Set-Content $file '@{}'
        & $script -ModulePath $TestDrive
        Get-Content $file | Should -BeExactly '@{}'
    }

    It 'fails on systems other than Windows' -Skip:($IsWindows) {
        $env:EXECPS_SIGNING_PFX = 'none.pfx'
        { & $script -ModulePath $TestDrive } | Should -Throw '*requires Windows*'
    }
}
