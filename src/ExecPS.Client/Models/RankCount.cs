namespace ExecPS.Client.Models;

/// <summary>How many participants of a scenario reached a rank with their best score.</summary>
public sealed class RankCount
{
    /// <summary>The rank.</summary>
    public Rank? Rank { get; set; }

    /// <summary>How many participants have it.</summary>
    public int? Count { get; set; }

    /// <summary>What part of the participants that is, 0 to 100.</summary>
    public double? Percentage { get; set; }

    /// <summary>Rank and number, as <c>Gold 12</c>.</summary>
    public override string ToString() => $"{Rank} {Count}";
}
