namespace ExecPS.Client.Tests.Support;

/// <summary>The values of an assignment that filters use.</summary>
internal sealed record RequestedRow(string UserId, string UserEmail, string ScenarioId, string? ProgramId, string Status);
