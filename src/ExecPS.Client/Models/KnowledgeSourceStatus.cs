using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>How far the extraction of a source's text has come.</summary>
[JsonConverter(typeof(ApiEnumConverter<KnowledgeSourceStatus>))]
public enum KnowledgeSourceStatus : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>pending</c>: it waits.</summary>
    Pending,

    /// <summary><c>processing</c>: the text is being extracted.</summary>
    Processing,

    /// <summary><c>ready</c>: the text is there.</summary>
    Ready,

    /// <summary><c>failed</c>: there is no text.</summary>
    Failed,
}
