#requires -Version 7.4
<#
.SYNOPSIS
    Signs the module's own files with the certificate that environment variables specify.
.DESCRIPTION
    EXECPS_SIGNING_THUMBPRINT        The thumbprint of a certificate in the user's or the computer's store, or
    EXECPS_SIGNING_PFX               the path of a PFX file, with
    EXECPS_SIGNING_PFX_PASSWORD      its password.
    EXECPS_SIGNING_TIMESTAMP_SERVER  A timestamp server, so that signatures stay valid after the certificate expires.

    Without the first two variables, nothing is signed. Signing requires Windows. Third-party assemblies keep their signatures.
#>
[CmdletBinding()]
param(
    # The module folder.
    [Parameter(Mandatory)]
    [string] $ModulePath
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

function Get-SigningCertificate {
    if ($env:EXECPS_SIGNING_PFX) {
        return [Security.Cryptography.X509Certificates.X509Certificate2]::new($env:EXECPS_SIGNING_PFX, $env:EXECPS_SIGNING_PFX_PASSWORD)
    }
    $found = 'CurrentUser', 'LocalMachine' | ForEach-Object { Get-Item "Cert:\$_\My\$env:EXECPS_SIGNING_THUMBPRINT" -ErrorAction Ignore }
    if (-not $found) { throw 'The certificate specified in EXECPS_SIGNING_THUMBPRINT was not found.' }
    $found[0]
}

if (-not $env:EXECPS_SIGNING_THUMBPRINT -and -not $env:EXECPS_SIGNING_PFX) {
    Write-Verbose 'No signing certificate is specified. The module is not signed.'
    return
}
if (-not $IsWindows) { throw 'Signing requires Windows. To create an unsigned package, remove EXECPS_SIGNING_THUMBPRINT and EXECPS_SIGNING_PFX.' }

$signing = @{ Certificate = Get-SigningCertificate; HashAlgorithm = 'SHA256' }
if ($env:EXECPS_SIGNING_TIMESTAMP_SERVER) { $signing.TimestampServer = $env:EXECPS_SIGNING_TIMESTAMP_SERVER }
$files = Get-ChildItem -LiteralPath $ModulePath -Recurse -File | Where-Object { $_.Name -like 'ExecPS*.dll' -or $_.Extension -in '.psd1', '.ps1xml' }
foreach ($file in $files) {
    $signature = Set-AuthenticodeSignature -LiteralPath $file.FullName @signing
    if ($signature.Status -ne 'Valid') { throw "Signing $($file.Name) failed: $($signature.StatusMessage)" }
}
