namespace ExecPS.Client.Http;

/// <summary>When a request may be sent again after a failure. A property of the operation, not of the HTTP method.</summary>
internal enum RetryMode
{
    /// <summary>The operation changes nothing. Repeated after transient failures.</summary>
    Safe,

    /// <summary>
    /// Repeating the operation with the same body has no further effect, because the body has a <c>request_id</c> or describes the
    /// final state. Repeated after transient failures.
    /// </summary>
    Idempotent,

    /// <summary>Repeating the operation could have a second effect. Repeated only after 429 or when no connection was made.</summary>
    OnlyIfNotProcessed,
}
