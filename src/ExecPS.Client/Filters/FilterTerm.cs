namespace ExecPS.Client.Filters;

/// <summary>One parameter of a query.</summary>
/// <param name="Parameter">The API's name: <c>user_ids</c>.</param>
/// <param name="Axis">What the parameter filters by.</param>
/// <param name="Values">One or more values.</param>
/// <param name="IsSingle">Whether the API accepts only one value.</param>
internal sealed record FilterTerm(string Parameter, string Axis, IReadOnlyList<string> Values, bool IsSingle = false);
