using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>One page of a list, as the API answers it.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed class Page<T>
{
    public List<T>? Data { get; set; }

    public Pagination? Pagination { get; set; }

    /// <summary>When the server answered, by its own clock; null when it didn't say.</summary>
    [JsonIgnore]
    public DateTimeOffset? AnsweredAt { get; set; }
}
