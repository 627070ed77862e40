using System.Runtime.CompilerServices;

namespace ExecPS.Client.Paging;

/// <summary>A list to read. No request is sent until a reader reads rows.</summary>
/// <typeparam name="T">The type of the rows.</typeparam>
public sealed class ExecListing<T>
    where T : class
{
    private readonly ExecClient _client;
    private readonly ListEndpoint<T> _endpoint;
    private readonly IReadOnlyList<ListQuery<T>> _queries;

    /// <param name="client">Sends the requests.</param>
    /// <param name="endpoint">The list of the API.</param>
    /// <param name="queries">The queries whose results make up the list. A row that several queries return is returned once.</param>
    internal ExecListing(ExecClient client, ListEndpoint<T> endpoint, IReadOnlyList<ListQuery<T>> queries) =>
        (_client, _endpoint, _queries) = (client, endpoint, queries);

    /// <summary>Creates a reader.</summary>
    /// <param name="options">The part of the list to read; null for all of it.</param>
    /// <param name="notices">
    /// Receives notices about responses, retries, waits, and incomplete lists, on any thread. If it is null and rows may be
    /// missing, the reader throws an <see cref="Errors.ExecListIncompleteException"/> after the last row.
    /// </param>
    /// <param name="cancellationToken">Cancels reading and all requests in flight.</param>
    /// <exception cref="ArgumentOutOfRangeException">A property of the options is out of range. The exception has the name of the property.</exception>
    public ListReader<T> Read(ListOptions? options = null, IProgress<ExecNotice>? notices = null, CancellationToken cancellationToken = default)
    {
        var part = options ?? new();
        part.RequireRanges();

        // Only nested lists depend on an item that might not exist.
        part = part with { ContinueAfterNotFound = part.ContinueAfterNotFound && _queries.Any(static query => query.Complete is not null) };
        return new(_queries.Count, part, notices, (index, plan, stop) => Open(_queries[index], plan, part.BeforeRequest, notices, stop), cancellationToken);
    }

    /// <summary>Reads the whole list, row by row. If rows may be missing, throws an exception after the last row.</summary>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="Errors.ExecListIncompleteException">All rows were returned, but the list changed meanwhile and rows may be missing.</exception>
    /// <exception cref="Errors.ExecException">A request failed; the rows before it were returned.</exception>
    public IAsyncEnumerable<T> ReadAllAsync(CancellationToken cancellationToken = default) => ReadRowsAsync(null, cancellationToken);

    /// <summary>Reads the whole list, row by row, and reports notices.</summary>
    /// <param name="notices">Receives notices on any thread. <see cref="ListingDisturbed"/> reports that rows may be missing.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="Errors.ExecException">A request failed; the rows before it were returned.</exception>
    public IAsyncEnumerable<T> ReadAllAsync(IProgress<ExecNotice> notices, CancellationToken cancellationToken = default) => ReadRowsAsync(notices, cancellationToken);

    private PageReader<T> Open(ListQuery<T> query, PagePlan plan, Action? before, IProgress<ExecNotice>? notices, CancellationToken cancellationToken) => new(
        plan, $"GET {query.Path}",
        (page, size, stop) =>
        {
            before?.Invoke();
            return _client.GetPageAsync(_endpoint, query, page, size, notices, stop);
        },
        cancellationToken, query.Complete);

    private async IAsyncEnumerable<T> ReadRowsAsync(IProgress<ExecNotice>? notices, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = Read(notices: notices, cancellationToken: cancellationToken);
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
