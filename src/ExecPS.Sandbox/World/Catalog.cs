namespace ExecPS.Sandbox.World;

/// <summary>The names of scenarios, programs, collections, and groups. Numbers are positions in <see cref="Scenarios"/>.</summary>
internal static class Catalog
{
    public static readonly string[] Scenarios =
    [
        "Discovery Call with a CFO",                     // 0
        "Discovery Call with an IT Director",            // 1
        "Cold Call: First Thirty Seconds",               // 2
        "Cold Call: Getting Past the Gatekeeper",        // 3
        "Pricing Objection: \"Too Expensive\"",          // 4
        "Pricing Objection: Competitor Is Cheaper",      // 5
        "Objection: \"We're Happy with What We Have\"",  // 6
        "Renewal at Risk",                               // 7
        "Renewal with a Price Increase",                 // 8
        "Quarterly Business Review",                     // 9
        "Executive Sponsor Meeting",                     // 10
        "Demo to a Mixed Audience",                      // 11
        "Demo Gone Wrong: Recovering Trust",             // 12
        "Procurement Negotiation",                       // 13
        "Legal & Security Review",                       // 14
        "Multi-Threading a Stalled Deal",                // 15
        "Closing: Asking for the Signature",             // 16
        "Handover from Sales to Customer Success",       // 17
        "Onboarding Kick-Off Call",                      // 18
        "Upsell: Calibration Service Plan",              // 19
        "Angry Customer: Missed Delivery",               // 20
        "Product Recall: Calling a Hospital Lab",        // 21
        "Coaching a Struggling Rep",                     // 22
        "Partner Pitch: Regional Distributor",           // 23
    ];

    public static readonly (string Name, int[] Scenarios)[] Programs =
    [
        ("New Hire Onboarding", [0, 2, 3, 11, 18]),
        ("Negotiation Essentials", [4, 5, 8, 13, 16]),
        ("Customer Success Certification", [7, 9, 17, 19, 20]),
        ("Enterprise Selling", [0, 1, 10, 14, 15, 16]),
        ("Manager Coaching", [9, 12, 22]),
    ];

    /// <summary>Sorted by name, as in the API.</summary>
    public static readonly (string Name, string? Description, int[] Scenarios)[] Collections =
    [
        ("Customer Success", "Scenarios for customer success managers.", [7, 8, 9, 17, 18, 19, 20]),
        ("Difficult Conversations", null, [12, 20, 21, 22]),
        ("Discovery", "Understand the needs of a customer before you present a solution.", [0, 1, 2, 3]),
        ("Leadership", "Scenarios for team leaders.", [10, 22]),
        ("Negotiation & Closing", "Prices, terms, and signatures.", [4, 5, 8, 13, 14, 16]),
        ("Objection Handling", "Respond to \"too expensive\", \"not now\", and \"we're happy\".", [4, 5, 6]),
        ("Partners", null, [23]),
        ("Q4 Drafts", null, []),
    ];

    public static readonly string[] Groups =
    [
        "Account Executives, Americas",
        "Account Executives, EMEA",
        "Customer Success",
        "Sales Development",
        "Sales Leadership",
        "Channel & Partners",
    ];
}
