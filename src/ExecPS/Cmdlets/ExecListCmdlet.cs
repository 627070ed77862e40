using System.Collections;
using System.Globalization;
using System.Management.Automation;
using ExecPS.Client;
using ExecPS.Client.Paging;
using ExecPS.Client.Serialization;
using ExecPS.Validation;

namespace ExecPS.Cmdlets;

/// <summary>A command that writes a list: all of it, or the part that <c>-First</c> and <c>-Skip</c> name, page by page.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public abstract class ExecListCmdlet<T> : ExecConnectedCmdlet
    where T : class
{
    /// <summary>The parameter set of a list.</summary>
    private protected const string List = "List";

    /// <summary>The parameter set of single things, which <c>-Id</c> names.</summary>
    private protected const string Detail = "Detail";

    /// <summary>A list that has named nothing new for so many rows has named all, as good as.</summary>
    private const int MostBarrenRows = 2000;

    private static readonly string[] s_paging = ["First", "Skip", "IncludeTotalCount", "PageSize"];

    private readonly HashSet<string> _detailed = new(StringComparer.Ordinal);
    private int _barrenRows;

    private protected ExecListCmdlet()
    {
    }

    /// <summary>The most rows to ask for in one request, 1 to 100.</summary>
    [Parameter]
    [NumberTransform]
    [ValidateRange(1, PagePlan.LargestPageSize)]
    public int PageSize { get; set; } = PagePlan.LargestPageSize;

    /// <summary>Writes a list, after the details that were asked for before.</summary>
    /// <param name="listing">The API's list.</param>
    /// <param name="isWanted">What the API can't filter by: the part of the list to write, which the paging then counts; null for all.</param>
    private protected void WriteList(ExecListing<T> listing, Func<T, bool>? isWanted = null)
    {
        WriteAnswers(isLast: true);
        var window = new ListOptions
        {
            First = Limit(PagingParameters.First), Skip = Limit(PagingParameters.Skip) ?? long.MaxValue, PageSize = PageSize, ContinueAfterNotFound = true,
        };
        var reader = listing.Read(isWanted is null ? window : window with { First = window.First == 0 ? 0 : null, Skip = 0 }, Notices, StopToken);
        Progress.Begin(MyInvocation.MyCommand.Name, Plural());
        _barrenRows = 0;
        try
        {
            if (PagingParameters.IncludeTotalCount)
                WriteTotal(reader, isWanted is not null);

            if (isWanted is null)
                WriteAll(reader, window);
            else
                WriteWanted(reader, window, isWanted);
        }
        finally
        {
            Progress.Complete();
            reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>What is written for a page's rows.</summary>
    private protected virtual IEnumerable Show(IReadOnlyList<T> rows) => rows;

    /// <summary>Writes the detail of each of some things, once however often it is named: lines of one transcript name one session.</summary>
    /// <param name="ids">Their identifiers.</param>
    /// <param name="ask">Asks for one.</param>
    private protected void WriteDetails<TDetail>(string[] ids, Func<string, IProgress<ExecNotice>, CancellationToken, Task<TDetail>> ask)
        where TDetail : class
    {
        // What the command line gave is the same for every input object.
        if (_detailed.Count == 0)
        {
            ThrowIfPaging("is for a list; single things are asked for one by one. Take a part of them with Select-Object -First or -Skip");
            ThrowIfFiltered(ids);
        }

        foreach (var id in ids.Where(_detailed.Add))
            QueueRequest((notices, stop) => ask(id, notices, stop));
    }

    /// <summary>Refuses the parameters of paging where no list is read.</summary>
    /// <param name="reason">Why, as the end of a sentence that begins with the parameter.</param>
    private protected void ThrowIfPaging(string reason)
    {
        if (s_paging.FirstOrDefault(name => GivenParameters.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } given)
            ThrowInvalidArgument("ExecParameterNeedsList", ErrorCategory.InvalidArgument, $"Parameter '{given}' {reason}.", "Leave it out.");
    }

    /// <summary>Refuses a switch that adds to the detail of single things, where a list is asked for.</summary>
    private protected void ThrowIfList(string parameter, bool isGiven)
    {
        if (isGiven)
        {
            ThrowInvalidArgument("ExecParameterNeedsId", ErrorCategory.InvalidArgument,
                $"Parameter '{parameter}' is for single things; the API's lists have no such part.",
                $"Name them with -Id, or pipe the list into {MyInvocation.MyCommand.Name} -{parameter}.");
        }
    }

    /// <summary>Refuses what narrows a list where input objects name single things: it would have no effect.</summary>
    private void ThrowIfFiltered(string[] ids)
    {
        var filter = GivenParameters.FirstOrDefault(name =>
            MyInvocation.MyCommand.Parameters.TryGetValue(name, out var parameter)
            && !parameter.ParameterSets.ContainsKey(ParameterAttribute.AllParameterSets)
            && !ReferenceEquals(GetType().GetProperty(parameter.Name)?.GetValue(this), ids));
        if (filter is not null)
        {
            ThrowInvalidArgument("ExecParameterNeedsList", ErrorCategory.InvalidArgument,
                $"Parameter '{filter}' narrows a list; the input names single things, which are asked for one by one.",
                "Give it to the command that makes the list, or pick out with Where-Object.");
        }
    }

    private void WriteAll(ListReader<T> reader, ListOptions window)
    {
        var isFirst = true;
        while (ReadPage(reader) is { } rows)
        {
            if (isFirst)
                WarnOfLongList(Wanted(reader.Total, window) ?? 0, window.First is null ? reader.QueryCount : 1);
            isFirst = false;
            WriteObject(Show(rows), enumerateCollection: true);
            Progress.Advance(reader.Given, Wanted(reader.Total, window));
        }
    }

    private void WriteWanted(ListReader<T> reader, ListOptions window, Func<T, bool> isWanted)
    {
        var (toSkip, toGive, given) = (window.Skip, window.First ?? long.MaxValue, 0L);
        while (toGive > 0 && ReadPage(reader) is { } rows)
        {
            foreach (var row in rows.Where(isWanted))
            {
                if (toSkip-- > 0)
                    continue;
                if (toGive-- == 0)
                    return;

                WriteObject(row);
                given++;
            }

            Progress.Advance(given, null);
        }
    }

    /// <summary>The next rows, what they name noted; null after the last.</summary>
    private IReadOnlyList<T>? ReadPage(ListReader<T> reader)
    {
        var rows = Await(reader.ReadAsync());
        if (rows is not null && _barrenRows < MostBarrenRows)
            _barrenRows = Seen.Note(rows) ? 0 : _barrenRows + rows.Count;
        return rows;
    }

    /// <summary>A list that takes more than the day has left would end in the middle; better to know at the start.</summary>
    /// <param name="rows">How many rows are known to come.</param>
    /// <param name="queries">How many questions are asked for the list, each a request at least.</param>
    private void WarnOfLongList(long rows, int queries)
    {
        var needed = Math.Max((rows + PageSize - 1) / PageSize, 1) - 1 + (queries - 1);
        var left = Math.Max(PublishedLimits.RequestsPerDay - Client.RequestCount, 0);
        if (Client.RequestsPerMinute > 0 && needed > left)
        {
            WriteWarning(string.Format(CultureInfo.CurrentCulture,
                "This list takes {0:N0} more requests. A workspace has {1:N0} a day, of which this session has left {2:N0} at the most. Narrow it with the command's filters or -First, or go on another day with -Skip.",
                needed, PublishedLimits.RequestsPerDay, left));
        }
    }

    /// <summary>The API counts what it lists; of what is picked out here it knows nothing.</summary>
    private void WriteTotal(ListReader<T> reader, bool isPicked)
    {
        if (isPicked)
        {
            WriteObject(PagingParameters.NewTotalCount(0, 0));
            return;
        }

        var total = Await(reader.CountAsync());
        WriteObject(PagingParameters.NewTotalCount((ulong)total, reader.TotalIsExact ? 1.0 : 0.9));
    }

    /// <summary>What is listed, as it stands in a sentence: <c>knowledge pages</c>.</summary>
    private static string Plural()
    {
        var name = SnakeCase.Of(typeof(T).Name).Replace('_', ' ');
        return name.EndsWith("y", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1) + "ies" : name + "s";
    }

    private static long? Wanted(long? total, ListOptions window) =>
        total is { } count ? Math.Min(Math.Max(count - window.Skip, 0), window.First ?? long.MaxValue) : null;

    private static long? Limit(ulong rows) => rows > long.MaxValue ? null : (long)rows;
}
