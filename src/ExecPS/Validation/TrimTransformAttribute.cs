using System.Collections;
using ExecPS.Conversion;

namespace ExecPS.Validation;

/// <summary>Removes white space around text, and converts empty text to null.</summary>
/// <remarks>
/// Text from files and web pages often has white space around it. CSV files have no null, and the null of a database is
/// <see cref="DBNull"/>: both must give the same result as an object whose property is null.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TrimTransformAttribute : ArgumentTransformationAttribute
{
    /// <summary>Trims text and lists of text. Converts empty text and <see cref="DBNull"/> to null.</summary>
    /// <param name="engineIntrinsics">The engine.</param>
    /// <param name="inputData">The value of the parameter.</param>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData.Unwrap() switch
    {
        DBNull => null,
        string text => string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        IList list when list.Cast<object?>().Any(static item => item.Unwrap() is string) =>
            list.Cast<object?>().Select(static item => item.Unwrap() is string text ? text.Trim() : item).ToArray(),
        _ => inputData,
    };
}
