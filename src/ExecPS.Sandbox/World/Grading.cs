namespace ExecPS.Sandbox.World;

/// <summary>The grades of a session. Together they match the score as closely as whole grades can.</summary>
internal sealed class Grading
{
    private readonly SeededRandom _random;
    private readonly (SkillDefinition Skill, SkillItem Item)[] _items;
    private readonly EvaluationGrade[] _grades;

    public Grading(SessionEntry session)
    {
        _random = SeededRandom.For(session.Id + "/grades");
        _items = [.. session.Scenario.Definition.Skills.Select(skill => SkillCatalog.Skills[skill]).SelectMany(skill => skill.Items.Select(item => (skill, item)))];
        _grades = Grade(session.Score ?? 0);
    }

    /// <summary>An item with the grade good, or null if there is none.</summary>
    public SkillItem? Best => ItemWith(EvaluationGrade.Good);

    /// <summary>An item with the lowest grade, or null if all items are good.</summary>
    public SkillItem? Worst => ItemWith(EvaluationGrade.Bad) ?? ItemWith(EvaluationGrade.Mid);

    /// <param name="transcript">The transcript.</param>
    public IEnumerable<EvaluationCriterion> Criteria(Transcript transcript)
    {
        var (strong, weak) = (new Queue<DialogExchange>(transcript.Strong), new Queue<DialogExchange>(transcript.Weak));
        for (var place = 0; place < _items.Length;)
        {
            var skill = _items[place].Skill;
            var criterion = new EvaluationCriterion { CriterionName = skill.Name, Items = [] };
            for (; place < _items.Length && _items[place].Skill == skill; place++)
                criterion.Items.Add(Item(_items[place].Item, _grades[place], strong, weak));
            yield return criterion;
        }
    }

    private static EvaluationItem Item(SkillItem item, EvaluationGrade grade, Queue<DialogExchange> strong, Queue<DialogExchange> weak) => new()
    {
        Name = item.Name,
        Grade = grade,
        Feedback = grade switch
        {
            EvaluationGrade.Good => item.Praise,
            EvaluationGrade.Mid => "Partly. " + item.Advice,
            EvaluationGrade.Bad => item.Advice,
            _ => null,
        },
        FeedbackExamples = grade switch
        {
            EvaluationGrade.Good when strong.Count > 0 => [Example(strong.Dequeue())],
            EvaluationGrade.Mid or EvaluationGrade.Bad when weak.Count > 0 => [Counterexample(weak.Dequeue(), grade)],
            _ => [],
        },
    };

    private static FeedbackExample Example(DialogExchange exchange) => new()
    {
        Quote = exchange.Strong,
        Feedback = "This moved the conversation forward.",
        Grade = EvaluationGrade.Good,
        Salience = Salience.High,
    };

    private static FeedbackExample Counterexample(DialogExchange exchange, EvaluationGrade grade) => new()
    {
        Quote = exchange.Weak,
        Feedback = "The customer had raised a point that deserved a question.",
        SuggestionQuote = exchange.Strong,
        Grade = grade,
        Salience = grade == EvaluationGrade.Bad ? Salience.High : Salience.Mid,
    };

    private EvaluationGrade[] Grade(double score)
    {
        // In one of three sessions, an item isn't relevant.
        var leftOut = _random.Percent(33) ? _random.Below(_items.Length) : -1;
        var graded = leftOut < 0 ? _items.Length : _items.Length - 1;
        var halves = new int[graded];
        var worth = (int)Math.Round(2 * graded * score / 100);
        for (; worth > 0; worth--)
        {
            int place;
            do
                place = _random.Below(graded);
            while (halves[place] == 2);
            halves[place]++;
        }

        var grades = new EvaluationGrade[_items.Length];
        for (int place = 0, next = 0; place < grades.Length; place++)
        {
            grades[place] = place == leftOut ? EvaluationGrade.NotRelevant : halves[next++] switch
            {
                2 => EvaluationGrade.Good,
                1 => EvaluationGrade.Mid,
                _ => EvaluationGrade.Bad,
            };
        }

        return grades;
    }

    private SkillItem? ItemWith(EvaluationGrade grade) =>
        Array.IndexOf(_grades, grade) is var place && place >= 0 ? _items[place].Item : null;
}
