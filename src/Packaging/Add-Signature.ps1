#requires -Version 7.4
<#
.SYNOPSIS
    Signs a module's own files, where the environment names a certificate.
.DESCRIPTION
    EXECPS_SIGNING_THUMBPRINT        The certificate in the store of the user or the machine, or
    EXECPS_SIGNING_PFX               a file that has it, with
    EXECPS_SIGNING_PFX_PASSWORD      its password.
    EXECPS_SIGNING_TIMESTAMP_SERVER  Who confirms the time, so that a signature outlives its certificate.

    Without the first two nothing is signed. Windows alone can do it. What others made keeps the signature that it has.
#>
[CmdletBinding()]
param(
    # The folder of the module.
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
    if (-not $found) { throw 'No store of this machine has the certificate that EXECPS_SIGNING_THUMBPRINT names.' }
    $found[0]
}

if (-not $env:EXECPS_SIGNING_THUMBPRINT -and -not $env:EXECPS_SIGNING_PFX) {
    Write-Verbose 'The environment names no certificate: the module stays unsigned.'
    return
}
if (-not $IsWindows) { throw 'A module can be signed on Windows alone. Remove EXECPS_SIGNING_THUMBPRINT and EXECPS_SIGNING_PFX to package it unsigned.' }

$signing = @{ Certificate = Get-SigningCertificate; HashAlgorithm = 'SHA256' }
if ($env:EXECPS_SIGNING_TIMESTAMP_SERVER) { $signing.TimestampServer = $env:EXECPS_SIGNING_TIMESTAMP_SERVER }
$files = Get-ChildItem -LiteralPath $ModulePath -Recurse -File | Where-Object { $_.Name -like 'ExecPS*.dll' -or $_.Extension -in '.psd1', '.ps1xml' }
foreach ($file in $files) {
    $signature = Set-AuthenticodeSignature -LiteralPath $file.FullName @signing
    if ($signature.Status -ne 'Valid') { throw "$($file.Name) could not be signed: $($signature.StatusMessage)" }
}
