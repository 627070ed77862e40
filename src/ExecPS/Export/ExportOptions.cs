namespace ExecPS.Export;

/// <summary>The settings of an export.</summary>
internal sealed record ExportOptions
{
    /// <summary>The full path of the folder.</summary>
    public required string Path { get; init; }

    public required RowFormat Format { get; init; }

    /// <summary>The ID of the workspace.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>The name of the workspace, for messages.</summary>
    public required string WorkspaceName { get; init; }

    /// <summary>How far back rows are read again, because they might have changed.</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Whether to read everything again.</summary>
    public bool IsFull { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Replaces the stream of a file that is written. Tests simulate a full disk with it.</summary>
    public Func<Stream, Stream> Wrap { get; init; } = static stream => stream;
}
