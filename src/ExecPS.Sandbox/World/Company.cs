namespace ExecPS.Sandbox.World;

/// <summary>The fictional company and the names of its people.</summary>
internal static class Company
{
    public const string Name = "Larkfield Instruments";
    public const string MailDomain = "larkfield.example";

    /// <summary>Names that are difficult for scripts, with the local part of the email address.</summary>
    public static readonly (string FirstName, string LastName, string Mailbox)[] AwkwardNames =
    [
        ("Siobhán", "O'Neil", "siobhan.oneil"),
        ("Robert", "Smith, Jr.", "robert.smith"),
        ("Jürgen", "Müller, Dipl.-Ing.", "juergen.mueller"),
        ("William \"Bill\"", "Carter", "william.carter"),
        ("Mei 🌸", "Tanaka", "mei.tanaka"),
        ("美咲", "佐藤", "misaki.sato"),
        ("ليلى", "حداد", "layla.haddad"),
        ("Jean-Luc", "D'Angelo", "jean-luc.dangelo"),
    ];

    public static readonly string[] FirstNames =
    [
        "Amelia", "Daniel", "Priya", "Marcus", "Elena", "Thomas", "Grace", "Omar", "Ingrid", "Kwame", "Sofia", "Liam",
        "Hannah", "Rafael", "Nadia", "Peter", "Chloe", "Arjun", "Freya", "Diego", "Miriam", "Jonas", "Aisha", "Ethan",
        "Clara", "Mateo", "Yuki", "Samuel", "Leila", "Oliver", "Tess", "Victor", "Naomi", "Felix", "Carmen", "Henrik",
        "Zara", "Adrian", "Maya", "Callum", "Bianca", "Isaac", "Farah", "Lukas", "Gemma", "Tariq", "Rosa", "Nathan",
        "Anika", "Hugo", "Esther", "Pavel", "Joanna", "Malik", "Vera", "Connor", "Salma", "Erik", "Dalia", "Simon",
        "Paula", "Andre", "Helen", "Wei",
    ];

    public static readonly string[] LastNames =
    [
        "Abbott", "Ahmed", "Alvarez", "Andersson", "Baker", "Barros", "Bauer", "Bennett", "Berg", "Bianchi", "Brooks",
        "Campbell", "Castillo", "Chandra", "Chen", "Clarke", "Costa", "Dawson", "Delgado", "Doyle", "Dubois", "Edwards",
        "Eriksen", "Farrell", "Ferreira", "Fischer", "Foster", "Garcia", "Ghosh", "Gibson", "Grant", "Gupta", "Haas",
        "Hansen", "Harper", "Hassan", "Hayes", "Hoffman", "Hughes", "Ibrahim", "Ivanova", "Jansen", "Kapoor", "Keller",
        "Kim", "Kowalski", "Larsen", "Lindqvist", "Lopez", "Marino", "Martin", "Mbeki", "Mehta", "Mensah", "Morales",
        "Morgan", "Nakamura", "Nguyen", "Novak", "Okafor", "Olsen", "Parker", "Patel", "Petrov", "Quinn", "Rahman",
        "Reid", "Rossi", "Sanders", "Schmidt", "Silva", "Singh", "Stewart", "Svensson", "Torres", "Turner", "Vargas",
        "Walsh", "Weber", "Yamada",
    ];
}
