namespace ExecPS.Client.Models;

/// <summary>A program (a sequence of scenarios), as embedded in an assignment.</summary>
public sealed class ProgramRef
{
    /// <summary>The program's identifier.</summary>
    public string? Id { get; set; }

    /// <summary>The program's name.</summary>
    public string? Name { get; set; }

    /// <summary>The program's name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}
