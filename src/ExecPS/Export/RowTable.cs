namespace ExecPS.Export;

/// <summary>The rows of a file, each ID once. The row that was added last applies.</summary>
internal sealed class RowTable
{
    private readonly List<Row> _rows = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    /// <summary>The rows, by creation time and then by ID.</summary>
    public Row[] Sorted
    {
        get
        {
            // Sorting numbers is much faster than sorting rows.
            var places = new int[Count];
            var times = new long[Count];
            var count = 0;
            for (var place = 0; place < _rows.Count; place++)
            {
                if (_rows[place].Buffer is not null)
                    (places[count], times[count++]) = (place, _rows[place].CreatedAt);
            }

            Array.Sort(times, places);
            for (var (start, end) = (0, 1); start < count; start = end++)
            {
                while (end < count && times[end] == times[start])
                    end++;
                if (end - start > 1)
                    Array.Sort(places, start, end - start, Comparer<int>.Create((left, right) => string.CompareOrdinal(_rows[left].Key, _rows[right].Key)));
            }

            return Array.ConvertAll(places, place => _rows[place]);
        }
    }

    public void AddRange(IEnumerable<Row> rows)
    {
        foreach (var row in rows)
            Add(row);
    }

    public void Remove(string key)
    {
        if (!_places.TryGetValue(key, out var place))
            return;

        _rows[place] = default;
        _places.Remove(key);
        Count--;
    }

    private void Add(Row row)
    {
        // Rows without an ID can't be compared.
        Remove(row.Key);
        if (row.Key.Length > 0)
            _places.Add(row.Key, _rows.Count);
        _rows.Add(row);
        Count++;
    }
}
