namespace ExecPS.Client.Models;

/// <summary>Why a job made no scenario.</summary>
/// <remarks>A property is null when the API's answer has no value for it.</remarks>
public sealed class ScenarioJobError
{
    /// <summary>The API's code, such as <c>GENERATION_ERROR</c>.</summary>
    public string? Code { get; set; }

    /// <summary>The reason, in the API's words.</summary>
    public string? Message { get; set; }

    /// <summary>Code and reason, as <c>GENERATION_ERROR: Unable to generate</c>.</summary>
    public override string ToString() => Code is null ? Message ?? "" : Message is null ? Code : $"{Code}: {Message}";
}
