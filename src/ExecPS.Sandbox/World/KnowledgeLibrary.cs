using static ExecPS.Client.Models.KnowledgePageStatus;

namespace ExecPS.Sandbox.World;

/// <summary>The fictional contents of the Knowledge Hub.</summary>
internal static class KnowledgeLibrary
{
    /// <summary>The position in <see cref="Folders"/> of the folder for uploads.</summary>
    public const int Attachments = 10;

    /// <summary>The folders, each with the position of its parent folder or -1.</summary>
    public static readonly (string Name, string? Emoji, int Parent, Visibility Visibility)[] Folders =
    [
        ("Sales", "💼", -1, Visibility.Workspace),              // 0
        ("Playbooks", "📘", 0, Visibility.Workspace),           // 1
        ("Pricing", "💰", 0, Visibility.Private),               // 2
        ("Objections", "🛡️", 1, Visibility.Workspace),          // 3
        ("Customer Success", "🤝", -1, Visibility.Workspace),   // 4
        ("Renewals", "🔁", 4, Visibility.Workspace),            // 5
        ("Onboarding", "🚀", 4, Visibility.Workspace),          // 6
        ("Product", "🔬", -1, Visibility.Workspace),            // 7
        ("Calibration", null, 7, Visibility.Workspace),         // 8
        ("Leadership", "🧭", -1, Visibility.Private),           // 9
        ("File Attachments", "📎", -1, Visibility.Private),     // 10
        ("Exec Academy", "🎓", -1, Visibility.Global),          // 11
        ("Ideas", "💡", -1, Visibility.Workspace),              // 12
    ];

    /// <summary>The pages, with positions in <see cref="Folders"/> and <see cref="SkillCatalog.Skills"/>.</summary>
    public static readonly (string Title, int[] Folders, int[] Skills, KnowledgePageStatus Status)[] Pages =
    [
        ("How We Sell", [0], [], Published),
        ("First Call: A Plan on One Page", [1], [4, 0], Published),
        ("Questions for a CFO", [1], [4, 5], Published),
        ("Questions for an IT Director", [1], [4], Published),
        ("Demo: What to Leave Out", [1, 7], [8], Published),
        ("Distributors and Partners", [1], [8, 6], Draft),
        ("Price List, and How to Read It", [2], [], Published),
        ("Discounts: Approval Levels", [2, 9], [6], Published),
        ("Price List of the Previous Year", [2], [], Archived),
        ("\"Too Expensive\": Compared with What?", [3, 2], [7], Published),
        ("\"We're Happy with What We Have\"", [3], [7, 4], Published),
        ("\"Send Me Something to Read\"", [3], [7], Draft),
        ("Competitor Overview", [3], [7, 8], Published),
        ("Battle Cards", [3], [7], Archived),
        ("What Customers Expect after the Purchase", [4], [0], Published),
        ("Handling Complaints", [4], [3], Published),
        ("Recall: Contact Plan", [4, 7], [3, 5], Published),
        ("Renewal Calendar", [5], [], Published),
        ("A Renewal at Risk, Step by Step", [5], [3, 8], Published),
        ("Announcing a Price Increase", [5, 2], [6, 7], Draft),
        ("Kick-Off: Agenda and Roles", [6], [4], Published),
        ("The First Four Weeks", [6], [], Published),
        ("Welcome Letter", [6], [], Archived),
        ("Analyzer Series L: What Is New", [7], [8], Published),
        ("Analyzer Series L: Known Limits", [7], [], Published),
        ("Calibration in Ten Minutes", [8], [], Published),
        ("Calibration Service Plan", [8, 2], [8], Published),
        ("Calibration Intervals (Draft for Review)", [8], [], Draft),
        ("Coaching: A Conversation Every Week", [9], [2], Published),
        ("Reading Practice Results", [9], [2], Published),
        ("How Roleplays Are Graded", [11], [], Published),
        ("Getting the Most from Practice", [11], [], Published),
        ("Unsorted Notes", [], [], Draft),
    ];

    /// <summary>The titles of sources by type. Of each six, three are ready, and one each is pending, processing, and failed.</summary>
    public static readonly (KnowledgeSourceType Type, string[] Titles)[] Sources =
    [
        (KnowledgeSourceType.Upload, ["Price list.pdf", "Trade show floor plan.png", "Kick-off call.mp4", "Series L data sheet.pdf", "Audit report.docx", "Contract (scan).pdf"]),
        (KnowledgeSourceType.Url, ["Drinking water directive in brief", "Competitor pricing page", "Glossary of laboratory terms", "Distributor directory", "Conference program", "Page with an old address"]),
        (KnowledgeSourceType.Notion, ["Sales handbook", "Win and loss notes", "Demo checklist", "Partner onboarding", "Team agreements", "Meeting notes, unsorted"]),
        (KnowledgeSourceType.GoogleDrive, ["Quarterly review template", "Reference customers", "Service plan calculator", "Renewal forecast", "Territory map", "Shared folder without access"]),
        (KnowledgeSourceType.Guru, ["Liability clause, explained", "Data residency", "Payment terms", "Delivery times", "Warranty", "Card of a former employee"]),
        (KnowledgeSourceType.Page, ["How We Sell", "Calibration in Ten Minutes", "The First Four Weeks", "Renewal Calendar", "Reading Practice Results", "Welcome Letter"]),
        (KnowledgeSourceType.Integration, ["Customer records, Americas", "Customer records, EMEA", "Support tickets, last quarter", "Support tickets, this quarter", "Order history", "Calendar"]),
    ];

    /// <summary>The sentences of all texts.</summary>
    public static readonly string[] Sentences =
    [
        "Start with the customer's situation, not with our products.",
        "Use figures from the customer instead of our own estimates.",
        "Ask open questions before you present a solution.",
        "Summarize the agreements before the call ends.",
        "Make sure that all participants have the same understanding of the goals.",
        "Share bad news early, and include a date for the next update.",
        "Offer a discount only in exchange for a commitment.",
        "Limit the demo to the features that the customer asked about.",
        "Identify all decision makers, including those who don't attend the meeting.",
        "Respond to complaints on the same day, even if the cause isn't known yet.",
        "Ask what happens if nothing changes, and give the customer time to respond.",
        "Promise only what you can deliver, and agree on a deadline.",
        "Treat an objection as a question, and find out what is behind it.",
        "Explain the benefit in one sentence, without technical terms.",
        "Practice the most difficult part of the conversation first.",
        "Review the agreement with a colleague before you send it.",
    ];

    public static string Text(SeededRandom random, int paragraphs) =>
        string.Join("\n\n", Enumerable.Range(0, paragraphs).Select(_ => string.Join(" ", random.Some(Sentences, random.Between(2, 4)))));
}
