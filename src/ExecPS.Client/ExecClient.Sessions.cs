using ExecPS.Client.Errors;
using ExecPS.Client.Filters;
using ExecPS.Client.Http;
using ExecPS.Client.Paging;

namespace ExecPS.Client;

public sealed partial class ExecClient
{
    private static ListEndpoint<Session> SessionsEndpoint => new("/sessions", static () => ExecJsonContext.Default.PageSession);

    /// <summary>Lists the sessions of the workspace (<c>listSessions</c>), in the API's order.</summary>
    /// <param name="filter">The filter. Null for all.</param>
    public ExecListing<Session> ListSessions(SessionFilter? filter = null) => ListSessions([filter ?? new()]);

    /// <summary>Lists the sessions of the workspace that match any of the filters (<c>listSessions</c>), each once, with few requests.</summary>
    /// <param name="filters">The filters. An item is included if it matches any of them. Without filters the list is empty.</param>
    public ExecListing<Session> ListSessions(IEnumerable<SessionFilter> filters) =>
        List(SessionsEndpoint, filters.Select(filter => filter.ToQuery()));

    /// <summary>Gets a session with its feedback (<c>getSession</c>).</summary>
    /// <param name="sessionId">The ID of the session.</param>
    /// <param name="includeTranscript">Whether to include the transcript.</param>
    /// <param name="includeEvaluations">Whether to include the evaluations.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The ID can't be part of a path.</exception>
    public Task<SessionDetail> GetSessionAsync(
        string sessionId, bool includeTranscript = false, bool includeEvaluations = false,
        IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        GetAsync(
            $"/sessions/{PathSegment.Of(sessionId, nameof(sessionId))}",
            new FilterQuery().Add("include", new[] { includeTranscript ? "transcript" : "", includeEvaluations ? "evaluations" : "" }.Where(section => section.Length > 0)),
            static () => ExecJsonContext.Default.SessionDetail, session => RequireId(session.Id, sessionId), notices, cancellationToken);
}
