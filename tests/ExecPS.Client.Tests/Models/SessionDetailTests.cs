using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Models;

public class SessionDetailTests
{
    private const string Evaluated = """
        {"transcript":[{"speaker":"ai","text":"Hello."},{"text":"Hi."}],
         "evaluations":[
           {"criterion_name":"Listening","items":[
             {"name":"Questions","grade":"good","feedback":"Many.","feedback_examples":[{"quote":"Why?"},{"quote":"How?"}]},
             {"name":"Silence","grade":null}]},
           {"criterion_name":"Empty","items":[]},
           {"criterion_name":"Talking","items":[{"name":"Pace","grade":"mid","feedback_examples":[]}]}],
         "user":{"email":"ada@acme.com"},"scenario":{"name":"Pricing talk"},"id":"se1"}
        """;

    [Fact]
    public void Evaluations_have_one_row_per_item_of_a_criterion()
    {
        var rows = ModelJson.Read<SessionDetail>(Evaluated).EvaluationRows!;

        Assert.Equal(
            [("Listening", "Questions", EvaluationGrade.Good, 2), ("Listening", "Silence", null, 0), ("Talking", "Pace", EvaluationGrade.Mid, 0)],
            rows.Select(row => (row.CriterionName, row.ItemName, row.Grade, row.ExampleCount)));
        Assert.All(rows, row => Assert.Equal(("se1", "ada@acme.com", "Pricing talk"), (row.SessionId, row.UserEmail, row.ScenarioName)));
        Assert.Equal("Why?; How?", rows[0].Examples!.ToString());
        Assert.Equal("Many.", rows[0].Feedback);
    }

    [Fact]
    public void The_lines_of_a_transcript_have_the_session_ID()
    {
        var session = ModelJson.Read<SessionDetail>(Evaluated);

        Assert.All(session.Transcript!, line => Assert.Equal("se1", line.SessionId));
        Assert.Equal("ai: Hello.; Hi.", session.Transcript!.ToString());
    }

    [Fact]
    public void Sections_that_were_not_requested_are_null()
    {
        var session = ModelJson.Read<SessionDetail>("""{"id":"se1"}""");

        Assert.Null(session.Transcript);
        Assert.Null(session.Evaluations);
        Assert.Null(session.EvaluationRows);
    }

    [Fact]
    public void Null_items_in_nested_lists_are_ignored()
    {
        var session = ModelJson.Read<SessionDetail>("""{"id":"se1","transcript":[null],"evaluations":[null,{"items":[null]},{"items":null}]}""");

        Assert.Empty(session.EvaluationRows!);
    }
}
