using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>What one side said in a session.</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class TranscriptLine
{
    /// <summary>The identifier of the session.</summary>
    [JsonIgnore]
    public string? SessionId => Session?.Id;

    /// <summary>When it was said, in seconds from the start of the session; null when that isn't known.</summary>
    public double? SecondsFromStart { get; set; }

    /// <summary>Who said it: <c>ai</c> for the other side, <c>user</c> for the user; null when that isn't known.</summary>
    public string? Speaker { get; set; }

    /// <summary>What was said.</summary>
    public string? Text { get; set; }

    /// <summary>Lines are piped on by themselves, so each knows whose it is.</summary>
    internal Session? Session { get; set; }

    /// <summary>Speaker and text, as <c>user: Thanks for your time.</c></summary>
    public override string ToString() => Speaker is null ? Text ?? "" : $"{Speaker}: {Text}";
}
