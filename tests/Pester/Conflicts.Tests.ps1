# ExecPS works together with other modules, regardless of the assemblies they have loaded, and loads none that affects them.

BeforeDiscovery {
    $isCore = $PSVersionTable.PSVersion.Major -ge 7

    # What happens in the process before ExecPS is imported.
    $scenes = @(
        @{ Scene = 'in a new process'; Before = '' }
        @{ Scene = 'after another System.Text.Json was loaded from a file'; Before = '$null = [Reflection.Assembly]::LoadFile($foreign)' }
        @{ Scene = 'after a module with its own System.Text.Json'; Before = 'Import-Module $other; Get-OtherJson' }
        if ($isCore) {
            @{
                Scene  = 'after a System.Text.Json in a separate load context'
                Before = '$null = [Runtime.Loader.AssemblyLoadContext]::new("other").LoadFromAssemblyPath($foreign)'
            }
        }
    )
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')

    # The build for Windows PowerShell contains another System.Text.Json than PowerShell 7. It is loaded as another module would ship
    # it: next to an assembly that was compiled against it, with all dependencies.
    $other = Join-Path $TestDrive 'Other'
    $null = New-Item -ItemType Directory $other
    Get-ChildItem (Join-Path (Get-ExecModulePath) 'bin/net472/*.dll') -Exclude ExecPS* | Copy-Item -Destination $other
    $foreign = Join-Path $other 'System.Text.Json.dll'
    $build = Invoke-FreshPowerShell -Seconds 60 @"
        `$ErrorActionPreference = 'Stop'
        Add-Type -OutputAssembly '$other/Other.dll' -ReferencedAssemblies '$foreign', netstandard -WarningAction Ignore -TypeDefinition @'
            public static class OtherJson { public static string Kind() { return typeof(System.Text.Json.JsonDocument).Assembly.GetName().Name; } }
'@
"@
    if ($build.ExitCode) { throw "The other module wasn't built: $($build.Errors)" }
    Set-Content (Join-Path $other 'Other.psm1') @'
        Add-Type -Path (Join-Path $PSScriptRoot 'Other.dll')
        function Get-OtherJson { $null = [OtherJson]::Kind() }
'@

    # Uses ExecPS between the two scripts. Returns the results, and the loaded assemblies that belong neither to ExecPS, PowerShell,
    # nor .NET.
    function Invoke-Beside([string] $Before, [string] $After = '') {
        $run = Invoke-FreshPowerShell -Seconds 60 @"
            `$ErrorActionPreference = 'Stop'
            `$foreign = '$foreign'
            `$other = '$(Join-Path $other 'Other.psm1')'
            function Get-Loaded { [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { -not `$_.IsDynamic -and `$_.Location } | ForEach-Object { `$_.Location } }
            $Before
            `$was = @(Get-Loaded)
            Import-Module `$module
            `$null = Connect-ExecWorkspace -Sandbox -AssignmentCount 30
            `$count = @(Get-ExecAssignment).Count
            `$hosts = `$PSHOME, [Runtime.InteropServices.RuntimeEnvironment]::GetRuntimeDirectory().TrimEnd('\', '/'), "`$env:windir\Microsoft.NET", "`$env:windir\assembly"
            `$strange = Get-Loaded | Where-Object { `$_ -notin `$was } | Where-Object { `$file = `$_; -not (`$hosts + `$module | Where-Object { `$_ -and `$file.StartsWith(`$_, 'OrdinalIgnoreCase') }) }
            $After
            @{ Count = `$count; Again = @(Get-ExecAssignment -First 3).Count; Strange = @(`$strange); New = @(Get-Loaded | Where-Object { `$_ -notin `$was }) } | ConvertTo-Json
"@
        $run.Errors | Should -BeNullOrEmpty
        $run.Output | ConvertFrom-Json
    }
}

Describe 'ExecPS' {
    It 'works <Scene>, and loads only its own assemblies' -ForEach $scenes {
        $facts = Invoke-Beside $Before
        $facts.Count | Should -Be 30
        $facts.Strange | Should -BeNullOrEmpty
    }

    It 'allows a module with its own System.Text.Json to be loaded later' {
        $facts = Invoke-Beside '' 'Import-Module $other; Get-OtherJson'
        $facts.Again | Should -Be 3
        $facts.New -match 'Other\.dll$' | Should -HaveCount 1
    }

    It 'uses PowerShell''s System.Text.Json, not one from its own folder' -Skip:(-not $isCore) {
        $facts = Invoke-Beside 'Import-Module $other; Get-OtherJson'
        ($facts.New -match 'bin.net472') | Should -BeNullOrEmpty
        ($facts.New -match 'ExecPS\.Client\.dll$') | Should -HaveCount 1
    }
}
