namespace ExecPS.Export;

/// <summary>A format of the files that <c>Export-ExecWorkspace</c> writes.</summary>
public enum ExportFormat
{
    /// <summary>Comma-separated values (RFC 4180), with a header.</summary>
    Csv = 1,

    /// <summary>One JSON object per line.</summary>
    JsonLines,
}
