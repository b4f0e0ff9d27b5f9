using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>Reads a cohort from the tables, each question with the fewest rows that answer it.</summary>
public sealed class CohortReader(ITables tables, ProgrammeLibrary programmes)
{
    /// <summary>The tables behind the desk.</summary>
    public ITables Tables => tables;

    /// <summary>The cohort row and its programme, or null when there is no such cohort.</summary>
    public async Task<(Stored<Cohort> Cohort, Timetable Timetable)?> FindAsync(CohortId cohortId, CancellationToken cancellation)
    {
        if (!cohortId.CanBe
            || await tables.GetAsync(Table.Cohorts, cohortId.Value, CohortKeys.Cohort, cancellation).ConfigureAwait(false) is not { } row)
        {
            return null;
        }

        var cohort = CohortRows.ReadCohort(row);
        var timetable = await programmes
            .GetAsync(cohort.Value.ProgrammeId, cohort.Value.ProgrammeVersion, cancellation).ConfigureAwait(false);
        return (cohort, timetable);
    }

    /// <summary>The cohort as it stands, or null when there is no such cohort: one point read and one range.</summary>
    public async Task<(CohortView View, Timetable Timetable)?> ReadAsync(CohortId cohortId, CancellationToken cancellation)
    {
        if (await FindAsync(cohortId, cancellation).ConfigureAwait(false) is not var (cohort, timetable))
        {
            return null;
        }

        var people = new List<Stored<Participant>>();
        var outbox = new List<Stored<OutboxMessage>>();
        var kept = new List<Row>();
        var rows = tables.RangeAsync(
            Table.Cohorts, cohortId.Value, CohortKeys.OutboxPrefix, CohortKeys.End(CohortKeys.PersonPrefix), cancellation);
        await foreach (var row in rows.ConfigureAwait(false))
        {
            if (row.Key.StartsWith(CohortKeys.PersonPrefix, StringComparison.Ordinal))
            {
                people.Add(CohortRows.ReadParticipant(row, timetable));
            }
            else if (string.CompareOrdinal(row.Key, CohortKeys.JourneysFrom) >= 0)
            {
                kept.Add(row);
            }
            else
            {
                outbox.Add(CohortRows.ReadOutbox(row));
            }
        }

        var slots = new Dictionary<SlotId, Stored<Slot>>();
        for (var index = 0; index < people.Count; index++)
        {
            if (people[index].Value.Slot is { } id && await SlotRows.FindAsync(tables, id, cancellation).ConfigureAwait(false) is { } slot)
            {
                slots[id] = slot;
                people[index] = Knowing(people[index], cohortId, slot.Value);
            }
        }

        return (new CohortView(cohort, people, outbox) { Rows = new JourneyRows(kept), Slots = slots }, timetable);
    }

    private static Stored<Participant> Knowing(Stored<Participant> person, CohortId cohort, Slot slot) =>
        person with { Value = person.Value with { Elsewhere = slot.Others(cohort, person.Value.Id) } };

    /// <summary>What journeys keep of a cohort: one range, without its people.</summary>
    public async Task<JourneyRows> RowsAsync(CohortId cohortId, CancellationToken cancellation)
    {
        var kept = new List<Row>();
        await foreach (var row in tables.RangeAsync(
            Table.Cohorts, cohortId.Value, CohortKeys.JourneysFrom, CohortKeys.PersonPrefix, cancellation).ConfigureAwait(false))
        {
            kept.Add(row);
        }

        return new JourneyRows(kept);
    }

    /// <summary>The rows of a cohort with this prefix of their keys, which ends in <c>|</c>.</summary>
    public IAsyncEnumerable<Row> UnderAsync(CohortId cohortId, string prefix, CancellationToken cancellation) =>
        tables.RangeAsync(Table.Cohorts, cohortId.Value, prefix, CohortKeys.End(prefix), cancellation);

    /// <summary>One person with their cohort, or null when either is not there: two point reads.</summary>
    public async Task<(Stored<Cohort> Cohort, Timetable Timetable, Stored<Participant> Person)?> FindPersonAsync(
        CohortId cohortId, ParticipantId participantId, CancellationToken cancellation) =>
        await FindAsync(cohortId, cancellation).ConfigureAwait(false) is var (cohort, timetable)
        && await FindParticipantAsync(cohortId, participantId, timetable, cancellation).ConfigureAwait(false) is { } person
            ? (cohort, timetable, person) : null;

    /// <summary>One person, or null.</summary>
    public async Task<Stored<Participant>?> FindParticipantAsync(
        CohortId cohortId, ParticipantId participantId, Timetable timetable, CancellationToken cancellation)
    {
        var row = await tables.GetAsync(Table.Cohorts, cohortId.Value, CohortKeys.Person(participantId), cancellation)
            .ConfigureAwait(false);
        if (row is null)
        {
            return null;
        }

        var person = CohortRows.ReadParticipant(row, timetable);
        return person.Value.Slot is { } id && await SlotRows.FindAsync(tables, id, cancellation).ConfigureAwait(false) is { } slot
            ? Knowing(person, cohortId, slot.Value) : person;
    }

