namespace ExecPS.Client.Models;

/// <summary>A program, as part of an assignment.</summary>
public sealed class ProgramRef : ExecObject
{
    /// <summary>The ID of the program.</summary>
    public string? Id { get; set; }

    /// <summary>The same as <c>Id</c>. It binds to <c>-ProgramId</c> of other commands.</summary>
    [JsonIgnore]
    public string? ProgramId => Id;

    /// <summary>The name of the program.</summary>
    public string? Name { get; set; }

    /// <summary>The name of the program.</summary>
    public override string ToString() => Name ?? Id ?? "";
}
