namespace ExecPS.Sandbox.World;

/// <summary>People with sessions but without assignments: Exec's own users and former members.</summary>
internal sealed class NonMembers
{
    public NonMembers(DateTimeOffset today, int seed)
    {
        var ids = new IdSource(SeededRandom.For(seed, "outsiders"));
        Support = new(UserOf("Exec", "Support", "support@exec.com"), MemberRole.Staff, today.AddDays(-899).AddHours(9), []);
        Quality = new(UserOf("Exec", "Quality", "quality@exec.com"), null, default, []);
        Former = [.. new[] { ("Dorothea", "Lindgren"), ("Basil", "Quartermaine"), ("Noemi", "Fontaine-Roux") }
            .Select(name => new Person(
                UserOf(name.Item1, name.Item2, $"{Slug.From(name.Item1)}.{Slug.From(name.Item2)}@{Company.MailDomain}"), null, default, []))];

        User UserOf(string firstName, string lastName, string email) =>
            new() { Id = ids.Next(), Email = email, FirstName = firstName, LastName = lastName };
    }

    /// <summary>An Exec user who is a member of the workspace.</summary>
    public Person Support { get; }

    /// <summary>An Exec user who was never a member.</summary>
    public Person Quality { get; }

    /// <summary>Former members.</summary>
    public IReadOnlyList<Person> Former { get; }
}
