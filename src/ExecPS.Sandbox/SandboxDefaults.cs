using System.Globalization;

namespace ExecPS.Sandbox;

/// <summary>The address and key of the sandbox.</summary>
public static class SandboxDefaults
{
    /// <summary>A key in the published format that is valid only for the sandbox.</summary>
    public const string ApiKey = "exec_live_0000000000000000000000000000000000000000";

    /// <summary>A Scenario Studio job whose prompt contains this text fails, and so does text extraction from a source whose URL contains it.</summary>
    public const string FailureMarker = "sandbox-fail";

    /// <summary>The path of the API, as in its published address.</summary>
    internal const string BasePath = "/rest/v1";

    /// <summary>The base address of the sandbox. The top-level domain is reserved, so the name never resolves.</summary>
    public static Uri BaseUri { get; } = new("https://sandbox.exec.invalid/rest/v1/");

    internal static bool IsMarkedToFail(string text) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, FailureMarker, CompareOptions.OrdinalIgnoreCase) >= 0;
}
