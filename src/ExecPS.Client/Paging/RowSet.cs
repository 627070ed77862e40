namespace ExecPS.Client.Paging;

/// <summary>The rows that a listing has given, by identifier: eight bytes each, so that a million fit in 16 MiB.</summary>
/// <remarks>
/// It keeps a hash under a random key, not the identifier. Two identifiers of one hash, once in some ten million listings of a
/// million rows, make the second row look like a repetition; the listing then counts fewer rows than the API and says so.
/// </remarks>
internal sealed class RowSet
{
    private readonly ulong _key = NewKey();
    private ulong[] _slots = new ulong[256];

    /// <summary>How many rows were added.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a row; false when it is there already.</summary>
    public bool Add(string id)
    {
        if (!Insert(Hash(id)))
            return false;

        Count++;
        if (Count * 4L > _slots.Length * 3L)
            Grow();
        return true;
    }

    private bool Insert(ulong hash)
    {
        var mask = (ulong)_slots.Length - 1;
        for (var slot = hash & mask; ; slot = (slot + 1) & mask)
        {
            if (_slots[slot] == hash)
                return false;
            if (_slots[slot] == 0)
            {
                _slots[slot] = hash;
                return true;
            }
        }
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new ulong[old.Length * 2];
        foreach (var hash in old)
        {
            if (hash != 0)
                Insert(hash);
        }
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
