using System.Management.Automation;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Gives the figures of scenarios over all their participants (<c>getScenarioAnalyticsSummary</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecScenarioAnalytics")]
[OutputType(typeof(ScenarioAnalytics))]
public sealed class GetExecScenarioAnalyticsCommand : ExecConnectedCmdlet
{
    /// <summary>The scenarios' identifiers.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? ScenarioId { get; set; }

    /// <summary>Only what users with these identifiers did, or those with these email addresses.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? UserId { get; set; }

    /// <summary>Only what users with these email addresses did, or those with these identifiers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateEmail, CompletesEntity]
    public string[]? UserEmail { get; set; }

    /// <summary>Only what members of groups with these identifiers did.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? GroupId { get; set; }

    /// <summary>Only sessions from this time on.</summary>
    [Parameter]
    [DateTimeTransform]
    public DateTime? After { get; set; }

    /// <summary>Only sessions up to this time.</summary>
    [Parameter]
    [DateTimeTransform]
    public DateTime? Before { get; set; }

    /// <summary>Whether to leave out the vendor's own users, whose email addresses end in <c>@exec.com</c>.</summary>
    [Parameter]
    public SwitchParameter ExcludeSystemUser { get; set; }

    /// <summary>Asks for each scenario, and writes what has come.</summary>
    protected override void ProcessRecord()
    {
        RequireOrder(nameof(After), After, nameof(Before), Before);
        if (!InputNamesSomething())
            return;

        var filter = new AnalyticsFilter
        {
            UserIds = UserId ?? [],
            UserEmails = UserEmail ?? [],
            GroupIds = GroupId ?? [],
            After = After,
            Before = Before,
            ExcludeSystemUsers = ExcludeSystemUser,
        };
        foreach (var scenario in ScenarioId!)
            QueueRequest((notices, stop) => Client.GetScenarioAnalyticsAsync(scenario, filter, notices, stop));
    }
}
