using System.Globalization;
using System.Text;

namespace ExecPS.Export;

/// <summary>The rows that were read, but aren't in the file yet. They are kept on the disk, so that the next run continues.</summary>
/// <remarks>
/// The file has a header and one block per response. Blocks are only appended, and flushed to the disk. Each has its length and the
/// beginning of its hash, so the incomplete block of an interrupted run is recognized and removed.
/// </remarks>
internal sealed class Journal : IDisposable
{
    /// <summary>With -Full, a journal that is older begins anew: its rows may have changed.</summary>
    private static readonly TimeSpan s_longestFull = TimeSpan.FromDays(7);

    private readonly string _path;
    private readonly string _header;
    private readonly ExportOptions _options;
    private readonly List<(bool IsRemoval, Row[] Rows)> _blocks = [];
    private readonly List<JournalPass> _passes = [];
    private FileStream? _file;

    private Journal(string path, string format, DateTime? from, DateTime begunAt, ExportOptions options)
    {
        (_path, From, BegunAt, _options) = (path, from, begunAt, options);
        _header = $"journal 1 {format} {Ticks(from)} {Ticks(begunAt)}";
    }

    /// <summary>The time from which the first pass reads. Null for everything.</summary>
    public DateTime? From { get; }

    /// <summary>When the first run began.</summary>
    public DateTime BegunAt { get; }

    public IReadOnlyList<JournalPass> Passes => _passes;

    /// <summary>The rows of each response, in the order in which they were read.</summary>
    public IReadOnlyList<(bool IsRemoval, Row[] Rows)> Blocks => _blocks;

    /// <summary>Opens a journal. One of another format, or that doesn't reach back far enough, is deleted.</summary>
    /// <param name="path">The path.</param>
    /// <param name="format">The format of the rows.</param>
    /// <param name="from">The time from which rows are wanted. Null for everything.</param>
    /// <param name="options">The settings.</param>
    /// <param name="read">Reads formatted rows.</param>
    public static Journal Open(string path, string format, DateTime? from, ExportOptions options, Func<byte[], IEnumerable<Row>> read)
    {
        var now = options.Clock.GetUtcNow().UtcDateTime;
        if (!File.Exists(path))
            return new(path, format, from, now, options);

        var bytes = File.ReadAllBytes(path);
        var at = 0;
        if (ReadLine(bytes, ref at)?.Split(' ') is { Length: > 1 } parts
            && new Journal(path, format, ParseTicks(parts[parts.Length - 2]), ParseTicks(parts[parts.Length - 1]) ?? now, options) is var journal
            && Encoding.ASCII.GetString(bytes, 0, at) == journal._header + "\n"
            && (journal.From is null || journal.From <= from)
            && (!options.IsFull || now - journal.BegunAt < s_longestFull))
        {
            journal.ReadBlocks(bytes, at, read);
            return journal;
        }

        File.Delete(path);
        return new(path, format, from, now, options);
    }

    /// <summary>Begins a pass.</summary>
    public JournalPass Begin(bool isRemoval, DateTime? from)
    {
        var pass = new JournalPass(isRemoval, from, _options.Clock.GetUtcNow().UtcDateTime, isOld: false);
        _passes.Add(pass);
        return pass;
    }

    /// <summary>Appends the rows of a response and the new position of the latest pass.</summary>
    public void Append(JournalPass pass, Row[] rows)
    {
        var bytes = rows.Length == 0 ? [] : rows[0].Buffer;
        if (_file is null)
        {
            _file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, 1);
            if (_file.Length == 0)
                Write(Encoding.ASCII.GetBytes(_header + "\n"));
            _file.Seek(0, SeekOrigin.End);
        }

        var line = FormattableString.Invariant(
            $"{_passes.IndexOf(pass)} {(pass.IsRemoval ? 1 : 0)} {Ticks(pass.From)} {Ticks(pass.BegunAt)} {Ticks(pass.UpTo)} {Ticks(pass.Newest)} {(pass.IsComplete ? 1 : 0)} {bytes.Length} {Checksum(bytes, 0, bytes.Length)}\n");
        Write([.. Encoding.ASCII.GetBytes(line), .. bytes]);
        _file.Flush(flushToDisk: true);
        _blocks.Add((pass.IsRemoval, rows));
    }

    public void Dispose() => _file?.Dispose();

    private void Write(byte[] bytes) => _options.Wrap(_file!).Write(bytes, 0, bytes.Length);

    /// <summary>Reads the complete blocks, and removes what follows them.</summary>
    private void ReadBlocks(byte[] bytes, int at, Func<byte[], IEnumerable<Row>> read)
    {
        var end = at;
        while (ReadLine(bytes, ref at)?.Split(' ') is { Length: 9 } parts
            && int.TryParse(parts[7], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length <= bytes.Length - at && Checksum(bytes, at, length) == parts[8])
        {
            var place = int.Parse(parts[0], CultureInfo.InvariantCulture);
            if (place == _passes.Count)
                _passes.Add(new(parts[1] == "1", ParseTicks(parts[2]), ParseTicks(parts[3]) ?? BegunAt, isOld: true));

            var pass = _passes[place];
            (pass.UpTo, pass.Newest, pass.IsComplete) = (ParseTicks(parts[4]), ParseTicks(parts[5]), parts[6] == "1");
            pass.Pages++;
            _blocks.Add((pass.IsRemoval, [.. read(bytes.AsSpan(at, length).ToArray())]));
            at += length;
            end = at;
        }

        using var file = new FileStream(_path, FileMode.Open, FileAccess.Write);
        file.SetLength(end);
    }

    /// <summary>Reads a line of ASCII and moves to the next one. Null if there is none.</summary>
    private static string? ReadLine(byte[] bytes, ref int at)
    {
        var end = Array.IndexOf(bytes, (byte)'\n', at);
        if (end < 0)
            return null;

        var line = Encoding.ASCII.GetString(bytes, at, end - at);
        at = end + 1;
        return line;
    }

    private static string Checksum(byte[] bytes, int start, int length) => DurableFile.Hash(bytes, start, length).Substring(0, 16);

    private static string Ticks(DateTime? time) => time is { } value ? value.Ticks.ToString(CultureInfo.InvariantCulture) : "-";

    private static DateTime? ParseTicks(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? new DateTime(ticks, DateTimeKind.Utc) : null;
}
