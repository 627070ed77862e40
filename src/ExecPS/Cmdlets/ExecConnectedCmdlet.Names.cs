using System.Reflection;
using ExecPS.Client.Paging;
using ExecPS.Conversion;

namespace ExecPS.Cmdlets;

/// <content>Names as parameters. <c>-ScenarioName</c> is the same as <c>-ScenarioId</c> with the IDs of the scenarios that have this name.</content>
public abstract partial class ExecConnectedCmdlet
{
    private static readonly EntityKind[] s_named = [EntityKind.Scenario, EntityKind.Skill, EntityKind.Group];

    private List<(PropertyInfo Parameter, string[] Ids, bool IsComplete)>? _resolvedNames;

    /// <summary>Sets the ID parameters from the name parameters, and returns whether the current input object identifies anything.</summary>
    /// <remarks>Names that nothing matches are non-terminating errors. If a parameter has only such names, every input object is skipped.</remarks>
    /// <param name="requireAllNames">Whether to skip every input object if any name is unmatched, because the items together are one value.</param>
    private protected bool AcceptInput(bool requireAllNames = false)
    {
        if (!InputHasValue())
            return false;

        if (this is INamedInput { InputObject: { } input })
            AddNames(input);
        _resolvedNames ??= [.. NameParameters().Select(Resolve)];
        foreach (var (parameter, ids, _) in _resolvedNames)
            parameter.SetValue(this, ids);
        return _resolvedNames.TrueForAll(resolved => resolved.IsComplete || !requireAllNames && resolved.Ids.Length > 0);
    }

    /// <summary>Reads the IDs of all items of a kind.</summary>
    private protected IEnumerable<string> ReadIds(EntityKind kind) => ReadNames(kind).Select(item => item.Id);

    /// <summary>Keeps the names in an input object, which may come from a file: <c>ScenarioName</c>, or <c>Name</c> if it is a scenario.</summary>
    private void AddNames(PSObject input)
    {
        foreach (var kind in s_named)
        {
            var id = TextOf($"{kind}Id");
            var name = TextOf($"{kind}Name") ?? (id is not null && id == TextOf("Id") ? TextOf("Name") : null);
            if (name is not null)
                Cache.Add(kind, id, name);
        }

        string? TextOf(string property) => input.Properties[property]?.Value.Unwrap() is string { Length: > 0 } text ? text : null;
    }

    /// <summary>Gets the name parameters given on the command line.</summary>
    private IEnumerable<PropertyInfo> NameParameters() =>
        GetType().GetProperties().Where(property => property.IsDefined(typeof(ResolvesNameAttribute)) && IsGiven(property.Name));

    private PropertyInfo IdParameter(PropertyInfo names) => GetType().GetProperty(KindOf(names) + "Id")!;

    private static EntityKind KindOf(PropertyInfo names) =>
        (EntityKind)Enum.Parse(typeof(EntityKind), names.Name.Replace("Name", ""));

    private bool IsGiven(string parameter) => GivenParameters.Contains(parameter, StringComparer.OrdinalIgnoreCase);

    private (PropertyInfo Parameter, string[] Ids, bool IsComplete) Resolve(PropertyInfo names)
    {
        var kind = KindOf(names);
        var parameter = IdParameter(names);
        if (IsGiven(parameter.Name))
        {
            ThrowInvalidArgument("ExecNameAndId", $"-{names.Name} and -{parameter.Name} can't be used together.",
                $"Specify the {kind.ToString().ToLowerInvariant()} either by name or by ID.");
        }

        var (ids, unmatched, existing) = new NameResolver(Cache, ReadNames).Resolve(kind, (string[])names.GetValue(this)!);
        foreach (var name in unmatched)
            WriteError(ErrorRecords.NameNotFound($"{kind.ToString().ToLowerInvariant()} named", name.Text, existing));
        return (parameter, ids, unmatched.Length == 0);
    }

    /// <summary>Reads the names and IDs of all items of a kind. The API doesn't list programs, but assignments contain them.</summary>
    private CachedEntity[] ReadNames(EntityKind kind) => kind switch
    {
        EntityKind.Scenario => ReadNames(Client.ListScenarios(), scenario => (scenario.Id, scenario.Name)),
        EntityKind.Group => ReadNames(Client.ListGroups(), group => (group.Id, group.Name)),
        EntityKind.Collection => ReadNames(Client.ListCollections(), collection => (collection.Id, collection.Name)),
        EntityKind.Skill => ReadNames(Client.ListSkills(), skill => (skill.Id, skill.Name)),
        EntityKind.Program => ReadNames(Client.ListAssignments(), assignment => (assignment.ProgramId, assignment.ProgramName)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Items of this kind have no names."),
    };

    private CachedEntity[] ReadNames<T>(ExecListing<T> listing, Func<T, (string? Id, string? Name)> read)
        where T : class
    {
        var rows = ReadAll(listing);
        Cache.Add(rows);
        return [.. rows.Select(read).Where(item => item.Id is not null).Distinct().Select(item => new CachedEntity(item.Id!, item.Name, ""))];
    }
}
