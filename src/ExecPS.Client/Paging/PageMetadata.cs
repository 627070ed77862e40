namespace ExecPS.Client.Paging;

/// <summary>What a page says of its list.</summary>
/// <param name="Number">The page, from 1.</param>
/// <param name="Total">How many rows the API counts in the whole list.</param>
/// <param name="IsShort">Whether the page has fewer rows than that count leaves for it.</param>
/// <param name="AnsweredAt">When the server answered, by its own clock; null when it didn't say.</param>
internal readonly record struct PageMetadata(long Number, long Total, bool IsShort, DateTimeOffset? AnsweredAt);
