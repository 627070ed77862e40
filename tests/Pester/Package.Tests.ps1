# The package for the PowerShell Gallery, made of the built module: what is in it, what lies beside it, and that it installs.

BeforeDiscovery {
    # PowerShell 7.4's own PSResourceGet can't pack yet; what packs is one system's business, what is packed is every one's.
    $canPack = $PSVersionTable.PSVersion.Major -ge 7 -and (Get-Command Compress-PSResource -ErrorAction Ignore)
    if (-not $canPack) { Write-Warning 'The package isn''t tested: that takes PowerShell 7 and PSResourceGet 1.1.' }
}

Describe 'The package' -Skip:(-not $canPack) {
    BeforeAll {
        Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
        $repository = Split-Path (Split-Path $PSScriptRoot)
        $script = Join-Path $repository 'src/Packaging/New-Package.ps1'
        $first, $second = (Join-Path $TestDrive 'first'), (Join-Path $TestDrive 'second')
        foreach ($folder in $first, $second) { $null = & $script -ModulePath (Get-ExecModulePath) -Destination $folder }

        $package = (Get-ChildItem $first -Filter *.nupkg).FullName
        $content = Join-Path $TestDrive 'content'
        [IO.Compression.ZipFile]::ExtractToDirectory($package, $content)
        $version = (Test-ModuleManifest (Join-Path (Get-ExecModulePath) 'ExecPS.psd1')).Version
        $bom = Get-Content (Join-Path $first "ExecPS.$version.cdx.json") -Raw | ConvertFrom-Json
    }

    It 'comes with its bill of materials and their sums, and nothing else' {
        (Get-ChildItem $first).Name | Sort-Object | Should -Be (@("ExecPS.$version.cdx.json", "ExecPS.$version.nupkg", 'SHA256SUMS') | Sort-Object)
    }

    It 'holds the module''s files and NuGet''s own, and nothing else' {
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

    It 'names everything that isn''t its own in its notices' {
        $notices = Get-Content (Join-Path $content 'ThirdPartyNotices.txt')
        $foreign = (Get-ChildItem (Join-Path $content 'bin/net472/*.dll')).BaseName | Where-Object { $_ -notlike 'ExecPS*' }
        $notices | Where-Object { $_ -match '^    \S+$' } | ForEach-Object Trim | Should -Be ($foreign | Sort-Object)
    }

    It 'has a manifest that is clean where it lies' {
        $warnings = $problems = $null
        $manifest = Test-ModuleManifest (Join-Path $content 'ExecPS.psd1') -WarningVariable warnings -ErrorVariable problems -WarningAction SilentlyContinue
        $manifest.Version | Should -Be $version
        $warnings | Should -BeNullOrEmpty
        $problems | Should -BeNullOrEmpty
    }

    It 'says of itself what the manifest says' {
        $manifest = Test-ModuleManifest (Join-Path $content 'ExecPS.psd1')
        $nuspec = ([xml] (Get-Content (Join-Path $content 'ExecPS.nuspec') -Raw)).package.metadata
        $nuspec.id | Should -BeExactly 'ExecPS'
        $nuspec.version | Should -Be "$version"
        $nuspec.authors | Should -Be $manifest.Author
        $nuspec.description | Should -Be $manifest.Description
        $nuspec.licenseUrl | Should -Be $manifest.PrivateData.PSData.LicenseUri
        $nuspec.projectUrl.TrimEnd('/') | Should -Be $manifest.PrivateData.PSData.ProjectUri
        -split $nuspec.tags | Should -Contain 'PSModule'
        -split $nuspec.tags | Should -Contain 'PSEdition_Desktop'
    }

    It 'is the same, byte for byte, when it is made again' {
        Get-Content (Join-Path $second 'SHA256SUMS') -Raw | Should -BeExactly (Get-Content (Join-Path $first 'SHA256SUMS') -Raw)
    }

    It 'has the sums that stand beside it' {
        $lines = Get-Content (Join-Path $first 'SHA256SUMS')
        $lines | Should -HaveCount 2
        foreach ($line in $lines) {
            $sum, $name = $line -split '  ', 2
            (Get-FileHash (Join-Path $first $name) -Algorithm SHA256).Hash | Should -Be $sum
        }
    }

    It 'installs from a feed, loads by its name and lists' {
        $feed, $modules = (Join-Path $TestDrive 'feed'), (Join-Path $TestDrive 'modules')
        $null = New-Item -ItemType Directory $feed, $modules
        $run = Invoke-FreshPowerShell -Seconds 60 @"
            `$ErrorActionPreference = 'Stop'
            `$ProgressPreference = 'SilentlyContinue'
            `$name = 'ExecPS-$([guid]::NewGuid().ToString('n'))'
            Register-PSResourceRepository -Name `$name -Uri '$feed' -Trusted
            try {
                Publish-PSResource -NupkgPath '$package' -Repository `$name
                Save-PSResource ExecPS -Repository `$name -Path '$modules'
            }
            finally {
                Unregister-PSResourceRepository `$name
            }
            `$env:PSModulePath = '$modules'
            Import-Module ExecPS -RequiredVersion $version
            `$null = Connect-ExecWorkspace -Sandbox
            `$rows = @(Get-ExecAssignment -First 3)
            '{0} {1} {2}' -f `$rows.Count, (Get-Module ExecPS).ModuleBase, [bool] (Get-Help Get-ExecAssignment).Synopsis
"@
        $run.Errors | Should -BeNullOrEmpty
        $run.Output.Trim() | Should -Be "3 $(Join-Path $modules "ExecPS/$version") True"
    }

    Context 'Its bill of materials' {
        It 'is CycloneDX 1.6, of this package' {
            $bom.bomFormat | Should -BeExactly 'CycloneDX'
            $bom.specVersion | Should -BeExactly '1.6'
            $bom.serialNumber | Should -Match '^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
            $bom.metadata.component.version | Should -Be "$version"
            $bom.metadata.component.hashes[0].content | Should -Be (Get-FileHash $package -Algorithm SHA256).Hash
        }

        It 'names every assembly once, with its hash' {
            $named = @($bom.components | Where-Object type -EQ file) + @($bom.components | Where-Object type -EQ library | ForEach-Object components)
            $there = Get-ChildItem (Join-Path $content 'bin') -Filter *.dll -Recurse | ForEach-Object { [IO.Path]::GetRelativePath($content, $_.FullName).Replace('\', '/') }
            $named.name | Sort-Object | Should -Be ($there | Sort-Object)
            foreach ($file in $named) { (Get-FileHash (Join-Path $content $file.name) -Algorithm SHA256).Hash | Should -Be $file.hashes[0].content }
        }

        It 'says of everything that others made what it is, of which version and under which licence' {
            foreach ($library in $bom.components | Where-Object type -EQ library) {
                $library.purl | Should -BeExactly "pkg:nuget/$($library.name)@$($library.version)"
                $library.licenses[0].expression | Should -Be 'MIT'
                $library.hashes[0].content | Should -Match '^[0-9a-f]{128}$'
                $library.components | Should -Not -BeNullOrEmpty
            }
        }

        It 'has no reference that leads nowhere' {
            $refs = @($bom.metadata.component.'bom-ref') + @($bom.components.'bom-ref')
            $bom.dependencies.ref | Sort-Object | Should -Be ($refs | Where-Object { $_ } | Sort-Object)
            $bom.dependencies.dependsOn | Where-Object { $_ -notin $refs } | Should -BeNullOrEmpty
        }
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

    It 'changes nothing where the environment names no certificate' {
        $env:EXECPS_SIGNING_THUMBPRINT = $env:EXECPS_SIGNING_PFX = $null
        $file = Join-Path $TestDrive 'ExecPS.psd1'
        Set-Content $file '@{}'
        & $script -ModulePath $TestDrive
        Get-Content $file | Should -BeExactly '@{}'
    }

    It 'says so where it can''t be done' -Skip:($IsWindows) {
        $env:EXECPS_SIGNING_PFX = 'none.pfx'
        { & $script -ModulePath $TestDrive } | Should -Throw '*Windows alone*'
    }
}
