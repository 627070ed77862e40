// The client without PowerShell: lists the sandbox's overdue assignments and writes them to a CSV file.
//
//     dotnet run [-- FILE]        the default for FILE is overdue.csv
//
// For a real workspace, leave the sandbox out: new ExecClient(key).

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
    // If rows may be missing because the list changed meanwhile, ReadAllAsync throws an ExecListIncompleteException after the
    // last row. To receive that as a notice instead, pass an IProgress<ExecNotice>.
    var rows = overdue.ReadAllAsync()
        .Select(assignment => new OverdueRow(assignment.UserName, assignment.UserEmail, assignment.ScenarioName, assignment.DueDate, assignment.AttemptCount));

    await using var csv = CsvWriter.ToFile(file, new CsvWriterOptions { Injection = CsvInjection.Escape });
    // If rows may be missing because the list changed meanwhile, ReadAllAsync throws an ExecListIncompleteException after the
    // last row. To receive that as a notice instead, pass an IProgress<ExecNotice>.
    await csv.WriteRecordsAsync(rows);

    Console.WriteLine($"{workspace.Name}: {csv.RecordCount - 1} overdue assignments, in {client.RequestCount} requests, written to {file}.");
    return 0;
}
catch (ExecException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

[CsvRecord]
internal sealed partial record OverdueRow(string? User, string? Email, string? Scenario, DateTime? Due, int? Attempts);
