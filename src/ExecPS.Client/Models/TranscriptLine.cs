namespace ExecPS.Client.Models;

/// <summary>A line of a session's transcript.</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class TranscriptLine : ExecObject
{
    private string? _sessionId;

    /// <summary>The ID of the session.</summary>
    [JsonIgnore]
    public string? SessionId
    {
        get => Session?.Id ?? _sessionId;
        set => _sessionId = value;
    }

    /// <summary><c>user</c> for the user, <c>ai</c> for the other side. Null if it isn't known.</summary>
    public string? Speaker { get; set; }

    /// <summary>The time from the start of the session, in seconds. Null if it isn't known.</summary>
    public double? SecondsFromStart { get; set; }

    /// <summary>The text.</summary>
    public string? Text { get; set; }

    /// <summary>The speaker and the text, such as <c>user: Thanks for your time.</c></summary>
    public override string ToString() => Speaker is null ? Text ?? "" : $"{Speaker}: {Text}";

    /// <summary>The session that contains the line. Its ID may be set after its transcript.</summary>
    internal Session? Session { get; set; }
}
