namespace ExecPS.Client.Filters;

/// <summary>One parameter of a query.</summary>
/// <param name="Parameter">The API's name: <c>user_ids</c>.</param>
/// <param name="Axis">What the parameter narrows.</param>
/// <param name="Values">The values; at least one.</param>
/// <param name="IsSingle">Whether the API takes one value alone.</param>
internal sealed record FilterTerm(string Parameter, string Axis, IReadOnlyList<string> Values, bool IsSingle = false);
