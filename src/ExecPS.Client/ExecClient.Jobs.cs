using ExecPS.Client.Errors;
using ExecPS.Client.Http;
using ExecPS.Client.Models;
using ExecPS.Client.Serialization;

namespace ExecPS.Client;

public sealed partial class ExecClient
{
    /// <summary>How far the making of a scenario has come (<c>getScenarioJob</c>).</summary>
    /// <param name="jobId">The job's identifier.</param>
    /// <param name="notices">Told of answers, retries and waits, from any thread.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ExecException">The request failed.</exception>
    /// <exception cref="ArgumentException">The identifier can't stand in a path.</exception>
    public Task<ScenarioJob> GetScenarioJobAsync(string jobId, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default) =>
        GetAsync(
            $"/scenario-studio/jobs/{PathSegment.Of(jobId, nameof(jobId))}", new(),
            static () => ExecJsonContext.Default.ScenarioJob, static job => RequireId(job.Id), notices, cancellationToken);
}
