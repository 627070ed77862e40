namespace ExecPS.Client.Models;

/// <summary>The kind of change that created a version of a Knowledge Hub page.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<KnowledgePageChangeType>))]
public enum KnowledgePageChangeType : long
{
    /// <summary>A value that this version of the module doesn't recognize.</summary>
    Unknown = 0,

    /// <summary><c>created</c>: the page was created.</summary>
    Created,

    /// <summary><c>ai_generation</c>: AI wrote the content.</summary>
    AiGeneration,

    /// <summary><c>manual_edit</c>: a user edited the page.</summary>
    ManualEdit,

    /// <summary><c>restore</c>: an earlier version was restored.</summary>
    Restore,

    /// <summary><c>clone</c>: the page was copied from another page.</summary>
    Clone,
}
