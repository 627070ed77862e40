namespace ExecPS.Commands;

/// <summary>Grants users access to scenarios (<c>grantScenarioAccess</c>).</summary>
[Cmdlet(VerbsSecurity.Grant, "ExecScenarioAccess", DefaultParameterSetName = ById, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ScenarioAccessGrant))]
public sealed class GrantExecScenarioAccessCommand : ExecWriteCmdlet, INamedInput
{
    /// <summary>The IDs of the scenarios. Each user gets access to each scenario.</summary>
    [Parameter(ParameterSetName = ById, Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? ScenarioId { get; set; }

    /// <summary>The names of the scenarios, which can contain wildcards. Each user gets access to each scenario.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? ScenarioName { get; set; }

    /// <summary>The email addresses of the users.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Email", "Mail")]
    [TrimTransform, ValidateEmail, CompletesEntity]
    public string[]? UserEmail { get; set; }

    /// <summary>What the users are allowed to do.</summary>
    [Parameter(Position = 2, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, EnumNameTransform]
    [ValidateRange(ScenarioPermissionLevel.View, ScenarioPermissionLevel.Edit)]
    public ScenarioPermissionLevel PermissionLevel { get; set; }

    /// <summary>The input object. Its scenario name is included in the output.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Grants the access that one input object describes.</summary>
    protected override void ProcessRecord()
    {
        if (!AcceptInput())
            return;

        Expect((long)ScenarioId!.Length * UserEmail!.Length, isTotal: !MyInvocation.ExpectingInput);
        foreach (var scenario in ScenarioId!)
        {
            foreach (var email in UserEmail!)
            {
                var record = new WriteRecord().Add(nameof(ScenarioId), scenario).Add(nameof(UserEmail), email).Add(nameof(PermissionLevel), PermissionLevel);
                var grant = Send(
                    $"Grant {email} {PermissionLevel} access to {NameOf(EntityKind.Scenario, scenario)}", record,
                    $"Get-ExecScenarioAccess -ScenarioId {scenario} -UserEmail {email}",
                    (notices, stop) => Client.GrantScenarioAccessAsync(scenario, new() { UserEmail = email, PermissionLevel = PermissionLevel }, notices, stop));
                if (grant is not null)
                    WriteObject(grant);
            }
        }
    }
}
