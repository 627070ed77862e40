using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>Where a Knowledge Hub page stands between draft and archive.</summary>
[JsonConverter(typeof(ApiEnumConverter<KnowledgePageStatus>))]
public enum KnowledgePageStatus : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>draft</c>: not published.</summary>
    Draft,

    /// <summary><c>published</c>: readers see it.</summary>
    Published,

    /// <summary><c>archived</c>: taken out of the lists; its history is kept.</summary>
    Archived,
}
