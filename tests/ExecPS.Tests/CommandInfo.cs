using System.Management.Automation;
using System.Reflection;
using ExecPS.Commands;

namespace ExecPS.Tests;

/// <summary>A cmdlet as declared by its class, without running PowerShell.</summary>
/// <remarks>Attributes are read as data, because the constructors of the reference assembly can't run.</remarks>
internal sealed class CommandInfo(Type type)
{
    public static IReadOnlyList<CommandInfo> All { get; } =
        [.. typeof(GetExecAssignmentCommand).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && Attribute(type, nameof(CmdletAttribute)) is not null)
            .Select(type => new CommandInfo(type))
            .OrderBy(command => command.Name, StringComparer.Ordinal)];

    /// <summary>The names of the cmdlets, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(command => command.Name)];

    public Type Type => type;

    public string Verb => (string)Cmdlet.ConstructorArguments[0].Value!;

    public string Noun => (string)Cmdlet.ConstructorArguments[1].Value!;

    public string Name => $"{Verb}-{Noun}";

    /// <summary>The output types that the cmdlet declares.</summary>
    public IReadOnlyList<Type> OutputTypes =>
        [.. type.GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType.Name == nameof(OutputTypeAttribute))
            .SelectMany(attribute => (IEnumerable<CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)
            .Select(argument => (Type)argument.Value!)];

    public IReadOnlyList<PropertyInfo> Parameters =>
        [.. type.GetProperties().Where(property => property.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == nameof(ParameterAttribute)))];

    public static CommandInfo Named(string name) => All.Single(command => command.Name == name);

    private CustomAttributeData Cmdlet => Attribute(type, nameof(CmdletAttribute))!;

    private static CustomAttributeData? Attribute(Type type, string name) =>
        type.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType.Name == name);
}
