using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.People;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Cli.Seating;

/// <summary>The people of a roster who are to be seated; their addresses are their ids.</summary>
internal sealed class SeatingFile
{
    private readonly Dictionary<string, RosterEntry> _entries;
    private readonly Dictionary<string, string> _organisations;

    /// <summary>People who are to be seated.</summary>
    /// <param name="entries">Their rows of the roster.</param>
    /// <param name="gone">And those who had a place and have left.</param>
    public SeatingFile(IReadOnlyList<RosterEntry> entries, params IReadOnlyList<RosterEntry> gone)
    {
        var organisations = new Organisations();
        _entries = entries.ToDictionary(entry => entry.Email, StringComparer.OrdinalIgnoreCase);
        People = Profiles.Of([.. entries.Select(entry => (entry.Email, organisations.IdOf(entry.Organisation), entry))]);
        Gone = Profiles.Of([.. gone.Select(entry => (entry.Email, organisations.IdOf(entry.Organisation), entry))]);
        _organisations = People.Concat(Gone).Zip(entries.Concat(gone)).GroupBy(person => person.First.Organisation, StringComparer.Ordinal)
            .ToDictionary(all => all.Key, all => all.First().Second.Organisation, StringComparer.Ordinal);
        var nameOfGone = gone.ToDictionary(entry => entry.Email, entry => entry.Name, StringComparer.OrdinalIgnoreCase);
        Names = new Names(id => nameOfGone.GetValueOrDefault(id) ?? _entries[id].Name, id => _organisations[id]);
    }

    public IReadOnlyList<Profile> People { get; }

    /// <summary>Those who have left; they still count for their organisation.</summary>
    public IReadOnlyList<Profile> Gone { get; }

    public Names Names { get; }

    /// <summary>The people, or null when the roster has problems, which are then told.</summary>
    public static async Task<SeatingFile?> ReadAsync(FileInfo file, Confirmations confirmed, Output output, CancellationToken cancellation)
    {
        var reading = await RosterFile.ReadAsync(file, confirmed, cancellation).ConfigureAwait(false);
        if (reading.Problems.Count == 0)
        {
            return new SeatingFile([.. reading.Rows.Select(row => row.Entry)]);
        }

        output.Problems(file.Name, reading);
        output.Line($"{reading.Problems.Count} problems. No sets were formed.");
        return null;
    }

    public RosterEntry Entry(string id) => _entries[id];

    /// <summary>The ids of everybody with this address or name.</summary>
    public IReadOnlyList<string> Find(string who) =>
        [.. _entries.Values.Where(entry => Is(entry.Email, who) || Is(entry.Name, who)).Select(entry => entry.Email)];

    private static bool Is(string text, string who) => string.Equals(text, who, StringComparison.OrdinalIgnoreCase);
}
