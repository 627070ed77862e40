namespace ExecPS.Client.Models;

/// <summary>The number of participants of a scenario who have a rank.</summary>
public sealed class RankCount : ExecObject
{
    /// <summary>The rank.</summary>
    public Rank? Rank { get; set; }

    /// <summary>The number of participants whose best score has this rank.</summary>
    public int? Count { get; set; }

    /// <summary>Their percentage of all participants, 0 to 100.</summary>
    public double? Percentage { get; set; }

    /// <summary>The rank and the number, such as <c>Gold 12</c>.</summary>
    public override string ToString() => $"{Rank} {Count}";
}
