namespace ExecPS.Client.Models;

/// <summary>A row of a list, with the properties that identify repeated and new rows.</summary>
/// <remarks>
/// Internal, because PowerShell shows and binds the properties of public interfaces, including explicitly implemented ones: a row
/// without its own ID would have an <c>Id</c> that the API doesn't return.
/// </remarks>
internal interface IListRow
{
    /// <summary>The ID of the row within its list; null if the response contains none.</summary>
    string? Id { get; }

    /// <summary>When the row was created, in local time; null if the response doesn't contain it.</summary>
    DateTime? CreatedAt { get; }
}
