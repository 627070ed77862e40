namespace ExecPS.Client.Errors;

/// <summary>An answer that isn't the API's: HTML, broken JSON, JSON of another shape, or more than is allowed.</summary>
public sealed class ExecResponseException : ExecException
{
    internal ExecResponseException(string request, string reason, Exception? inner = null)
        : base($"The answer to {request} isn't the API's: {reason.TrimEnd('.')}.", request, inner)
    {
    }
}
