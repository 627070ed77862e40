using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>The status of a Knowledge Hub page.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<KnowledgePageStatus>))]
public enum KnowledgePageStatus : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>draft</c>: the page isn't published.</summary>
    Draft,

    /// <summary><c>published</c>: the page is published.</summary>
    Published,

    /// <summary><c>archived</c>: the page is archived. Lists don't include it by default.</summary>
    Archived,
}
