using System.Globalization;

namespace ExecPS.Client.Models;

/// <summary>A version of a Knowledge Hub page (<c>listKnowledgeHubPageVersions</c>).</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class KnowledgePageVersion : ExecObject, IListRow
{
    /// <summary>The ID of the page, as it was requested.</summary>
    [JsonIgnore]
    public string? PageId { get; set; }

    /// <summary>The title of the page in this version.</summary>
    public string? Title { get; set; }

    /// <summary>The first and last name of the author. Null if the version was created by the system or by AI.</summary>
    [JsonIgnore]
    public string? CreatedByName => CreatedBy?.Name;

    /// <summary>The email address of the author. Null if the version was created by the system or by AI.</summary>
    [JsonIgnore]
    public string? CreatedByEmail => CreatedBy?.Email;

    /// <summary>The kind of change that created the version.</summary>
    public KnowledgePageChangeType? ChangeType { get; set; }

    /// <summary>When the version was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the version was last changed, in local time.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>The number of the version. The newest has the highest.</summary>
    public int? Version { get; set; }

    /// <summary>The author. Null if the version was created by the system or by AI.</summary>
    public User? CreatedBy { get; set; }

    string? IListRow.Id => Version is { } version ? $"{PageId}/{version.ToString(CultureInfo.InvariantCulture)}" : null;

    /// <summary>The title and the number, such as <c>Pricing objections, version 4</c>.</summary>
    public override string ToString() => $"{Title}, version {Version}";
}
