namespace ExecPS.Client.Paging;

/// <summary>A list that can be read: which rows, not read yet.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class ExecListing<T>
    where T : class
{
    private readonly ExecClient _client;
    private readonly ListEndpoint<T> _endpoint;
    private readonly IReadOnlyList<ListQuery<T>> _queries;

    /// <param name="client">Who asks.</param>
    /// <param name="endpoint">What is asked.</param>
    /// <param name="queries">The questions whose answers make up the list; a row comes once though several give it.</param>
    internal ExecListing(ExecClient client, ListEndpoint<T> endpoint, IReadOnlyList<ListQuery<T>> queries) =>
        (_client, _endpoint, _queries) = (client, endpoint, queries);

    /// <summary>Begins to read; nothing is sent before the reader is asked for something.</summary>
    /// <param name="options">Which part of the list; null for all of it.</param>
    /// <param name="notices">Told of answers, retries, waits and oddities, from any thread.</param>
    /// <param name="cancellationToken">Ends the reading and every request in flight.</param>
    /// <exception cref="ArgumentOutOfRangeException">A property of the options is out of its range; it has that property's name.</exception>
    public ListReader<T> Read(ListOptions? options = null, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default)
    {
        var part = options ?? new();
        part.RequireRanges();

        // Only lists of several things' own can lack one of these.
        part = part with { ContinueAfterNotFound = part.ContinueAfterNotFound && _queries.Any(static query => query.Complete is not null) };
        return new(_queries.Count, part, notices, (index, plan) => Open(_queries[index], plan, notices, cancellationToken));
    }

    private PageReader<T> Open(ListQuery<T> query, PagePlan plan, IProgress<ExecNotice>? notices, CancellationToken cancellationToken) =>
        new(plan, $"GET {query.Path}", (page, size, stop) => _client.GetPageAsync(_endpoint, query, page, size, notices, stop), cancellationToken);

    /// <summary>Reads the whole list, row by row.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Errors.ExecException">A request failed; the rows before it were given.</exception>
    public async IAsyncEnumerable<T> ReadAllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reader = Read(cancellationToken: cancellationToken);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false) is { } rows)
            {
                foreach (var row in rows)
                    yield return row;
            }
        }
    }
}
