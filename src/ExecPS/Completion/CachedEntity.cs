namespace ExecPS.Completion;

/// <summary>An item that a response contained.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Name">The name, or null if the response didn't contain it.</param>
/// <param name="Description">A short description.</param>
/// <param name="Email">The email address of a user; null for other items.</param>
internal sealed record CachedEntity(string Id, string? Name, string Description, string? Email = null);
