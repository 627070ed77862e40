using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Paging;

/// <summary>
/// A model of a list that changes while its pages are read: random insertions, deletions, and updates between the reads. Every
/// row that was in the list throughout is returned exactly once, or a notice reports that rows may be missing.
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
    [InlineData(8, 1, 60, 2, false)]
    [InlineData(9, 2, 90, 2, false)]
    [InlineData(10, 3, 120, 2, false)]
    [InlineData(11, 10, 400, 2, true)]
    public async Task Every_unchanged_row_is_returned_once_or_there_is_a_warning(int seed, int pageSize, int rows, int percentOfReadsWithChanges, bool updatesMoveRows)
    {
        var (silentlyLost, warned) = (0, 0);
        for (var run = 0; run < 1000; run++)
        {
            var model = new MovingList(rows, new Random((seed * 100_000) + run), percentOfReadsWithChanges) { UpdatesMoveRows = updatesMoveRows };
            var (given, notices) = await model.ListAsync(new() { PageSize = pageSize });

            Assert.Equal(given.Count, given.Distinct().Count());
            warned += notices.Count;
            silentlyLost += notices.Count == 0 && model.Stayed.Except(given).Any() ? 1 : 0;
            Assert.InRange(notices.Count, 0, 1);
        }

        Assert.True(silentlyLost == 0, $"lost {silentlyLost} warned {warned}");
        Assert.True(warned < 1000, $"warned {warned}");
    }

    [Fact]
    public async Task A_list_that_does_not_change_needs_no_additional_request()
    {
        var model = new MovingList(rows: 250);

        var (given, notices) = await model.ListAsync(new());

        Assert.Equal(model.Ids, given);
        Assert.Empty(notices);
        Assert.Equal([1, 2, 3], model.Pages);
    }

    [Fact]
    public async Task A_deletion_and_an_insertion_in_the_second_of_the_first_response_are_detected()
    {
        // The total stays the same, and no row is repeated.
        var second = new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
        var model = new MovingList(rows: 250)
        {
            BeforeRead = (list, read) =>
            {
                list.Now = read < 3 ? second.AddMilliseconds(read) : second.AddSeconds(read);
                if (read == 1)
                {
                    list.Remove(50);
                    list.Insert(list.Count);
                }
            },
        };

        var (given, notices) = await model.ListAsync(new());

        Assert.Empty(model.Stayed.Except(given));
        Assert.Empty(notices);
        Assert.Equal([1, 2, 3, 1, 2, 3], model.Pages);
    }
}
