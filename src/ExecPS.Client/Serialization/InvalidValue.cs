namespace ExecPS.Client.Serialization;

/// <summary>A value of a response that was replaced by null.</summary>
/// <param name="Field">The path of the value within its row or object, as the API names it: <c>due_date</c>, <c>user.email</c>.</param>
/// <param name="Id">The ID of the row or object; null if it has none.</param>
/// <param name="Json">The value as the response contains it.</param>
internal readonly record struct InvalidValue(string Field, string? Id, string Json);
