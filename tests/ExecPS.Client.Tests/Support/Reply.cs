namespace ExecPS.Client.Tests.Support;

/// <summary>How a <see cref="LoopbackServer"/> responds to a request.</summary>
internal delegate Task Reply(Connection connection);
