using System.Collections;
using System.Globalization;

namespace ExecPS.Conversion;

/// <summary>Restores objects that were exported with <c>Export-Clixml</c>, or returned by a job or a remote session.</summary>
/// <remarks>
/// ExecPS.Types.ps1xml names this converter as the target type for the deserialization of all types of the module. Without it, values of
/// enums would become numbers, and ranks would become objects that have a name and no order. PowerShell doesn't run it in Constrained
/// Language Mode, and keeps the deserialized object if the conversion fails.
/// </remarks>
public sealed class DeserializedObjectConverter : PSTypeConverter
{
    private const string Prefix = "Deserialized.";

    /// <summary>Returns whether an object is a deserialized object of this module.</summary>
    /// <param name="sourceValue">The object.</param>
    /// <param name="destinationType">Not used.</param>
    public override bool CanConvertFrom(PSObject sourceValue, Type destinationType) => FindType(sourceValue) is not null;

    /// <inheritdoc cref="CanConvertFrom(PSObject, Type)"/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => CanConvertFrom(PSObject.AsPSObject(sourceValue), destinationType);

    /// <summary>Restores an object.</summary>
    /// <param name="sourceValue">The deserialized object.</param>
    /// <param name="destinationType">Not used: the names of the object's types determine the type.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <param name="ignoreCase">Not used.</param>
    /// <exception cref="PSInvalidCastException">A value can't be converted.</exception>
    public override object ConvertFrom(PSObject sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        FindType(sourceValue) is { } type ? Restore(sourceValue, type) : throw new PSInvalidCastException($"'{sourceValue}' isn't a deserialized object of ExecPS.");

    /// <inheritdoc cref="ConvertFrom(PSObject, Type, IFormatProvider, bool)"/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        ConvertFrom(PSObject.AsPSObject(sourceValue), destinationType, formatProvider, ignoreCase);

    /// <summary>Returns false: the converter only converts from deserialized objects.</summary>
    /// <param name="sourceValue">Not used.</param>
    /// <param name="destinationType">Not used.</param>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <summary>Not supported.</summary>
    /// <param name="sourceValue">Not used.</param>
    /// <param name="destinationType">Not used.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <param name="ignoreCase">Not used.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new NotSupportedException();

    /// <summary>Finds the type that an object had. Only types that commands write are restored.</summary>
    private static Type? FindType(PSObject value)
    {
        foreach (var name in value.TypeNames)
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal)
                && typeof(ExecObject).Assembly.GetType(name.Substring(Prefix.Length)) is { IsPublic: true, IsAbstract: false } type
                && (type.IsEnum || typeof(ExecObject).IsAssignableFrom(type) || IsOrderedName(type)))
            {
                return type;
            }
        }

        return null;
    }

    private static bool IsOrderedName(Type type) => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(OrderedName<>);

    private static object Restore(PSObject value, Type type)
    {
        if (type.IsEnum)
            return LanguagePrimitives.ConvertTo(value.ToString(), type, CultureInfo.InvariantCulture);
        if (IsOrderedName(type))
            return LanguagePrimitives.ConvertTo(value.Properties[nameof(Rank.Name)]?.Value ?? value.ToString(), type, CultureInfo.InvariantCulture);

        var result = Activator.CreateInstance(type)!;
        var wrapper = PSObject.AsPSObject(result);
        foreach (var property in value.Properties)
        {
            if (type.GetProperty(property.Name) is { } target)
            {
                if (target.CanWrite && property.Value is { } part)
                    target.SetValue(result, ConvertPart(part, target.PropertyType));
            }
            else if (wrapper.Properties[property.Name] is null)
            {
                // Added with Add-Member.
                wrapper.Properties.Add(new PSNoteProperty(property.Name, property.Value));
            }
        }

        // The names of additional views.
        foreach (var name in value.TypeNames.Where(name => name.IndexOf('#') > 0).Reverse())
            wrapper.TypeNames.Insert(0, name.Substring(Prefix.Length));
        return result;
    }

    private static object? ConvertPart(object part, Type type)
    {
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(ReadableList<>))
            return LanguagePrimitives.ConvertTo(part, type, CultureInfo.InvariantCulture);

        var list = (IList)Activator.CreateInstance(type)!;
        foreach (var item in LanguagePrimitives.GetEnumerable(part) ?? new[] { part })
            list.Add(LanguagePrimitives.ConvertTo(item, type.GetGenericArguments()[0], CultureInfo.InvariantCulture));
        return list;
    }
}
