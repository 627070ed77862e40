using System.Globalization;
using ExecPS.Client.Serialization;
using ExecPS.Client.Text;
using ExecPS.Conversion;

namespace ExecPS.Report;

/// <summary>Collects the input of a report: objects of the module, live or deserialized, and rows of CSV and JSON files with the same properties.</summary>
internal sealed class ReportInput
{
    private const string Models = "ExecPS.Client.Models.";

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public List<Assignment> Assignments { get; } = [];

    public List<Session> Sessions { get; } = [];

    public List<GroupMember> Members { get; } = [];

    /// <summary>Gets the number of input objects that were left out because an earlier one has the same ID.</summary>
    public int RepeatedCount { get; private set; }

    /// <summary>Adds an assignment or a session.</summary>
    /// <exception cref="FormatException">The object is neither, or one of its values isn't valid. The message continues a sentence about the object.</exception>
    public void Add(PSObject? input)
    {
        var row = Require(input);
        switch (row.BaseObject)
        {
            case Assignment assignment:
                Add(Assignments, assignment, assignment.Id);
                break;
            case Session session:
                Add(Sessions, session, session.Id);
                break;
            case PSCustomObject when IsA(row, nameof(Session), nameof(SessionDetail)) ?? (Has(row, nameof(Session.IsValidAttempt)) || (Has(row, nameof(Session.SessionId)) && Has(row, nameof(Session.Score)))):
                AddSession(row);
                break;
            case PSCustomObject when IsA(row, nameof(Assignment)) ?? (Has(row, nameof(Assignment.Status)) && !Has(row, nameof(ScenarioJob.JobId))):
                AddAssignment(row);
                break;
            default:
                throw new FormatException($"is neither an assignment nor a session, but {Describe(row)}");
        }
    }

    /// <summary>Adds a pair of a group and a member.</summary>
    /// <exception cref="FormatException">The object isn't such a pair. The message continues a sentence about the object.</exception>
    public void AddMember(PSObject? input)
    {
        var row = Require(input);
        var member = row.BaseObject as GroupMember;
        if (member is null && row.BaseObject is PSCustomObject && IsA(row, nameof(GroupMember)) != false)
        {
            member = new()
            {
                GroupId = Text(row, nameof(GroupMember.GroupId)), GroupName = Text(row, nameof(GroupMember.GroupName)),
                UserId = Text(row, nameof(GroupMember.UserId)), UserEmail = Text(row, nameof(GroupMember.UserEmail)),
            };
        }

        if (member is null || (member.GroupId ?? member.GroupName) is null || (member.UserId ?? member.UserEmail) is null)
            throw new FormatException($"isn't a pair of a group and a member, but {Describe(row)}");
        Members.Add(member);
    }

    private void AddAssignment(PSObject row)
    {
        var (user, scenario, program) = (ReadUser(row), ReadScenario(row), (Text(row, nameof(Assignment.ProgramId)), Text(row, nameof(Assignment.ProgramName))));
        var status = Text(row, nameof(Assignment.Status));
        if (status is null && user is null && scenario is null)
            throw new FormatException("has no status, no user, and no scenario");

        Add(Assignments, new()
        {
            Id = Text(row, nameof(Assignment.Id)), User = user, Scenario = scenario,
            Program = program is (null, null) ? null : new() { Id = program.Item1, Name = program.Item2 },
            Status = status is null ? null : ReadStatus(status),
            BestRank = ReadRank(row, nameof(Assignment.BestRank)), RankMin = ReadRank(row, nameof(Assignment.RankMin)),
            DueDate = ReadTime(row, nameof(Assignment.DueDate)), CreatedAt = ReadTime(row, nameof(Assignment.CreatedAt)),
            BestScore = ReadNumber(row, nameof(Assignment.BestScore)),
            AttemptCount = (int?)ReadNumber(row, nameof(Assignment.AttemptCount)), AttemptMin = (int?)ReadNumber(row, nameof(Assignment.AttemptMin)),
            AttemptMax = (int?)ReadNumber(row, nameof(Assignment.AttemptMax)),
        }, Text(row, nameof(Assignment.Id)));
    }

    private void AddSession(PSObject row)
    {
        var id = Text(row, nameof(Session.SessionId)) ?? Text(row, nameof(Session.Id));
        var isValid = Text(row, nameof(Session.IsValidAttempt));
        Add(Sessions, new()
        {
            Id = id, User = ReadUser(row), Scenario = ReadScenario(row), Rank = ReadRank(row, nameof(Session.Rank)),
            IsValidAttempt = isValid is null ? null : bool.TryParse(isValid, out var valid) ? valid : throw Invalid(nameof(Session.IsValidAttempt), isValid, "True or False"),
            CreatedAt = ReadTime(row, nameof(Session.CreatedAt)), Score = ReadNumber(row, nameof(Session.Score)),
        }, id);
    }

    /// <summary>Adds an item once, even if it was piped in several times, for example from two overlapping lists.</summary>
    private void Add<T>(List<T> list, T item, string? id)
    {
        if (id is null || _ids.Add($"{typeof(T).Name} {id}"))
            list.Add(item);
        else
            RepeatedCount++;
    }

