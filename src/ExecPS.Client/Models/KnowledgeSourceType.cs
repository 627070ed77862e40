using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>Where a Knowledge Hub source came from.</summary>
[JsonConverter(typeof(ApiEnumConverter<KnowledgeSourceType>))]
public enum KnowledgeSourceType : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>upload</c>: a file.</summary>
    Upload,

    /// <summary><c>url</c>: a web address.</summary>
    Url,

    /// <summary><c>notion</c>: Notion.</summary>
    Notion,

    /// <summary><c>google_drive</c>: Google Drive.</summary>
    GoogleDrive,

    /// <summary><c>guru</c>: Guru.</summary>
    Guru,

    /// <summary><c>page</c>: a Knowledge Hub page.</summary>
    Page,

    /// <summary><c>integration</c>: another connected system.</summary>
    Integration,
}
