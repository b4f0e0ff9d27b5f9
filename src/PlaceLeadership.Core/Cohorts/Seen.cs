using System.Security.Cryptography;
using System.Text;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// A cohort with all its parts as somebody has seen it. What they ask for while it is held is stored only if the cohort is still so: in the very
/// transaction, by the ETag of its row. Every change that is asked for meanwhile is held to it, so that no use case can forget to be.
/// </summary>
/// <param name="etags">The ETag of each part.</param>
public sealed class Seen(IReadOnlyDictionary<CohortId, string> etags)
{
    private const int TagBytes = 12;

    private static readonly AsyncLocal<Seen?> Held = new();

    private readonly Dictionary<CohortId, string?> _etags = etags.ToDictionary(part => part.Key, part => (string?)part.Value);

    private bool _rests = true;
    private bool _hasChanged;

    // What is done now and rests on it; null for what rests on nothing.
    private static Seen? Resting => Held.Value is { _rests: true } held ? held : null;

    /// <summary>Stands for how the cohort is: another as soon as somebody at the desk has changed it.</summary>
    public string Tag => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', _etags.OrderBy(part => part.Key.Value, StringComparer.Ordinal).Select(part => $"{part.Key} {part.Value}")))).AsSpan(0, TagBytes));

    /// <summary>Does something that rests on it.</summary>
    /// <param name="act">What is done.</param>
    /// <param name="whatever">Whether it holds however the cohort is by then; then it rests on nothing.</param>
    /// <exception cref="StaleException">Somebody else changed the cohort since.</exception>
    public async Task<T> HoldAsync<T>(Func<Task<T>> act, bool whatever = false)
    {
        _rests = !whatever;
        Held.Value = this;
        try
        {
            return await act().ConfigureAwait(false);
        }
        finally
        {
            Held.Value = null;
        }
    }

    /// <summary>
    /// Refuses what rests on a cohort of which any part was changed since, before anything of it is done: to be asked before what no transaction finds
    /// out, and asked by the first transaction, so that of a large cohort not one part is changed and the next refused.
    /// </summary>
    /// <exception cref="StaleException">Somebody else changed the cohort since.</exception>
    public static async Task CheckAllAsync(CohortReader reader, CancellationToken cancellation)
    {
        if (Resting is not { _hasChanged: false } held)
        {
            return;
        }

        foreach (var part in held._etags.Keys)
        {
            Check(part, (await reader.FindAsync(part, cancellation).ConfigureAwait(false))?.Cohort.ETag);
        }
    }

    /// <summary>Whether a change of this cohort is to rest on how it was seen.</summary>
    internal static bool IsHeldOf(CohortId cohort) => Resting?._etags.GetValueOrDefault(cohort) is not null;

    /// <summary>Refuses a change that does not.</summary>
    internal static void Check(CohortId cohort, string? etag)
    {
        if (Resting is { } held && held._etags.GetValueOrDefault(cohort) is { } seen && seen != etag)
        {
            throw new StaleException($"The cohort '{cohort}' was changed since it was seen.") { InPart = held._hasChanged };
        }
    }

    /// <summary>Notes what became of it by a change of one's own; null where nobody can say.</summary>
    internal static void Changed(CohortId cohort, string? etag)
    {
        if (Held.Value is { } held)
        {
            held._hasChanged = true;
            if (held._etags.ContainsKey(cohort))
            {
                held._etags[cohort] = etag;
            }
        }
    }
}

/// <summary>Somebody else changed a cohort since whoever asked has seen it.</summary>
public sealed class StaleException : Exception
{
    /// <summary>Whether something of what was asked for was stored before that was found; if not, nothing was changed.</summary>
    public bool InPart { get; init; }

    /// <summary>A change about which nothing is known.</summary>
    public StaleException()
    {
    }

    /// <summary>A change described by a sentence.</summary>
    public StaleException(string message) : base(message)
    {
    }

    /// <summary>A change described by a sentence, with its cause.</summary>
    public StaleException(string message, Exception inner) : base(message, inner)
    {
    }
}
