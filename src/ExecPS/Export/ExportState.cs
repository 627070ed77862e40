using System.Globalization;
using System.Text.Json;

namespace ExecPS.Export;

/// <summary>What a file contains, for the file with this hash.</summary>
/// <param name="Hash">The SHA-256 of the file.</param>
/// <param name="Format">The format of the file.</param>
/// <param name="Columns">The version of the columns.</param>
/// <param name="ReadAt">When the first of its rows was read, in UTC. They may have changed since.</param>
internal sealed record FileVersion(string Hash, string Format, int Columns, DateTime ReadAt);

/// <summary>The state of a folder: its workspace, its format, and what its files contain.</summary>
/// <remarks>
/// The state is written before a file is replaced, and describes both the previous and the new file by their hashes. So it is right
/// whichever of them is there after a crash, and it doesn't apply to a file that another program has changed.
/// </remarks>
internal sealed class ExportState
{
    private readonly Dictionary<string, FileVersion[]> _files = new(StringComparer.Ordinal);

    public required string WorkspaceId { get; init; }

    public required string WorkspaceName { get; init; }

    /// <summary>The extension of the files.</summary>
    public required string Extension { get; init; }

    /// <summary>Gets what the previous and the current file of a resource contain.</summary>
    public IReadOnlyList<FileVersion> Versions(string fileName) => _files.TryGetValue(fileName, out var versions) ? versions : [];

    /// <summary>Sets what the files of a resource contain.</summary>
    public void Set(string fileName, FileVersion[] versions) => _files[fileName] = versions;

    /// <exception cref="FormatException">The text isn't a state.</exception>
    public static ExportState Parse(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != 1)
                throw new FormatException("it was written by a later version of ExecPS");

            var state = new ExportState
            {
                WorkspaceId = Text(root, "workspaceId"), WorkspaceName = Text(root, "workspaceName"), Extension = Text(root, "extension"),
            };
            foreach (var file in root.GetProperty("files").EnumerateObject())
            {
                state._files[file.Name] = [.. file.Value.EnumerateArray().Select(static version => new FileVersion(
                    Text(version, "sha256"), Text(version, "format"), version.GetProperty("columns").GetInt32(), version.GetProperty("readAt").GetDateTime()))];
            }

            return state;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("it isn't valid", exception);
        }

        static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString() ?? "";
    }

    public byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("workspaceId", WorkspaceId);
            json.WriteString("workspaceName", WorkspaceName);
            json.WriteString("extension", Extension);
            json.WriteStartObject("files");
            foreach (var file in _files)
            {
                json.WriteStartArray(file.Key);
                foreach (var version in file.Value)
                {
                    json.WriteStartObject();
                    json.WriteString("sha256", version.Hash);
                    json.WriteString("format", version.Format);
                    json.WriteNumber("columns", version.Columns);
                    json.WriteString("readAt", version.ReadAt.ToString("o", CultureInfo.InvariantCulture));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
