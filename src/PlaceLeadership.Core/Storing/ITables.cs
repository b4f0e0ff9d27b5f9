namespace PlaceLeadership.Core.Storing;

/// <summary>The tables in which everything is kept.</summary>
public enum Table
{
    /// <summary>The state of cohorts; the partition is the cohort id.</summary>
    Cohorts,

    /// <summary>Names, addresses and organisations; the partition is the cohort id, the key the participant id.</summary>
    Identities,

    /// <summary>Encrypted texts of reflections; the partition is the participant, the key the step.</summary>
    Reflections,

    /// <summary>Programmes; the partition is the programme id, the key the version.</summary>
    Programmes,

    /// <summary>Which cohorts exist, in the one partition <c>cohorts</c>; the key is the cohort id.</summary>
    Directory,
}

/// <summary>A stored row.</summary>
/// <param name="Key">The row key, unique in its partition.</param>
/// <param name="Shape">Name and version of the stored shape, such as <c>person/1</c>.</param>
/// <param name="Body">The stored document, JSON as a rule.</param>
/// <param name="ETag">Opaque; changes with every write.</param>
public sealed record Row(string Key, string Shape, string Body, string ETag);

/// <summary>One change of a transaction.</summary>
/// <param name="Key">The row key.</param>
public abstract record RowChange(string Key)
{
    /// <summary>Adds a row; a conflict when the key exists.</summary>
    public sealed record Insert(string Key, string Shape, string Body) : RowChange(Key);

    /// <summary>Replaces a row; a conflict when it is missing or its ETag is another.</summary>
    public sealed record Replace(string Key, string Shape, string Body, string ETag) : RowChange(Key);

    /// <summary>Stores a row whatever is there. For rows whose content follows from their key.</summary>
    public sealed record Put(string Key, string Shape, string Body) : RowChange(Key);

    /// <summary>Deletes a row; a conflict when it is missing or its ETag is another.</summary>
    public sealed record Delete(string Key, string ETag) : RowChange(Key);
}

/// <summary>
/// The store, as little of it as the product needs: point reads, ranges inside a partition, and transactions inside a
/// partition. Two implementations keep one contract: Azure Tables and memory.
/// </summary>
public interface ITables
{
    /// <summary>The most changes one transaction takes (an entity-group transaction of Azure Tables).</summary>
    const int ChangesMax = 100;

    /// <summary>The most characters the body of a row may hold, well below the 1 MiB an entity takes.</summary>
    const int BodyCharactersMax = 400_000;

    /// <summary>One row, or null.</summary>
    Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation);

    /// <summary>
    /// The rows whose keys are at or after <paramref name="from"/> and before <paramref name="to"/>, compared
    /// ordinally, in the order of their keys.
    /// </summary>
    IAsyncEnumerable<Row> RangeAsync(Table table, string partition, string from, string to, CancellationToken cancellation);

    /// <summary>
    /// Applies all changes or none, in one transaction.
    /// </summary>
    /// <returns>The new ETag of each change in turn; an empty string for a deletion.</returns>
    /// <exception cref="StoreConflictException">A row was there, was missing, or had been changed; nothing was stored.</exception>
    /// <exception cref="ArgumentException">
    /// No change or more than <see cref="ChangesMax"/>, a key twice, a key or partition that Azure Tables does not take
    /// (empty, over 1,024 bytes, or with <c>/ \ # ?</c> or control characters), a body above
    /// <see cref="BodyCharactersMax"/>, or 4 MiB in all; nothing was stored.
    /// </exception>
    Task<IReadOnlyList<string>> SubmitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation);
}

/// <summary>Somebody else stored something first. Read again and decide again; never overwrite.</summary>
public sealed class StoreConflictException : Exception
{
    /// <summary>A conflict about which nothing is known.</summary>
    public StoreConflictException()
    {
    }

    /// <summary>A conflict described by a sentence.</summary>
    public StoreConflictException(string message) : base(message)
    {
    }

    /// <summary>A conflict described by a sentence, with what the store said.</summary>
    public StoreConflictException(string message, Exception inner) : base(message, inner)
    {
    }
}