    private static PSObject Require(PSObject? input) => input ?? throw new FormatException("is null");

    private static User? ReadUser(PSObject row)
    {
        var (id, email, name) = (Text(row, nameof(Assignment.UserId)), Text(row, nameof(Assignment.UserEmail)), Text(row, nameof(Assignment.UserName)));
        return (id ?? email ?? name) is null ? null : new() { Id = id, Email = email, FirstName = name };
    }

    private static ScenarioRef? ReadScenario(PSObject row)
    {
        var (id, name) = (Text(row, nameof(Assignment.ScenarioId)), Text(row, nameof(Assignment.ScenarioName)));
        return (id ?? name) is null ? null : new() { Id = id, Name = name };
    }

    private static AssignmentStatus ReadStatus(string text) =>
        ApiEnum<AssignmentStatus>.TryParse(text, out var status) || string.Equals(text, nameof(AssignmentStatus.Unknown), StringComparison.OrdinalIgnoreCase)
            ? status
            : throw Invalid(nameof(Assignment.Status), text, string.Join(", ", ApiEnum<AssignmentStatus>.Names.Select(name => name.Value)));

    private static Rank? ReadRank(PSObject row, string property)
    {
        if (Text(row, property) is not { } text)
            return null;
        try
        {
            return Rank.Parse(text);
        }
        catch (FormatException)
        {
            throw Invalid(property, text, "Unranked, Bronze, Silver, Gold");
        }
    }

    /// <summary>Reads ISO 8601 text in any culture, and other text as <c>Export-Csv</c> writes it: in the current culture, or else in the invariant one.</summary>
    private static DateTime? ReadTime(PSObject row, string property)
    {
        if (Value(row, property) is not { } value)
            return null;
        try
        {
            value = new DateTimeTransformAttribute().Transform(null!, value)!;
        }
        catch (ArgumentTransformationMetadataException exception)
        {
            throw new FormatException($"has a {property} that isn't valid: {exception.Message}", exception);
        }

        return value is DateTime time || DateTime.TryParse(value.ToString(), CultureInfo.CurrentCulture, DateTimeStyles.None, out time)
            || DateTime.TryParse(value.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.None, out time)
            ? time
            : throw Invalid(property, value.ToString(), "dates such as 2026-03-09");
    }

    private static double? ReadNumber(PSObject row, string property)
    {
        const NumberStyles Style = NumberStyles.Float;
        if (Value(row, property) is not { } value)
            return null;
        var isNumber = value is string text
            ? double.TryParse(text, Style, CultureInfo.CurrentCulture, out var number) || double.TryParse(text, Style, CultureInfo.InvariantCulture, out number)
            : double.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), Style, CultureInfo.InvariantCulture, out number);
        return isNumber && Math.Abs(number) <= int.MaxValue ? number : throw Invalid(property, value.ToString(), "numbers");
    }

    /// <summary>Gets the value of a property. Null for null, blank text, and the null of a database.</summary>
    private static object? Value(PSObject row, string property)
    {
        var value = row.Properties[property]?.Value;

        // A rank in JSON, or one that was deserialized without the converter, is an object with a name.
        if (value is PSObject { BaseObject: PSCustomObject } nested && nested.Properties[nameof(Rank.Name)]?.Value is { } name)
            value = name;

        // The text of a deserialized enum is its name, while its base object is a number.
        if (value is PSObject { BaseObject: long } member && IsA(member, nameof(AssignmentStatus)) == true)
            value = member.ToString();
        value = value.Unwrap();
        return value is DBNull || (value is string text && string.IsNullOrWhiteSpace(text)) ? null : value;
    }

    private static string? Text(PSObject row, string property) => Convert.ToString(Value(row, property), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text.Trim() : null;

    private static bool Has(PSObject row, string property) => row.Properties[property] is not null;

    /// <summary>Whether the names of the types of deserialized, selected, and CSV objects contain one of these models. Null if they contain no model.</summary>
    private static bool? IsA(PSObject row, params string[] models)
    {
        var names = row.TypeNames.Where(name => name.Contains(Models) && name.IndexOf('#') < 0).Select(name => name.Substring(name.IndexOf(Models, StringComparison.Ordinal) + Models.Length)).ToList();
        return names.Count == 0 ? null : names.Exists(name => models.Contains(name));
    }

    private static string Describe(PSObject row)
    {
        var type = row.TypeNames.FirstOrDefault() ?? "";
        return row.BaseObject is PSCustomObject && !type.Contains(Models)
            ? $"an object with the properties {Show(string.Join(", ", row.Properties.Take(5).Select(property => property.Name)))}"
            : $"a {Show(type.Substring(type.LastIndexOf('.') + 1))}";
    }

    private static FormatException Invalid(string property, string? text, string valid) => new($"has the {property} '{Show(text ?? "")}', which isn't valid. Valid values: {valid}");

    private static string Show(string text)
    {
        var safe = TerminalText.RemoveControls(text);
        return safe.Length <= 80 ? safe : safe.Substring(0, 79) + "…";
    }
}
