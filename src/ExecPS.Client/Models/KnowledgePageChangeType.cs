using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>What made a version of a Knowledge Hub page.</summary>
[JsonConverter(typeof(ApiEnumConverter<KnowledgePageChangeType>))]
public enum KnowledgePageChangeType : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>created</c>: the page was made.</summary>
    Created,

    /// <summary><c>ai_generation</c>: the AI wrote it.</summary>
    AiGeneration,

    /// <summary><c>manual_edit</c>: somebody wrote it.</summary>
    ManualEdit,

    /// <summary><c>restore</c>: an earlier version was brought back.</summary>
    Restore,

    /// <summary><c>clone</c>: it was copied from another page.</summary>
    Clone,
}
