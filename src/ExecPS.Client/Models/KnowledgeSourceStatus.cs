using System.ComponentModel;

namespace ExecPS.Client.Models;

/// <summary>The status of the content extraction of a Knowledge Hub source.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<KnowledgeSourceStatus>))]
public enum KnowledgeSourceStatus : long
{
    /// <summary>A value that this version of the module doesn't recognize.</summary>
    Unknown = 0,

    /// <summary><c>pending</c></summary>
    [Description("The extraction hasn't started.")]
    Pending,

    /// <summary><c>processing</c></summary>
    [Description("The content is being extracted.")]
    Processing,

    /// <summary><c>ready</c></summary>
    [Description("The content is available.")]
    Ready,

    /// <summary><c>failed</c></summary>
    [Description("The extraction failed.")]
    Failed,
}
