using ExecPS.Client.Paging;

namespace ExecPS.Client.Tests.Paging;

public sealed class PrefetchQueueTests : IAsyncDisposable
{
    private readonly List<TaskCompletionSource<string>> _asked = [];
    private readonly PrefetchQueue<string> _answers = new(TestContext.Current.CancellationToken);

    [Fact]
    public void A_question_is_sent_when_it_is_asked()
    {
        Ask();

        Assert.Single(_asked);
    }

    [Fact]
    public async Task Answers_come_in_the_order_of_the_questions()
    {
        Ask();
        Ask();

        _asked[1].SetResult("b");
        var first = _answers.TakeDue(isLast: false)!;
        _asked[0].SetResult("a");

        Assert.Equal("a", await first);
        Assert.Equal("b", await _answers.TakeDue(isLast: false)!);
        Assert.Null(_answers.TakeDue(isLast: true));
    }

    [Fact]
    public void Each_wait_of_the_consumer_doubles_what_is_asked_ahead_up_to_eight()
    {
        List<int> ahead = [];
        for (var question = 0; question < 40; question++)
        {
            Ask();
            if (_answers.TakeDue(isLast: false) is not null)
                ahead.Add(_asked.Count - ahead.Count - 1);
        }

        Assert.Equal([1, 2, 4, 8, 8, 8], ahead.Take(6));
        Assert.Equal(8, ahead.Max());
    }

    [Fact]
    public void What_is_there_is_due_at_once_and_widens_nothing()
    {
        for (var question = 0; question < 20; question++)
        {
            Ask();
            _asked[question].SetResult("a");
            Assert.NotNull(_answers.TakeDue(isLast: false));
        }

        Ask();
        Ask();
        Assert.NotNull(_answers.TakeDue(isLast: false));
    }

    [Fact]
    public void All_are_due_when_nothing_more_will_be_asked()
    {
        Ask();
        Assert.Null(_answers.TakeDue(isLast: false));

        Assert.NotNull(_answers.TakeDue(isLast: true));
    }

    [Fact]
    public async Task A_question_that_fails_fails_alone_whether_it_was_sent_or_not()
    {
        _answers.Ask(_ => throw new ArgumentException("never sent"));
        _answers.Ask(_ => Task.FromException<string>(new InvalidOperationException("refused")));
        _answers.Ask(_ => Task.FromResult("c"));

        await Assert.ThrowsAsync<ArgumentException>(() => _answers.TakeDue(isLast: true)!);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _answers.TakeDue(isLast: true)!);
        Assert.Equal("c", await _answers.TakeDue(isLast: true)!);
    }

    [Fact]
    public async Task What_was_asked_ahead_ends_with_the_consumer()
    {
        Ask();
        Ask();

        await _answers.DisposeAsync();

        Assert.All(_asked, answer => Assert.True(answer.Task.IsCanceled));
    }

    public ValueTask DisposeAsync() => _answers.DisposeAsync();

    private void Ask() => _answers.Ask(stop =>
    {
        var answer = new TaskCompletionSource<string>();
        _asked.Add(answer);
        stop.Register(() => answer.TrySetCanceled(stop));
        return answer.Task;
    });
}
