using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>What a scenario is about.</summary>
/// <param name="Difficulty">How hard it is.</param>
/// <param name="Style">What its conversations are like.</param>
/// <param name="Skills">What it evaluates, as places in <see cref="SkillCatalog.Skills"/>.</param>
/// <param name="Description">In a sentence; null when nobody has written one.</param>
/// <param name="Context">The situation; null when nobody has described it.</param>
/// <param name="Aim">What the learner is to reach.</param>
/// <param name="Avoid">What the learner had better not do.</param>
internal sealed record ScenarioDefinition(
    ScenarioDifficulty Difficulty, ConversationStyle Style, int[] Skills, string? Description, string? Context, string Aim, params string[] Avoid)
{
    public string Language { get; init; } = "English";

    /// <summary>Who may see it.</summary>
    public Visibility Visibility { get; init; } = Visibility.Workspace;

    /// <summary>What the whole workspace may do with it, if it may see it at all.</summary>
    public AccessLevel WorkspaceLevel { get; init; } = AccessLevel.View;

    /// <summary>Which groups may do what, as places in <see cref="Catalog.Groups"/>.</summary>
    public (int Group, AccessLevel Level)[] Shares { get; init; } = [];

    /// <summary>As the API gives it: the aim, and below a heading what to avoid.</summary>
    public string Objective => $"{Aim}\n\n##### Outcomes to Avoid:\n\n{string.Join("\n\n", Avoid.Select(outcome => "- " + outcome))}";
}
