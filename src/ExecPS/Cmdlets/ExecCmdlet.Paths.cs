namespace ExecPS.Cmdlets;

/// <content>Paths of the file system as parameters.</content>
public abstract partial class ExecCmdlet
{
    /// <summary>Gets the full path of a file or folder that may not exist. Wildcards aren't expanded.</summary>
    private protected string ResolvePath(string path)
    {
        try
        {
            var resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            if (provider.Name == "FileSystem")
                return Path.GetFullPath(resolved);

            ThrowTerminating("ExecPathNotFileSystem", ErrorCategory.InvalidArgument,
                $"-Path '{path}' isn't in the file system, but in the provider {provider.Name}.", "Specify a path of the file system.", path);
        }
        catch (Exception exception) when (exception is SessionStateException or ProviderInvocationException or ArgumentException or NotSupportedException or IOException)
        {
            ThrowTerminating("ExecPathInvalid", ErrorCategory.InvalidArgument, $"-Path '{path}' can't be resolved: {exception.Message}", "Correct the path.", path);
        }

        throw new PipelineStoppedException();
    }
}
