#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Reports several workspaces in one table.
.DESCRIPTION
    Writes one row for each workspace and program: the number of assignments, and how many are completed and past due. The
    workspaces are those of several connections. Each has its own key and its own limits.

    If a workspace fails, the script continues with the others. The failed workspace has one row with the message in the Error
    column and no numbers, and the script writes an error for it. A partially read workspace is never counted.
.PARAMETER Connection
    The connections, by name or as objects. The default is all connections of the session.
.EXAMPLE
    Connect-ExecWorkspace -Sandbox -Name east
    Connect-ExecWorkspace -Sandbox -Name west -AssignmentCount 500
    ./Get-WorkspaceReport.ps1 | Format-Table Connection, Workspace, Program, Assigned, Completed

    Reports both workspaces.
.EXAMPLE
    Connect-ExecWorkspace -Name east -ApiKey (Get-Secret ExecEast)
    Connect-ExecWorkspace -Name west -ApiKey (Get-Secret ExecWest)
    ./Get-WorkspaceReport.ps1 -Connection east, west -ErrorVariable failed -ErrorAction SilentlyContinue |
        Export-Csv workspaces.csv -NoTypeInformation -Encoding UTF8
    if ($failed) { "Without $($failed.Count) of the workspaces." }

    Writes a file even if a workspace fails, and reports the failures.
.OUTPUTS
    One object for each workspace and program: Workspace, Connection, Program (null for no program), Assigned, Completed,
    PastDue, Error (null for success). A workspace without assignments has one row with zeros.
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty()]
    [object[]] $Connection = @(Get-ExecConnection)
)

Set-StrictMode -Version Latest

if (-not $Connection) { throw 'There is no connection. Connect first: Connect-ExecWorkspace -Name east' }

function New-Row($Workspace, $Name, $Program, $Assignment, $Failure) {
    [pscustomobject]@{
        Workspace  = $Workspace
        Connection = $Name
        Program    = if ($Program) { $Program }
        Assigned   = if (-not $Failure) { $Assignment.Count }
        Completed  = if (-not $Failure) { @($Assignment | Where-Object { $_.Status -eq 'Completed' }).Count }
        PastDue    = if (-not $Failure) { @($Assignment | Where-Object { $_.Status -eq 'PastDue' }).Count }
        Error      = if ($Failure) { "$Failure" }
    }
}

foreach ($one in $Connection) {
    $workspace, $name = $null, "$one"
    try {
        if ($one -is [string]) { $one = Get-ExecConnection -Name $one -ErrorAction Stop }
        $workspace, $name = "$($one.Workspace)", $one.Name
        if (-not $workspace) { $workspace = (Get-ExecWorkspace -Connection $one).Name }

        # Reads the whole list before the first row, so that an interrupted list isn't counted.
        $assignments = @(Get-ExecAssignment -Connection $one)
        if (-not $assignments) { New-Row $workspace $name $null @() }
        foreach ($group in $assignments | Group-Object -Property ProgramId | Sort-Object -Property { $_.Group[0].ProgramName }) {
            New-Row $workspace $name $group.Group[0].ProgramName @($group.Group)
        }
    }
    catch {
        New-Row $workspace $name $null $null $_
        Write-Error -Message "The connection ${name}: $_" -Exception $_.Exception -TargetObject $name -ErrorId 'WorkspaceFailed'
    }
}
