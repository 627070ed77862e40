namespace ExecPS.Client.Tests.Support;

/// <summary>An assignment, as far as filters look at it.</summary>
internal sealed record AskedRow(string UserId, string UserEmail, string ScenarioId, string? ProgramId, string Status);
