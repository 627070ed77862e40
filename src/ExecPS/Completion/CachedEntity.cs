namespace ExecPS.Completion;

/// <summary>Something that an answer named.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">What people call it; null when the answer didn't say.</param>
/// <param name="Description">What it is, in a few words.</param>
/// <param name="Email">A user's email address; null for everything else.</param>
internal sealed record CachedEntity(string Id, string? Name, string Description, string? Email = null);
