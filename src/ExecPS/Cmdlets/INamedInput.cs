namespace ExecPS.Cmdlets;

/// <summary>A command whose results contain the names of the items that the input objects identify.</summary>
/// <remarks>The names aren't parameters: if an input object has both an ID and a name, the ID decides.</remarks>
internal interface INamedInput
{
    /// <summary>Gets the current input object.</summary>
    PSObject? InputObject { get; }
}
