namespace ExecPS.Client.Models;

/// <summary>A row of a list: what tells it from others, so that one that comes twice or came in meanwhile is recognised.</summary>
public interface IListRow
{
    /// <summary>The row's identifier within its list; null when the answer has none.</summary>
    string? Id { get; }

    /// <summary>When the row came into being, in local time; null when the answer doesn't say.</summary>
    DateTime? CreatedAt { get; }
}
