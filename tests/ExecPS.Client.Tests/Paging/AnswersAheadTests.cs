using ExecPS.Client.Paging;

namespace ExecPS.Client.Tests.Paging;

public class AnswersAheadTests
{
    private readonly Dictionary<int, TaskCompletionSource<string>> _asked = [];
    private readonly List<int> _cancelled = [];

    [Fact]
    public async Task Answers_come_in_the_order_of_the_questions()
    {
        await using var answers = Ask(3);

        var first = answers.Next()!.Value;
        _asked[1].SetResult("b");
        _asked[0].SetResult("a");

        Assert.Equal((0, "a"), (first.Asked, await first.Answer));
        Assert.Equal("b", await answers.Next()!.Value.Answer);
        Assert.Equal(2, answers.Next()!.Value.Asked);
        Assert.Null(answers.Next());
    }

    [Fact]
    public async Task Nothing_is_asked_before_the_consumer_asks_and_one_more_than_it_takes()
    {
        await using var answers = Ask(20);
        Assert.Empty(_asked);

        answers.Next();

        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task Each_wait_of_the_consumer_doubles_what_is_asked_ahead_up_to_eight()
    {
        await using var answers = Ask(100);
        List<int> ahead = [];

        for (var taken = 1; taken <= 6; taken++)
        {
            answers.Next();
            ahead.Add(_asked.Count - taken);
        }

        Assert.Equal([1, 2, 4, 8, 8, 8], ahead);
    }

    [Fact]
    public async Task A_consumer_that_finds_each_answer_ready_stays_one_ahead()
    {
        await using var answers = Ask(100);

        for (var taken = 1; taken <= 20; taken++)
        {
            answers.Next();
            Assert.Equal(taken + 1, _asked.Count);
            foreach (var (number, answer) in _asked)
                answer.TrySetResult($"{number}");
        }
    }

    [Fact]
    public async Task A_question_that_fails_fails_alone_whether_it_was_sent_or_not()
    {
        await using var answers = new AnswersAhead<int, string>([0, 1, 2], (number, _) => number switch
        {
            0 => throw new ArgumentException("never sent"),
            1 => Task.FromException<string>(new InvalidOperationException("refused")),
            _ => Task.FromResult("c"),
        }, CancellationToken.None);

        await Assert.ThrowsAsync<ArgumentException>(() => answers.Next()!.Value.Answer);
        await Assert.ThrowsAsync<InvalidOperationException>(() => answers.Next()!.Value.Answer);
        Assert.Equal("c", await answers.Next()!.Value.Answer);
    }

    [Fact]
    public async Task What_was_asked_ahead_ends_with_the_consumer()
    {
        await using (var answers = Ask(20))
        {
            answers.Next();
            answers.Next();
        }

        Assert.Equal([0, 1, 2, 3], _cancelled.Order());
    }

    private AnswersAhead<int, string> Ask(int count) => new(Enumerable.Range(0, count), (number, stop) =>
    {
        var answer = _asked[number] = new TaskCompletionSource<string>();
        stop.Register(() =>
        {
            if (answer.TrySetCanceled(stop))
                _cancelled.Add(number);
        });
        return answer.Task;
    }, TestContext.Current.CancellationToken);
}
