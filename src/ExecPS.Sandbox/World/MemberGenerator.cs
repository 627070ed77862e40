namespace ExecPS.Sandbox.World;

/// <summary>Generates the members. Those with difficult names come first, so that the smallest workspace contains them.</summary>
internal static class MemberGenerator
{
    private const int Fewest = 25;
    private const int Most = 5000;
    private const int AssignmentsEach = 20;

    /// <summary>Has no common factor with the number of name pairs, so that each pair is used once.</summary>
    private const int Stride = 3163;

    public static int CountFor(int assignments) => Math.Min(Math.Max(Fewest, assignments / AssignmentsEach), Most);

    public static IReadOnlyList<Person> Generate(int count, IReadOnlyList<Group> groups, DateTimeOffset today, SeededRandom random, IdSource ids)
    {
        var members = new Person[count];
        var firstPair = random.Below(Company.FirstNames.Length * Company.LastNames.Length);
        for (var place = 0; place < count; place++)
        {
            var (firstName, lastName, mailbox) = NameOf(place, firstPair);
            var user = new User { Id = ids.Next(), Email = $"{mailbox}@{Company.MailDomain}", FirstName = firstName, LastName = lastName };

            // All members joined before the oldest assignment was created.
            var joined = today.AddDays(-random.Between(320, 880)).AddHours(random.Between(7, 17));
            members[place] = new(user, RoleOf(place), joined, GroupsOf(groups, random));
        }

        return members;
    }

    private static (string FirstName, string LastName, string Mailbox) NameOf(int place, int firstPair)
    {
        if (place < Company.AwkwardNames.Length)
            return Company.AwkwardNames[place];

        var pair = (int)((firstPair + ((long)place * Stride)) % (Company.FirstNames.Length * Company.LastNames.Length));
        var firstName = Company.FirstNames[pair % Company.FirstNames.Length];
        var lastName = Company.LastNames[pair / Company.FirstNames.Length];
        return (firstName, lastName, $"{firstName}.{lastName}".ToLowerInvariant());
    }

    private static MemberRole RoleOf(int place) => place switch
    {
        8 or 9 => MemberRole.Admin,
        10 or 11 or 12 => MemberRole.Staff,
        _ => MemberRole.Member,
    };

    private static Group[] GroupsOf(IReadOnlyList<Group> groups, SeededRandom random)
    {
        var first = random.Below(groups.Count);
        return random.Percent(20)
            ? [groups[first], groups[(first + random.Between(1, groups.Count - 1)) % groups.Count]]
            : [groups[first]];
    }
}
