using ExecPS.Sandbox;

namespace ExecPS.TestServer;

/// <summary>What an <see cref="ExecTestServer"/> serves, and how.</summary>
public sealed record TestServerOptions
{
    /// <summary>What to serve; null for a workspace of <see cref="AssignmentCount"/> assignments.</summary>
    public SandboxWorkspace? World { get; init; }

    /// <summary>How many assignments the workspace has, where <see cref="World"/> gives none.</summary>
    public int AssignmentCount { get; init; } = 2500;

    /// <summary>Assignments to serve instead of the world's, which may change between two pages; null for the world's.</summary>
    public MutableAssignments? Assignments { get; init; }

    /// <summary>The key to accept.</summary>
    public string ApiKey { get; init; } = SandboxDefaults.ApiKey;

    /// <summary>The port on 127.0.0.1; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether to serve https, with a <see cref="UntrustedCertificate"/>.</summary>
    public bool Https { get; init; }

    /// <summary>Whether answers are compressed for clients that accept gzip.</summary>
    public bool CompressResponses { get; init; }

    /// <summary>Whether the published limits hold: 60 requests a minute, 1,000 a day.</summary>
    public bool EnforceLimits { get; init; }

    /// <summary>The clock of the limits and of <see cref="RecordedRequest.Arrived"/>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Called when a request is recorded and not yet answered.</summary>
    public Func<RecordedRequest, Task>? BeforeRequest { get; init; }
}
