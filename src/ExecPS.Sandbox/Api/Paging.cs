using System.Globalization;

namespace ExecPS.Sandbox.Api;

/// <summary>The requested page of a list.</summary>
/// <param name="Page">The page number, from 1.</param>
/// <param name="Size">The number of rows per page.</param>
internal readonly record struct Paging(int Page, int Size)
{
    private const int DefaultSize = 50;
    private const int MaxSize = 100;

    /// <exception cref="ApiProblem">A parameter isn't a number, or is out of range.</exception>
    public static Paging From(ApiRequest request)
    {
        var paging = new Paging(Number(request, "page", 1), Number(request, "page_size", DefaultSize));
        return paging is { Page: >= 1, Size: >= 1 and <= MaxSize } ? paging : throw ApiProblem.InvalidPagination();
    }

    private static int Number(ApiRequest request, string name, int defaultValue)
    {
        if (request.Sent(name) is not { } text)
            return defaultValue;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiProblem.InvalidPagination();
    }
}
