namespace ExecPS.Sandbox.World;

/// <summary>The skills that sessions are evaluated by.</summary>
internal static class SkillCatalog
{
    /// <summary>Sorted by name, as in the API. No scenario evaluates the last one.</summary>
    public static readonly SkillDefinition[] Skills =
    [
        new("Active Listening", "Understands the other person and shows it.",
            new("Paraphrasing", "Summarized what the other person said, and asked for confirmation.", "Summarize what you heard before you respond."),
            new("Patience", "Gave the other person time to continue.", "Wait a few seconds before you respond."),
            new("Following up", "Asked follow-up questions about important points.", "Ask a follow-up question before you move on to the next topic.")),
        new("Closing for Commitment", "Ends a conversation with an agreed next step.",
            new("Asking for the decision", "Asked for a decision.", "Ask for a decision directly."),
            new("Next step", "Agreed on tasks, owners, and dates.", "Agree on an owner and a date for the next step."),
            new("Last problem", "Identified the remaining obstacles.", "Ask what is missing for a decision.")),
        new("Coaching and Feedback", "Helps others find ways to improve.",
            new("Questions before advice", "Asked for the other person's view first.", "Ask for the other person's view before you share yours."),
            new("Concrete observation", "Gave specific examples.", "Describe a specific situation instead of a general impression."),
            new("Agreement", "Agreed on one change and how to measure it.", "Agree on one measurable change for next week.")),
        new("De-Escalation", "Calms a heated conversation.",
            new("Acknowledging", "Acknowledged the problem before explaining the cause.", "Acknowledge the impact before you explain the cause."),
            new("Tone", "Stayed calm.", "Speak more slowly."),
            new("Way forward", "Offered a realistic next step with a time.", "Promise less, and specify a time.")),
        new("Discovery Questions", "Asks questions to understand the needs of a customer.",
            new("Open questions", "Asked open questions.", "Start questions with what or how, and wait for the response."),
            new("Cost of the problem", "Asked about the cost of the problem.", "Ask what it costs if nothing changes."),
            new("Who decides", "Asked who else is involved in the decision.", "Ask who else is affected by the decision.")),
        new("Executive Conversations", "Communicates clearly and briefly with executives.",
            new("Opening with the point", "Stated the purpose at the beginning.", "Start with the result, and then explain the background."),
            new("Business language", "Focused on costs, risks, and time.", "Explain the effect of each feature on costs, risks, or time."),
            new("The one request", "Made a specific request.", "Prepare one specific request.")),
        new("Negotiation", "Negotiates prices and terms.",
            new("Conditions", "Made each concession conditional.", "Ask for something in return for each concession."),
            new("Anchoring", "Stated terms first, with reasons.", "State your terms first."),
            new("Silence", "Made an offer and waited for the response.", "Wait for a response after you make an offer.")),
        new("Objection Handling", "Responds to objections.",
            new("Exploring", "Asked about the reason for the objection.", "Ask about the reason before you respond."),
            new("Answering", "Responded with a verifiable example.", "Use a customer example in your response."),
            new("Checking", "Made sure that the objection was resolved.", "Ask whether the objection is resolved.")),
        new("Presenting Value", "Explains the benefits for a customer.",
            new("Relevance", "Focused on the customer's questions.", "Focus on the topics that the customer asked about."),
            new("Evidence", "Supported claims with figures from similar customers.", "Use a figure from a similar customer."),
            new("Plain words", "Avoided jargon.", "Use simple words.")),
        new("Written Follow-Up", "Summarizes agreements in writing."),
    ];
}
