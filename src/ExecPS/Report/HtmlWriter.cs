using System.Globalization;
using System.Net;
using System.Text;
using ExecPS.Client.Text;

namespace ExecPS.Report;

/// <summary>Writes HTML from interpolated strings. Every value is encoded, and formatted independently of the current culture.</summary>
internal sealed class HtmlWriter : IFormatProvider, ICustomFormatter
{
    private const int LongestText = 160;

    private readonly StringBuilder _html = new();

    /// <summary>Adds markup whose values are encoded.</summary>
    public HtmlWriter Add(FormattableString markup)
    {
        _html.AppendFormat(this, markup.Format, markup.GetArguments());
        return this;
    }

    /// <summary>Adds markup as it is.</summary>
    public HtmlWriter AddMarkup(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>Adds items with the same function.</summary>
    public HtmlWriter AddEach<T>(IEnumerable<T> items, Action<T> add)
    {
        foreach (var item in items)
            add(item);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _html.ToString();

    object? IFormatProvider.GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    string ICustomFormatter.Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        null => "",
        IFormattable value => WebUtility.HtmlEncode(value.ToString(format, CultureInfo.InvariantCulture)),
        _ => WebUtility.HtmlEncode(Shorten(TerminalText.RemoveControls(arg.ToString() ?? ""))),
    };

    private static string Shorten(string text)
    {
        if (text.Length <= LongestText)
            return text;
        var length = char.IsHighSurrogate(text[LongestText - 2]) ? LongestText - 2 : LongestText - 1;
        return text.Substring(0, length) + "…";
    }
}
