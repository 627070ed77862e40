using System.Management.Automation;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Lists the skills of the workspace (<c>listSkills</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecSkill", SupportsPaging = true)]
[OutputType(typeof(Skill))]
public sealed class GetExecSkillCommand : ExecListCmdlet<Skill>
{
    /// <summary>Only skills with these names, with wildcards; all are read, because the API can't filter by name.</summary>
    [Parameter(Position = 0)]
    [ValidatePatternText, CompletesEntity]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Whether each skill brings how proficient the workspace is in it.</summary>
    [Parameter]
    public SwitchParameter IncludeProficiency { get; set; }

    /// <summary>Asks and writes.</summary>
    protected override void ProcessRecord() =>
        WriteList(Client.ListSkills(IncludeProficiency), NamePatterns.Where<Skill>((Name, skill => skill.Name)));
}
