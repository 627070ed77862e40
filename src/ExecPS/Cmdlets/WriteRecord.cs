using System.Globalization;

namespace ExecPS.Cmdlets;

/// <summary>The parameter values of one record of a command that changes something, under the names of the parameters.</summary>
/// <remarks>As an error's target it can be exported to a CSV file and piped in again.</remarks>
internal sealed class WriteRecord
{
    private readonly List<(string Name, object? Value)> _values = [];

    /// <summary>Adds a value. A list becomes text with commas, a time ISO 8601 text, which reads the same in every culture.</summary>
    public WriteRecord Add(string name, object? value)
    {
        _values.Add((name, value switch
        {
            DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
            IEnumerable<string> items => string.Join(", ", items),
            Enum or Uri or Client.Models.Rank => value.ToString(),
            _ => value,
        }));
        return this;
    }

    /// <summary>Gets the values as an object for an error.</summary>
    public PSObject ToObject()
    {
        var result = new PSObject();
        foreach (var (name, value) in _values)
            result.Properties.Add(new PSNoteProperty(name, value));
        return result;
    }
}
