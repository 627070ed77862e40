namespace ExecPS.Sandbox.World;

/// <summary>A line of the AI character and two possible replies.</summary>
/// <param name="Line">The line of the AI character.</param>
/// <param name="Strong">A good reply.</param>
/// <param name="Weak">A weak reply.</param>
internal sealed record DialogExchange(string Line, string Strong, string Weak);
