using Microsoft.CodeAnalysis;

namespace ExecPS.Client.Generators;

/// <summary>Writes, beside the metadata that System.Text.Json's own generator makes for a context, a reader for each of its types.</summary>
/// <remarks>
/// Metadata are put together at run time, property by property, and called by delegates: in a process that lives a second that
/// is what most of the time goes into. A reader is plain code over <c>Utf8JsonReader</c>. What it can't read it leaves to
/// System.Text.Json, which stays the measure of what is right.
/// </remarks>
[Generator]
public sealed class ModelReaderGenerator : IIncrementalGenerator
{
    private const string Registration = "System.Text.Json.Serialization.JsonSerializableAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var sources = context.SyntaxProvider.ForAttributeWithMetadataName(
            Registration,
            static (_, _) => true,
            static (found, _) => Write((INamedTypeSymbol)found.TargetSymbol, found.Attributes.Select(attribute => attribute.ConstructorArguments[0].Value).OfType<INamedTypeSymbol>()));
        context.RegisterSourceOutput(sources, static (output, source) => output.AddSource("ModelReaders.g.cs", source));
    }

    private static string Write(INamedTypeSymbol jsonContext, IEnumerable<INamedTypeSymbol> registered)
    {
        var source = new ReaderSource(new TypeReading(jsonContext), jsonContext);
        foreach (var type in registered)
            source.AddRoot(type);
        return source.ToString();
    }
}
