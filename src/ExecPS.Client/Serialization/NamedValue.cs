using System.Text;

namespace ExecPS.Client.Serialization;

/// <summary>A value with the API's name for it.</summary>
/// <remarks>This is a class, and lists of it are created without LINQ, because the runtime compiles generic code separately for each value type.</remarks>
/// <param name="Value">The value.</param>
/// <param name="ApiName">The API's name: <c>past_due</c>.</param>
internal sealed record NamedValue<T>(T Value, string ApiName)
{
    /// <summary>The API's name, encoded for JSON.</summary>
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(ApiName);
}
