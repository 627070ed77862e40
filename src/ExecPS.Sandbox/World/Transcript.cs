namespace ExecPS.Sandbox.World;

/// <summary>The transcript of a session.</summary>
internal sealed class Transcript
{
    private const string OtherSide = "ai";
    private const string Learner = "user";
    private const int SecondsOfExchange = 45;
    private const int ShortestConversation = 120;
    private const int FewestExchanges = 3;

    private readonly SeededRandom _random;

    public Transcript(SessionEntry session)
    {
        _random = SeededRandom.For(session.Id + "/talk");
        var all = ConversationLibrary.Of(session.Scenario.Definition.Style);
        if (session.DurationSeconds is not { } duration)
            return;

        var count = duration < ShortestConversation ? 1 : Math.Min(Math.Max(FewestExchanges, duration / SecondsOfExchange), all.Count);
        var strong = Deal(count, (int)Math.Round(count * (session.Score ?? 50) / 100));
        var said = Said(all, count);
        foreach (var (exchange, isStrong) in said.Zip(strong, (exchange, isStrong) => (exchange, isStrong)))
            (isStrong ? Strong : Weak).Add(exchange);

        Lines = Timed([.. said.Zip(strong, (exchange, isStrong) => new[] { (OtherSide, exchange.Line), (Learner, isStrong ? exchange.Strong : exchange.Weak) }).SelectMany(pair => pair)], duration);
    }

    /// <summary>The exchanges with a good reply.</summary>
    public List<DialogExchange> Strong { get; } = [];

    /// <summary>The exchanges with a weak reply.</summary>
    public List<DialogExchange> Weak { get; } = [];

    public IReadOnlyList<TranscriptLine> Lines { get; } = [];

    /// <summary>The first and the last exchange, and as many others as the duration allows.</summary>
    private DialogExchange[] Said(IReadOnlyList<DialogExchange> all, int count)
    {
        if (count == 1)
            return [all[0]];

        var between = Deal(all.Count - 2, count - 2);
        return [all[0], .. all.Skip(1).Where((_, place) => place < between.Length && between[place]), all[all.Count - 1]];
    }

    /// <summary>Chooses random positions.</summary>
    private bool[] Deal(int places, int chosen)
    {
        var dealt = new bool[places];
        for (var place = 0; place < places; place++)
        {
            if (_random.Below(places - place) < chosen)
            {
                dealt[place] = true;
                chosen--;
            }
        }

        return dealt;
    }

    /// <summary>Spreads the lines over the duration in proportion to their length.</summary>
    private TranscriptLine[] Timed((string Speaker, string Text)[] lines, int duration)
    {
        double[] spans = [.. lines.Select(line => 20.0 + line.Text.Length + _random.Below(30))];
        var pace = duration / spans.Sum();
        var said = new TranscriptLine[lines.Length];
        var at = 0.0;
        for (var place = 0; place < lines.Length; place++)
        {
            said[place] = new() { Speaker = lines[place].Speaker, Text = lines[place].Text, SecondsFromStart = Rounded.ToTenth(at) };
            at += spans[place] * pace;
        }

        return said;
    }
}
