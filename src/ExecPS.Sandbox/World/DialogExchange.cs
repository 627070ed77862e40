namespace ExecPS.Sandbox.World;

/// <summary>What the other side says, and two things to say to it.</summary>
/// <param name="Line">The other side's line.</param>
/// <param name="Strong">A reply that leads on.</param>
/// <param name="Weak">A reply that doesn't.</param>
internal sealed record DialogExchange(string Line, string Strong, string Weak);
