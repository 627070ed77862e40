using System.Text;

namespace ExecPS.Sandbox.World;

internal static class Slug
{
    /// <summary>Converts a name to a slug, such as <c>discovery-call-with-a-cfo</c>.</summary>
    public static string From(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9')
                slug.Append(char.ToLowerInvariant(character));
            else if (character != '\'' && slug.Length > 0 && slug[slug.Length - 1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
