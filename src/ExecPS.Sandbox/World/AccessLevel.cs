namespace ExecPS.Sandbox.World;

/// <summary>What somebody may do with a scenario; each level includes those before it.</summary>
internal enum AccessLevel
{
    None,
    View,
    Share,
    Monitor,
    Edit,
}
