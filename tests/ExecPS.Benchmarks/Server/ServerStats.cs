using System.Text.Json.Serialization;

namespace ExecPS.Benchmarks.Server;

/// <summary>What a server has done since it was last reset.</summary>
/// <param name="Requests">The requests to the API.</param>
/// <param name="Pages">Those of them that asked for a page of the list.</param>
/// <param name="MostConcurrent">The most requests that were in hand at once.</param>
/// <param name="MostOfOnePage">How often the page was asked for that was asked for most.</param>
/// <param name="ProcessorSeconds">The server's own CPU time.</param>
internal sealed record ServerStats(long Requests, long Pages, int MostConcurrent, int MostOfOnePage, double ProcessorSeconds);

[JsonSerializable(typeof(ServerStats))]
internal sealed partial class ServerJsonContext : JsonSerializerContext;
