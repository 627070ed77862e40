namespace ExecPS.Export;

/// <summary>A row in the format of the file, with what is needed to sort and merge it.</summary>
/// <param name="Buffer">The bytes that contain the row.</param>
/// <param name="Start">The position of the row.</param>
/// <param name="Length">The length of the row, including the end of the line.</param>
/// <param name="Key">The ID, which is unique in a file. Empty if the API returned none.</param>
/// <param name="CreatedAt">The time that the file is sorted by, in UTC ticks; 0 if there is none.</param>
/// <param name="ChangedAt">The time that an incremental export continues by, in UTC ticks; 0 if there is none.</param>
internal readonly record struct Row(byte[] Buffer, int Start, int Length, string Key, long CreatedAt, long ChangedAt);
