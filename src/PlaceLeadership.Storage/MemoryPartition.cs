using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Storage;

/// <summary>
/// The rows of one partition in the order of their keys. A sorted array: looking up takes log n comparisons, a range costs
/// what it returns, and inserting moves references, which stays in the microseconds for the largest partition we have.
/// </summary>
internal sealed class MemoryPartition
{
    private readonly Lock _gate = new();
    private readonly List<Row> _rows = [];

    public Row? Find(string key)
    {
        lock (_gate)
        {
            var index = IndexOf(key);
            return index < 0 ? null : _rows[index];
        }
    }

    /// <summary>At most <paramref name="rowsMax"/> rows at or after one key and before another.</summary>
    public Row[] Page(string from, string to, int rowsMax)
    {
        lock (_gate)
        {
            var start = PlaceOf(from);
            var end = Math.Min(Math.Max(start, PlaceOf(to)), start + rowsMax);
            return [.. _rows[start..end]];
        }
    }

    /// <summary>All changes or none.</summary>
    public string[] Apply(IReadOnlyList<RowChange> changes, Func<string> nextETag)
    {
        lock (_gate)
        {
            foreach (var change in changes)
            {
                Check(change);
            }

            var etags = new string[changes.Count];
            for (var i = 0; i < etags.Length; i++)
            {
                etags[i] = Store(changes[i], nextETag);
            }

            return etags;
        }
    }

    private void Check(RowChange change)
    {
        var index = IndexOf(change.Key);
        var problem = change switch
        {
            RowChange.Insert when index >= 0 => "exists already",
            RowChange.Replace replace => MatchProblem(index, replace.ETag),
            RowChange.Delete delete => MatchProblem(index, delete.ETag),
            _ => null,
        };
        if (problem is not null)
        {
            throw new StoreConflictException($"The row '{change.Key}' {problem}.");
        }
    }

    private string? MatchProblem(int index, string etag) =>
        index < 0 ? "is missing"
        : _rows[index].ETag == etag ? null
        : "has been changed by somebody else";

    private string Store(RowChange change, Func<string> nextETag)
    {
        var index = IndexOf(change.Key);
        if (change is RowChange.Delete)
        {
            _rows.RemoveAt(index);
            return "";
        }

        var row = change switch
        {
            RowChange.Insert insert => new Row(insert.Key, insert.Shape, insert.Body, nextETag()),
            RowChange.Replace replace => new Row(replace.Key, replace.Shape, replace.Body, nextETag()),
            RowChange.Put put => new Row(put.Key, put.Shape, put.Body, nextETag()),
            _ => throw new ArgumentException($"A change of type {change.GetType().Name} is unknown."),
        };
        if (index < 0)
        {
            _rows.Insert(~index, row);
        }
        else
        {
            _rows[index] = row;
        }

        return row.ETag;
    }

    /// <summary>The index of a key, or of the first row at or after it.</summary>
    private int PlaceOf(string key)
    {
        var index = IndexOf(key);
        return index < 0 ? ~index : index;
    }

    /// <summary>The index of a key, or the complement of where it belongs.</summary>
    private int IndexOf(string key)
    {
        var low = 0;
        var high = _rows.Count - 1;
        while (low <= high)
        {
            var middle = low + ((high - low) >> 1);
            var order = string.CompareOrdinal(_rows[middle].Key, key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
