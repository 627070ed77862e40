using System.ComponentModel;

namespace ExecPS.Client.Models;

/// <summary>The status of a Knowledge Hub page.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<KnowledgePageStatus>))]
public enum KnowledgePageStatus : long
{
    /// <summary>A value that this version of the module doesn't recognize.</summary>
    Unknown = 0,

    /// <summary><c>draft</c></summary>
    [Description("The page isn't published.")]
    Draft,

    /// <summary><c>published</c></summary>
    [Description("The page is published.")]
    Published,

    /// <summary><c>archived</c></summary>
    [Description("The page is archived. Lists don't include it by default.")]
    Archived,
}
