namespace ExecPS.Client.Models;

/// <summary>The origin of a Knowledge Hub source.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<KnowledgeSourceType>))]
public enum KnowledgeSourceType : long
{
    /// <summary>A value that this version of the module doesn't recognize.</summary>
    Unknown = 0,

    /// <summary><c>upload</c>: an uploaded file.</summary>
    Upload,

    /// <summary><c>url</c>: a web page.</summary>
    Url,

    /// <summary><c>notion</c>: a Notion document.</summary>
    Notion,

    /// <summary><c>google_drive</c>: a Google Drive document.</summary>
    GoogleDrive,

    /// <summary><c>guru</c>: a Guru card.</summary>
    Guru,

    /// <summary><c>page</c>: a Knowledge Hub page.</summary>
    Page,

    /// <summary><c>integration</c>: an item of another connected system.</summary>
    Integration,
}
