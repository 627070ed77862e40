using System.ComponentModel;
using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>The kind of change that created a version of a Knowledge Hub page.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<KnowledgePageChangeType>))]
public enum KnowledgePageChangeType : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>created</c></summary>
    [Description("The page was created.")]
    Created,

    /// <summary><c>ai_generation</c></summary>
    [Description("AI wrote the content.")]
    AiGeneration,

    /// <summary><c>manual_edit</c></summary>
    [Description("A user edited the page.")]
    ManualEdit,

    /// <summary><c>restore</c></summary>
    [Description("An earlier version was restored.")]
    Restore,

    /// <summary><c>clone</c></summary>
    [Description("The page was copied from another page.")]
    Clone,
}
