using System.Collections;
using ExecPS.Client.Requests;
using ExecPS.Views;

namespace ExecPS.Commands;

/// <summary>Starts jobs that create scenarios (<c>createScenarioJob</c>).</summary>
[Cmdlet(VerbsLifecycle.Start, "ExecScenarioJob", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ScenarioJob))]
public sealed class StartExecScenarioJobCommand : ExecStudioCmdlet
{
    /// <summary>Background information in Markdown, at most 50,000 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateText(CreateScenarioJobRequest.LongestContext, AllowEmpty = true)]
    public string? Context { get; set; }

    /// <summary>The slug of a scenario to start from.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Slug")]
    [TrimTransform, ValidateText(200)]
    public string? ScenarioSlug { get; set; }

    /// <summary>The HTTPS address that receives a POST request when the job ends.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TrimTransform, ValidateWebAddress(RequireHttps = true)]
    public Uri? CallbackUrl { get; set; }

    /// <summary>Headers of that request. Their values are secrets: no output shows them.</summary>
    [Parameter]
    [ValidateHttpHeaders]
    public IDictionary? CallbackHeaders { get; set; }

    /// <summary>Rejects headers without an address.</summary>
    protected override void ProcessRecord()
    {
        if (CallbackHeaders is not null && CallbackUrl is null)
            ThrowInvalidArgument("ExecCallbackHeadersNeedUrl", "-CallbackHeaders requires -CallbackUrl.", "Add -CallbackUrl, or omit -CallbackHeaders.");
        base.ProcessRecord();
    }

    private protected override Action Prepare(string email, string requestId)
    {
        var request = new CreateScenarioJobRequest
        {
            UserEmail = email, Prompt = Prompt!, Context = NullIfEmpty(Context), ScenarioSlug = ScenarioSlug, RequestId = requestId,
            CallbackUrl = CallbackUrl, CallbackHeaders = CallbackHeaders is null ? null : ValidateHttpHeadersAttribute.Read(CallbackHeaders),
        };
        var record = new WriteRecord()
            .Add(nameof(UserEmail), email)
            .Add(nameof(Prompt), Prompt)
            .Add(nameof(Context), request.Context)
            .Add(nameof(ScenarioSlug), request.ScenarioSlug)
            .Add(nameof(RequestId), requestId)
            .Add(nameof(CallbackUrl), CallbackUrl);
        var source = request.ScenarioSlug is null ? "" : $" from '{ViewText.Safe(request.ScenarioSlug)}'";
        return () =>
        {
            var job = Send(
                $"Start a job that creates a scenario{source} for {email}", record, $"Start-ExecScenarioJob with -RequestId {requestId}, which returns an existing job",
                (notices, stop) => Client.CreateScenarioJobAsync(request, notices, stop));
            if (job is not null)
                WriteObject(job);
        };
    }
}
