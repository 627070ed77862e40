using System.Text;

namespace ExecPS.Client.Serialization;

/// <summary>A value of a named set, with the API's name for it.</summary>
/// <remarks>A class, and put into lists without LINQ over the values: for each set of structs the runtime would compile all that anew.</remarks>
/// <param name="Value">The value.</param>
/// <param name="ApiName">The API's name: <c>past_due</c>.</param>
internal sealed record NamedValue<T>(T Value, string ApiName)
{
    /// <summary>The API's name as it stands in JSON.</summary>
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(ApiName);
}
