namespace ExecPS.Client.Paging;

/// <summary>What a page reports about its list.</summary>
/// <param name="Number">The page number, from 1.</param>
/// <param name="Total">The number of rows in the whole list.</param>
/// <param name="IsShort">Whether the page has fewer rows than <paramref name="Total"/> implies.</param>
/// <param name="RespondedAt">The time of the response by the server's clock, in whole seconds; null if the response doesn't contain it.</param>
internal readonly record struct PageMetadata(long Number, long Total, bool IsShort, DateTimeOffset? RespondedAt);
