using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>What the extracted content of a source is.</summary>
[JsonConverter(typeof(ApiEnumConverter<KnowledgeContentFormat>))]
public enum KnowledgeContentFormat : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>markdown</c>: Markdown.</summary>
    Markdown,

    /// <summary><c>plain_text</c>: text without marks.</summary>
    PlainText,

    /// <summary><c>image</c>: a picture.</summary>
    Image,

    /// <summary><c>video</c>: a film.</summary>
    Video,
}
