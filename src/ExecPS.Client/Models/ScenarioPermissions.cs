namespace ExecPS.Client.Models;

/// <summary>What a user can do with a scenario.</summary>
public sealed class ScenarioPermissions : ExecObject
{
    /// <summary>Whether the user can see and practice the scenario.</summary>
    public bool? CanView { get; set; }

    /// <summary>Whether the user can share the scenario.</summary>
    public bool? CanShare { get; set; }

    /// <summary>Whether the user can see the sessions of other users.</summary>
    public bool? CanMonitor { get; set; }

    /// <summary>Whether the user can change the scenario.</summary>
    public bool? CanEdit { get; set; }

    /// <summary>The permissions, such as <c>view, share</c>, or <c>none</c>.</summary>
    public override string ToString()
    {
        (bool? Can, string Name)[] all = [(CanView, "view"), (CanShare, "share"), (CanMonitor, "monitor"), (CanEdit, "edit")];
        string[] names = [.. all.Where(entry => entry.Can == true).Select(entry => entry.Name)];
        return names.Length > 0 ? string.Join(", ", names) : "none";
    }
}
