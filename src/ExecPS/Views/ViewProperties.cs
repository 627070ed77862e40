using System.Globalization;
using System.Runtime.CompilerServices;
using ExecPS.Conversion;

namespace ExecPS.Views;

#pragma warning disable CS1591 // Each method formats the property that it is named after.

/// <summary>The hidden code properties that the views show. ExecPS.Types.ps1xml registers <c>UserName</c> as <c>ViewUserName</c>.</summary>
/// <remarks>They read the properties of a <see cref="PSObject"/>, so they also work for deserialized objects that aren't restored.</remarks>
public static class ViewProperties
{
    /// <summary>The width of the longest label of a list that shows wrapped text, the colon, and a column that PowerShell doesn't use.</summary>
    private const int WidthOfLabels = 24;

    public static string AverageBestRank(PSObject item) => Named(item);

    public static string AverageSessionDuration(PSObject item) => ViewText.Duration(Value(item, "AverageSessionDurationSeconds"));

    public static string BestRank(PSObject item) => Named(item);

    public static string ChangeType(PSObject item) => Named(item);

    public static string Code(PSObject item) => Safe(item);

    public static string ConstructiveFeedback(PSObject item) => ViewText.Wrap(Safe(item), WidthOfLabels, 0);

    public static string Content(PSObject item) => Lines(item);

    public static string ContentFormat(PSObject item) => Named(item);

    public static string Context(PSObject item) => Safe(item);

    public static string CreatedByEmail(PSObject item) => Safe(item);

    public static string CreatedByName(PSObject item) => Safe(item);

    public static string CreatedDay(PSObject item) => ViewText.Day(Value(item, "CreatedAt"));

    public static string CreatedMinute(PSObject item) => ViewText.Minute(Value(item, "CreatedAt"));

    public static string CriterionName(PSObject item) => Safe(item);

    public static string Description(PSObject item) => Safe(item);

    public static string Difficulty(PSObject item) => Named(item);

    public static string Draft(PSObject item) => Safe(item);

    public static string DraftContent(PSObject item) => Value(item, "Draft") is { } draft ? ViewText.Lines(Value(PSObject.AsPSObject(draft), "Content")) : "";

    public static string DueDay(PSObject item) => ViewText.Day(Value(item, "DueDate"));

    public static string Duration(PSObject item) => ViewText.Duration(Value(item, "DurationSeconds"));

    public static string Email(PSObject item) => Safe(item);

    public static string Emoji(PSObject item) => Safe(item);

    public static string Error(PSObject item) => Safe(item);

    public static string EvaluationRows(PSObject item) => string.Join("\n", Items(item, nameof(EvaluationRows)).Select(row =>
        ViewText.Wrap(ViewText.Safe($"{Value(row, "CriterionName")}, {Value(row, "ItemName")}: {Value(row, "Grade") ?? "not graded"}. {Value(row, "Feedback")}".TrimEnd()), WidthOfLabels, 2)));

    public static string Examples(PSObject item) => Safe(item);

    public static string ExternalUrl(PSObject item) => Safe(item);

    public static string Feedback(PSObject item) => Safe(item);

    public static int FeedbackExampleCount(PSObject item) => Items(item, "FeedbackExamples").Count();

    public static string FeedbackExamples(PSObject item) => Safe(item);

    public static string FileName(PSObject item) => ViewText.Safe(System.IO.Path.GetFileName(Value(item, "Path") as string ?? ""));

    public static string FirstContent(PSObject item) => ViewText.Safe(Value(item, "Content"));

    public static string FirstName(PSObject item) => Safe(item);

    public static string FirstRank(PSObject item) => Named(item);

    public static string FolderId(PSObject item) => Safe(item);

    public static string FolderNames(PSObject item) => Safe(item);

    public static string Grade(PSObject item) => Named(item);

    public static string Group(PSObject item) => ViewText.Safe(Value(item, "GroupName") ?? Value(item, "GroupId"));

    public static string GroupId(PSObject item) => Safe(item);

    public static string GroupName(PSObject item) => Safe(item);

    public static string Id(PSObject item) => Safe(item);

    public static string ItemName(PSObject item) => Safe(item);

    public static string Items(PSObject item) => Safe(item);

    public static string Language(PSObject item) => Safe(item);

    public static string LastName(PSObject item) => Safe(item);

    public static string LastPracticedMinute(PSObject item) => ViewText.Minute(Value(item, "LastPracticedAt"));

    public static string Message(PSObject item) => Safe(item);

    public static string Name(PSObject item) => Safe(item);

