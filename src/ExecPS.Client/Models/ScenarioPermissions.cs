namespace ExecPS.Client.Models;

/// <summary>What a user may do with a scenario.</summary>
public sealed class ScenarioPermissions
{
    /// <summary>Whether the user may see and practise the scenario.</summary>
    public bool? CanView { get; set; }

    /// <summary>Whether the user may share the scenario.</summary>
    public bool? CanShare { get; set; }

    /// <summary>Whether the user may see the sessions of others.</summary>
    public bool? CanMonitor { get; set; }

    /// <summary>Whether the user may change the scenario.</summary>
    public bool? CanEdit { get; set; }

    /// <summary>What is allowed, as <c>view, share</c>; <c>none</c> when nothing is.</summary>
    public override string ToString()
    {
        (bool? May, string Name)[] all = [(CanView, "view"), (CanShare, "share"), (CanMonitor, "monitor"), (CanEdit, "edit")];
        string[] allowed = [.. all.Where(entry => entry.May == true).Select(entry => entry.Name)];
        return allowed.Length > 0 ? string.Join(", ", allowed) : "none";
    }
}
