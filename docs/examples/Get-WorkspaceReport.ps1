#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Reports several workspaces in one table.
.DESCRIPTION
    One row for each workspace and program: how many assignments there are, how many are completed and past due. The
    workspaces are those of several connections; each has its own key and its own limits.

    A workspace that fails doesn't end the others. It has one row, with what went wrong in the column Error and no numbers,
    and there is an error for it. Half of a workspace is never counted.
.PARAMETER Connection
    The connections, by name or as objects. Without it, all of the session.
.EXAMPLE
    Connect-ExecWorkspace -Sandbox -Name east
    Connect-ExecWorkspace -Sandbox -Name west -AssignmentCount 500
    ./Get-WorkspaceReport.ps1 | Format-Table Connection, Workspace, Program, Assigned, Completed

    Reports both.
.EXAMPLE
    Connect-ExecWorkspace -Name east -ApiKey (Get-Secret ExecEast)
    Connect-ExecWorkspace -Name west -ApiKey (Get-Secret ExecWest)
    ./Get-WorkspaceReport.ps1 -Connection east, west -ErrorVariable failed -ErrorAction SilentlyContinue |
        Export-Csv workspaces.csv -NoTypeInformation -Encoding UTF8
    if ($failed) { "Without $($failed.Count) of the workspaces." }

    Writes a file, whatever fails, and says so.
.OUTPUTS
    An object for each workspace and program: Workspace, Connection, Program (null: no program), Assigned, Completed,
    PastDue, Error (null: all went well). A workspace without assignments has one row, with zeros.
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
        if (-not $workspace) { $workspace = (Get-ExecWorkspace -Connection $one -ErrorAction Stop).Name }

        # All of it before the first row: a list that breaks off counts for nothing.
        $assignments = @(Get-ExecAssignment -Connection $one -ErrorAction Stop)
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
