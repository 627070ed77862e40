#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Shows in which skills each group needs work.
.DESCRIPTION
    One object for each skill and group in which anybody needs work (a score below 50): how many were scored, how many
    need work and who they are, the largest share first. Whoever has practised a skill fewer than three times has no score
    and isn't counted.

    Somebody in two groups counts in both; somebody in none counts under '(no group)'.
.PARAMETER Skill
    Only skills with these names; wildcards are allowed.
.PARAMETER Connection
    The connection, by name or as an object. Without it, the session's default one.
.EXAMPLE
    Connect-ExecWorkspace -Sandbox
    ./Get-SkillGap.ps1 | Select-Object -First 10 | Format-Table Skill, Group, Scored, NeedsWork, Percent

    The ten widest gaps.
.EXAMPLE
    ./Get-SkillGap.ps1 -Skill '*Listening*' | Export-Csv gaps.csv -NoTypeInformation -Encoding UTF8

    Some skills, to a file.
.OUTPUTS
    An object for each skill and group: Skill, Group, Scored, NeedsWork, Percent, Users (addresses, with semicolons).
#>
[CmdletBinding()]
param(
    [SupportsWildcards()]
    [string[]] $Skill = '*',

    [object] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# An empty variable for -Connection is an error of the command, rather than a question to another workspace.
$from = @{}
if ($PSBoundParameters.ContainsKey('Connection')) { $from.Connection = $Connection }

# The groups of each user. To ask for each skill and group would take many more requests.
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
    # By identifier: names needn't be different.
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
