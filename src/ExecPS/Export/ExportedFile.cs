namespace ExecPS.Export;

/// <summary>The result of exporting one resource, as <c>Export-ExecWorkspace</c> writes it.</summary>
public sealed class ExportedFile
{
    internal ExportedFile(ExportResource resource, string path) => (Resource, Path) = (resource, path);

    /// <summary>The resource.</summary>
    public ExportResource Resource { get; }

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    /// <summary>The number of rows in the file. If the new file isn't complete, the number in the previous file, or 0 if there is none.</summary>
    public long RowCount { get; internal set; }

    /// <summary>The number of rows whose IDs weren't in the previous file. 0 if the new file isn't complete.</summary>
    public long NewRowCount { get; internal set; }

    /// <summary>The number of requests sent for this resource, including retries.</summary>
    public long RequestCount { get; internal set; }

    /// <summary>Whether the file was written and has all rows. Otherwise the previous file, if any, is unchanged.</summary>
    public bool IsComplete { get; internal set; }

    /// <summary>Why the file wasn't written. Null if it was.</summary>
    public string? Message { get; internal set; }

    /// <summary>The name of the resource.</summary>
    public override string ToString() => Resource.ToString();
}
