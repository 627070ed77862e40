namespace ExecPS.Client.Models;

/// <summary>A row that a list identifies, so that a row met twice is recognised.</summary>
public interface IHasId
{
    /// <summary>The row's identifier; null when the answer has none.</summary>
    string? Id { get; }
}
