namespace ExecPS.Sandbox.World;

/// <summary>The content of a scenario.</summary>
/// <param name="Difficulty">The difficulty.</param>
/// <param name="Style">The style of its conversations.</param>
/// <param name="Skills">The skills it evaluates, as positions in <see cref="SkillCatalog.Skills"/>.</param>
/// <param name="Description">The description, or null if there is none.</param>
/// <param name="Context">The context, or null if there is none.</param>
/// <param name="Aim">The learner's objective.</param>
/// <param name="Avoid">Outcomes to avoid.</param>
internal sealed record ScenarioDefinition(
    ScenarioDifficulty Difficulty, ConversationStyle Style, int[] Skills, string? Description, string? Context, string Aim, params string[] Avoid)
{
    public string Language { get; init; } = "English";

    /// <summary>Who can see the scenario.</summary>
    public Visibility Visibility { get; init; } = Visibility.Workspace;

    /// <summary>The permission level of all members if the scenario is visible to the workspace.</summary>
    public AccessLevel WorkspaceLevel { get; init; } = AccessLevel.View;

    /// <summary>The permission levels of groups, as positions in <see cref="Catalog.Groups"/>.</summary>
    public (int Group, AccessLevel Level)[] Shares { get; init; } = [];

    /// <summary>The objective in the API's format, with the outcomes to avoid below a heading.</summary>
    public string Objective => $"{Aim}\n\n##### Outcomes to Avoid:\n\n{string.Join("\n\n", Avoid.Select(outcome => "- " + outcome))}";
}
