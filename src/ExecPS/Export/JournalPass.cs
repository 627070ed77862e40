namespace ExecPS.Export;

/// <summary>One pass over a list, from the latest row to the oldest.</summary>
/// <param name="isRemoval">Whether the pass reads the rows that were removed from the list.</param>
/// <param name="from">The oldest time to read. Null for everything.</param>
/// <param name="begunAt">When the pass began.</param>
/// <param name="isOld">Whether an earlier run began the pass.</param>
internal sealed class JournalPass(bool isRemoval, DateTime? from, DateTime begunAt, bool isOld)
{
    public bool IsRemoval => isRemoval;

    public DateTime? From => from;

    public DateTime BegunAt => begunAt;

    public bool IsOld => isOld;

    /// <summary>The latest time still to be read, inclusive. Null before the first page.</summary>
    public DateTime? UpTo { get; set; }

    /// <summary>The rows up to <see cref="UpTo"/> that were read: many rows can have one time.</summary>
    public int Skip { get; set; }

    /// <summary>The number of rows up to <see cref="UpTo"/>, as of the last response.</summary>
    public long? Total { get; set; }

    /// <summary>How often the rows of one time were read again, because their number changed.</summary>
    public int Restarts { get; set; }

    /// <summary>The latest time of all rows. Null if no row has a time.</summary>
    public DateTime? Newest { get; set; }

    /// <summary>The number of responses.</summary>
    public int Pages { get; set; }

    public bool IsComplete { get; set; }
}
