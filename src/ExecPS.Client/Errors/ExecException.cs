namespace ExecPS.Client.Errors;

/// <summary>A request that didn't bring what was asked. Each kind of failure has a type of its own.</summary>
public abstract class ExecException : Exception
{
    private protected ExecException(string message, string request, Exception? inner)
        : base(message, inner) => Request = request;

    /// <summary>
    /// The request that failed, as method and path: <c>GET /scenarios/assignments</c>. Where the answer is a page that is none of
    /// the API's (<see cref="ExecResponseException"/>), the page's number stands behind: <c>GET /scenarios/assignments (page 3)</c>.
    /// </summary>
    public string Request { get; }
}
