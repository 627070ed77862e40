namespace ExecPS.Client.Models;

/// <summary>
/// The proficiency of a user in a skill, in ascending order: <c>InsufficientData</c>, <c>NeedsWork</c>, <c>Developing</c>,
/// <c>Proficient</c>, <c>Excellent</c>.
/// </summary>
[JsonConverter(typeof(OrderedNameConverter<ProficiencyTier>))]
public sealed class ProficiencyTier : OrderedName<ProficiencyTier>
{
    private ProficiencyTier(int order, string name)
        : base(order, name)
    {
    }

    /// <summary>A tier that this version of the module doesn't recognize; below all others.</summary>
    public static ProficiencyTier Unknown { get; } = new(0, nameof(Unknown));

    /// <summary><c>insufficient_data</c>: fewer than 3 observations.</summary>
    public static ProficiencyTier InsufficientData { get; } = new(1, nameof(InsufficientData));

    /// <summary><c>needs_work</c>: a score below 50.</summary>
    public static ProficiencyTier NeedsWork { get; } = new(2, nameof(NeedsWork));

    /// <summary><c>developing</c>: a score of 50 or more.</summary>
    public static ProficiencyTier Developing { get; } = new(3, nameof(Developing));

    /// <summary><c>proficient</c>: a score of 75 or more.</summary>
    public static ProficiencyTier Proficient { get; } = new(4, nameof(Proficient));

    /// <summary><c>excellent</c>: a score of 90 or more.</summary>
    public static ProficiencyTier Excellent { get; } = new(5, nameof(Excellent));

    /// <summary>Parses the name of a tier, either the API's or this type's. Case is ignored.</summary>
    /// <param name="text">The name, such as <c>NeedsWork</c> or <c>needs_work</c>.</param>
    /// <returns>The tier.</returns>
    /// <exception cref="FormatException">The text isn't the name of a tier.</exception>
    public static ProficiencyTier Parse(string text) => OrderedNames<ProficiencyTier>.Parse(text);
}
