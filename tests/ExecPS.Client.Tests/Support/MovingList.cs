using ExecPS.Client.Models;
using ExecPS.Client.Paging;

namespace ExecPS.Client.Tests.Support;

/// <summary>
/// A list that changes between the reads of its pages, at random or as a test specifies. Its clock advances by up to 3 s per read;
/// the times of its responses have whole seconds, as in HTTP.
/// </summary>
internal sealed class MovingList
{
    private readonly Random _random;
    private readonly int _percent;
    private readonly List<Assignment> _rows = [];
    private readonly HashSet<string> _stayed;
    private int _lastId;

    public MovingList(int rows, Random? random = null, int percentOfReadsWithChanges = 0)
    {
        (_random, _percent) = (random ?? new Random(7), percentOfReadsWithChanges);
        for (var row = 0; row < rows; row++)
            _rows.Add(NewRow(Now.AddDays(-1)));
        _stayed = [.. Ids];
    }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Whether an update moves a row to the front, as in a list that is sorted by its last change.</summary>
    public bool UpdatesMoveRows { get; init; }

    /// <summary>Called before each read, with its number from 0.</summary>
    public Action<MovingList, int> BeforeRead { get; init; } = static (_, _) => { };

    /// <summary>The pages that were read.</summary>
    public List<long> Pages { get; } = [];

    /// <summary>The rows that were in the list from the first request to the last.</summary>
    public IReadOnlyCollection<string> Stayed => _stayed;

    public IEnumerable<string> Ids => _rows.Select(row => row.Id!);

    public int Count => _rows.Count;

    public Page<Assignment> Read(long page, int size)
    {
        Now = Now.AddMilliseconds(_random.Next(3001));
        if (Pages.Count > 0 && _random.Next(100) < _percent)
            Change();
        BeforeRead(this, Pages.Count);
        Pages.Add(page);
        return new()
        {
            Data = [.. _rows.Skip((int)(page - 1) * size).Take(size)],
            Pagination = new() { Page = page, PageSize = size, TotalCount = _rows.Count, TotalPages = (_rows.Count + size - 1) / size },
            RespondedAt = Now.AddTicks(-(Now.Ticks % TimeSpan.TicksPerSecond)),
        };
    }

    public void Insert(int at) => _rows.Insert(at, NewRow(Now));

    public void Remove(int at)
    {
        _stayed.Remove(_rows[at].Id!);
        _rows.RemoveAt(at);
    }

    /// <summary>Moves a row, which stays in the list.</summary>
    public void Move(int from, int to)
    {
        var row = _rows[from];
        _rows.RemoveAt(from);
        _rows.Insert(to, row);
    }

    /// <summary>Lists all rows with the client's list reader.</summary>
    public async Task<(List<string> Given, IReadOnlyList<ListingDisturbed> Notices)> ListAsync(ListOptions options)
    {
        var notices = new NoticeLog();
        var given = new List<string>();
        await using var reader = Reader(options, notices);
        while (await reader.ReadAsync() is { } rows)
            given.AddRange(rows.Select(row => row.Id!));
        return (given, notices.Of<ListingDisturbed>());
    }

    public ListReader<Assignment> Reader(ListOptions options, IProgress<ExecNotice>? notices) => new(
        1, options, notices, (_, plan, stop) => new(plan, "GET /moving", (page, size, _) => Task.FromResult(Read(page, size)), stop), TestContext.Current.CancellationToken);

    private void Change()
    {
        for (var change = _random.Next(1, 4); change > 0; change--)
        {
            switch (_random.Next(3))
            {
                case 0:
                    Insert(_random.Next(_rows.Count + 1));
                    break;
                case 1 when _rows.Count > 0:
                    Remove(_random.Next(_rows.Count));
                    break;
                case 2 when _rows.Count > 0 && UpdatesMoveRows:
                    Move(_random.Next(_rows.Count), 0);
                    break;
            }
        }
    }

    private Assignment NewRow(DateTimeOffset created) => new() { Id = $"row{++_lastId}", CreatedAt = created.LocalDateTime };
}
