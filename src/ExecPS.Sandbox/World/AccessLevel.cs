namespace ExecPS.Sandbox.World;

/// <summary>A user's permission level for a scenario. Each level includes the lower ones.</summary>
internal enum AccessLevel
{
    None,
    View,
    Share,
    Monitor,
    Edit,
}
