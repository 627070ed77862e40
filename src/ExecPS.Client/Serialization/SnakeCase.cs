using System.Text;

namespace ExecPS.Client.Serialization;

/// <summary>Converts names to the API's spelling.</summary>
internal static class SnakeCase
{
    /// <summary>Converts <c>PastDue</c> to <c>past_due</c>.</summary>
    public static string Of(string pascalCase)
    {
        var text = new StringBuilder(pascalCase.Length + 4);
        foreach (var letter in pascalCase)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
