namespace ExecPS.Export;

/// <summary>The file of a resource before a run.</summary>
/// <param name="Rows">The rows. Empty if there is no file, or if its content isn't known.</param>
/// <param name="Version">What the file contains. Null if there is no file, or if its content isn't known.</param>
/// <param name="WasChanged">Whether there is a file that another program has changed.</param>
internal sealed record PreviousFile(IReadOnlyList<Row> Rows, FileVersion? Version, bool WasChanged)
{
    /// <summary>The time from which the next run reads, or null for everything.</summary>
    public DateTime? NextFrom(TimeSpan overlap)
    {
        if (Version is null || Rows.Count == 0 || Rows.Max(static row => row.ChangedAt) is not (> 0 and var newest))
            return null;

        // A time in the future, which a server with another clock may write, must not hide the rows of tomorrow.
        var start = Math.Min(newest, Version.ReadAt.Ticks) - overlap.Ticks;
        return start > 0 ? new DateTime(start, DateTimeKind.Utc) : null;
    }
}
