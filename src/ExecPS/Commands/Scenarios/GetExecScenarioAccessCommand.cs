namespace ExecPS.Commands;

/// <summary>Gets users' permissions for scenarios (<c>checkScenarioAccess</c>).</summary>
[Cmdlet(VerbsCommon.Get, "ExecScenarioAccess", DefaultParameterSetName = ById)]
[OutputType(typeof(ScenarioAccess))]
public sealed class GetExecScenarioAccessCommand : ExecConnectedCmdlet, INamedInput
{
    /// <summary>The IDs of the scenarios.</summary>
    [Parameter(ParameterSetName = ById, Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateId, CompletesEntity]
    public string[]? ScenarioId { get; set; }

    /// <summary>The names of the scenarios, which can contain wildcards.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true)]
    [TrimTransform, ValidatePatternText, CompletesEntity]
    [ResolvesName, SupportsWildcards]
    public string[]? ScenarioName { get; set; }

    /// <summary>The email addresses of the users. Each user is looked up for each scenario.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Email", "Mail")]
    [TrimTransform, ValidateEmail, CompletesEntity]
    public string[]? UserEmail { get; set; }

    /// <summary>The input object. Its scenario name is included in the output.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Writes the permissions of each user for each scenario.</summary>
    protected override void ProcessRecord()
    {
        if (!AcceptInput())
            return;

        (string Scenario, string Email)[] pairs = [.. ScenarioId!.SelectMany(_ => UserEmail!, (scenario, email) => (scenario, email))];
        WriteEach(pairs, (pair, notices, stop) => Client.GetScenarioAccessAsync(pair.Scenario, pair.Email, notices, stop));
    }
}
