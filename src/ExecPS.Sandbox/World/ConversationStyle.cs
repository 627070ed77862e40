namespace ExecPS.Sandbox.World;

/// <summary>What a conversation is like.</summary>
internal enum ConversationStyle
{
    Selling,
    Negotiating,
    Serving,
    Leading,
}
