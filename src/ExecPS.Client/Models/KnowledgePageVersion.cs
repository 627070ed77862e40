using System.Globalization;
using System.Text.Json.Serialization;

namespace ExecPS.Client.Models;

/// <summary>A version in the history of a Knowledge Hub page (<c>listKnowledgeHubPageVersions</c>).</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class KnowledgePageVersion : IListRow
{
    /// <summary>The page, by the identifier that was asked for; the answer doesn't name it.</summary>
    [JsonIgnore]
    public string? PageId { get; set; }

    /// <summary>The version's number; the newest has the highest.</summary>
    public int? Version { get; set; }

    /// <summary>The page's title in this version.</summary>
    public string? Title { get; set; }

    /// <summary>What made the version.</summary>
    public KnowledgePageChangeType? ChangeType { get; set; }

    /// <summary>The email address of who made the version; null when nobody did, but the system or the AI.</summary>
    [JsonIgnore]
    public string? CreatedByEmail => CreatedBy?.Email;

    /// <summary>First and last name of who made the version; null when nobody did, but the system or the AI.</summary>
    [JsonIgnore]
    public string? CreatedByName => CreatedBy?.Name;

    /// <summary>When the version was created, in local time.</summary>
    public DateTime? CreatedAt { get; set; }

    /// <summary>When the version was last changed, in local time.</summary>
    public DateTime? UpdatedAt { get; set; }

    /// <summary>Who made the version; null when nobody did, but the system or the AI.</summary>
    public User? CreatedBy { get; set; }

    string? IListRow.Id => Version is { } version ? $"{PageId}/{version.ToString(CultureInfo.InvariantCulture)}" : null;

    /// <summary>Title and number, as <c>Pricing objections, version 4</c>.</summary>
    public override string ToString() => $"{Title}, version {Version}";
}
