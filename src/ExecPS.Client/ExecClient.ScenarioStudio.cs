using ExecPS.Client.Errors;
using ExecPS.Client.Http;
using ExecPS.Client.Requests;

namespace ExecPS.Client;

public sealed partial class ExecClient
{
    /// <summary>Gets the status and result of a scenario job (<c>getScenarioJob</c>).</summary>
    /// <param name="jobId">The ID of the job.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The ID can't be part of a path.</exception>
    public Task<ScenarioJob> GetScenarioJobAsync(string jobId, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        GetAsync(
            $"/scenario-studio/jobs/{PathSegment.Of(jobId, nameof(jobId))}", new(),
            static () => ExecJsonContext.Default.ScenarioJob, job => RequireId(job.Id, jobId), notices, cancellationToken);

    /// <summary>Creates a session in which a user creates a scenario (<c>createScenarioStudioSession</c>). Repeated after transient failures: the request ID prevents a second session.</summary>
    /// <param name="request">The user, the prompt, and the request ID.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    public Task<StudioSession> CreateStudioSessionAsync(
        CreateStudioSessionRequest request, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        WriteAsync(
            HttpMethod.Post, "/scenario-studio", RetryMode.Idempotent, ToJson(request, RequestJsonContext.Default.CreateStudioSessionRequest),
            static () => ExecJsonContext.Default.StudioSession, static session => RequireId(session.Id), notices, cancellationToken, createsScenario: true);

    /// <summary>Starts a job that creates a scenario (<c>createScenarioJob</c>). Repeated after transient failures: the request ID prevents a second job.</summary>
    /// <param name="request">The user, the prompt, and the request ID.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    public Task<ScenarioJob> CreateScenarioJobAsync(
        CreateScenarioJobRequest request, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        WriteAsync(
            HttpMethod.Post, "/scenario-studio/jobs", RetryMode.Idempotent, ToJson(request, RequestJsonContext.Default.CreateScenarioJobRequest),
            static () => ExecJsonContext.Default.ScenarioJob, static job => RequireId(job.Id), notices, cancellationToken, createsScenario: true);

    /// <summary>Cancels a job that is queued or processing (<c>cancelScenarioJob</c>).</summary>
    /// <remarks>Repeated after transient failures. If the API then rejects the repeated request, the status of the job shows whether it was canceled.</remarks>
    /// <param name="jobId">The ID of the job.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits, from any thread.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The ID can't be part of a path.</exception>
    public async Task<ScenarioJob> CancelScenarioJobAsync(string jobId, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await WriteAsync(
                HttpMethod.Delete, $"/scenario-studio/jobs/{PathSegment.Of(jobId, nameof(jobId))}", RetryMode.Idempotent, null,
                static () => ExecJsonContext.Default.ScenarioJob, job => RequireId(job.Id, jobId), notices, cancellationToken).ConfigureAwait(false);
        }
        catch (ExecApiException exception) when (exception is { StatusCode: 400, EarlierAttemptMayHaveBeenProcessed: true })
        {
            var job = await GetScenarioJobAsync(jobId, notices, cancellationToken).ConfigureAwait(false);
            if (job.Status == ScenarioJobStatus.Cancelled)
                return job;
            throw;
        }
    }
}
