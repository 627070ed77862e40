using System.Text.Json.Serialization;

namespace ExecPS.Benchmarks.Server;

/// <summary>The counts of a server since the last reset.</summary>
/// <param name="Requests">The number of requests to the API.</param>
/// <param name="Pages">The number of those requests that requested a page of the list.</param>
/// <param name="MostConcurrent">The maximum number of concurrent requests.</param>
/// <param name="MostOfOnePage">The maximum number of requests for the same page.</param>
/// <param name="ProcessorSeconds">The CPU time of the server.</param>
internal sealed record ServerStats(long Requests, long Pages, int MostConcurrent, int MostOfOnePage, double ProcessorSeconds);

[JsonSerializable(typeof(ServerStats))]
internal sealed partial class ServerJsonContext : JsonSerializerContext;
