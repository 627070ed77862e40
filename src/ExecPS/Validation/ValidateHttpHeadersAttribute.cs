using System.Collections;
using ExecPS.Conversion;

namespace ExecPS.Validation;

/// <summary>Validates the names and values of HTTP headers. No message contains a value, because values can be secrets.</summary>
public sealed class ValidateHttpHeadersAttribute : ValidateEachAttribute
{
    private const string Separators = "()<>@,;:\\\"/[]?={} \t";

    /// <summary>Gets the headers of a valid hashtable.</summary>
    internal static Dictionary<string, string> Read(IDictionary headers)
    {
        var result = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry header in headers)
            result.Add(header.Key.ToString()!, (string)header.Value.Unwrap()!);
        return result;
    }

    private protected override string? FindProblem(object value)
    {
        if (value is not DictionaryEntry { Key: var key, Value: var content })
            return "the headers must be a hashtable, such as @{ 'X-Token' = $token }";

        var name = key.ToString() ?? "";
        if (name.Length == 0 || !name.All(character => character is > ' ' and < '\x7f' && Separators.IndexOf(character) < 0))
            return $"{Show(name)} isn't a valid header name";
        if (content.Unwrap() is not string text)
            return $"the value of the header {Show(name)} isn't a string";
        return text.All(character => character is '\t' or (>= ' ' and not '\x7f')) && text.All(character => character < 256)
            ? null
            : $"the value of the header {Show(name)} contains characters that a header can't contain";
    }
}
