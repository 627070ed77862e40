using System.Collections;
using System.Management.Automation;
using ExecPS.Conversion;

namespace ExecPS.Validation;

/// <summary>Checks each value of a parameter. Null stands for a parameter that isn't given; it is looked at elsewhere.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ValidateEachAttribute : ValidateArgumentsAttribute
{
    private protected ValidateEachAttribute()
    {
    }

    /// <summary>Whether a list without values is valid.</summary>
    public bool AllowEmptyList { get; set; }

    /// <summary>Refuses the first value that can't be used, and an empty list of values.</summary>
    /// <param name="arguments">The parameter's value.</param>
    /// <param name="engineIntrinsics">The engine.</param>
    /// <exception cref="ValidationMetadataException">A value can't be used; the message says why and what would be right.</exception>
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
            var bare = value.Unwrap();
            if ((bare is null ? "it is null" : FindProblem(bare)) is { } objection)
                throw new ValidationMetadataException($"A value can't be used: {objection}.");
        }

        if (isEmpty && !AllowEmptyList)
            throw new ValidationMetadataException("There is no value in the list. Give at least one, or leave the parameter out.");
    }

    /// <summary>What is wrong with a value and what would be right, as half a sentence; null when nothing is.</summary>
    private protected abstract string? FindProblem(object value);

    /// <summary>A value as an error message may show it.</summary>
    private protected static string Show(string text)
    {
        var safe = Client.Text.TerminalText.RemoveControls(text);
        return safe.Length <= 60 ? $"'{safe}'" : $"'{safe.Substring(0, 59)}…'";
    }
}
