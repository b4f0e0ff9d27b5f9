using System.Collections.Concurrent;
using System.Globalization;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>
/// The programmes that cohorts were launched with, each version kept for ever as the text it was read from. Versions are
/// immutable, so what was read once is never read again.
/// </summary>
public sealed class ProgrammeLibrary(ITables tables, StepKinds kinds)
{
    /// <summary>The shape of a stored programme: the text of its file.</summary>
    public const string Shape = "programme-yaml/1";

    private readonly ConcurrentDictionary<(string Id, int Version), Timetable> _known = new();

    /// <summary>Keeps the text of a version. Keeping the same text again changes nothing.</summary>
    /// <returns>False when this version is already kept with another text: the version number must be raised.</returns>
    public async Task<bool> KeepAsync(Programme programme, string text, CancellationToken cancellation)
    {
        var key = Key(programme.Version);
        if (await tables.GetAsync(Table.Programmes, programme.Id, key, cancellation).ConfigureAwait(false) is { } kept)
        {
            return kept.Body == text;
        }

        try
        {
            await tables.SubmitAsync(
                Table.Programmes, programme.Id, [new RowChange.Insert(key, Shape, text)], cancellation).ConfigureAwait(false);
            return true;
        }
        catch (StoreConflictException)
        {
            // Somebody else kept this version at this moment, or the store took ours and lost the answer.
            if (await tables.GetAsync(Table.Programmes, programme.Id, key, cancellation).ConfigureAwait(false) is { } other)
            {
                return other.Body == text;
            }

            throw;
        }
    }

    /// <summary>The timetable of a version.</summary>
    /// <exception cref="InvalidDataException">The version was never kept, or can no longer be read.</exception>
    public async ValueTask<Timetable> GetAsync(string id, int version, CancellationToken cancellation)
    {
        if (_known.TryGetValue((id, version), out var known))
        {
            return known;
        }

        var row = await tables.GetAsync(Table.Programmes, id, Key(version), cancellation).ConfigureAwait(false)
            ?? throw new InvalidDataException($"Version {version} of the programme '{id}' is not stored.");
        var programme = ProgrammeReader.Read(row.Body, kinds).Programme
            ?? throw new InvalidDataException($"Version {version} of the programme '{id}' can no longer be read.");
        return _known.GetOrAdd((id, version), Timetable.Of(programme));
    }

    private static string Key(int version) => version.ToString("D6", CultureInfo.InvariantCulture);
}
