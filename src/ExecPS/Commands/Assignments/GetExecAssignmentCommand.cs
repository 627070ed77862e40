using System.Management.Automation;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Completion;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Lists assignments (<c>listAssignments</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecAssignment", SupportsPaging = true)]
[OutputType(typeof(Assignment))]
public sealed class GetExecAssignmentCommand : ExecListCmdlet<Assignment>
{
    private readonly List<AssignmentFilter> _asked = [];

    /// <summary>Only assignments of users with these identifiers, or of those with these email addresses.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? UserId { get; set; }

    /// <summary>Only assignments of users with these email addresses, or of those with these identifiers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateEmail, CompletesEntity]
    public string[]? UserEmail { get; set; }

    /// <summary>Only assignments of scenarios with these identifiers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? ScenarioId { get; set; }

    /// <summary>Only assignments of programs with these identifiers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateId, CompletesEntity]
    public string[]? ProgramId { get; set; }

    /// <summary>Only assignments with one of these statuses.</summary>
    [Parameter]
    [EnumNameTransform]
    [ValidateRange(AssignmentStatus.NotStarted, AssignmentStatus.DidNotPass)]
    public AssignmentStatus[]? Status { get; set; }

    /// <summary>Takes note of what one input object asks; the requests go when all are known.</summary>
    protected override void ProcessRecord()
    {
        if (InputNamesSomething())
        {
            _asked.Add(new()
            {
                UserIds = UserId ?? [],
                UserEmails = UserEmail ?? [],
                ScenarioIds = ScenarioId ?? [],
                ProgramIds = ProgramId ?? [],
                Statuses = Status ?? [],
            });
        }
    }

    /// <summary>Asks and writes.</summary>
    protected override void EndProcessing() => WriteList(Client.ListAssignments(_asked));
}
