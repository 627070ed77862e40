#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Gets the skills in which each group needs work.
.DESCRIPTION
    Writes one object for each skill and group in which at least one user needs work (a score below 50): the number of users with
    a score, the number of users who need work, and their addresses, the largest share first. Users who have practiced a skill
    fewer than three times have no score and aren't counted.

    A user in two groups counts in both. Users without a group count under '(no group)'.
.PARAMETER Skill
    The names of the skills. Wildcards are permitted.
.PARAMETER Connection
    The connection, by name or as an object. The default is the default connection of the session.
.EXAMPLE
    Connect-ExecWorkspace -Sandbox
    ./Get-SkillGap.ps1 | Select-Object -First 10 | Format-Table Skill, Group, Scored, NeedsWork, Percent

    Lists the ten largest gaps.
.EXAMPLE
    ./Get-SkillGap.ps1 -Skill '*Listening*' | Export-Csv gaps.csv -NoTypeInformation -Encoding UTF8

    Exports some skills to a file.
.OUTPUTS
    One object for each skill and group: Skill, Group, Scored, NeedsWork, Percent, Users (addresses separated by semicolons).
#>
[CmdletBinding()]
param(
    [SupportsWildcards()]
    [string[]] $Skill = '*',

    [object] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# An empty variable for -Connection is an error, so that the script doesn't use the default connection instead.
$from = @{}
if ($PSBoundParameters.ContainsKey('Connection')) { $from.Connection = $Connection }

# The groups of each user. One request per skill and group would need many more requests.
$groupsOf = @{}
foreach ($group in @(Get-ExecGroup @from)) {
    foreach ($member in @(Get-ExecMember -GroupId $group.Id @from)) {
        if (-not $groupsOf.ContainsKey($member.Id)) { $groupsOf[$member.Id] = [Collections.Generic.List[object]]::new() }
        $groupsOf[$member.Id].Add($group)
    }
}

$skills = @(Get-ExecSkill -Name $Skill @from)
$names = @{}
foreach ($one in $skills) { $names[$one.Id] = $one.Name }

$skills | Get-ExecSkillProficiency -ExcludeSystemUser @from |
    Where-Object { $_.Tier -ge 'NeedsWork' } |
    ForEach-Object {
        $groups = if ($groupsOf.ContainsKey($_.UserId)) { $groupsOf[$_.UserId] } else { [pscustomobject]@{ Id = ''; Name = '(no group)' } }
        foreach ($group in $groups) { [pscustomobject]@{ SkillId = $_.SkillId; GroupId = $group.Id; Group = $group.Name; Proficiency = $_ } }
    } |
    # By ID, because names might not be unique.
    Group-Object -Property SkillId, GroupId |
    ForEach-Object {
        $weak = @($_.Group.Proficiency | Where-Object { $_.Tier -eq 'NeedsWork' })
        if ($weak) {
            [pscustomobject]@{
                Skill     = $names[$_.Group[0].SkillId]
                Group     = $_.Group[0].Group
                Scored    = $_.Count
                NeedsWork = $weak.Count
                Percent   = [Math]::Round(100 * $weak.Count / $_.Count)
                Users     = @($weak.UserEmail | Sort-Object) -join '; '
            }
        }
    } |
    Sort-Object -Property @{ Expression = 'Percent'; Descending = $true }, @{ Expression = 'NeedsWork'; Descending = $true }, Skill, Group
