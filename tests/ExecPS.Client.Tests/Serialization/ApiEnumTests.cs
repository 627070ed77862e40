using ExecPS.Client.Models;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Tests.Serialization;

public class ApiEnumTests
{
    [Fact]
    public void Statuses_have_the_published_names() => Assert.Equal(
        ["not_started", "in_progress", "completed", "past_due", "did_not_pass"],
        ApiEnum<AssignmentStatus>.Names.Select(entry => entry.ApiName));

    [Theory]
    [InlineData("past_due")]
    [InlineData("PastDue")]
    [InlineData("pastdue")]
    [InlineData("PAST_DUE")]
    public void A_value_is_parsed_from_either_name_in_any_case(string text)
    {
        Assert.True(ApiEnum<AssignmentStatus>.TryParse(text, out var status));
        Assert.Equal(AssignmentStatus.PastDue, status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("past due")]
    [InlineData("past_due ")]
    [InlineData("Unknown")]
    [InlineData("past_due,completed")]
    public void Text_that_is_neither_name_is_not_parsed(string text)
    {
        Assert.False(ApiEnum<AssignmentStatus>.TryParse(text, out var status));
        Assert.Equal(AssignmentStatus.Unknown, status);
    }

    [Fact]
    public void Every_value_except_unknown_has_an_API_name_that_is_parsed_again()
    {
        foreach (var status in Enum.GetValues<AssignmentStatus>().Where(status => status != AssignmentStatus.Unknown))
        {
            Assert.True(ApiEnum<AssignmentStatus>.TryParse(ApiEnum<AssignmentStatus>.ToApiName(status), out var read));
            Assert.Equal(status, read);
        }
    }

    [Fact]
    public void Unknown_has_no_API_name() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ApiEnum<AssignmentStatus>.ToApiName(AssignmentStatus.Unknown));
}
