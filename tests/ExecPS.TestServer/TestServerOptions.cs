using ExecPS.Sandbox;

namespace ExecPS.TestServer;

/// <summary>The settings of an <see cref="ExecTestServer"/>.</summary>
public sealed record TestServerOptions
{
    /// <summary>The workspace, or null for one with <see cref="AssignmentCount"/> assignments.</summary>
    public SandboxWorkspace? World { get; init; }

    /// <summary>The number of assignments if <see cref="World"/> is null.</summary>
    public int AssignmentCount { get; init; } = 2500;

    /// <summary>The key to accept.</summary>
    public string ApiKey { get; init; } = SandboxDefaults.ApiKey;

    /// <summary>The port on 127.0.0.1, or 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether to serve HTTPS with an untrusted certificate.</summary>
    public bool Https { get; init; }

    /// <summary>Whether responses are compressed for clients that accept gzip.</summary>
    public bool CompressResponses { get; init; }

    /// <summary>Whether to enforce the published limits: 60 requests and 10 scenario creations per minute, 1,000 requests per day.</summary>
    public bool EnforceLimits { get; init; }

    /// <summary>The clock of the limits, of <see cref="RecordedRequest.Arrived"/>, and of the workspace if <see cref="World"/> is null.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Called when a request is recorded, before it is processed.</summary>
    public Func<RecordedRequest, Task>? BeforeRequest { get; init; }
}
