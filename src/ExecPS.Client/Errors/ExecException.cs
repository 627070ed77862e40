namespace ExecPS.Client.Errors;

/// <summary>A request failed. Each kind of failure has its own type.</summary>
public abstract class ExecException : Exception
{
    private readonly bool _lastAttemptMayHaveBeenProcessed;

    private protected ExecException(string message, string request, bool mayHaveBeenProcessed, Exception? inner)
        : base(message, inner) => (Request, _lastAttemptMayHaveBeenProcessed) = (request, mayHaveBeenProcessed);

    /// <summary>
    /// The request that failed, as method and path: <c>GET /scenarios/assignments</c>. If one page of a list isn't valid
    /// (<see cref="ExecResponseException"/>), the page number follows: <c>GET /scenarios/assignments (page 3)</c>.
    /// </summary>
    public string Request { get; }

    /// <summary>
    /// Whether the server may have processed the request, in the last or an earlier attempt. True after a timeout, a lost connection,
    /// or a status such as 500; false after a rejection (4xx), or if no connection was made.
    /// </summary>
    public bool MayHaveBeenProcessed => _lastAttemptMayHaveBeenProcessed || EarlierAttemptMayHaveBeenProcessed;

    /// <summary>
    /// Whether the request was repeated after an attempt that the server may have processed. If so, a rejection can be the consequence of
    /// that attempt: for example, 404 for a DELETE request whose first response was lost.
    /// </summary>
    public bool EarlierAttemptMayHaveBeenProcessed { get; internal set; }

    /// <summary>Whether every other request would fail like this one: the key isn't accepted, the rate limit is reached, or there is no connection.</summary>
    internal bool AffectsEveryRequest => this switch
    {
        ExecApiException api => api.StatusCode is 401 or 429,
        ExecConnectionException connection => !connection.MayHaveBeenProcessed,
        ExecRedirectException => true,
        _ => false,
    };
}
