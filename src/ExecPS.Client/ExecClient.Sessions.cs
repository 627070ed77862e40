using ExecPS.Client.Errors;
using ExecPS.Client.Filters;
using ExecPS.Client.Http;
using ExecPS.Client.Models;
using ExecPS.Client.Paging;
using ExecPS.Client.Serialization;

namespace ExecPS.Client;

public sealed partial class ExecClient
{
    private static ListEndpoint<Session> SessionsEndpoint => new("/sessions", static () => ExecJsonContext.Default.PageSession);

    /// <summary>The sessions of the workspace (<c>listSessions</c>), in the API's order.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    public ExecListing<Session> ListSessions(SessionFilter? filter = null) => ListSessions([filter ?? new()]);

    /// <summary>The sessions of the workspace that any of the filters asks for (<c>listSessions</c>), each once, in few requests.</summary>
    /// <param name="filters">Which ones; none at all gives an empty list.</param>
    public ExecListing<Session> ListSessions(IEnumerable<SessionFilter> filters) =>
        List(SessionsEndpoint, filters.Select(filter => filter.ToQuery()));

    /// <summary>A session with its feedback (<c>getSession</c>).</summary>
    /// <param name="sessionId">The session's identifier.</param>
    /// <param name="includeTranscript">Whether the transcript comes too.</param>
    /// <param name="includeEvaluations">Whether the evaluations come too.</param>
    /// <param name="notices">Told of answers, retries and waits, from any thread.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The identifier can't stand in a path.</exception>
    public Task<SessionDetail> GetSessionAsync(
        string sessionId, bool includeTranscript = false, bool includeEvaluations = false,
        IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        GetAsync(
            $"/sessions/{PathSegment.Of(sessionId, nameof(sessionId))}",
            new FilterQuery().Add("include", new[] { includeTranscript ? "transcript" : "", includeEvaluations ? "evaluations" : "" }.Where(section => section.Length > 0)),
            static () => ExecJsonContext.Default.SessionDetail, session => RequireId(session.Id, sessionId), notices, cancellationToken);
}
