using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ExecPS.Benchmarks.Bare;
using ExecPS.Client.Serialization;

namespace ExecPS.Benchmarks.Micro;

/// <summary>A page of 100 assignments, from bytes to objects.</summary>
public class JsonBenchmarks
{
    private byte[] _page = [];

    [GlobalSetup]
    public void MakePage() => _page = Samples.PageJson(page: 1, pages: 10);

    /// <summary>As in ExecClient: the whole body in a pooled buffer.</summary>
    [Benchmark(Baseline = true)]
    public object? PageFromBytes() => JsonSerializer.Deserialize(_page.AsSpan(), ExecJsonContext.Default.PageAssignment);

    /// <summary>Text for enums, and times as System.Text.Json reads them.</summary>
    [Benchmark]
    public object? PlainModelsFromBytes() => JsonSerializer.Deserialize(_page.AsSpan(), BareJsonContext.Default.BarePage);

    /// <summary>The minimum cost of reading the JSON: every token, but no objects.</summary>
    [Benchmark]
    public int TokensOnly()
    {
        var reader = new Utf8JsonReader(_page);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }
}
