namespace ExecPS.Cmdlets;

/// <summary>Marks a parameter whose names are resolved to IDs. <c>-ScenarioName</c> then sets <c>-ScenarioId</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ResolvesNameAttribute : Attribute;
