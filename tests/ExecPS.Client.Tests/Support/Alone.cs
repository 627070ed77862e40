namespace ExecPS.Client.Tests.Support;

/// <summary>Tests that don't run in parallel with others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
