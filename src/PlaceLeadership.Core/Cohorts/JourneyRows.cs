using System.Collections.Concurrent;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// The rows that journeys keep of a cohort beside its people. They stand between the outbox and the people, so that tending reads
/// them in the same range. Only the journey that wrote a row knows what it says.
/// </summary>
public sealed class JourneyRows
{
    private readonly Dictionary<string, Row> _rows;
    private readonly ConcurrentDictionary<Type, object> _read = new();

    /// <summary>The rows of a cohort, in the order of their keys.</summary>
    public JourneyRows(IReadOnlyList<Row> rows)
    {
        All = rows;
        _rows = rows.ToDictionary(row => row.Key, StringComparer.Ordinal);
    }

    /// <summary>No row.</summary>
    public static JourneyRows None { get; } = new([]);

    /// <summary>Every row, in the order of their keys.</summary>
    public IReadOnlyList<Row> All { get; }

    /// <summary>What somebody reads from these rows; read once.</summary>
    public T Read<T>(Func<JourneyRows, T> read)
        where T : class => (T)_read.GetOrAdd(typeof(T), static (_, from) => from.read(from.rows), (read, rows: this));

    /// <summary>The row with this key, or null.</summary>
    public Row? Find(string key) => _rows.GetValueOrDefault(key);

    /// <summary>The rows with this prefix of their keys.</summary>
    public IEnumerable<Row> Under(string prefix) => All.Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The change that stores a row in place of the one that was read, or for the first time.</summary>
    public RowChange Store(string key, string shape, string body) =>
        Find(key) is { } before ? new RowChange.Replace(key, shape, body, before.ETag) : new RowChange.Insert(key, shape, body);

    /// <summary>The change that deletes a row that was read.</summary>
    public RowChange.Delete Delete(string key) => new(key, _rows[key].ETag);
}
