using System.Text.Encodings.Web;
using System.Text.Json;
using ExecPS.Client.Serialization;

namespace ExecPS.Sandbox.Api;

/// <summary>How the sandbox writes JSON: as the client reads it, letters beyond ASCII as they are.</summary>
internal static class SandboxJson
{
    // Nothing of it goes into a web page.
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static readonly ExecJsonContext Context = new(new JsonSerializerOptions(ExecJsonContext.Default.Options) { Encoder = Encoder });
}
