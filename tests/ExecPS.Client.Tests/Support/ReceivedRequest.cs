namespace ExecPS.Client.Tests.Support;

/// <summary>A request as a <see cref="LoopbackServer"/> received it.</summary>
/// <param name="Target">Path and query, as sent.</param>
/// <param name="Headers">The headers by name.</param>
/// <param name="Number">Which request of the server it is, from 1.</param>
internal sealed record ReceivedRequest(string Target, IReadOnlyDictionary<string, string> Headers, int Number);
