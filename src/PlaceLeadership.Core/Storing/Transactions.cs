namespace PlaceLeadership.Core.Storing;

/// <summary>Packing of changes into as few transactions as fit.</summary>
public static class Transactions
{
    /// <summary>
    /// Packs groups of changes into transactions of at most this many changes, in order, never splitting a group. There
    /// is always at least one transaction, even an empty one.
    /// </summary>
    /// <param name="groups">The groups.</param>
    /// <param name="size">How many changes a group has.</param>
    /// <param name="changesMax">The most changes of a transaction.</param>
    /// <exception cref="ArgumentException">A group is larger than a transaction.</exception>
    public static IEnumerable<IReadOnlyList<T>> Pack<T>(IEnumerable<T> groups, Func<T, int> size, int changesMax)
    {
        var batch = new List<T>();
        var room = changesMax;
        foreach (var group in groups)
        {
            var needed = size(group);
            if (needed > changesMax)
            {
                throw new ArgumentException($"{needed} changes belong together, but a transaction takes {changesMax}.", nameof(groups));
            }

            if (needed > room)
            {
                yield return batch;
                (batch, room) = ([], changesMax);
            }

            batch.Add(group);
            room -= needed;
        }

        yield return batch;
    }
}
