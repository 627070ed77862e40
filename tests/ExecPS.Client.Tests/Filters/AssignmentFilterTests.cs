using ExecPS.Client.Filters;
using ExecPS.Client.Models;

namespace ExecPS.Client.Tests.Filters;

public class AssignmentFilterTests
{
    [Fact]
    public void Each_property_is_a_parameter_of_the_API()
    {
        var filter = new AssignmentFilter
        {
            UserIds = ["u1"],
            UserEmails = ["jane@acme.com", "bob@acme.com"],
            ScenarioIds = ["s1"],
            ProgramIds = ["p1"],
            Statuses = [AssignmentStatus.PastDue, AssignmentStatus.DidNotPass],
        };

        Assert.Equal(
            "user_ids=u1&user_emails=jane%40acme.com,bob%40acme.com&scenario_ids=s1&program_ids=p1&status=past_due,did_not_pass",
            filter.ToQuery().ToString());
    }

    [Fact]
    public void A_filter_without_values_has_no_parameters() =>
        Assert.Equal("", new AssignmentFilter().ToQuery().ToString());

    [Fact]
    public void User_IDs_and_email_addresses_are_one_axis_because_the_API_combines_them_with_OR()
    {
        var terms = new AssignmentFilter { UserIds = ["u1"], UserEmails = ["jane@acme.com"], ScenarioIds = ["s1"] }.ToQuery().Terms;

        Assert.Equal(["user", "user", "scenario_ids"], terms.Select(term => term.Axis));
    }

    [Fact]
    public void A_status_that_the_API_does_not_have_is_rejected() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AssignmentFilter { Statuses = [AssignmentStatus.Unknown] }.ToQuery());
}
