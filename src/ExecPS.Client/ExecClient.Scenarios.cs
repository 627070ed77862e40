using ExecPS.Client.Errors;
using ExecPS.Client.Filters;
using ExecPS.Client.Http;
using ExecPS.Client.Paging;
using ExecPS.Client.Requests;

namespace ExecPS.Client;

public sealed partial class ExecClient
{
    private static ListEndpoint<Scenario> ScenariosEndpoint => new("/scenarios", static () => ExecJsonContext.Default.PageScenario);
    private static ListEndpoint<Assignment> AssignmentsEndpoint => new("/scenarios/assignments", static () => ExecJsonContext.Default.PageAssignment);
    private static ListEndpoint<Collection> CollectionsEndpoint => new("/collections", static () => ExecJsonContext.Default.PageCollection);
    private static ListEndpoint<ScenarioParticipant> ParticipantsEndpoint => new("/scenarios/{id}/analytics/participants", static () => ExecJsonContext.Default.PageScenarioParticipant);

    /// <summary>Lists the scenarios of the workspace (<c>listScenarios</c>), in the API's order.</summary>
    /// <param name="filter">The filter. Null for all.</param>
    public ExecListing<Scenario> ListScenarios(ScenarioFilter? filter = null) => ListScenarios([filter ?? new()]);

    /// <summary>Lists the scenarios of the workspace that match any of the filters (<c>listScenarios</c>), each once, with few requests.</summary>
    /// <param name="filters">The filters. An item is included if it matches any of them. Without filters the list is empty.</param>
    public ExecListing<Scenario> ListScenarios(IEnumerable<ScenarioFilter> filters) =>
        List(ScenariosEndpoint, filters.Select(filter => filter.ToQuery()));

    /// <summary>Lists the assignments of the workspace (<c>listAssignments</c>), in the API's order.</summary>
    /// <param name="filter">The filter. Null for all.</param>
    public ExecListing<Assignment> ListAssignments(AssignmentFilter? filter = null) => ListAssignments([filter ?? new()]);

    /// <summary>Lists the assignments that match any of the filters (<c>listAssignments</c>), each once, with few requests.</summary>
    /// <param name="filters">The filters. An item is included if it matches any of them. Without filters the list is empty.</param>
    public ExecListing<Assignment> ListAssignments(IEnumerable<AssignmentFilter> filters) =>
        List(AssignmentsEndpoint, filters.Select(filter => filter.ToQuery()));

    /// <summary>Lists the collections of the workspace (<c>listCollections</c>), by name.</summary>
    public ExecListing<Collection> ListCollections() => List(CollectionsEndpoint, [new FilterQuery()]);

    /// <summary>Gets a user's permissions for a scenario (<c>checkScenarioAccess</c>).</summary>
    /// <param name="scenarioId">The ID of the scenario.</param>
    /// <param name="userEmail">The user's email address.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The ID can't be part of a path.</exception>
    public async Task<ScenarioAccess> GetScenarioAccessAsync(
        string scenarioId, string userEmail, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default)
    {
        var access = await GetAsync(
            $"/scenarios/{PathSegment.Of(scenarioId, nameof(scenarioId))}/access", new FilterQuery().AddSingle("user_email", userEmail),
            static () => ExecJsonContext.Default.ScenarioAccess,
            access => access.Permissions is null
                ? "it has no 'permissions'"
                : RequireSame("scenario_id", access.ScenarioId, scenarioId) ?? RequireSame("user_email", access.UserEmail, userEmail),
            notices, cancellationToken).ConfigureAwait(false);
        access.ScenarioId ??= scenarioId;
        access.UserEmail ??= userEmail;
        return access;
    }

    /// <summary>Gets the summary analytics of a scenario for all its participants, or for those that match the filter (<c>getScenarioAnalyticsSummary</c>).</summary>
    /// <param name="scenarioId">The ID or the slug of the scenario.</param>
    /// <param name="filter">The sessions to include. Null for all.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The ID can't be part of a path.</exception>
    public async Task<ScenarioAnalytics> GetScenarioAnalyticsAsync(
        string scenarioId, AnalyticsFilter? filter = null, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default)
    {
        // Analytics of parts can't be combined, so there is one request, regardless of the length of the filter.
        var analytics = await GetAsync(
            $"/scenarios/{PathSegment.Of(scenarioId, nameof(scenarioId))}/analytics/summary", (filter ?? new()).ToQuery(),
            static () => ExecJsonContext.Default.ScenarioAnalytics,
            static analytics => analytics.ParticipantCount is null && analytics.TotalSessions is null ? "it has neither 'participant_count' nor 'total_sessions'" : null,
            notices, cancellationToken).ConfigureAwait(false);
        analytics.ScenarioId = scenarioId;
        return analytics;
    }

