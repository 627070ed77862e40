using ExecPS.Client.Requests;

namespace ExecPS.Commands;

/// <summary>Creates sessions in which users create scenarios in Scenario Studio (<c>createScenarioStudioSession</c>).</summary>
[Cmdlet(VerbsCommon.New, "ExecStudioSession", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(StudioSession))]
public sealed class NewExecStudioSessionCommand : ExecStudioCmdlet
{
    private protected override Action Prepare(string email, string requestId)
    {
        var request = new CreateStudioSessionRequest { UserEmail = email, Prompt = Prompt!, RequestId = requestId };
        var record = new WriteRecord().Add(nameof(UserEmail), email).Add(nameof(Prompt), Prompt).Add(nameof(RequestId), requestId);
        return () =>
        {
            var session = Send(
                $"Create a Scenario Studio session for {email}", record, $"New-ExecStudioSession with -RequestId {requestId}, which returns an existing session",
                (notices, stop) => Client.CreateStudioSessionAsync(request, notices, stop));
            if (session is not null)
                WriteObject(session);
        };
    }
}
