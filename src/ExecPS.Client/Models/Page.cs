namespace ExecPS.Client.Models;

/// <summary>One page of a list, as the API answers it.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed class Page<T>
{
    public List<T>? Data { get; set; }

    public Pagination? Pagination { get; set; }

    /// <summary>When the server answered, by its own clock; null when it didn't say.</summary>
    /// <remarks>A field, because the answer's JSON has no such property and preparing one costs time.</remarks>
    internal DateTimeOffset? AnsweredAt;
}
