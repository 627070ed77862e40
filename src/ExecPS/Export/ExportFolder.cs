using System.Runtime.InteropServices;
using ExecPS.Client.Text;

namespace ExecPS.Export;

/// <summary>The target folder: its lock, its state, and its files. Only one export can have it open.</summary>
internal sealed class ExportFolder : IDisposable
{
    /// <summary>The folder within the target folder that has the state, the lock, and unfinished work.</summary>
    private const string WorkFolder = ".execps";

    private readonly ExportOptions _options;
    private readonly string _work;
    private readonly FileStream _lock;
    private ExportState _state = null!;

    private ExportFolder(ExportOptions options)
    {
        (_options, _work) = (options, System.IO.Path.Combine(options.Path, WorkFolder));
        try
        {
            var work = Directory.CreateDirectory(_work);
            if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
                work.Attributes |= FileAttributes.Hidden;

            // The operating system releases the lock when the process ends. The file stays: if it were deleted, two runs could each lock
            // a different file of this name.
            _lock = new FileStream(InWork("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (IsLocked(exception))
        {
            throw new ExportException(ExportProblem.Locked, $"Another export to '{options.Path}' is running.", "Wait until it has ended, or export to another folder.", exception);
        }
    }

    /// <summary>Creates the folder if it doesn't exist, and locks it.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="definitions">The resources to export.</param>
    /// <exception cref="ExportException">Another export is running, the folder has other files, or it can't be written.</exception>
    public static ExportFolder Open(ExportOptions options, IEnumerable<ExportDefinition> definitions)
    {
        try
        {
            var folder = new ExportFolder(options);
            try
            {
                folder.Prepare(definitions);
                return folder;
            }
            catch
            {
                folder.Dispose();
                throw;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ExportException(
                ExportProblem.NotWritable, $"The folder '{options.Path}' can't be written: {exception.Message}", "Check the path, the permissions, and the space on the disk.", exception);
        }
    }

    public string PathOf(ExportDefinition definition) => System.IO.Path.Combine(_options.Path, definition.FileName + _options.Format.Extension);

    /// <summary>Opens the journal of a resource. One that doesn't continue the previous file is replaced.</summary>
    public Journal OpenJournal(ExportDefinition definition, PreviousFile previous)
    {
        var from = _options.IsFull ? null : previous.NextFrom(_options.Overlap);
        return Journal.Open(JournalPath(definition), $"{_options.Format.Name} {definition.Version}", from, _options, rows => _options.Format.Read(rows, 0, definition));
    }

    /// <summary>Reads the file of a resource.</summary>
    public PreviousFile Read(ExportDefinition definition)
    {
        var path = PathOf(definition);
        if (!File.Exists(path))
            return new([], null, WasChanged: false);

        var bytes = File.ReadAllBytes(path);
        var hash = DurableFile.Hash(bytes, 0, bytes.Length);
        var version = _state.Versions(definition.FileName).LastOrDefault(version => version.Hash == hash && Fits(version, definition));
        return version is null
            ? new([], null, WasChanged: true)
            : new([.. _options.Format.Read(bytes, _options.Format.Header(definition).Length, definition)], version, WasChanged: false);
    }

    /// <summary>Writes the file of a resource, and deletes its journal.</summary>
    /// <param name="definition">The resource.</param>
    /// <param name="previous">The file before.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="readAt">When the first of the rows was read.</param>
    /// <param name="cancellationToken">Cancels writing, unless the file has been replaced.</param>
    public void Write(ExportDefinition definition, PreviousFile previous, IReadOnlyList<Row> rows, DateTime readAt, CancellationToken cancellationToken)
    {
        using var file = new DurableFile(InWork(definition.FileName + ".tmp"), _options.Wrap);
        var header = _options.Format.Header(definition);
        file.Write(header, 0, header.Length);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            file.Write(row.Buffer, row.Start, row.Length);
        }

        var version = new FileVersion(file.Complete(), _options.Format.Name, definition.Version, readAt);
        _state.Set(definition.FileName, previous.Version is null ? [version] : [previous.Version, version]);
        SaveState();
        cancellationToken.ThrowIfCancellationRequested();
        file.Replace(PathOf(definition));
        File.Delete(JournalPath(definition));
    }

    public void Dispose() => _lock.Dispose();

    private void Prepare(IEnumerable<ExportDefinition> definitions)
    {
        foreach (var leftover in Directory.EnumerateFiles(_work, "*.tmp"))
            File.Delete(leftover);

        var isNew = !File.Exists(InWork("state.json"));
        _state = isNew
            ? new() { WorkspaceId = _options.WorkspaceId, WorkspaceName = _options.WorkspaceName, Extension = _options.Format.Extension }
            : ReadState();
        if (_state.WorkspaceId != _options.WorkspaceId)
            throw Mismatch($"has files of another workspace, '{TerminalText.RemoveControls(_state.WorkspaceName)}'", "Export each workspace to its own folder.");
        if (_state.Extension != _options.Format.Extension)
            throw Mismatch($"has files of another format ({_state.Extension})", "Export each format to its own folder.");
        if (!_options.IsFull)
        {
            foreach (var definition in definitions)
                RequireFit(definition);
        }

        if (isNew)
            SaveState();
    }

    /// <summary>Rejects a file that this export would replace by something else.</summary>
    private void RequireFit(ExportDefinition definition)
    {
        var versions = _state.Versions(definition.FileName);
        if (!File.Exists(PathOf(definition)) || versions.Any(version => Fits(version, definition)))
            return;

        var name = System.IO.Path.GetFileName(PathOf(definition));
        throw versions.Count == 0
            ? Mismatch($"has a file '{name}' that wasn't exported to it", "Export to another folder, or add -Full to replace the file.")
            : Mismatch($"has a file '{name}' with other columns, or with the other setting of -ForExcel", "Use the same parameters as before, or add -Full to replace the file.");
    }

    private bool Fits(FileVersion version, ExportDefinition definition) => version.Format == _options.Format.Name && version.Columns == definition.Version;

    private ExportState ReadState()
    {
        try
        {
            return ExportState.Parse(File.ReadAllBytes(InWork("state.json")));
        }
        catch (FormatException exception)
        {
            throw new ExportException(
                ExportProblem.Mismatch, $"The state of the folder, '{InWork("state.json")}', can't be read: {exception.Message}.",
                "Export to another folder, or delete this file and add -Full.", exception);
        }
    }

    private void SaveState()
    {
        using var file = new DurableFile(InWork("state.tmp"), _options.Wrap);
        var json = _state.ToJson();
        file.Write(json, 0, json.Length);
        file.Complete();
        file.Replace(InWork("state.json"));
    }

    private ExportException Mismatch(string reason, string action) => new(ExportProblem.Mismatch, $"The folder '{_options.Path}' {reason}.", action);

    private string InWork(string name) => System.IO.Path.Combine(_work, name);

    private string JournalPath(ExportDefinition definition) => InWork(definition.FileName + ".journal");

    /// <summary>Whether a file is open elsewhere: a sharing or lock violation on Windows, EAGAIN on Linux and on macOS.</summary>
    private static bool IsLocked(IOException exception) => RuntimeInformation.IsOSPlatform(OSPlatform.Windows)
        ? (exception.HResult & 0xFFFF) is 32 or 33
        : exception.HResult is 11 or 35;
}
