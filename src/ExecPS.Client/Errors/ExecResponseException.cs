namespace ExecPS.Client.Errors;

/// <summary>The response isn't valid for the API: for example, HTML, malformed JSON, JSON of another structure, or a response that exceeds a limit.</summary>
public sealed class ExecResponseException : ExecException
{
    internal ExecResponseException(string request, string reason, Exception? inner = null)
        : base($"The response to {request} isn't valid: {reason.TrimEnd('.')}.", request, mayHaveBeenProcessed: true, inner)
    {
    }
}
