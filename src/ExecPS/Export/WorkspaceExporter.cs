using ExecPS.Client;
using ExecPS.Client.Errors;

namespace ExecPS.Export;

/// <summary>Exports the resources of a workspace to a folder, one after the other.</summary>
internal sealed class WorkspaceExporter(
    ExecClient client, ExportFolder folder, ExportOptions options, RequestBudget budget, IProgress<ExecNotice> notices, CancellationToken cancellationToken)
{
    private readonly DateTime _begunAt = options.Clock.GetUtcNow().UtcDateTime;
    private ExecException? _stopped;

    /// <summary>Exports a resource.</summary>
    /// <returns>The result, and the failure if there is one.</returns>
    public async Task<(ExportedFile File, Exception? Failure)> ExportAsync(ExportDefinition definition)
    {
        var file = new ExportedFile(definition.Resource, folder.PathOf(definition));
        var used = budget.Used;
        Exception? failure = null;
        try
        {
            await ExportAsync(definition, file).ConfigureAwait(false);
        }
        catch (ExportIncompleteException exception)
        {
            file.Message = definition.IsIncremental ? $"{exception.Message} The next run continues where this one stopped." : exception.Message;
        }
        catch (Exception exception) when (exception is ExecException or IOException or UnauthorizedAccessException)
        {
            (file.Message, failure) = (exception.Message, exception);
            if (exception is ExecException { AffectsEveryRequest: true } stop)
                _stopped = stop;
        }

        file.RequestCount = budget.Used - used;
        return (file, failure);
    }

    private async Task ExportAsync(ExportDefinition definition, ExportedFile file)
    {
        var previous = folder.Read(definition);
        file.RowCount = previous.Rows.Count;
        if (_stopped is not null)
            throw _stopped;

        DateTime readAt;
        Row[] rows;

        // The journal must be closed before it is deleted.
        using (var reading = new ExportReading(client, definition, options, budget, previous, () => folder.OpenJournal(definition, previous), notices, cancellationToken))
        {
            await definition.ReadAsync(reading).ConfigureAwait(false);
            readAt = definition.IsIncremental ? reading.Journal.BegunAt : _begunAt;
            rows = reading.Table.Sorted;
        }

        folder.Write(definition, previous, rows, readAt, cancellationToken);
        var before = new HashSet<string>(previous.Rows.Select(static row => row.Key), StringComparer.Ordinal);
        file.NewRowCount = rows.Count(row => !before.Contains(row.Key));
        (file.RowCount, file.IsComplete) = (rows.Length, true);
    }
}
