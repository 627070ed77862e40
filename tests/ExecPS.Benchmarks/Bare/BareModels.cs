using System.Text.Json.Serialization;

namespace ExecPS.Benchmarks.Bare;

// Minimal models of a response: plain properties, enums as text, and times as System.Text.Json reads them.
internal sealed record BarePage(List<BareAssignment> Data, BarePagination Pagination);

internal sealed record BarePagination(long TotalPages);

internal sealed class BareAssignment
{
    public string? Id { get; set; }

    public string? Status { get; set; }

    public DateTime? DueDate { get; set; }

    public double? BestScore { get; set; }

    public string? BestRank { get; set; }

    public int? AttemptCount { get; set; }

    public int? AttemptMin { get; set; }

    public int? AttemptMax { get; set; }

    public string? RankMin { get; set; }

    public DateTime? CreatedAt { get; set; }

    public BareUser? User { get; set; }

    public BareScenario? Scenario { get; set; }

    public BareProgram? Program { get; set; }
}

internal sealed class BareUser
{
    public string? Id { get; set; }

    public string? Email { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }
}

internal sealed class BareScenario
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Slug { get; set; }
}

internal sealed class BareProgram
{
    public string? Id { get; set; }

    public string? Name { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BarePage))]
internal sealed partial class BareJsonContext : JsonSerializerContext;
