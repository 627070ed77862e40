using ExecPS.Client.Filters;

namespace ExecPS.Commands;

/// <summary>Gets assignments (<c>listAssignments</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecAssignment", SupportsPaging = true)]
[OutputType(typeof(Assignment))]
public sealed class GetExecAssignmentCommand : ExecListCmdlet<Assignment>
{
    private readonly List<AssignmentFilter> _filters = [];

    /// <summary>Lists only assignments of users with these IDs, or with the email addresses in <c>-UserEmail</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? UserId { get; set; }

    /// <summary>Lists only assignments of users with these email addresses, or with the IDs in <c>-UserId</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Email", "Mail")]
    [TrimTransform, ValidateEmail, CompletesEntity]
    public string[]? UserEmail { get; set; }

    /// <summary>Lists only assignments of scenarios with these IDs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? ScenarioId { get; set; }

    /// <summary>Lists only assignments of scenarios with these names, which can contain wildcards.</summary>
    [Parameter]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? ScenarioName { get; set; }

    /// <summary>Lists only assignments of programs with these IDs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? ProgramId { get; set; }

    /// <summary>Lists only assignments of programs with these names, which can contain wildcards. The command filters, because the API doesn't list programs.</summary>
    [Parameter]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [SupportsWildcards]
    public string[]? ProgramName { get; set; }

    /// <summary>Lists only assignments with one of these statuses.</summary>
    [Parameter]
    [EnumNameTransform]
    [ValidateRange(AssignmentStatus.NotStarted, AssignmentStatus.DidNotPass)]
    [ArgumentCompleter(typeof(EnumCompleter<AssignmentStatus>))]
    public AssignmentStatus?[]? Status { get; set; }

    /// <summary>Collects one input object.</summary>
    protected override void ProcessRecord()
    {
        if (AcceptInput())
        {
            _filters.Add(new()
            {
                UserIds = UserId ?? [],
                UserEmails = UserEmail ?? [],
                ScenarioIds = ScenarioId ?? [],
                ProgramIds = ProgramId ?? [],
                Statuses = [.. Status?.OfType<AssignmentStatus>() ?? []],
            });
        }
    }

    /// <summary>Requests and writes the list.</summary>
    protected override void EndProcessing() => 
        WriteList(Client.ListAssignments(_filters), new RowFilter<Assignment>().Where("program named", ProgramName, assignment => assignment.ProgramName));
}
