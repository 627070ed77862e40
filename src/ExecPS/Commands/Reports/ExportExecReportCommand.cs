using ExecPS.Report;

namespace ExecPS.Commands;

/// <summary>Exports a report of assignments and sessions as an HTML file.</summary>
[Cmdlet(VerbsData.Export, "ExecReport", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(FileInfo))]
public sealed class ExportExecReportCommand : ExecFileCmdlet
{
    private readonly ReportInput _input = new();
    private int _position;

    /// <summary>The assignments and sessions of the report.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull, AllowEmptyCollection]
    public PSObject?[]? InputObject { get; set; }

    /// <summary>The title of the report.</summary>
    [Parameter]
    [ValidateText(200)]
    public string Title { get; set; } = "Exec training report";

    /// <summary>What the statuses of assignments are grouped by. The default is Program, Scenario, and, if <c>-GroupMember</c> is given, Team.</summary>
    [Parameter]
    [EnumNameTransform]
    public ReportGroup[]? GroupBy { get; set; }

    /// <summary>The members of the teams, from <c>Get-ExecGroupMember</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public PSObject?[]? GroupMember { get; set; }

    /// <summary>Validates the parameters before the input is read.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        AddEach(GroupMember ?? [], _input.AddMember, nameof(GroupMember), "Specify the output of Get-ExecGroupMember, or rows with its properties GroupName and UserEmail.");
        _position = 0;
        if (GroupBy?.Contains(ReportGroup.Team) == true && GroupMember is null)
            ThrowInvalidArgument("ExecTeamNeedsGroupMember", "-GroupBy Team requires -GroupMember.", "Add -GroupMember (Get-ExecGroupMember).");
    }

    /// <summary>Collects the input.</summary>
    protected override void ProcessRecord()
    {
        // -InputObject isn't given if nothing is piped in.
        if (MyInvocation.ExpectingInput || InputObject is not null)
        {
            AddEach(InputObject ?? [null], _input.Add, nameof(InputObject),
                "Pipe in the output of Get-ExecAssignment or Get-ExecSession, or rows of a CSV or JSON file with its properties.");
        }
    }

    /// <summary>Writes the report.</summary>
    protected override void EndProcessing()
    {
        if (_input.Assignments.Count + _input.Sessions.Count == 0)
        {
            ThrowInvalidArgument("ExecReportEmpty", "Nothing was piped in, so no report was written.",
                "Pipe in assignments, sessions, or both: Get-ExecAssignment | Export-ExecReport -Path report.html");
        }

        if (_input.RepeatedCount > 0)
            WriteWarning($"{_input.RepeatedCount} input objects have the ID of an earlier one. Each assignment and session is counted once.");

        var groups = GroupBy ?? (GroupMember is null ? [ReportGroup.Program, ReportGroup.Scenario] : [ReportGroup.Program, ReportGroup.Scenario, ReportGroup.Team]);
        WriteFile($"a report of {Count(_input.Assignments, "assignment")} and {Count(_input.Sessions, "session")}", ReportPage.Render(new(_input, groups, DateTimeOffset.Now), Title));
    }

    private static string Count<T>(List<T> items, string name) => $"{items.Count} {name}{(items.Count == 1 ? "" : "s")}";

    private void AddEach(PSObject?[] items, Action<PSObject?> add, string parameter, string action)
    {
        foreach (var item in items)
        {
            _position++;
            try
            {
                add(item);
            }
            catch (FormatException exception)
            {
                ThrowInvalidArgument("ExecReportInputInvalid", $"Object {_position} of -{parameter} {exception.Message.TrimEnd('.')}.", action);
            }
        }
    }
}
