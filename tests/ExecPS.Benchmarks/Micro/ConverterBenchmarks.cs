using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ExecPS.Client.Models;
using ExecPS.Client.Serialization;

namespace ExecPS.Benchmarks.Micro;

/// <summary>The module's own converters, with one value each.</summary>
public class ConverterBenchmarks
{
    private readonly byte[] _status = "\"did_not_pass\""u8.ToArray();
    private readonly byte[] _rank = "\"unranked\""u8.ToArray();
    private readonly byte[] _time = "\"2025-11-14T17:00:00Z\""u8.ToArray();
    private readonly ApiEnumConverter<AssignmentStatus> _statusConverter = new();
    private readonly OrderedNameConverter<Rank> _rankConverter = new();
    private readonly LocalDateTimeConverter _timeConverter = new();

    [Benchmark]
    public AssignmentStatus Status()
    {
        var reader = At(_status);
        return _statusConverter.Read(ref reader, typeof(AssignmentStatus), JsonSerializerOptions.Default);
    }

    [Benchmark]
    public Rank Rank()
    {
        var reader = At(_rank);
        return _rankConverter.Read(ref reader, typeof(Rank), JsonSerializerOptions.Default);
    }

    [Benchmark]
    public DateTime LocalTime()
    {
        var reader = At(_time);
        return _timeConverter.Read(ref reader, typeof(DateTime), JsonSerializerOptions.Default);
    }

    /// <summary>Without the conversion to local time.</summary>
    [Benchmark]
    public DateTime UtcTime()
    {
        var reader = At(_time);
        return reader.GetDateTime();
    }

    private static Utf8JsonReader At(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader;
    }
}
