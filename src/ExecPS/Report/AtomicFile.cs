using System.Text;

namespace ExecPS.Report;

/// <summary>Replaces a file in one step: it has either its previous content or all of the new one.</summary>
internal static class AtomicFile
{
    /// <summary>Writes text as UTF-8 without a byte order mark to a temporary file in the same folder, and then renames it.</summary>
    /// <remarks>The permissions and the read-only attribute of a previous file are kept, because the content might be personal. A link is followed.</remarks>
    /// <param name="path">The full path of the file.</param>
    /// <param name="text">The text.</param>
    public static void Write(string path, string text)
    {
        var exists = File.Exists(path);
#if NET
        if (exists)
            path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
#endif
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Guid.NewGuid():n}.tmp");
        try
        {
            File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            if (exists)
                Replace(temporary, path);
            else
                File.Move(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void Replace(string temporary, string path)
    {
        var attributes = File.GetAttributes(path);
#if NET
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
            File.Move(temporary, path, overwrite: true);
            return;
        }
#endif
        File.SetAttributes(path, attributes & ~FileAttributes.ReadOnly);
        File.Replace(temporary, path, destinationBackupFileName: null);
        File.SetAttributes(path, attributes);
    }
}
