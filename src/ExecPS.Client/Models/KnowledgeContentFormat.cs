namespace ExecPS.Client.Models;

/// <summary>The format of a source's extracted content.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<KnowledgeContentFormat>))]
public enum KnowledgeContentFormat : long
{
    /// <summary>A value that this version of the module doesn't recognize.</summary>
    Unknown = 0,

    /// <summary><c>markdown</c>: Markdown.</summary>
    Markdown,

    /// <summary><c>plain_text</c>: plain text.</summary>
    PlainText,

    /// <summary><c>image</c>: an image.</summary>
    Image,

    /// <summary><c>video</c>: a video.</summary>
    Video,
}