    /// <summary>Lists the results of the participants of a scenario (<c>getScenarioAnalyticsParticipants</c>).</summary>
    /// <param name="scenarioId">The ID or the slug of the scenario.</param>
    /// <param name="filter">The users, the sessions, and the order. Null for all.</param>
    /// <exception cref="ArgumentException">The ID can't be part of a path.</exception>
    public ExecListing<ScenarioParticipant> ListScenarioParticipants(string scenarioId, AnalyticsFilter? filter = null) =>
        ListScenarioParticipants([(scenarioId, filter ?? new())]);

    /// <summary>Lists the results of the participants of several scenarios (<c>getScenarioAnalyticsParticipants</c>), scenario by scenario.</summary>
    /// <param name="scenarios">The scenarios, with a filter for each. Each row is returned once.</param>
    /// <exception cref="ArgumentException">An ID can't be part of a path.</exception>
    public ExecListing<ScenarioParticipant> ListScenarioParticipants(IEnumerable<(string ScenarioId, AnalyticsFilter Filter)> scenarios) =>
        ListBelow(
            ParticipantsEndpoint, scenarios.Select(one => (one.ScenarioId, one.Filter.ToSortedQuery())), nameof(scenarios),
            static (participant, scenarioId) => participant.ScenarioId = scenarioId);

    /// <summary>Assigns a scenario to a user, who is notified (<c>assignScenario</c>).</summary>
    /// <remarks>Never sent twice. If the response is lost, one read looks for the assignment.</remarks>
    /// <param name="scenarioId">The ID of the scenario.</param>
    /// <param name="request">Who practices the scenario, and until when.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The ID can't be part of a path.</exception>
    /// <exception cref="ExecOutcomeUnknownException">The response is lost, and the result wasn't found.</exception>
    public Task<Assignment> AssignScenarioAsync(
        string scenarioId, AssignScenarioRequest request, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default)
    {
        var path = $"/scenarios/{PathSegment.Of(scenarioId, nameof(scenarioId))}/assignments";
        return WriteOnceAsync(
            () => WriteAsync(
                HttpMethod.Post, path, RetryMode.OnlyIfNotProcessed, ToJson(request, RequestJsonContext.Default.AssignScenarioRequest),
                static () => ExecJsonContext.Default.Assignment, assignment => RequireId(assignment.Id)
                    ?? RequireSame("scenario.id", assignment.ScenarioId, scenarioId) ?? RequireSame("user.email", assignment.UserEmail, request.UserEmail), notices, cancellationToken),
            sent => FindAssignmentAsync(scenarioId, request, sent, notices, cancellationToken),
            static assignment => assignment.Id);
    }

    /// <summary>Grants a user access to a scenario (<c>grantScenarioAccess</c>). Repeated after transient failures: a second grant has no further effect.</summary>
    /// <param name="scenarioId">The ID of the scenario.</param>
    /// <param name="request">The user and the permission level.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The ID can't be part of a path.</exception>
    public Task<ScenarioAccessGrant> GrantScenarioAccessAsync(
        string scenarioId, GrantScenarioAccessRequest request, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        WriteAsync(
            HttpMethod.Post, $"/scenarios/{PathSegment.Of(scenarioId, nameof(scenarioId))}/access", RetryMode.Idempotent,
            ToJson(request, RequestJsonContext.Default.GrantScenarioAccessRequest),
            static () => ExecJsonContext.Default.ScenarioAccessGrant, grant => grant.Granted == false
                ? "'granted' is false"
                : RequireSame("scenario_id", grant.ScenarioId, scenarioId) ?? RequireSame("user_email", grant.UserEmail, request.UserEmail), notices, cancellationToken);

    /// <summary>Finds the assignment that a request with a lost response created: same scenario, user, and due date, created since.</summary>
    private async Task<Assignment?> FindAssignmentAsync(
        string scenarioId, AssignScenarioRequest request, SentRequest sent, IProgress<ExecNotice>? notices, CancellationToken cancellationToken)
    {
        var filter = new AssignmentFilter { ScenarioIds = [scenarioId], UserEmails = [request.UserEmail] };
        var page = await GetPageAsync(
            AssignmentsEndpoint, new(AssignmentsEndpoint.Path, filter.ToQuery().ToString()), 1, PagePlan.LargestPageSize, notices, cancellationToken).ConfigureAwait(false);
        return page.Data?.Find(assignment =>
            assignment?.ScenarioId == scenarioId
            && string.Equals(assignment.UserEmail, request.UserEmail, StringComparison.OrdinalIgnoreCase)
            && ToWholeSecond(assignment.DueDate) == ToWholeSecond(request.DueDate)
            && sent.Precedes(assignment.CreatedAt, page.RespondedAt)
            && !WasCreatedBefore(assignment.Id));
    }

    private static long? ToWholeSecond(DateTime? time) => time?.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond;
}
