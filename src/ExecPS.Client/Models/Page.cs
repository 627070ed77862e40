namespace ExecPS.Client.Models;

/// <summary>One page of a list, as the API returns it.</summary>
/// <typeparam name="T">The type of the rows.</typeparam>
internal sealed class Page<T>
{
    public List<T>? Data { get; set; }

    public Pagination? Pagination { get; set; }

    /// <summary>The time of the response by the server's clock; null if the response doesn't contain it.</summary>
    /// <remarks>This is a field, because the JSON has no such property and metadata for a property costs time.</remarks>
    internal DateTimeOffset? RespondedAt;
}
