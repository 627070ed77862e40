namespace ExecPS.Cmdlets;

/// <summary>Finds the names that the user might have meant.</summary>
internal static class SimilarNames
{
    private const int MaximumCount = 3;
    private const int LongestComparedText = 200;

    /// <summary>Returns the most similar names, best first: those with few different characters, and those that contain the text.</summary>
    /// <param name="text">The name, which can contain wildcards.</param>
    /// <param name="names">The existing names.</param>
    public static IReadOnlyList<string> Of(string text, IEnumerable<string> names)
    {
        var given = Normalize(text);
        if (given.Length == 0)
            return [];

        return
        [
            .. names.Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(name => (Name: name, Distance: Distance(given, Normalize(name))))
                .Where(candidate => candidate.Distance <= Math.Max(1, given.Length / 3))
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.CurrentCultureIgnoreCase)
                .Take(MaximumCount)
                .Select(candidate => candidate.Name),
        ];
    }

    /// <summary>Letters and digits in lowercase, with single spaces between words.</summary>
    private static string Normalize(string text)
    {
        var characters = text.Length <= LongestComparedText ? text : text.Substring(0, LongestComparedText);
        var words = new string([.. characters.ToLowerInvariant().Select(character => char.IsLetterOrDigit(character) ? character : ' ')])
            .Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(" ", words);
    }

    /// <summary>Returns the number of characters to insert, delete, replace, or swap. 1 if one text contains the other.</summary>
    private static int Distance(string given, string name)
    {
        const int shortestPart = 3;
        if (given.Length >= shortestPart && name.Contains(given) || name.Length >= shortestPart && given.Contains(name))
            return given == name ? 0 : 1;

        // The given text might also be the beginning of the name, with a typing error.
        var beginning = name.Length > given.Length ? name.Substring(0, given.Length) : name;
        return Math.Min(EditDistance(given, name), EditDistance(given, beginning) + 1);
    }

    private static int EditDistance(string from, string to)
    {
        var (beforePrevious, previous, current) = (new int[to.Length + 1], new int[to.Length + 1], new int[to.Length + 1]);
        for (var column = 0; column <= to.Length; column++)
            previous[column] = column;

        for (var row = 1; row <= from.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                var cost = from[row - 1] == to[column - 1] ? 0 : 1;
                current[column] = Math.Min(Math.Min(current[column - 1], previous[column]) + 1, previous[column - 1] + cost);
                if (row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1])
                    current[column] = Math.Min(current[column], beforePrevious[column - 2] + 1);
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[to.Length];
    }
}
