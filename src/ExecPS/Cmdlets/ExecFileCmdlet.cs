using ExecPS.Report;

namespace ExecPS.Cmdlets;

/// <summary>The base class of commands that write one file, with the parameters of <c>Export-Csv</c>.</summary>
public abstract class ExecFileCmdlet : ExecCmdlet
{
    private string _fullPath = "";

    private protected ExecFileCmdlet()
    {
    }

    /// <summary>The path of the file. Wildcards aren't expanded.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [Alias("LiteralPath", "PSPath")]
    [ValidateFilePath]
    public string Path { get; set; } = "";

    /// <summary>Doesn't overwrite an existing file.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Overwrites a read-only file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the file to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Resolves the path and checks that the file can be written, before the input is read.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _fullPath = ResolvePath(Path);
        if (Directory.Exists(_fullPath))
            Reject("ExecPathNotFile", ErrorCategory.InvalidArgument, $"-Path '{_fullPath}' is a folder.", "Add the name of a file.");
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(_fullPath)))
            Reject("ExecFolderNotFound", ErrorCategory.ObjectNotFound, $"The folder of -Path '{_fullPath}' doesn't exist.", "Create the folder, or correct the path.");
        CheckExisting();
    }

    /// <summary>Writes the file, if the user confirms.</summary>
    /// <param name="description">What is written, for <c>-WhatIf</c> and <c>-Confirm</c>.</param>
    /// <param name="text">The content of the file.</param>
    private protected void WriteFile(string description, string text)
    {
        description = $"Write {description} to '{_fullPath}'";
        if (!ShouldProcess(description, $"{description}?", MyInvocation.MyCommand.Name))
            return;

        // The file might have been created meanwhile.
        CheckExisting();
        try
        {
            AtomicFile.Write(_fullPath, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.Create(exception, "ExecFileNotWritten", ErrorCategory.WriteError, "Check the disk and the permissions of the folder. A previous file is unchanged.", _fullPath));
        }

        if (PassThru)
            WriteObject(InvokeProvider.Item.Get([_fullPath], force: true, literalPath: true), enumerateCollection: true);
    }

    private void CheckExisting()
    {
        var file = new FileInfo(_fullPath);
        if (file.Exists && NoClobber)
            Reject("ExecFileExists", ErrorCategory.ResourceExists, $"The file -Path '{_fullPath}' exists, and -NoClobber is specified.", "Specify another path, or omit -NoClobber.");
        if (file.Exists && file.IsReadOnly && !Force)
            Reject("ExecFileReadOnly", ErrorCategory.PermissionDenied, $"The file -Path '{_fullPath}' is read-only.", "Specify another path, or add -Force.");
    }

    private void Reject(string errorId, ErrorCategory category, string message, string action) => ThrowTerminating(errorId, category, message, action, _fullPath);
}
