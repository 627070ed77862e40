// The client without PowerShell: lists the sandbox's overdue assignments and writes them to a CSV file.
//
//     dotnet run [-- FILE]        FILE is overdue.csv unless it is given
//
// For a real workspace, leave the sandbox out: new ExecClient(key).

using System.Globalization;
using CsvHelper;
using ExecPS.Client;
using ExecPS.Client.Errors;
using ExecPS.Client.Filters;
using ExecPS.Client.Models;
using ExecPS.Sandbox;

var file = args.Length > 0 ? args[0] : "overdue.csv";
using var sandbox = new SandboxHandler(new SandboxWorkspace(new SandboxOptions()), SandboxDefaults.ApiKey);
using var client = new ExecClient(SandboxDefaults.ApiKey, new ExecClientOptions { BaseUri = SandboxDefaults.BaseUri }, sandbox);

try
{
    var workspace = await client.GetWorkspaceAsync();
    var overdue = client.ListAssignments(new AssignmentFilter { Statuses = [AssignmentStatus.PastDue] });

    await using var writer = new StreamWriter(file);
    await using var csv = new CsvWriter(writer, CultureInfo.CurrentCulture);
    csv.WriteHeader<OverdueRow>();
    await csv.NextRecordAsync();

    var count = 0;
    await foreach (var assignment in overdue.ReadAllAsync())
    {
        csv.WriteRecord(new OverdueRow(assignment.UserName, assignment.UserEmail, assignment.ScenarioName, assignment.DueDate, assignment.AttemptCount));
        await csv.NextRecordAsync();
        count++;
    }

    Console.WriteLine($"{workspace.Name}: {count} overdue assignments, in {client.RequestCount} requests, written to {file}.");
    return 0;
}
catch (ExecException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

internal sealed record OverdueRow(string? User, string? Email, string? Scenario, DateTime? Due, int? Attempts);
