using System.Collections;
using ExecPS.Views;

namespace ExecPS.Commands;

/// <summary>Gets the skills of the workspace (<c>listSkills</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecSkill", SupportsPaging = true)]
[OutputType(typeof(Skill))]
public sealed class GetExecSkillCommand : ExecListCmdlet<Skill>
{
    /// <summary>Lists only skills with these names, which can contain wildcards. The command reads all of them, because the API can't filter by name.</summary>
    [Parameter(Position = 0)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Includes the proficiency of the workspace in each skill.</summary>
    [Parameter]
    public SwitchParameter IncludeProficiency { get; set; }

    /// <summary>Requests and writes the list.</summary>
    protected override void ProcessRecord() =>
        WriteList(Client.ListSkills(IncludeProficiency), new RowFilter<Skill>().Where("skill named", Name, skill => skill.Name));

    /// <inheritdoc/>
    private protected override IEnumerable Convert(IReadOnlyList<Skill> rows) => rows.Select(row => row.WithView(nameof(IncludeProficiency), IncludeProficiency));
}
