#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Writes what is overdue to a CSV file for each manager.
.DESCRIPTION
    Exec doesn't know who manages whom. A CSV file with the columns UserEmail and ManagerEmail says so. Each manager in it
    gets a file, overdue-<email>.csv, with the overdue assignments of his or her people, the longest wait first. Whoever
    has no manager in the list stands in overdue-without-manager.csv. Every overdue assignment is in one of the files.

    Every manager gets a file at every run, if only with its header: so last week's doesn't pass for this week's.
    Somebody who is listed with two managers stands in the files of both.

    The files are UTF-8 with a byte order mark, which Excel needs. Text that Excel would take for a formula has an
    apostrophe before it: people choose their names, and managers open these files.
.PARAMETER ManagerList
    The CSV file with the columns UserEmail and ManagerEmail. Other columns don't matter.
.PARAMETER Path
    The folder for the files; it is made if it isn't there.
.PARAMETER Delimiter
    What stands between the columns of the list. Excel writes a semicolon in many countries.
.PARAMETER Connection
    The connection, by name or as an object. Without it, the session's default one.
.EXAMPLE
    Connect-ExecWorkspace -Sandbox
    ./Export-OverdueByManager.ps1 -ManagerList managers.csv -Path overdue

    Writes the files, and shows which.
.EXAMPLE
    ./Export-OverdueByManager.ps1 managers.csv overdue | Where-Object { $_.Manager -and $_.Count }

    Only the files to send on: those of managers whose people are late. Take the files from the output rather than from
    the folder, which may still have the file of somebody who is no longer in the list.
.OUTPUTS
    An object for each file: Manager (null for the file of those without one), Count, Path.
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

# An empty variable for -Connection is an error of the command, rather than a question to another workspace.
$from = @{}
if ($PSBoundParameters.ContainsKey('Connection')) { $from.Connection = $Connection }

function ConvertTo-Cell($Value) {
    "$Value" -replace '^(?=[=+\-@\t\r\n])', "'"
}

# A file's name that no address can lead out of the folder, and that no two addresses share.
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

# Who manages whom: for each user the managers, by addresses in any case.
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
