namespace ExecPS.Client.Paging;

/// <summary>The rows that a listing has given, by identifier: eight bytes each, so that a million fit in 16 MiB.</summary>
/// <remarks>
/// It keeps a hash under a random key, not the identifier. Two identifiers of one hash, once in some ten million listings of a
/// million rows, make the second row look like a repetition; the listing then counts fewer rows than the API and says so.
/// The hashes are spread over many small tables, each of which grows by itself: one large one would need half as much again
/// while it grows, and leave its predecessors to a full collection.
/// </remarks>
internal sealed class SeenIdSet
{
    private const int Tables = 256;
    private const int SmallestTable = 16;
    private const int LargestExpected = 4_000_000;

    private readonly ulong _key = NewKey();
    private readonly ulong[]?[] _tables = new ulong[Tables][];
    private readonly int[] _counts = new int[Tables];
    private int _tableSize = SmallestTable;

    /// <summary>How many rows were added.</summary>
    public int Count { get; private set; }

    /// <summary>Makes room for so many rows, as far as the number can be believed: what needn't grow leaves nothing behind.</summary>
    public void Expect(long rows)
    {
        var perTable = Math.Min(rows, LargestExpected) / Tables * 3 / 2;
        while (_tableSize < perTable)
            _tableSize *= 2;
    }

    /// <summary>Adds a row; false when it is there already.</summary>
    public bool Add(string id)
    {
        // The high bits choose the table, the low ones the slot in it.
        var hash = Hash(id);
        var table = (int)(hash >> 56);
        var slots = _tables[table] ??= new ulong[_tableSize];
        if (!Insert(slots, hash))
            return false;

        Count++;
        if (++_counts[table] * 4 > slots.Length * 3)
            _tables[table] = Grow(slots);
        return true;
    }
    private static bool Insert(ulong[] slots, ulong hash)
    {
        var mask = (ulong)slots.Length - 1;
        for (var slot = hash & mask; ; slot = (slot + 1) & mask)
        {
            if (slots[slot] == hash)
                return false;
            if (slots[slot] == 0)
            {
                slots[slot] = hash;
                return true;
            }
        }
    }

    private static ulong[] Grow(ulong[] slots)
    {
        var larger = new ulong[slots.Length * 2];
        foreach (var hash in slots)
        {
            if (hash != 0)
                Insert(larger, hash);
        }

        return larger;
    }

    /// <summary>A keyed multiply-and-fold over the characters; never zero, which marks a free slot.</summary>
    private ulong Hash(string id)
    {
        var hash = _key ^ ((ulong)id.Length * 0x9E3779B97F4A7C15);
        foreach (var character in id)
        {
            hash = (hash ^ character) * 0xD6E8FEB86659FD93;
            hash ^= hash >> 32;
        }

        hash *= 0x9E3779B97F4A7C15;
        hash ^= hash >> 29;
        return hash == 0 ? 1 : hash;
    }

    private static ulong NewKey() => BitConverter.ToUInt64(Guid.NewGuid().ToByteArray(), 8) ^ BitConverter.ToUInt64(Guid.NewGuid().ToByteArray(), 0);
}
