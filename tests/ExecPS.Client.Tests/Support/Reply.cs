namespace ExecPS.Client.Tests.Support;

/// <summary>What a <see cref="LoopbackServer"/> does with a request.</summary>
internal delegate Task Reply(Connection connection);
