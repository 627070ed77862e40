using System.ComponentModel;
using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>The origin of a Knowledge Hub source.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<KnowledgeSourceType>))]
public enum KnowledgeSourceType : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>upload</c></summary>
    [Description("An uploaded file.")]
    Upload,

    /// <summary><c>url</c></summary>
    [Description("A web page.")]
    Url,

    /// <summary><c>notion</c></summary>
    [Description("A Notion document.")]
    Notion,

    /// <summary><c>google_drive</c></summary>
    [Description("A Google Drive document.")]
    GoogleDrive,

    /// <summary><c>guru</c></summary>
    [Description("A Guru card.")]
    Guru,

    /// <summary><c>page</c></summary>
    [Description("A Knowledge Hub page.")]
    Page,

    /// <summary><c>integration</c></summary>
    [Description("An item of another connected system.")]
    Integration,
}
