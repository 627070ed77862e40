namespace ExecPS.Sandbox.World;

/// <summary>A Scenario Studio job.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Status">The status.</param>
/// <param name="CreatedAt">When the job was created.</param>
internal sealed record JobEntry(string Id, ScenarioJobStatus Status, DateTimeOffset CreatedAt)
{
    /// <summary>When the job started, or null while it is queued.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the job finished, or null until then.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>The created scenario, or null if there is none.</summary>
    public ScenarioEntry? Scenario { get; init; }

    /// <summary>Why the job failed, or null if it didn't.</summary>
    public (string Code, string Message)? Error { get; init; }

    public bool IsFinished => Status is not (ScenarioJobStatus.Queued or ScenarioJobStatus.Processing);

    public ScenarioJob ToJob() => new()
    {
        Id = Id,
        Status = Status,
        CreatedAt = CreatedAt.LocalDateTime,
        StartedAt = StartedAt?.LocalDateTime,
        CompletedAt = CompletedAt?.LocalDateTime,
        DurationSeconds = (CompletedAt - StartedAt)?.TotalSeconds,
        Scenario = Scenario is { } made ? new() { Id = made.Ref.Id, Name = made.Ref.Name, Slug = made.Ref.Slug, Url = made.Url } : null,
        Error = Error is var (code, message) ? new() { Code = code, Message = message } : null,
    };
}
