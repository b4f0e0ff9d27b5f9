namespace PlaceLeadership.Core.Storing;

/// <summary>Packing of changes into as few transactions as fit.</summary>
public static class Transactions
{
    /// <summary>
    /// Packs groups of changes into transactions of at most this many changes, in order, never splitting a group. There
    /// is always at least one transaction, even an empty one.
    /// </summary>
    /// <exception cref="ArgumentException">A group is larger than a transaction.</exception>
    public static IEnumerable<IReadOnlyList<RowChange>> Pack(IEnumerable<IReadOnlyList<RowChange>> groups, int changesMax)
    {
        var batch = new List<RowChange>(changesMax);
        foreach (var group in groups)
        {
            if (group.Count > changesMax)
            {
                throw new ArgumentException(
                    $"{group.Count} changes belong together, but a transaction takes {changesMax}.", nameof(groups));
            }

            if (batch.Count + group.Count > changesMax)
            {
                yield return batch;
                batch = new List<RowChange>(changesMax);
            }

            batch.AddRange(group);
        }

        yield return batch;
    }
}
