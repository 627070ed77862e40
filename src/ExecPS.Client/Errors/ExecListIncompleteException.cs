namespace ExecPS.Client.Errors;

/// <summary>A list changed while it was read, and rows may be missing. All rows that were found were returned before.</summary>
public sealed class ExecListIncompleteException : ExecException
{
    internal ExecListIncompleteException(string request, string message)
        : base(message, request, mayHaveBeenProcessed: false, null)
    {
    }
}
