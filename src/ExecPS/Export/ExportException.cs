namespace ExecPS.Export;

/// <summary>Why an export can't begin.</summary>
internal enum ExportProblem
{
    /// <summary>Another run uses the folder.</summary>
    Locked,

    /// <summary>The folder has files of another workspace, another format, or other columns, or that no export has written.</summary>
    Mismatch,

    /// <summary>The folder can't be written.</summary>
    NotWritable,
}

/// <summary>An export can't begin. The message says why, and what to do.</summary>
internal sealed class ExportException(ExportProblem problem, string message, string action, Exception? inner = null) : Exception(message, inner)
{
    public ExportProblem Problem { get; } = problem;

    public string Action { get; } = action;
}

/// <summary>A resource can't be read completely now. The message says why, and what to do.</summary>
internal sealed class ExportIncompleteException(string message) : Exception(message);
