using System.Management.Automation;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Validation;
using VisibilityName = ExecPS.Client.Models.Visibility;

namespace ExecPS.Commands;

/// <summary>Lists the scenarios of the workspace (<c>listScenarios</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecScenario", SupportsPaging = true)]
[OutputType(typeof(Scenario))]
public sealed class GetExecScenarioCommand : ExecListCmdlet<Scenario>
{
    private readonly List<ScenarioFilter> _asked = [];

    /// <summary>Only scenarios with these names, with wildcards; picked out here, because the API can't filter by name.</summary>
    [Parameter(Position = 0)]
    [ValidatePatternText, CompletesEntity]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Only scenarios of owners with these email addresses.</summary>
    [Parameter]
    [ValidateEmail, CompletesEntity]
    public string[]? OwnerEmail { get; set; }

    /// <summary>Only scenarios that users with these email addresses may see: their own, and those shared with them, a group of theirs or the workspace.</summary>
    [Parameter]
    [ValidateEmail, CompletesEntity]
    public string[]? VisibleToEmail { get; set; }

    /// <summary>Only scenarios with one of these visibilities.</summary>
    [Parameter]
    [EnumNameTransform]
    [ValidateRange(VisibilityName.Private, VisibilityName.Workspace)]
    public Visibility[]? Visibility { get; set; }

    /// <summary>Only scenarios that evaluate skills with these identifiers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? SkillId { get; set; }

    /// <summary>Only scenarios of collections with these identifiers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? CollectionId { get; set; }

    /// <summary>Whether archived scenarios come too.</summary>
    [Parameter]
    public SwitchParameter IncludeArchived { get; set; }

    /// <summary>Whether each scenario brings its skills.</summary>
    [Parameter]
    public SwitchParameter IncludeSkill { get; set; }

    /// <summary>Takes note of what one input object asks; the requests go when all are known.</summary>
    protected override void ProcessRecord()
    {
        if (InputNamesSomething())
        {
            _asked.Add(new()
            {
                OwnerEmails = OwnerEmail ?? [],
                VisibleToEmails = VisibleToEmail ?? [],
                Visibilities = Visibility ?? [],
                SkillIds = SkillId ?? [],
                CollectionIds = CollectionId ?? [],
                IncludeArchived = IncludeArchived,
                IncludeSkills = IncludeSkill,
            });
        }
    }

    /// <summary>Asks and writes.</summary>
    protected override void EndProcessing() => WriteList(Client.ListScenarios(_asked), NamePatterns.Where<Scenario>((Name, scenario => scenario.Name)));
}
