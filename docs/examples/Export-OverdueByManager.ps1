#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Exports the overdue assignments to one CSV file per manager.
.DESCRIPTION
    Exec doesn't have information about managers. The script reads it from a CSV file with the columns UserEmail and
    ManagerEmail. Each manager in it gets a file, overdue-<email>.csv, with the overdue assignments of their reports, the
    longest overdue first. Users without a manager in the list are in overdue-without-manager.csv, so every overdue
    assignment is in one of the files.

    Each run writes a file for every manager, even if it contains only the header, so that no old files remain. A user who
    is listed with two managers is in the files of both.

    The files are UTF-8 with a byte order mark, which Excel needs. Text that Excel would interpret as a formula has a leading
    apostrophe, because users choose their own names.
.PARAMETER ManagerList
    The CSV file with the columns UserEmail and ManagerEmail. Other columns are ignored.
.PARAMETER Path
    The folder for the files. It is created if it doesn't exist.
.PARAMETER Delimiter
    The delimiter of the list. In many countries, Excel writes a semicolon.
.PARAMETER Connection
    The connection, by name or as an object. The default is the default connection of the session.
.EXAMPLE
    Connect-ExecWorkspace -Sandbox
    ./Export-OverdueByManager.ps1 -ManagerList managers.csv -Path overdue

    Writes the files and lists them.
.EXAMPLE
    ./Export-OverdueByManager.ps1 managers.csv overdue | Where-Object { $_.Manager -and $_.Count }

    Lists only the files to send: those of managers whose reports have overdue assignments. Use the output to find the files,
    because the folder can contain files of managers who are no longer in the list.
.OUTPUTS
    One object for each file: Manager (null for the file of users without one), Count, Path.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true, Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $ManagerList,

    [Parameter(Mandatory = $true, Position = 1)]
    [ValidateNotNullOrEmpty()]
    [string] $Path,

    [char] $Delimiter = ',',

    [object] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# An empty variable for -Connection is an error, so that the script doesn't use the default connection instead.
$from = @{}
if ($PSBoundParameters.ContainsKey('Connection')) { $from.Connection = $Connection }

function ConvertTo-Cell($Value) {
    "$Value" -replace '^(?=[=+\-@\t\r\n])', "'"
}

# A file name that is always in the folder, and that is different for each address.
function ConvertTo-FileName([string] $Email) {
    $safe = [regex]::Replace($Email.ToLowerInvariant(), '[^a-z0-9@._-]', { param($match) '%{0:X4}' -f [int] [char] $match.Value })
    "overdue-$safe.csv"
}

function Export-List([string] $Manager, [string] $Name, $Assignment) {
    $lines = @($Assignment | Sort-Object -Property DueDate, UserName | ForEach-Object {
            [pscustomobject]@{
                UserName     = ConvertTo-Cell $_.UserName
                UserEmail    = ConvertTo-Cell $_.UserEmail
                ScenarioName = ConvertTo-Cell $_.ScenarioName
                ProgramName  = ConvertTo-Cell $_.ProgramName
                DueDate      = if ($_.DueDate) { $_.DueDate.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture) }
                BestRank     = "$($_.BestRank)"
                RankMin      = "$($_.RankMin)"
            }
        } | ConvertTo-Csv -NoTypeInformation)
    if (-not $lines) { $lines = @('"UserName","UserEmail","ScenarioName","ProgramName","DueDate","BestRank","RankMin"') }

    $file = Join-Path $folder $Name
    [IO.File]::WriteAllLines($file, [string[]] $lines, [Text.UTF8Encoding]::new($true))
    [pscustomobject]@{ Manager = if ($Manager) { $Manager }; Count = @($Assignment).Count; Path = $file }
}

# The managers of each user. Addresses are compared without case.
$managersOf = @{}
$managers = @{}
foreach ($row in Import-Csv -LiteralPath $ManagerList -Delimiter $Delimiter -Encoding UTF8) {
    $columns = @($row.psobject.Properties.Name)
    foreach ($column in 'UserEmail', 'ManagerEmail') {
        if ($columns -notcontains $column) { throw "$ManagerList has no column $column. It has: $($columns -join ', '). See -Delimiter." }
    }
    $user, $manager = "$($row.UserEmail)".Trim(), "$($row.ManagerEmail)".Trim()
    if (-not $manager) { continue }
    if (-not $managers.ContainsKey($manager)) { $managers[$manager] = [Collections.Generic.List[object]]::new() }
    if (-not $managersOf.ContainsKey($user)) { $managersOf[$user] = @{} }
    $managersOf[$user][$manager] = $true
}
if (-not $managers.Count) { throw "$ManagerList names no manager." }

$withoutManager = [Collections.Generic.List[object]]::new()
foreach ($assignment in @(Get-ExecAssignment -Status PastDue @from)) {
    $email = "$($assignment.UserEmail)".Trim()
    if ($managersOf.ContainsKey($email)) {
        foreach ($manager in $managersOf[$email].Keys) { $managers[$manager].Add($assignment) }
    }
    else {
        $withoutManager.Add($assignment)
    }
}

$folder = (New-Item -ItemType Directory -Path $Path -Force).FullName
foreach ($manager in $managers.Keys | Sort-Object) {
    Export-List $manager (ConvertTo-FileName $manager) $managers[$manager]
}
Export-List '' 'overdue-without-manager.csv' $withoutManager
