using BenchmarkDotNet.Attributes;
using ExecPS.Client.Models;
using ExecPS.Client.Paging;

namespace ExecPS.Benchmarks.Micro;

/// <summary>Paging without the network: the cost of a page and a row in addition to reading their bytes.</summary>
public class PagingBenchmarks
{
    private const int Pages = 100;
    private readonly (long Skip, long? First) _ten = (0, 10);
    private readonly (long Skip, long? First) _window = (12_345, 678);
    private Page<Assignment>[] _pages = [];

    [GlobalSetup]
    public void MakePages() => _pages = Samples.Pages(Pages);

    [Benchmark]
    public object PlanOfTen() => PagePlan.For(_ten.Skip, _ten.First, PagePlan.LargestPageSize);

    [Benchmark]
    public object PlanOfAWindow() => PagePlan.For(_window.Skip, _window.First, PagePlan.LargestPageSize);

    [Benchmark]
    public async Task<int> PageReaderOf100Pages()
    {
        var rows = 0;
        await using var reader = Open(PagePlan.For(0, null, PagePlan.LargestPageSize));
        while (await reader.ReadAsync() is { } page)
            rows += page.Count;
        return rows;
    }

    [Benchmark]
    public async Task<long> ListReaderOf100Pages()
    {
        await using var reader = new ListReader<Assignment>(queries: 1, new(), null, (_, plan, _) => Open(plan), CancellationToken.None);
        while (await reader.ReadAsync() is not null)
        {
            // The reader counts the rows.
        }

        return reader.Given;
    }

    private PageReader<Assignment> Open(PagePlan plan) =>
        new(plan, "GET /scenarios/assignments", (page, _, _) => Task.FromResult(_pages[page - 1]), CancellationToken.None);
}