    public static string Objective(PSObject item) => Safe(item);

    public static string OutcomeFeedback(PSObject item) => ViewText.Wrap(Safe(item), WidthOfLabels, 0);

    public static string OwnerEmail(PSObject item) => Safe(item);

    public static string OwnerName(PSObject item) => Safe(item);

    public static string PageId(PSObject item) => Safe(item);

    public static string Parent(PSObject item) => Safe(item);

    public static string Path(PSObject item) => Safe(item);

    public static string PermissionLevel(PSObject item) => Named(item);

    public static string PositiveFeedback(PSObject item) => ViewText.Wrap(Safe(item), WidthOfLabels, 0);

    public static string ProficientPercentage(PSObject item) => Value(item, "PctProficientPlus") is { } percentage ? string.Format(CultureInfo.CurrentCulture, "{0} %", percentage) : "";

    public static string ProgramId(PSObject item) => Safe(item);

    public static string ProgramName(PSObject item) => Safe(item);

    public static string Quote(PSObject item) => Safe(item);

    public static string Rank(PSObject item) => Named(item);

    public static string RankMin(PSObject item) => Named(item);

    public static string Result(PSObject item) => ViewText.Safe(Value(item, "ScenarioName") ?? Value(item, "Error"));

    public static string Role(PSObject item) => Named(item);

    public static string Salience(PSObject item) => Named(item);

    public static string ScenarioId(PSObject item) => Safe(item);

    public static string ScenarioName(PSObject item) => Safe(item);

    public static string ScenarioUrl(PSObject item) => Safe(item);

    public static string SessionId(PSObject item) => Safe(item);

    public static string SkillId(PSObject item) => Safe(item);

    public static string SkillName(PSObject item) => Safe(item);

    public static string SkillNames(PSObject item) => Safe(item);

    public static string Slug(PSObject item) => Safe(item);

    public static string SourceType(PSObject item) => Named(item);

    public static string Sources(PSObject item) => Safe(item);

    public static string Speaker(PSObject item) => Safe(item);

    public static string Status(PSObject item) => Named(item);

    public static string SuggestionQuote(PSObject item) => Safe(item);

    public static string Summary(PSObject item) => Lines(item);

    public static string Text(PSObject item) => Safe(item);

    public static string Tier(PSObject item) => Named(item);

    public static string Time(PSObject item) => ViewText.Duration(Value(item, "SecondsFromStart"));

    public static string Title(PSObject item) => Safe(item);

    public static string TotalDuration(PSObject item) => ViewText.Duration(Value(item, "TotalDurationSeconds"));

    public static string TotalPractice(PSObject item) => ViewText.Duration(Value(item, "TotalPracticeMinutes").Unwrap() is double minutes ? minutes * 60 : null);

    public static string Transcript(PSObject item) => string.Join("\n", Items(item, nameof(Transcript)).Select(line =>
        ViewText.Wrap(ViewText.Safe($"{ViewText.Duration(Value(line, "SecondsFromStart"))} {line}".Trim()), WidthOfLabels, 8)));

    public static string UpdatedMinute(PSObject item) => ViewText.Minute(Value(item, "UpdatedAt"));

    public static string Url(PSObject item) => Safe(item);

    public static string UrlSlug(PSObject item) => Safe(item);

    public static string UserEmail(PSObject item) => Safe(item);

    public static string UserId(PSObject item) => Safe(item);

    public static string UserName(PSObject item) => Safe(item);

    public static string Visibility(PSObject item) => Named(item);

    public static string Workspace(PSObject item) => Safe(item);

    public static string WrappedFeedback(PSObject item) => ViewText.Wrap(ViewText.Safe(Value(item, "Feedback")), 63, 0);

    public static string WrappedText(PSObject item) => ViewText.Wrap(ViewText.Safe(Value(item, "Text")), 19, 0);

    private static string Safe(PSObject item, [CallerMemberName] string property = "") => ViewText.Safe(Value(item, property));

    private static string Lines(PSObject item, [CallerMemberName] string property = "") => ViewText.Lines(Value(item, property));

    private static string Named(PSObject item, [CallerMemberName] string property = "") => ViewText.Name(Value(item, property));

    private static object? Value(PSObject item, string property) => item.Properties[property]?.Value;

    private static IEnumerable<PSObject> Items(PSObject item, string property) =>
        (LanguagePrimitives.GetEnumerable(Value(item, property)) ?? Array.Empty<object>()).Cast<object?>().Where(value => value is not null).Select(PSObject.AsPSObject);
}
