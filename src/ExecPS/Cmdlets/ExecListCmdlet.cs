using System.Collections;
using ExecPS.Client;
using ExecPS.Client.Paging;
using ExecPS.Client.Serialization;

namespace ExecPS.Cmdlets;

/// <summary>The base class of commands that write a list: all rows, or those selected by <c>-First</c> and <c>-Skip</c>, page by page.</summary>
/// <remarks>These commands collect their pipeline input and request the list at the end, to combine the input into the fewest requests.</remarks>
/// <typeparam name="T">The type of a row.</typeparam>
public abstract class ExecListCmdlet<T> : ExecConnectedCmdlet
    where T : class
{
    /// <summary>The parameter set of a list.</summary>
    private protected const string List = "List";

    /// <summary>The parameter set of items requested by ID.</summary>
    private protected const string Detail = "Detail";

    /// <summary>After this many rows that named nothing new, the rest is unlikely to.</summary>
    private const int MaximumRowsWithoutNews = 2000;

    private const string WaysToNarrow = "Narrow the list with filters or -First, or continue another day with -Skip.";

    private static readonly string[] s_window = ["First", "Skip", "IncludeTotalCount"];

    private readonly HashSet<string> _requestedIds = new(StringComparer.Ordinal);
    private int _rowsWithoutNews;

    private protected ExecListCmdlet()
    {
    }

    /// <summary>The maximum number of rows per request, 1 to 100.</summary>
    [Parameter]
    [NumberTransform]
    [ValidateRange(1, PagePlan.LargestPageSize)]
    public int PageSize { get; set; } = PagePlan.LargestPageSize;

    /// <summary>Writes a list.</summary>
    /// <param name="listing">The list.</param>
    /// <param name="filter">A filter that the API doesn't support, or null. The window counts the rows that pass it.</param>
    private protected void WriteList(ExecListing<T> listing, RowFilter<T>? filter = null)
    {
        if (filter?.IsEmpty == true)
            filter = null;

        var window = new ListOptions
        {
            First = Limit(PagingParameters.First), Skip = Limit(PagingParameters.Skip) ?? long.MaxValue, PageSize = PageSize, ContinueAfterNotFound = true,
        };
        var reader = listing.Read(filter is null ? window : window with { First = window.First == 0 ? 0 : null, Skip = 0 }, Notices, StopToken);
        Progress.Begin(MyInvocation.MyCommand.Name, Plural());
        _rowsWithoutNews = 0;
        try
        {
            if (PagingParameters.IncludeTotalCount)
                WriteTotal(reader, filter is not null);

            if (filter is null)
                WriteAll(reader, window);
            else
                WriteFiltered(reader, window, filter);
        }
        finally
        {
            Progress.Complete();
            reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Converts the rows of a page to the objects to write.</summary>
    private protected virtual IEnumerable Convert(IReadOnlyList<T> rows) => rows;

    /// <summary>Writes items requested by ID. Each is requested and written once per command, even if its ID occurs several times.</summary>
    /// <param name="ids">The IDs of the current input object.</param>
    /// <param name="send">Sends the request for an item.</param>
    private protected void WriteDetails<TDetail>(string[] ids, Func<string, IProgress<ExecNotice>, CancellationToken, Task<TDetail>> send)
        where TDetail : class
    {
        // The parameters on the command line are the same for every input object. -PageSize is ignored, because
        // $PSDefaultParameterValues may set it for all commands.
        if (_requestedIds.Count == 0)
        {
            ThrowIfWindow("applies only to lists, not to items requested by ID", "Omit it, or select items with Select-Object -First or -Skip.");
            ThrowIfFilter(ids);
        }

        WriteEach([.. ids.Where(_requestedIds.Add)], send);
    }

    /// <summary>Rejects parameters that select a part of a list.</summary>
    /// <param name="reason">The reason, as the end of a sentence whose subject is the parameter.</param>
    /// <param name="action">What to do instead.</param>
    /// <param name="others">Further parameters to reject.</param>
    private protected void ThrowIfWindow(string reason, string action, params string[] others)
    {
        if (s_window.Concat(others).FirstOrDefault(name => GivenParameters.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } given)
            ThrowInvalidArgument("ExecParameterNeedsList", $"-{given} {reason}.", action);
    }

    /// <summary>Rejects a switch that applies only to items requested by ID.</summary>
    private protected void ThrowIfList(string parameter, bool isGiven)
    {
        if (isGiven)
        {
            ThrowInvalidArgument("ExecParameterNeedsId",
                $"-{parameter} applies only to items requested by ID, because the lists of the API don't include this.",
                $"Specify the items with -Id, or pipe the list into {MyInvocation.MyCommand.Name} -{parameter}.");
        }
    }

    /// <summary>Rejects filters of a list if the input objects are items, because they would have no effect.</summary>
    private void ThrowIfFilter(string[] ids)
    {
        var filter = GivenParameters.FirstOrDefault(name =>
            MyInvocation.MyCommand.Parameters.TryGetValue(name, out var parameter)
            && !parameter.ParameterSets.ContainsKey(ParameterAttribute.AllParameterSets)
            && !ReferenceEquals(GetType().GetProperty(parameter.Name)?.GetValue(this), ids));
        if (filter is not null)
        {
            ThrowInvalidArgument("ExecParameterNeedsList",
                $"-{filter} applies only to lists, not to items requested by ID.",
                "Use it in the command that lists the items, or filter with Where-Object.");
        }
    }

    private void WriteAll(ListReader<T> reader, ListOptions window)
    {
        while (ReadPage(reader, Needed) is { } rows)
        {
            WriteObject(Convert(rows), enumerateCollection: true);
            Progress.Advance(reader.Given, Wanted(reader.Total, window), Client.EstimateWait(Needed()));
        }

        long Needed() => reader.RemainingRequests ?? (window.First is null ? reader.QueryCount : 1);
    }

    private void WriteFiltered(ListReader<T> reader, ListOptions window, RowFilter<T> filter)
    {
        var (toSkip, toWrite, written, read) = (window.Skip, window.First ?? long.MaxValue, 0L, 0L);
        while (toWrite > 0 && ReadPage(reader, Needed) is { } rows)
        {
            read += rows.Count;
            foreach (var row in rows.Where(filter.Passes))
            {
                if (toSkip-- > 0)
                    continue;
                if (toWrite-- == 0)
                    return;

                WriteObject(Convert([row]), enumerateCollection: true);
                written++;
            }

            Progress.Advance(written, null);
        }

        // A name is missing only if the whole list was read. As for Get-Process, a pattern that matches nothing isn't an error.
        if (toWrite > 0 && read > 0)
        {
            foreach (var (item, name, existing) in filter.Unmatched.Where(unmatched => !unmatched.Name.HasWildcards))
                WriteError(ErrorRecords.NameNotFound(item, name.Text, existing));
        }

        // The next page may have the rows that are wanted.
        long Needed() => window.First is null ? reader.RemainingRequests ?? reader.QueryCount : 1;
    }

    /// <summary>Reads the next rows, or null after the last.</summary>
    /// <param name="reader">The list.</param>
    /// <param name="needed">Gets the number of requests that are still needed, as far as it is known.</param>
    private IReadOnlyList<T>? ReadPage(ListReader<T> reader, Func<long> needed)
    {
        WarnOfQuota(needed(), WaysToNarrow);
        var rows = Await(reader.ReadAsync());
        WarnOfQuota(needed(), WaysToNarrow);
        if (rows is not null && _rowsWithoutNews < MaximumRowsWithoutNews)
            _rowsWithoutNews = Cache.Add(rows) ? 0 : _rowsWithoutNews + rows.Count;
        Cache.SetNames(rows ?? []);
        return rows;
    }

    /// <summary>Writes the number of rows that the API counts. It doesn't count rows that pass a filter of the command.</summary>
    private void WriteTotal(ListReader<T> reader, bool isFiltered)
    {
        if (isFiltered)
        {
            WriteObject(PagingParameters.NewTotalCount(0, 0));
            return;
        }

        var total = Await(reader.CountAsync());
        WriteObject(PagingParameters.NewTotalCount((ulong)total, reader.TotalIsExact ? 1.0 : 0.9));
    }

    /// <summary>The noun for the rows: <c>knowledge pages</c>.</summary>
    private static string Plural()
    {
        var name = SnakeCase.Of(typeof(T).Name).Replace('_', ' ');
        return name.EndsWith("y", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1) + "ies" : name + "s";
    }

    private static long? Wanted(long? total, ListOptions window) =>
        total is { } count ? Math.Min(Math.Max(count - window.Skip, 0), window.First ?? long.MaxValue) : null;

    private static long? Limit(ulong rows) => rows > long.MaxValue ? null : (long)rows;
}
