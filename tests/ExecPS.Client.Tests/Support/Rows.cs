using ExecPS.Client.Models;
using ExecPS.Client.Paging;

namespace ExecPS.Client.Tests.Support;

/// <summary>A list of numbered rows and its pages, without a server, for tests of when the reader requests pages.</summary>
internal static class Rows
{
    public static Collection Number(long number) => new() { Id = $"r{number}" };

    public static long NumberOf(Collection row) => long.Parse(row.Id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A page of a list with the specified number of rows.</summary>
    public static Page<Collection> Page(long number, int size, long total)
    {
        var start = (number - 1) * size;
        var count = (int)Math.Clamp(total - start, 0, size);
        return new()
        {
            Data = [.. Enumerable.Range(0, count).Select(row => Number(start + row))],
            Pagination = new() { Page = (int)number, PageSize = size, TotalCount = total, TotalPages = (total + size - 1) / size },
        };
    }

    /// <summary>Reads the remaining rows and returns their numbers.</summary>
    public static async Task<List<long>> DrainAsync(PageReader<Collection> reader)
    {
        var rows = new List<long>();
        while (await reader.ReadAsync().Soon() is { } page)
            rows.AddRange(page.Select(NumberOf));
        return rows;
    }
}