    /// <summary>The messages of a cohort that are not final.</summary>
    public async Task<IReadOnlyList<Stored<OutboxMessage>>> OutboxAsync(CohortId cohortId, CancellationToken cancellation)
    {
        var messages = new List<Stored<OutboxMessage>>();
        await foreach (var row in UnderAsync(cohortId, CohortKeys.OutboxPrefix, cancellation).ConfigureAwait(false))
        {
            messages.Add(CohortRows.ReadOutbox(row));
        }

        return messages;
    }

    /// <summary>The final messages of a cohort.</summary>
    public IAsyncEnumerable<SentMessage> MessagesAsync(CohortId cohortId, CancellationToken cancellation) =>
        UnderAsync(cohortId, CohortKeys.MessagePrefix, cancellation).Select(row => CohortRows.ReadMessage(row).Value);

    /// <summary>The final messages to one person, from the release on in which letters had numbers.</summary>
    public IAsyncEnumerable<SentMessage> MessagesToAsync(CohortId cohortId, ParticipantId person, CancellationToken cancellation) =>
        UnderAsync(cohortId, CohortKeys.MessagesTo(person), cancellation).Select(row => CohortRows.ReadMessage(row).Value);

    /// <summary>The engagement facts of a cohort, by day.</summary>
    public async IAsyncEnumerable<Fact> FactsAsync(
        CohortId cohortId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in UnderAsync(cohortId, CohortKeys.FactPrefix, cancellation).ConfigureAwait(false))
        {
            yield return CohortRows.ReadFact(row);
        }
    }

    /// <summary>The engagement facts of a cohort from one day to another that does not belong to them: one range.</summary>
    public IAsyncEnumerable<Fact> FactsAsync(CohortId cohortId, LocalDate from, LocalDate until, CancellationToken cancellation) => tables
        .RangeAsync(Table.Cohorts, cohortId.Value, CohortKeys.FactsFrom(from), CohortKeys.FactsFrom(until), cancellation).Select(CohortRows.ReadFact);

    /// <summary>Who did what to a cohort, in its order.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="from">The first moment, or null for the beginning.</param>
    /// <param name="until">The first moment that does not belong to it, or null for all.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    public async IAsyncEnumerable<Act> ActsAsync(
        CohortId cohortId, Instant? from, Instant? until, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var first = from is { } moment ? ActRows.Key(moment, "", 0) : ActRows.Prefix;
        var last = until is { } end ? ActRows.Key(end, "", 0) : CohortKeys.End(ActRows.Prefix);
        await foreach (var row in tables.RangeAsync(Table.Cohorts, cohortId.Value, first, last, cancellation).ConfigureAwait(false))
        {
            yield return ActRows.Read(row);
        }
    }

    /// <summary>Whether this is the present address of a person; also when nothing is known of who it is any more.</summary>
    public async Task<bool> HasAddressAsync(CohortId cohortId, ParticipantId participantId, string address, CancellationToken cancellation) =>
        await IdentityAsync(cohortId, participantId, cancellation).ConfigureAwait(false) is not { } identity
        || string.Equals(identity.Entry.Email, address, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of a person, or null when it is not known.</summary>
    public async Task<string?> NameAsync(CohortId cohortId, ParticipantId participantId, CancellationToken cancellation) =>
        (await IdentityAsync(cohortId, participantId, cancellation).ConfigureAwait(false))?.Entry.Name;

    /// <summary>Who a person is, or null when it is not known.</summary>
    public async Task<Identity?> IdentityAsync(CohortId cohortId, ParticipantId participantId, CancellationToken cancellation) =>
        await tables.GetAsync(Table.Identities, cohortId.Value, CohortKeys.Person(participantId), cancellation).ConfigureAwait(false) is { } row
            ? CohortRows.ReadIdentity(row).Value : null;

    /// <summary>Who the people of a cohort are, by pseudonym.</summary>
    public async Task<IReadOnlyDictionary<ParticipantId, Stored<Identity>>> IdentitiesAsync(
        CohortId cohortId, CancellationToken cancellation)
    {
        var identities = new Dictionary<ParticipantId, Stored<Identity>>();
        await foreach (var row in tables.RangeAsync(
            Table.Identities, cohortId.Value, CohortKeys.PersonPrefix, CohortKeys.End(CohortKeys.PersonPrefix), cancellation)
            .ConfigureAwait(false))
        {
            var identity = CohortRows.ReadIdentity(row);
            identities[identity.Value.ParticipantId] = identity;
        }

        return identities;
    }
}
