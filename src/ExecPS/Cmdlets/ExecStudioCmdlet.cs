using ExecPS.Client.Requests;

namespace ExecPS.Cmdlets;

/// <summary>The base class of commands that create scenarios with Scenario Studio. A request ID makes their requests repeatable.</summary>
public abstract class ExecStudioCmdlet : ExecWriteCmdlet
{
    private Action? _first;

    private protected ExecStudioCmdlet()
    {
    }

    /// <summary>The email addresses of the users for whom scenarios are created.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Email", "Mail")]
    [TrimTransform, ValidateEmail, CompletesEntity]
    public string[]? UserEmail { get; set; }

    /// <summary>The description of the scenario, at most 10,000 characters.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateText(CreateScenarioJobRequest.LongestPrompt)]
    public string? Prompt { get; set; }

    /// <summary>An ID that makes the request repeatable. The default is a new ID for each record.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateText(128)]
    public string? RequestId { get; set; }

    /// <summary>Creates what one input object describes.</summary>
    protected override void ProcessRecord()
    {
        foreach (var email in UserEmail!)
        {
            var create = Prepare(email, RequestId ?? Guid.NewGuid().ToString());
            if (!GivenParameters.Contains(nameof(RequestId), StringComparer.OrdinalIgnoreCase))
            {
                create();
                continue;
            }

            // The first record waits for a second one, so that nothing is sent if there are several.
            if (_first is not null)
            {
                ThrowInvalidArgument("ExecRequestIdNotUnique",
                    "-RequestId can't be used for several records.", "Omit -RequestId, or add a RequestId property to each input object.");
            }

            _first = create;
        }
    }

    /// <summary>Creates the only record, if it has a request ID.</summary>
    protected override void EndProcessing()
    {
        _first?.Invoke();
        base.EndProcessing();
    }

    /// <summary>Captures the values of the current record.</summary>
    /// <param name="email">The user.</param>
    /// <param name="requestId">The request ID.</param>
    /// <returns>Sends the request and writes the result.</returns>
    private protected abstract Action Prepare(string email, string requestId);
}
