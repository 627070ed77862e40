using ExecPS.Client.Serialization;
using Microsoft.CodeAnalysis;

namespace ExecPS.Client.Generators;

/// <summary>How a value of a type is read from JSON: as the context's System.Text.Json would.</summary>
/// <param name="jsonContext">Its options name the converters of types that have none of their own.</param>
internal sealed class TypeReading(INamedTypeSymbol jsonContext)
{
    /// <summary>What a converter has that can be called without its instance and options.</summary>
    private const string StaticRead = "ReadValue";

    private readonly INamedTypeSymbol[] _converters = [.. FindConverters(jsonContext)];

    /// <summary>The call that reads what is no object and no list; null for what is, and for what only System.Text.Json reads.</summary>
    public string? ScalarCall(ITypeSymbol type)
    {
        var converter = Attribute(type, "JsonConverterAttribute")?.ConstructorArguments[0].Value as INamedTypeSymbol
            ?? _converters.FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.BaseType!.TypeArguments[0], type));
        if (converter is not null)
            return converter.GetMembers(StaticRead).Any(member => member.IsStatic) ? $"{Name(converter)}.{StaticRead}(ref json)" : null;

        return type.SpecialType switch
        {
            SpecialType.System_String => "json.GetString()",
            SpecialType.System_Boolean => "json.GetBoolean()",
            SpecialType.System_Int32 => "json.GetInt32()",
            SpecialType.System_Int64 => "json.GetInt64()",
            SpecialType.System_Double => "json.GetDouble()",
            _ => null,
        };
    }

    /// <summary>What a list holds; null for what is none.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol type)
    {
        for (var list = type as INamedTypeSymbol; list is not null; list = list.BaseType)
        {
            if (list is { Name: "List", TypeArguments.Length: 1 } && list.ContainingNamespace.ToDisplayString() == "System.Collections.Generic")
                return list.TypeArguments[0];
        }

        return null;
    }

    /// <summary>Whether all that a type holds can be read by code.</summary>
    public bool CanRead(ITypeSymbol type) => CanRead(type, new(SymbolEqualityComparer.Default));

    /// <summary>The properties that JSON sets, a base class's first.</summary>
    public static IEnumerable<IPropertySymbol> Properties(ITypeSymbol model) =>
        (model.BaseType is { SpecialType: not SpecialType.System_Object } parent ? Properties(parent) : [])
        .Concat(model.GetMembers().OfType<IPropertySymbol>().Where(IsSet));

    /// <summary>A property's name in JSON.</summary>
    public static string JsonName(IPropertySymbol property) =>
        Attribute(property, "JsonPropertyNameAttribute")?.ConstructorArguments[0].Value as string ?? SnakeCase.Of(property.Name);

    public static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type)
        .WithNullableAnnotation(NullableAnnotation.None);

    public static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>A property that is only computed has no setter; one with <c>[JsonIgnore]</c> isn't read unless it says when.</summary>
    private static bool IsSet(IPropertySymbol property)
    {
        const int always = 1; // JsonIgnoreCondition.Always
        var condition = Attribute(property, "JsonIgnoreAttribute") is { } ignore
            ? ignore.NamedArguments.FirstOrDefault(argument => argument.Key == "Condition").Value.Value ?? always
            : null;
        return !property.IsStatic && !property.IsIndexer && property.SetMethod is not null && !Equals(condition, always)
            && (property.SetMethod.DeclaredAccessibility == Accessibility.Public && property.DeclaredAccessibility == Accessibility.Public
                || Attribute(property, "JsonIncludeAttribute") is not null);
    }

    /// <param name="type">What is in question.</param>
    /// <param name="met">The types that are in question with it: what refers to itself is looked at once.</param>
    private bool CanRead(ITypeSymbol type, HashSet<ITypeSymbol> met)
    {
        type = WithoutNullable(type);
        if (ScalarCall(type) is not null || !met.Add(type))
            return true;
        if (ItemOf(type) is { } item)
            return CanRead(item, met);
        return type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false } model
            && SymbolEqualityComparer.Default.Equals(model.ContainingAssembly, jsonContext.ContainingAssembly)
            && IsPlain(model) && !model.AllInterfaces.Any(one => one.Name is "IJsonOnDeserializing" or "IJsonOnDeserialized")
            && model.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty)
            && Properties(model).All(property => IsPlain(property) && !property.IsRequired && !property.SetMethod!.IsInitOnly && CanRead(property.Type, met));
    }

    /// <summary>Whether nothing but the name of a type or property, and whether it is set, is said to System.Text.Json.</summary>
    private static bool IsPlain(ISymbol symbol) => symbol.GetAttributes().All(attribute =>
        attribute.AttributeClass!.ContainingNamespace.ToDisplayString() != "System.Text.Json.Serialization"
        || attribute.AttributeClass.Name is "JsonIgnoreAttribute" or "JsonIncludeAttribute" or "JsonPropertyNameAttribute");

    private static IEnumerable<INamedTypeSymbol> FindConverters(INamedTypeSymbol jsonContext) =>
        Attribute(jsonContext, "JsonSourceGenerationOptionsAttribute")?.NamedArguments
            .Where(argument => argument.Key == "Converters")
            .SelectMany(argument => argument.Value.Values)
            .Select(value => value.Value)
            .OfType<INamedTypeSymbol>() ?? [];

    private static AttributeData? Attribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == name);
}
