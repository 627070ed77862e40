using ExecPS.Client.Models;
using ExecPS.Client.Paging;

namespace ExecPS.Client.Tests.Paging;

/// <summary>How changes of a list are detected while its pages are read.</summary>
public sealed class PagingDriftDetectorTests
{
    private static readonly DateTimeOffset s_first = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_second = s_first.AddSeconds(10);

    private readonly PagingDriftDetector _detector = new();

    [Theory]
    [InlineData(-0.001, 0)]
    [InlineData(0, 1)] // in the second of the first response
    [InlineData(0.5, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 1)] // in the second of the response that contains it
    [InlineData(11.001, 0)] // a time that can't be trusted
    [InlineData(-3 * 86_400, 0)]
    public void A_row_that_was_created_between_the_first_response_and_its_own_is_a_change(double secondsAfterFirst, int changes)
    {
        Inspect(1, 20, s_first, Row("a"));
        Inspect(2, 20, s_second, Row("b", s_first.AddSeconds(secondsAfterFirst)));
        _detector.Complete();

        Assert.Equal(changes, _detector.Changes);
    }

    [Fact]
    public void A_new_row_on_the_first_page_is_not_a_change()
    {
        Inspect(1, 20, s_first, Row("a", s_first));
        _detector.Complete();

        Assert.Equal(0, _detector.Changes);
    }

    [Fact]
    public void New_rows_by_which_the_total_grew_are_counted_once()
    {
        Inspect(1, 20, s_first, Row("a"));
        Inspect(2, 21, s_second, Row("b", s_second));
        _detector.Complete();

        Assert.Equal((1, 1, 2), (_detector.Changes, _detector.From, _detector.To));
    }

    [Fact]
    public void New_rows_by_which_the_total_did_not_grow_are_further_changes()
    {
        Inspect(1, 20, s_first, Row("a"));
        Inspect(2, 21, s_second, Row("b", s_second), Row("c", s_second));
        _detector.Complete();

        Assert.Equal(2, _detector.Changes);
    }

    [Fact]
    public void A_row_that_was_created_before_the_second_response_is_a_change_on_a_later_page_too()
    {
        Inspect(1, 30, s_first, Row("a"));
        Inspect(2, 30, s_second, Row("b"));
        Inspect(3, 30, s_second, Row("c", s_first.AddSeconds(5)));
        _detector.Complete();

        Assert.Equal(1, _detector.Changes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_the_time_of_a_response_new_rows_are_not_detected(bool hasFirst)
    {
        Inspect(1, 20, hasFirst ? s_first : null, Row("a"));
        Inspect(2, 20, null, Row("b", s_first), Row("c"));
        _detector.Complete();

        Assert.Equal(0, _detector.Changes);
    }

    [Fact]
    public void A_new_row_can_have_moved_others_on_all_pages_up_to_its_own()
    {
        Inspect(1, 20, s_first, Row("a"));
        Inspect(2, 20, s_second, Row("b"));
        Inspect(3, 20, s_second, Row("c", s_second));
        Inspect(4, 20, s_second, Row("d"));
        _detector.Complete();

        Assert.Equal((1, 1, 3), (_detector.Changes, _detector.From, _detector.To));
    }

    [Theory]
    [InlineData(18, 2)]
    [InlineData(23, 3)]
    public void A_difference_in_the_total_is_as_many_changes_between_two_pages(long total, int changes)
    {
        Inspect(4, 20, s_first, Row("a"));
        Inspect(5, total, s_first, Row("b"));

        Assert.Equal((changes, 4, 5), (_detector.Changes, _detector.From, _detector.To));
    }

    [Fact]
    public void Changes_at_several_pages_span_all_of_them()
    {
        Inspect(4, 20, s_first, Row("a"));
        Inspect(5, 21, s_first, Row("b"));
        Inspect(6, 21, s_first, Row("c"));
        Inspect(7, 21, s_first, Row("c"));
        Inspect(8, 21, s_first, Row("d"));

        Assert.Equal((2, 4, 7), (_detector.Changes, _detector.From, _detector.To));
    }

    [Fact]
    public void Repeated_rows_are_removed_and_counted_and_rows_without_an_id_remain()
    {
        Inspect(1, 20, s_first, Row("a"), Row("b"), Row(null));
        List<Assignment> second = [Row("b"), Row(null), Row("c"), Row("a")];

        Assert.Equal(2, _detector.Inspect(new(2, 20, false, s_first), second));

        Assert.Equal([null, "c"], second.Select(row => row.Id));
        Assert.Equal((2, 5), (_detector.Changes, _detector.Rows));
    }

    [Theory]
    [InlineData("", "\0")]
    [InlineData("a", "A")]
    [InlineData("a", "a ")]
    [InlineData("ab", "ba")]
    [InlineData("\u00e9", "e\u0301")]
    public void IDs_are_compared_exactly(string one, string other)
    {
        Assert.True(_detector.AddNew(Row(one)));
        Assert.True(_detector.AddNew(Row(other)));
        Assert.False(_detector.AddNew(Row(one)));
    }

    [Fact]
    public void A_change_at_the_first_page_has_no_page_before_it()
    {
        Inspect(1, 20, s_first, Row("a"), Row("a"));

        Assert.Equal((1, 1, 1), (_detector.Changes, _detector.From, _detector.To));
    }

    private static Assignment Row(string? id, DateTimeOffset? created = null) => new() { Id = id, CreatedAt = created?.LocalDateTime };

    private void Inspect(long page, long total, DateTimeOffset? respondedAt, params Assignment[] rows) =>
        _detector.Inspect(new(page, total, false, respondedAt), [.. rows]);
}
