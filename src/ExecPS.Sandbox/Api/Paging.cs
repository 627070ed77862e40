using System.Globalization;

namespace ExecPS.Sandbox.Api;

/// <summary>Which page a request asks for.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Size">How many rows a page has.</param>
internal readonly record struct Paging(int Page, int Size)
{
    private const int DefaultSize = 50;
    private const int LargestSize = 100;

    /// <exception cref="ApiProblem">The parameters aren't numbers, or out of range.</exception>
    public static Paging From(ApiRequest request)
    {
        var paging = new Paging(Number(request, "page", 1), Number(request, "page_size", DefaultSize));
        return paging is { Page: >= 1, Size: >= 1 and <= LargestSize } ? paging : throw ApiProblem.InvalidPagination();
    }

    private static int Number(ApiRequest request, string name, int otherwise)
    {
        if (request.Sent(name) is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiProblem.InvalidPagination();
    }
}
