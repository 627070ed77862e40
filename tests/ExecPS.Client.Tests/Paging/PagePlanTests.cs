using ExecPS.Client.Paging;

namespace ExecPS.Client.Tests.Paging;

public class PagePlanTests
{
    private static readonly int[,] s_pageOf = CountPages();

    public static TheoryData<int> LargestSizes => [1, 7, 50, 100];

    [Theory]
    [MemberData(nameof(LargestSizes))]
    public void No_other_page_size_needs_fewer_pages_for_a_window(int largest) => ForEachWindow(largest, (skip, first, plan) =>
    {
        var fewest = Enumerable.Range(1, largest).Min(size => PagesTouched(skip, first, size));

        Assert.Equal(fewest, plan.LastPage - plan.FirstPage + 1);
        Assert.InRange(plan.PageSize, 1, largest);
    });

    [Theory]
    [MemberData(nameof(LargestSizes))]
    public void A_window_that_fits_one_page_uses_the_smallest_such_page(int largest) => ForEachWindow(largest, (skip, first, plan) =>
    {
        if (plan.FirstPage == plan.LastPage)
            Assert.Equal(Enumerable.Range(1, largest).First(size => PagesTouched(skip, first, size) == 1), plan.PageSize);
    });

    [Theory]
    [MemberData(nameof(LargestSizes))]
    public void A_window_of_several_pages_uses_the_largest_page_size_with_the_fewest_pages(int largest) => ForEachWindow(largest, (skip, first, plan) =>
    {
        var pages = plan.LastPage - plan.FirstPage + 1;
        if (pages > 1)
            Assert.Equal(Enumerable.Range(1, largest).Last(size => PagesTouched(skip, first, size) == pages), plan.PageSize);
    });

    [Theory]
    [MemberData(nameof(LargestSizes))]
    public void The_slices_of_the_pages_are_exactly_the_window(int largest) => ForEachWindow(largest, (skip, first, plan) =>
    {
        var next = (long)skip;
        for (var page = plan.FirstPage; page <= plan.LastPage; page++)
        {
            var (offset, count) = plan.Slice(page, plan.PageSize);
            if (count <= 0 || next != ((page - 1) * plan.PageSize) + offset)
                Assert.Fail($"-Skip {skip} -First {first}: page {page} gives {count} rows from {offset}.");
            next += count;
        }

        Assert.Equal(skip + first, next);
    });

    [Theory]
    [InlineData(0, 10, 1, 10)] // -First 10
    [InlineData(990, 20, 46, 22)] // -Skip 990 -First 20: page 46 of size 22 contains the rows 990 to 1011
    [InlineData(100, 25, 5, 25)]
    [InlineData(0, 1, 1, 1)]
    public void A_short_window_needs_one_page(int skip, int first, int page, int pageSize)
    {
        var plan = PagePlan.For(skip, first, 100);

        Assert.Equal((page, page, pageSize), (plan.FirstPage, plan.LastPage, plan.PageSize));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    [InlineData(250, 3)]
    public void A_window_to_the_end_of_the_list_uses_the_largest_pages_from_its_start(int skip, int firstPage)
    {
        var plan = PagePlan.For(skip, null, 100);

        Assert.Equal((firstPage, null, 100), (plan.FirstPage, plan.LastPage, plan.PageSize));
    }

    [Fact]
    public void A_window_to_the_end_of_the_list_has_every_row_after_the_skipped_rows()
    {
        var plan = PagePlan.For(250, null, 100);

        Assert.Equal((50, 50), plan.Slice(3, 100));
        Assert.Equal((0, 100), plan.Slice(4, 100));
        Assert.Equal((0, 7), plan.Slice(5, 7));
    }

    [Theory]
    [InlineData(0, long.MaxValue)]
    [InlineData(1, long.MaxValue)]
    [InlineData(long.MaxValue, long.MaxValue)]
    [InlineData(1000, long.MaxValue - 500)]
    public void A_window_that_exceeds_the_largest_number_extends_past_the_end_of_any_list(long skip, long first)
    {
        var plan = PagePlan.For(skip, first, 100);

        Assert.True(plan.FirstPage > 0);
        Assert.True(plan.LastPage is null || plan.LastPage >= long.MaxValue / 100);
        Assert.Equal((skip / 100) + 1, plan.FirstPage);
    }

    [Fact]
    public void A_page_that_ends_before_the_window_has_no_rows_in_it() =>
        Assert.Equal((0, 0), PagePlan.For(90, 5, 100).Slice(1, 20));

    [Fact]
    public void Another_page_size_has_the_same_window()
    {
        var plan = PagePlan.For(990, 20, 100).WithPageSize(50);

        Assert.Equal((20, 21), (plan.FirstPage, plan.LastPage));
        Assert.Equal((40, 10), plan.Slice(20, 50));
        Assert.Equal((0, 10), plan.Slice(21, 50));
    }

    private static void ForEachWindow(int largest, Action<int, int, PagePlan> check)
    {
        for (var skip = 0; skip <= 250; skip++)
        {
            for (var first = 1; first <= 130; first++)
                check(skip, first, PagePlan.For(skip, first, largest));
        }
    }

    /// <summary>The number of pages of a size that contain rows of the window.</summary>
    private static int PagesTouched(int skip, int first, int size) => s_pageOf[size, skip + first - 1] - s_pageOf[size, skip] + 1;

    /// <summary>The page of each row, counted row by row, so that no formula is checked against itself.</summary>
    private static int[,] CountPages()
    {
        var pages = new int[101, 400];
        for (var size = 1; size <= 100; size++)
        {
            var (page, left) = (1, size);
            for (var row = 0; row < 400; row++, left--)
            {
                if (left == 0)
                    (page, left) = (page + 1, size);
                pages[size, row] = page;
            }
        }

        return pages;
    }
}
