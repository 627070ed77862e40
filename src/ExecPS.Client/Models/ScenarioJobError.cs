namespace ExecPS.Client.Models;

/// <summary>Why a job failed.</summary>
/// <remarks>A property is null if the response has no value for it.</remarks>
public sealed class ScenarioJobError : ExecObject
{
    /// <summary>The error code of the API, such as <c>GENERATION_ERROR</c>.</summary>
    public string? Code { get; set; }

    /// <summary>The error message of the API.</summary>
    public string? Message { get; set; }

    /// <summary>The code and the message, such as <c>GENERATION_ERROR: Unable to generate</c>.</summary>
    public override string ToString() => Code is null ? Message ?? "" : Message is null ? Code : $"{Code}: {Message}";
}
