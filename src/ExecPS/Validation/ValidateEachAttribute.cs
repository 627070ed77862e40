using System.Collections;
using System.Globalization;
using ExecPS.Client.Text;
using ExecPS.Conversion;

namespace ExecPS.Validation;

/// <summary>The base class of attributes that validate each value of a parameter. Null is valid here: it means that the parameter isn't given.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ValidateEachAttribute : ValidateArgumentsAttribute
{
    private protected ValidateEachAttribute()
    {
    }

    /// <summary>Whether a list without values is valid.</summary>
    public bool AllowEmptyList { get; set; }

    /// <summary>Whether text can contain line breaks and invisible characters.</summary>
    private protected virtual bool AllowInvisible => false;

    /// <summary>Rejects the first value that isn't valid, and an empty list.</summary>
    /// <param name="arguments">The parameter's value.</param>
    /// <param name="engineIntrinsics">The engine.</param>
    /// <exception cref="ValidationMetadataException">A value isn't valid. The message contains the reason and the valid values.</exception>
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is null)
            return;
        if (arguments is not IEnumerable values || arguments is string)
            values = new[] { arguments };

        var isEmpty = true;
        foreach (var value in values)
        {
            isEmpty = false;
            if (FindProblemOf(value.Unwrap()) is { } problem)
                throw new ValidationMetadataException($"The value isn't valid: {problem}.");
        }

        if (isEmpty && !AllowEmptyList)
            throw new ValidationMetadataException("The list is empty. Specify at least one value, or omit the parameter.");
    }

    /// <summary>Gets what is wrong with a value, and what is valid, as a part of a sentence. Null if nothing is wrong.</summary>
    private protected abstract string? FindProblem(object value);

    /// <summary>Formats a value for an error message.</summary>
    private protected static string Show(string text)
    {
        var safe = TerminalText.RemoveControls(text);
        return safe.Length <= 60 ? $"'{safe}'" : $"'{safe.Substring(0, 59)}…'";
    }

    private string? FindProblemOf(object? value) => value switch
    {
        null => "it is null",
        string text when !AllowInvisible && FindInvisible(text) is { } index =>
            string.Format(CultureInfo.InvariantCulture, "{0} contains the invisible character U+{1:X4} at position {2}", Show(text), (int)text[index], index + 1),
        _ => FindProblem(value),
    };

    /// <summary>The index of the first character that a terminal doesn't show, apart from spaces. Emoji and some scripts need joiners.</summary>
    private static int? FindInvisible(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            var isInvisible = char.IsWhiteSpace(character) ? character != ' '
                : char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format && character is not ('\u200c' or '\u200d');
            if (isInvisible)
                return index;
        }

        return null;
    }
}
