using System.Collections;
using ExecPS.Client.Filters;
using ExecPS.Views;
using VisibilityName = ExecPS.Client.Models.Visibility;

namespace ExecPS.Commands;

/// <summary>Gets the scenarios of the workspace (<c>listScenarios</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecScenario", SupportsPaging = true)]
[OutputType(typeof(Scenario))]
public sealed class GetExecScenarioCommand : ExecListCmdlet<Scenario>
{
    private readonly List<ScenarioFilter> _filters = [];

    /// <summary>Lists only scenarios with these names, which can contain wildcards. The command filters, because the API can't.</summary>
    [Parameter(Position = 0)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Lists only scenarios of owners with these email addresses.</summary>
    [Parameter]
    [TrimTransform, ValidateEmail, CompletesEntity]
    public string[]? OwnerEmail { get; set; }

    /// <summary>Lists only scenarios visible to users with these email addresses: their own, and those shared with them, one of their groups, or the workspace.</summary>
    [Parameter]
    [TrimTransform, ValidateEmail, CompletesEntity]
    public string[]? VisibleToEmail { get; set; }

    /// <summary>Lists only scenarios with one of these visibilities.</summary>
    [Parameter]
    [EnumNameTransform]
    [ValidateRange(VisibilityName.Private, VisibilityName.Workspace)]
    public Visibility[]? Visibility { get; set; }

    /// <summary>Lists only scenarios that evaluate skills with these IDs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? SkillId { get; set; }

    /// <summary>Lists only scenarios that evaluate skills with these names, which can contain wildcards.</summary>
    [Parameter]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? SkillName { get; set; }

    /// <summary>Lists only scenarios of collections with these IDs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? CollectionId { get; set; }

    /// <summary>Lists only scenarios of collections with these names, which can contain wildcards.</summary>
    [Parameter]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? CollectionName { get; set; }

    /// <summary>Includes archived scenarios.</summary>
    [Parameter]
    public SwitchParameter IncludeArchived { get; set; }

    /// <summary>Includes the skills each scenario evaluates.</summary>
    [Parameter]
    public SwitchParameter IncludeSkill { get; set; }

    /// <summary>Collects one input object.</summary>
    protected override void ProcessRecord()
    {
        if (AcceptInput())
        {
            _filters.Add(new()
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

    /// <summary>Requests and writes the list.</summary>
    protected override void EndProcessing() => WriteList(Client.ListScenarios(_filters), new RowFilter<Scenario>().Where("scenario named", Name, scenario => scenario.Name));

    /// <inheritdoc/>
    private protected override IEnumerable Convert(IReadOnlyList<Scenario> rows) => rows.Select(row => row.WithView(nameof(IncludeSkill), IncludeSkill));
}
