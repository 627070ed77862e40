using System.Text;

namespace ExecPS.Benchmarks.Server;

/// <summary>
/// Creates pages from serialized rows: each page is a copy into which numbers are written. A page takes microseconds and a list of
/// a million rows needs no memory, so that the server has little effect on the results.
/// </summary>
internal sealed class PageTemplate(long total)
{
    public const int LargestPageSize = 100;
    private const int LongestTail = 200;

    private static readonly AssignmentRow[] s_rows = [.. Enumerable.Range(0, LargestPageSize).Select(AssignmentRow.Make)];

    /// <summary>The maximum length of a page.</summary>
    public static int LongestPage { get; } = s_rows.Sum(row => row.Length + 1) + LongestTail;

    /// <summary>Writes a page and returns its length.</summary>
    public int Write(long page, int pageSize, Span<byte> destination)
    {
        var length = Append("{\"data\":["u8, destination);
        var first = (page - 1) * pageSize;
        for (var number = first; number < Math.Min(first + pageSize, total); number++)
        {
            if (number > first)
                destination[length++] = (byte)',';

            var row = s_rows[number % s_rows.Length];
            row.Write(number, destination[length..]);
            length += row.Length;
        }

        var pages = (total + pageSize - 1) / pageSize;
        var tail = $$$"""],"pagination":{"page":{{{page}}},"page_size":{{{pageSize}}},"total_count":{{{total}}},"total_pages":{{{pages}}}}}""";
        return length + Encoding.ASCII.GetBytes(tail, destination[length..]);
    }

    private static int Append(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        text.CopyTo(destination);
        return text.Length;
    }
}
