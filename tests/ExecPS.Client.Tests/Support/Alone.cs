namespace ExecPS.Client.Tests.Support;

/// <summary>Tests that no other test runs beside.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
