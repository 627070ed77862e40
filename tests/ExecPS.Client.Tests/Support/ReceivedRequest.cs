namespace ExecPS.Client.Tests.Support;

/// <summary>A request that a <see cref="LoopbackServer"/> received.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query, as sent.</param>
/// <param name="Headers">The headers by name.</param>
/// <param name="Body">The body. Empty if there is none.</param>
/// <param name="Number">The number of the request, starting with 1.</param>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body, int Number);
