namespace ExecPS.Sandbox.World;

/// <summary>The skills that sessions are evaluated by.</summary>
internal static class SkillCatalog
{
    /// <summary>Sorted by name, as in the API. No scenario evaluates the last one.</summary>
    public static readonly SkillDefinition[] Skills =
    [
        new("Active Listening", "Hearing what is meant, and showing that it was heard.",
            new("Paraphrasing", "Said back what the other side had meant, and let them correct it.", "Say back what you heard before you answer it."),
            new("Patience", "Let pauses stand until the other side went on.", "Count to three before you fill a pause."),
            new("Following up", "Took up words of the other side and asked about them.", "Ask about the word that surprised you instead of the next point on your list.")),
        new("Closing for Commitment", "Ending with a next step that both sides mean.",
            new("Asking for the decision", "Asked for the decision in plain words.", "Ask for the decision; don't ask how it looks."),
            new("Next step", "Agreed on who does what, by when.", "Leave with a date and a name, even for a small step."),
            new("Last objection", "Drew out what still stood in the way.", "Ask what would have to be true for a yes today.")),
        new("Coaching and Feedback", "Helping somebody see for themselves what to change.",
            new("Questions before advice", "Asked for their view before giving one.", "Ask what they saw before you say what you saw."),
            new("Concrete observation", "Spoke of things that were said and done.", "Describe one moment instead of a habit."),
            new("Agreement", "Ended with one change, and how both would notice it.", "Agree on one thing that can be seen next week.")),
        new("De-Escalation", "Bringing a heated conversation back to its subject.",
            new("Acknowledging", "Acknowledged the trouble before explaining anything.", "Name the damage before you name the cause."),
            new("Tone", "Stayed calm and slow while the other side was neither.", "Speak slower than they do."),
            new("Way forward", "Offered a step and a time, and nothing that can't be kept.", "Promise less, with an hour on the clock.")),
        new("Discovery Questions", "Finding out what matters, to whom, and why now.",
            new("Open questions", "Asked questions that can't be answered with yes or no.", "Begin with what or how, and stop after the question mark."),
            new("Cost of the problem", "Brought the other side to put a number on the problem.", "Ask what it costs when nothing changes."),
            new("Who decides", "Learned who else has a say, and what they care about.", "Ask who would be unhappy with this decision.")),
        new("Executive Conversations", "Being brief, and worth the time.",
            new("Opening with the point", "Said what it is about in the first sentence.", "Put the result first and the history last."),
            new("Business language", "Spoke of money, risk and time.", "Translate each feature into money, risk or time."),
            new("The one request", "Asked for one thing that only this person can give.", "Decide beforehand what you need from them.")),
        new("Negotiation", "Trading, not giving.",
            new("Conditions", "Tied each concession to something in return.", "Say if you, then we, in that order."),
            new("Anchoring", "Named own terms first and gave reasons for them.", "Put your terms on the table before theirs become the start."),
            new("Silence", "Made an offer and waited.", "Make the offer, then say nothing.")),
        new("Objection Handling", "Meeting a no with curiosity.",
            new("Exploring", "Asked what was behind the objection before answering it.", "Ask what it is compared with."),
            new("Answering", "Answered with an example that the other side could check.", "Answer with a customer's case instead of an adjective."),
            new("Checking", "Made sure that the objection was settled.", "Ask whether that settles it.")),
        new("Presenting Value", "Showing what changes for this customer.",
            new("Relevance", "Showed what the other side had asked about, and little else.", "Leave out what they didn't ask about."),
            new("Evidence", "Backed claims with figures from comparable customers.", "Bring a figure of a customer like this one."),
            new("Plain words", "Explained without jargon.", "Say it as you would to a neighbor.")),
        new("Written Follow-Up", "Putting in writing what was agreed, the same day."),
    ];
}
