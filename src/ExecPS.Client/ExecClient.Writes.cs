using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ExecPS.Client.Errors;
using ExecPS.Client.Http;

namespace ExecPS.Client;

/// <summary>How writes are sent, and what happens when a response is lost.</summary>
public sealed partial class ExecClient
{
    /// <summary>The IDs of what this client created. A lost response is never explained by one of them.</summary>
    private readonly HashSet<string> _createdIds = new(StringComparer.Ordinal);

    private static byte[] ToJson<T>(T body, JsonTypeInfo<T> typeInfo) => JsonSerializer.SerializeToUtf8Bytes(body, typeInfo);

    /// <summary>Sends a request that changes something.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the API's address.</param>
    /// <param name="retryMode">When the request may be repeated.</param>
    /// <param name="body">The JSON body. Null for none.</param>
    /// <param name="typeInfo">Gets the JSON metadata of the response.</param>
    /// <param name="findProblem">Gets what is wrong with a response. Null if nothing is.</param>
    /// <param name="notices">Receives notices about responses, retries, and waits.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <param name="createsScenario">Whether the limit for scenario creations applies.</param>
    private async Task<T> WriteAsync<T>(
        HttpMethod method, string path, RetryMode retryMode, byte[]? body, Func<JsonTypeInfo<T>> typeInfo, Func<T, string?> findProblem,
        IProgress<ExecNotice>? notices, CancellationToken cancellationToken, bool createsScenario = false)
    {
        var message = new ExecRequestMessage(method, BaseUri, path, "", retryMode, notices) { Body = body, CreatesScenario = createsScenario };
        return await ExchangeAsync(
            message,
            (request, response, bytes) =>
            {
                var result = Parse(request, response, bytes, typeInfo(), cancellationToken);
                return findProblem(result) is { } problem ? throw new ExecResponseException(request.Label, problem) : result;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a request that must not be repeated. If its response is lost, looks for the result once.</summary>
    /// <param name="send">Sends the request.</param>
    /// <param name="findAsync">Reads the result if it exists; given what recognizes a time as later than the request. Null if it doesn't exist.</param>
    /// <param name="getId">Gets the ID of the result.</param>
    /// <exception cref="ExecOutcomeUnknownException">The response is lost, and no result was found.</exception>
    private async Task<T> WriteOnceAsync<T>(Func<Task<T>> send, Func<SentRequest, Task<T?>> findAsync, Func<T, string?> getId)
        where T : class
    {
        var sent = new SentRequest(_clock.GetUtcNow(), _clock);
        T result;
        try
        {
            result = await send().ConfigureAwait(false);
        }
        catch (ExecException failure) when (failure.MayHaveBeenProcessed)
        {
            result = await FindAsync(sent, findAsync, failure).ConfigureAwait(false);
        }

        if (getId(result) is { } id)
        {
            lock (_createdIds)
                _createdIds.Add(id);
        }

        return result;
    }

    private static async Task<T> FindAsync<T>(SentRequest sent, Func<SentRequest, Task<T?>> findAsync, ExecException failure)
        where T : class
    {
        try
        {
            return await findAsync(sent).ConfigureAwait(false) ?? throw new ExecOutcomeUnknownException(failure, null);
        }
        catch (ExecException readFailure) when (readFailure is not ExecOutcomeUnknownException)
        {
            throw new ExecOutcomeUnknownException(failure, readFailure);
        }
    }

    private bool WasCreatedBefore(string? id)
    {
        lock (_createdIds)
            return id is not null && _createdIds.Contains(id);
    }

    /// <summary>Sends a DELETE request. Not found (404) is success if an earlier attempt may have been processed.</summary>
    private async Task ArchiveAsync(string path, string id, IProgress<ExecNotice>? notices, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(
                HttpMethod.Delete, path, RetryMode.Idempotent, null, static () => Serialization.ExecJsonContext.Default.DeleteResult,
                result => result.Deleted == false ? "'deleted' is false" : RequireSame("id", result.Id, id), notices, cancellationToken).ConfigureAwait(false);
        }
        catch (ExecApiException exception) when (exception is { StatusCode: 404, EarlierAttemptMayHaveBeenProcessed: true })
        {
            // The earlier attempt archived it; only its response was lost.
        }
    }

    /// <summary>The time at which a request was sent, by the local clock.</summary>
    private readonly record struct SentRequest(DateTimeOffset Time, TimeProvider Clock)
    {
        /// <summary>Whether something was created or changed after the request was sent, by the server's clock, which is known to the second.</summary>
        /// <param name="time">When it was created or changed, in local time.</param>
        /// <param name="serverTime">The server's time now, from the response that contains it. Null if the server doesn't send it: then nothing is known.</param>
        public bool Precedes(DateTime? time, DateTimeOffset? serverTime)
        {
            if (time?.ToUniversalTime() is not { } actual || serverTime is not { } now)
                return false;

            // A time without a fraction may have been cut to the second.
            var earliest = (now - (Clock.GetUtcNow() - Time)).UtcDateTime;
            return actual >= (actual.Ticks % TimeSpan.TicksPerSecond == 0 ? earliest.AddSeconds(-1) : earliest);
        }
    }
}
