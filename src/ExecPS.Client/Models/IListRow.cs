namespace ExecPS.Client.Models;

/// <summary>A row of a list: what tells it from others, so that one that comes twice or came in meanwhile is recognised.</summary>
/// <remarks>
/// Internal, because PowerShell shows and binds the properties of public interfaces, explicitly implemented ones too: a row
/// without an identifier of its own would have an <c>Id</c> that is none of the API's.
/// </remarks>
internal interface IListRow
{
    /// <summary>The row's identifier within its list; null when the answer has none.</summary>
    string? Id { get; }

    /// <summary>When the row came into being, in local time; null when the answer doesn't say.</summary>
    DateTime? CreatedAt { get; }
}
