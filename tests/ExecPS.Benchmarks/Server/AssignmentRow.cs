using System.Text;

namespace ExecPS.Benchmarks.Server;

/// <summary>A serialized assignment. Only the values that make it unique are written later.</summary>
internal sealed class AssignmentRow
{
    /// <summary>The number of rows with unique IDs.</summary>
    public const int MostRows = 3_000_000;

    private const string IdMark = "[assignment]";
    private const string UserIdMark = "[user ident]";
    private const string UserNumberMark = "[##]";
    private const int Users = 5000;

    /// <summary>The numbers for IDs of other objects, distinct from those of the rows.</summary>
    private const long FirstUser = MostRows;
    private const long FirstScenario = FirstUser + Users;
    private const long FirstProgram = FirstScenario + 1000;

    private static readonly string[] s_firstNames = ["Anika", "Mateo", "Jane", "Oluwaseun", "Li", "Katarzyna", "Victor", "Samuel", "Rosa", "Ingrid"];
    private static readonly string[] s_lastNames = ["Nakamura", "Stewart", "Olsen", "Lopez", "Berg", "Adeyemi", "Walsh"];
    private static readonly string[] s_statuses = ["completed", "past_due", "in_progress", "not_started", "did_not_pass"];
    private static readonly string[] s_ranks = ["gold", "silver", "bronze", "unranked"];
    private static readonly string[] s_programs = ["New Hire Onboarding", "Negotiation Essentials", "Enterprise Selling"];

    private static readonly string[] s_scenarios =
    [
        "Partner Pitch: Regional Distributor", "Pricing Objection: Competitor Is Cheaper", "Cold Call: Getting Past the Gatekeeper",
        "Renewal with a Price Increase", "Discovery Call with an IT Director", "Closing: Asking for the Signature",
        "Onboarding Kick-Off Call", "Renewal at Risk", "Cold Call: First Thirty Seconds", "Quarterly Review with a Champion",
        "Escalation: The Outage",
    ];

    private readonly byte[] _json;
    private readonly int _idAt;
    private readonly int _userIdAt;
    private readonly int _userNumberAt;

    private AssignmentRow(string json)
    {
        _json = Encoding.UTF8.GetBytes(json);
        _idAt = json.IndexOf(IdMark, StringComparison.Ordinal);
        _userIdAt = json.IndexOf(UserIdMark, StringComparison.Ordinal);
        _userNumberAt = json.IndexOf(UserNumberMark, StringComparison.Ordinal);
    }

    public int Length => _json.Length;

    /// <summary>Creates rows that vary as in a real workspace.</summary>
    /// <param name="at">The index of the row.</param>
    public static AssignmentRow Make(int at)
    {
        var status = s_statuses[at % s_statuses.Length];
        var isScored = status is "completed" or "in_progress" or "did_not_pass";
        var (first, last) = (s_firstNames[at % s_firstNames.Length], s_lastNames[at % s_lastNames.Length]);
        var scenario = s_scenarios[at % s_scenarios.Length];
        var slug = scenario.Replace(":", "", StringComparison.Ordinal).Replace(' ', '-').ToLowerInvariant();
        var day = 1 + (at % 28);
        return new AssignmentRow($$"""
            {"id":"{{IdMark}}",
            "status":"{{status}}",
            "due_date":{{(at % 4 == 0 ? "null" : $"\"2025-11-{day:00}T17:00:00Z\"")}},
            "best_score":{{(isScored ? $"{40 + (at % 60)}.{at % 10}" : "null")}},
            "best_rank":{{(isScored ? $"\"{s_ranks[at % s_ranks.Length]}\"" : "null")}},
            "attempt_count":{{(isScored ? 1 + (at % 5) : 0)}},
            "attempt_min":{{(at % 3 == 0 ? "null" : "1")}},
            "attempt_max":{{(at % 2 == 0 ? "null" : "5")}},
            "rank_min":{{(at % 3 == 0 ? "null" : "\"silver\"")}},
            "created_at":"2025-{{1 + (at % 9):00}}-{{day:00}}T{{7 + (at % 11):00}}:{{at % 60:00}}:{{at * 7 % 60:00}}Z",
            "user":{"id":"{{UserIdMark}}","email":"{{first.ToLowerInvariant()}}.{{last.ToLowerInvariant()}}{{UserNumberMark}}@larkfield.example",
            "first_name":"{{first}}","last_name":"{{last}}"},
            "scenario":{"id":"{{Identifier.Of(FirstScenario + (at % s_scenarios.Length))}}","name":"{{scenario}}","slug":"{{slug}}"},
            "program":{{Program(at)}}}
            """.ReplaceLineEndings(""));
    }

    /// <summary>Writes the row with the specified number in the list.</summary>
    public void Write(long number, Span<byte> destination)
    {
        _json.CopyTo(destination);
        Identifier.Write(number, destination[_idAt..]);
        var user = number * 7919 % Users;
        Identifier.Write(FirstUser + user, destination[_userIdAt..]);
        for (var at = UserNumberMark.Length - 1; at >= 0; at--, user /= 10)
            destination[_userNumberAt + at] = (byte)('0' + (user % 10));
    }

    private static string Program(int at) => at % 5 < 2
        ? "null"
        : $$"""{"id":"{{Identifier.Of(FirstProgram + (at % s_programs.Length))}}","name":"{{s_programs[at % s_programs.Length]}}"}""";
}
