using System.Text.Json;
using ExecPS.Benchmarks.Server;
using ExecPS.Client.Models;
using ExecPS.Client.Serialization;

namespace ExecPS.Benchmarks.Micro;

/// <summary>The input of the microbenchmarks.</summary>
internal static class Samples
{
    /// <summary>The JSON of a page of 100 assignments.</summary>
    public static byte[] PageJson(long page, int pages)
    {
        var buffer = new byte[PageTemplate.LongestPage];
        return buffer[..new PageTemplate(pages * PageTemplate.LargestPageSize).Write(page, PageTemplate.LargestPageSize, buffer)];
    }

    public static Page<Assignment>[] Pages(int pages) =>
    [
        .. Enumerable.Range(1, pages).Select(page => JsonSerializer.Deserialize(PageJson(page, pages), ExecJsonContext.Default.PageAssignment)!),
    ];
}
