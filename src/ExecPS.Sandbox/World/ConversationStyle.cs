namespace ExecPS.Sandbox.World;

/// <summary>The style of a conversation.</summary>
internal enum ConversationStyle
{
    Selling,
    Negotiating,
    Serving,
    Leading,
}
