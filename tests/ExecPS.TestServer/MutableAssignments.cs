using ExecPS.Client.Models;

namespace ExecPS.TestServer;

/// <summary>Assignments that come and go while they are listed. Safe for use from several threads.</summary>
/// <remarks>A change makes a new list, so that a page in the making sees the rows of one moment.</remarks>
/// <param name="rows">The rows at first.</param>
public sealed class MutableAssignments(IEnumerable<Assignment> rows)
{
    private readonly object _changing = new();
    private volatile IReadOnlyList<Assignment> _rows = [.. rows];

    /// <summary>The rows as they are now; the list stays as it is.</summary>
    public IReadOnlyList<Assignment> Rows => _rows;

    /// <summary>Puts a row before the one at the index.</summary>
    /// <param name="index">From 0; the number of rows for the end.</param>
    /// <param name="row">The row.</param>
    public void InsertAt(int index, Assignment row) => Change(list => list.Insert(index, row));

    /// <summary>Takes a row away.</summary>
    /// <param name="index">From 0.</param>
    public void RemoveAt(int index) => Change(list => list.RemoveAt(index));

    /// <summary>Puts a row in another's place.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="row">The row.</param>
    public void Replace(int index, Assignment row) => Change(list => list[index] = row);

    private void Change(Action<List<Assignment>> change)
    {
        lock (_changing)
        {
            List<Assignment> changed = [.. _rows];
            change(changed);
            _rows = changed;
        }
    }
}
