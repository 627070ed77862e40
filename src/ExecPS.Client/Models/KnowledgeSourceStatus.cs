using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>The status of the content extraction of a Knowledge Hub source.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<KnowledgeSourceStatus>))]
public enum KnowledgeSourceStatus : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>pending</c>: the extraction hasn't started.</summary>
    Pending,

    /// <summary><c>processing</c>: the content is being extracted.</summary>
    Processing,

    /// <summary><c>ready</c>: the content is available.</summary>
    Ready,

    /// <summary><c>failed</c>: the extraction failed.</summary>
    Failed,
}
