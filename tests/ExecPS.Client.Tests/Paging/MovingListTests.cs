using ExecPS.Client.Models;
using ExecPS.Client.Paging;

namespace ExecPS.Client.Tests.Paging;

/// <summary>
/// A list that moves while its pages are read, as a model: a random script of insertions, deletions and updates between the
/// reads. Every row that was there all the time comes exactly once, or the listing says that rows may be missing.
/// </summary>
public sealed class MovingListTests
{
    [Theory]
    [InlineData(1, 10, 47, 20, true)]
    [InlineData(2, 10, 200, 5, true)]
    [InlineData(3, 3, 30, 40, true)]
    [InlineData(4, 100, 950, 60, true)]
    [InlineData(5, 1, 12, 30, true)]
    [InlineData(6, 10, 800, 1, false)]
    [InlineData(7, 10, 800, 5, false)]
    public async Task Every_row_that_stays_comes_once_or_there_is_a_warning(int seed, int pageSize, int rows, int percentOfReadsWithChanges, bool updatesMoveRows)
    {
        var (silentlyLost, warned) = (0, 0);
        for (var run = 0; run < 1000; run++)
        {
            var model = new MovingList(new Random((seed * 100_000) + run), rows, percentOfReadsWithChanges) { UpdatesMoveRows = updatesMoveRows };
            var (given, notices) = await ListAsync(model, pageSize);

            Assert.Equal(given.Count, given.Distinct().Count());
            warned += notices.Count > 0 ? 1 : 0;
            silentlyLost += notices.Count == 0 && model.Stayed.Except(given).Any() ? 1 : 0;
            Assert.InRange(notices.Count, 0, 1);
        }

        Assert.True(silentlyLost == 0, $"lost {silentlyLost} warned {warned}");
        Assert.True(warned < 1000, $"warned {warned}");
    }

    [Fact]
    public async Task A_quiet_list_costs_no_request_more()
    {
        var model = new MovingList(new Random(7), rows: 250, percentOfReadsWithChanges: 0);

        var (given, notices) = await ListAsync(model, pageSize: 100);

        Assert.Equal(model.Stayed.Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
        Assert.Empty(notices);
        Assert.Equal(3, model.Reads);
    }

    [Fact]
    public async Task A_row_that_slipped_by_is_fetched_with_a_few_requests()
    {
        var model = new MovingList(new Random(7), rows: 5000, percentOfReadsWithChanges: 0) { RemoveFirstRowBeforeRead = 25 };

        var (given, notices) = await ListAsync(model, pageSize: 100);

        Assert.Empty(model.Stayed.Except(given));
        Assert.Empty(notices);
        Assert.InRange(model.Reads, 51, 56);
    }

    private static async Task<(List<string> Given, List<ExecNotice> Notices)> ListAsync(MovingList model, int pageSize)
    {
        var notices = new Notices();
        var given = new List<string>();
        var reader = new ListReader<Assignment>(1, new ListOptions { PageSize = pageSize }, notices, (_, plan) =>
            new PageReader<Assignment>(plan, "GET /moving", (page, size, _) => Task.FromResult(model.Read(page, size)), TestContext.Current.CancellationToken));
        await using (reader)
        {
            while (await reader.ReadAsync() is { } rows)
                given.AddRange(rows.Select(row => row.Id!));
        }

        return (given, notices.All);
    }

    private sealed class Notices : IProgress<ExecNotice>
    {
        public List<ExecNotice> All { get; } = [];

        public void Report(ExecNotice value) => All.Add(value);
    }

    /// <summary>Rows in an order, a clock that goes on by a few seconds from read to read, and a script of changes.</summary>
    private sealed class MovingList
    {
        private readonly Random _random;
        private readonly int _percent;
        private readonly List<Assignment> _rows = [];
        private readonly HashSet<string> _stayed;
        private DateTimeOffset _now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
        private int _lastId;

        public MovingList(Random random, int rows, int percentOfReadsWithChanges)
        {
            (_random, _percent) = (random, percentOfReadsWithChanges);
            for (var row = 0; row < rows; row++)
                _rows.Add(NewRow(_now.AddDays(-1)));
            _stayed = [.. _rows.Select(row => row.Id!)];
        }

        /// <summary>Whether an update moves a row to the front, as in a list that is sorted by its last change.</summary>
        public bool UpdatesMoveRows { get; init; }

        public int? RemoveFirstRowBeforeRead { get; init; }

        public int Reads { get; private set; }

        /// <summary>The rows that were there from the first request to the last.</summary>
        public IReadOnlyCollection<string> Stayed => _stayed;

        public Page<Assignment> Read(long page, int size)
        {
            _now = _now.AddSeconds(3);
            if (Reads > 0 && _random.Next(100) < _percent)
                Change();
            if (Reads == RemoveFirstRowBeforeRead)
                Remove(0);
            Reads++;
            return new()
            {
                Data = [.. _rows.Skip((int)(page - 1) * size).Take(size)],
                Pagination = new() { Page = (int)page, PageSize = size, TotalCount = _rows.Count, TotalPages = (_rows.Count + size - 1) / size },
                AnsweredAt = _now,
            };
        }

        private void Change()
        {
            for (var change = _random.Next(1, 4); change > 0; change--)
            {
                switch (_random.Next(3))
                {
                    case 0:
                        _rows.Insert(_random.Next(_rows.Count + 1), NewRow(_now));
                        break;
                    case 1 when _rows.Count > 0:
                        Remove(_random.Next(_rows.Count));
                        break;
                    case 2 when _rows.Count > 0:
                        Update(_random.Next(_rows.Count));
                        break;
                }
            }
        }

        private void Update(int at)
        {
            var row = _rows[at];
            row.AttemptCount = (row.AttemptCount ?? 0) + 1;
            if (UpdatesMoveRows)
            {
                _rows.RemoveAt(at);
                _rows.Insert(0, row);
            }
        }

        private void Remove(int at)
        {
            _stayed.Remove(_rows[at].Id!);
            _rows.RemoveAt(at);
        }

        private Assignment NewRow(DateTimeOffset created) => new() { Id = $"row{++_lastId}", CreatedAt = created.LocalDateTime };
    }
}
