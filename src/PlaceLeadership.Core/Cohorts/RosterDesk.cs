using NodaTime;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Time;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>Launches cohorts, and keeps their people right while they run.</summary>
public sealed class RosterDesk(
    CohortDesk desk, ParticipantDesk participants, ProgrammeLibrary programmes, CohortDirectory directory, TimeProvider clock)
{
    /// <summary>The most people who can join in one go, so that all of them join or none.</summary>
    public const int JoinersMax = 45;

    /// <summary>Stores a launch that has no problems: all of it or, whatever stops it half-way, nothing that is looked after.</summary>
    /// <returns>Null, or why it was not stored; then nothing was.</returns>
    public async Task<string?> LaunchAsync(LaunchPlan plan, Programme programme, string programmeText, CancellationToken cancellation)
    {
        var id = plan.Cohort.Id;
        var taken = $"A cohort '{id}' already exists. Give another id with --id.";
        var parts = CohortParts.Split(plan);
        if ((await new CohortParts(desk.Tables, directory).OfAsync(id, cancellation).ConfigureAwait(false)).Count > 0)
        {
            return taken;
        }

        if (!await programmes.KeepAsync(programme, programmeText, cancellation).ConfigureAwait(false))
        {
            return $"Version {programme.Version} of the programme '{programme.Id}' is already stored with another text. "
                + "Raise 'version' in the file: a version never changes.";
        }

        // What an interrupted launch left is swept away, and with it the lines of parts that it would have had.
        foreach (var left in await directory.PartsAsync(id, cancellation).ConfigureAwait(false))
        {
            await SweepAsync(left.Id, cancellation).ConfigureAwait(false);
            await directory.RemoveAsync(left.Id, cancellation).ConfigureAwait(false);
        }

        // The cohort row comes last: until it is there, nothing exists. Of several parts the first decides; see CohortParts.
        var timetable = Timetable.Of(programme);
        foreach (var part in parts.Skip(1))
        {
            await SubmitAllAsync(
                Table.Cohorts, part.Cohort.Id, await BeginAsync(part, timetable, cancellation).ConfigureAwait(false), cancellation)
                .ConfigureAwait(false);
        }

        if (!await StoreAsync(parts[0], timetable, cancellation).ConfigureAwait(false))
        {
            return taken;
        }

        foreach (var part in parts)
        {
            await CohortParts.MendAsync(desk.Tables, part.Cohort.Id, cancellation).ConfigureAwait(false);
            await directory.NudgeAsync(part.Cohort.Id, part.Cohort.Place, cancellation).ConfigureAwait(false);
        }

        return null;
    }

    /// <summary>Lets people join a running cohort from tomorrow on. Steps before that were never theirs.</summary>
    /// <returns>Problems, each a sentence; when there is one, nobody joined.</returns>
    public async Task<IReadOnlyList<string>> JoinAsync(
        string cohortId, IReadOnlyList<RosterEntry> entries, Func<string> newId, CancellationToken cancellation)
    {
        if (await desk.ReadAsync(cohortId, cancellation).ConfigureAwait(false) is not var (view, timetable))
        {
            return [NoCohort(cohortId)];
        }

        var cohort = view.Cohort.Value;
        var identities = await desk.IdentitiesAsync(cohortId, cancellation).ConfigureAwait(false);
        var active = view.Participants.Where(person => person.Value.LeftOn is null)
            .Select(person => identities.GetValueOrDefault(person.Value.Id)?.Value.Entry.Email)
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<string> problems =
        [
            .. entries.Where(entry => active.Contains(entry.Email))
                .Select(entry => $"{entry.Name} ({entry.Email}) is already a participant of this cohort."),
        ];
        if (entries.Count is 0 or > JoinersMax || view.Participants.Count + entries.Count > Cohort.PeopleMax)
        {
            problems.Add($"Between 1 and {JoinersMax} people can join at once, and a cohort takes at most {Cohort.PeopleMax}.");
        }

        if (cohort.EndedOn is { } ended)
        {
            problems.Add($"The cohort ended on {ended:uuuu-MM-dd}; nobody can join it any more.");
        }

        if (Launch.WelshProblem(timetable.Programme, entries) is { } welsh)
        {
            problems.Add(welsh);
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        var organisations = new Organisations(identities.Values.Select(identity => identity.Value));
        var joinedFrom = LocalDate.Max(cohort.Start, clock.Now().InZone(cohort.Zone).Date.PlusDays(1));
        var joining = entries.Select(entry => (Id: newId(), Organisation: organisations.IdOf(entry.Organisation), Entry: entry)).ToList();
        await SubmitAllAsync(
            Table.Identities, cohortId,
            joining.Select(person => IdentityRow(new Identity(person.Id, person.Organisation, person.Entry))), cancellation)
            .ConfigureAwait(false);
        await desk.Tables.SubmitAsync(
            Table.Cohorts, cohortId,
            [
                .. joining.SelectMany(person =>
                    PersonRows(Enrolment.Participant(person.Id, person.Organisation, person.Entry, joinedFrom), timetable)),
            ],
            cancellation).ConfigureAwait(false);
        await directory.NudgeAsync(cohortId, cohort.Place, cancellation).ConfigureAwait(false);
        return [];
    }

    /// <summary>A person leaves: nothing is sent any more, and nobody is asked or told why.</summary>
    /// <returns>False when there is no such person.</returns>
    public async Task<bool> LeaveAsync(string cohortId, string participantId, CancellationToken cancellation) =>
        await participants.ChangeAsync(cohortId, participantId, null, context =>
        {
            var today = clock.Now().InZone(context.Cohort.Zone).Date;
            return context.Person.LeftOn is not null
                ? null
                : ParticipantEdit.WithdrawingAll(
                    context,
                    context.Person with { LeftOn = today, Pause = null, Amendments = [] },
                    new Fact(today, participantId, FactKinds.Left));
        }, cancellation).ConfigureAwait(false) is not null;

    /// <summary>
    /// Changes what the roster says of a person: an address, a move to another organisation, other hours. Only what has
    /// not been sent changes.
    /// </summary>
    /// <returns>Null, or why it was not changed.</returns>
    public async Task<string?> ChangeAsync(
        string cohortId, string participantId, Func<RosterEntry, RosterEntry> change, CancellationToken cancellation)
    {
        var identities = await desk.IdentitiesAsync(cohortId, cancellation).ConfigureAwait(false);
        if (!identities.TryGetValue(participantId, out var stored))
        {
            return $"There is no participant '{participantId}' in the cohort '{cohortId}'.";
        }

        var before = stored.Value.Entry;
        var entry = change(before);
        // Only somebody who takes part holds an address: who left, or never got in because a join broke off, does not.
        var active = await ActiveAsync(cohortId, cancellation).ConfigureAwait(false);
        if (identities.Values.Any(other => other.Value.ParticipantId != participantId
            && active.Contains(other.Value.ParticipantId)
            && string.Equals(other.Value.Entry.Email, entry.Email, StringComparison.OrdinalIgnoreCase)))
        {
            return "Another participant of this cohort has that address.";
        }

        var organisation = new Organisations(identities.Values.Select(identity => identity.Value)).IdOf(entry.Organisation);
        var identity = new Identity(participantId, organisation, entry);
        // What waits was planned for the old hours; it is taken back and planned anew. The identity comes second: until it
        // is stored, asking again sees what is still to change.
        var addressChanged = !string.Equals(before.Email, entry.Email, StringComparison.OrdinalIgnoreCase);
        await participants.ChangeAsync(
            cohortId, participantId, null,
            context => ParticipantEdit.WithdrawingAll(
                context,
                Enrolment.Changed(
                    Pausing.MoveAway(context.Cohort, context.Person, organisation, clock.Now().InZone(context.Cohort.Zone).Date),
                    organisation, entry, addressChanged)),
            cancellation).ConfigureAwait(false);
        await desk.Tables.SubmitAsync(
            Table.Identities, cohortId,
            [new RowChange.Replace(CohortKeys.Person(participantId), CohortRows.IdentityShape, CohortRows.Write(identity), stored.ETag)],
            cancellation).ConfigureAwait(false);
        return null;
    }

    private async Task<bool> HasCohortAsync(string id, CancellationToken cancellation) =>
        await desk.Tables.GetAsync(Table.Cohorts, id, CohortKeys.Cohort, cancellation).ConfigureAwait(false) is not null;

    /// <summary>Enters a cohort that is to be launched, stores who its people are, and gives the rows of its people.</summary>
    private async Task<List<RowChange>> BeginAsync(LaunchPlan plan, Timetable timetable, CancellationToken cancellation)
    {
        var id = plan.Cohort.Id;
        await SweepAsync(id, cancellation).ConfigureAwait(false);
        await directory.NudgeAsync(id, plan.Cohort.Place, cancellation).ConfigureAwait(false);
        await SubmitAllAsync(Table.Identities, id, plan.People.Select(person => IdentityRow(person.Identity)), cancellation)
            .ConfigureAwait(false);
        return [.. plan.People.SelectMany(person => PersonRows(person.Participant, timetable))];
    }

    /// <summary>Stores a cohort whole.</summary>
    /// <returns>False when somebody else launched one with the same id at this moment.</returns>
    private async Task<bool> StoreAsync(LaunchPlan plan, Timetable timetable, CancellationToken cancellation)
    {
        var id = plan.Cohort.Id;
        var people = await BeginAsync(plan, timetable, cancellation).ConfigureAwait(false);
        var cohort = new RowChange.Insert(CohortKeys.Cohort, CohortRows.CohortShape, CohortRows.Write(plan.Cohort));
        var last = Math.Min(people.Count, ITables.ChangesMax - 1);
        try
        {
            await SubmitAllAsync(Table.Cohorts, id, people.Take(people.Count - last), cancellation).ConfigureAwait(false);
            await desk.Tables.SubmitAsync(Table.Cohorts, id, [.. people.TakeLast(last), cohort], cancellation).ConfigureAwait(false);
            return true;
        }
        catch (StoreConflictException)
        {
            if (!await HasCohortAsync(id, cancellation).ConfigureAwait(false))
            {
                throw;
            }

            return false;
        }
    }

    private async Task<HashSet<string>> ActiveAsync(string cohortId, CancellationToken cancellation) =>
        await desk.ReadAsync(cohortId, cancellation).ConfigureAwait(false) is var (view, _)
            ? [.. view.Participants.Where(person => person.Value.LeftOn is null).Select(person => person.Value.Id)]
            : [];

    private static string NoCohort(string cohortId) => $"There is no cohort '{cohortId}'.";

    private static RowChange.Put IdentityRow(Identity identity) =>
        new(CohortKeys.Person(identity.ParticipantId), CohortRows.IdentityShape, CohortRows.Write(identity));

    private static IEnumerable<RowChange> PersonRows(Participant person, Timetable timetable) =>
    [
        new RowChange.Insert(CohortKeys.Person(person.Id), CohortRows.ParticipantShape, CohortRows.Write(person, timetable)),
        CohortRows.Put(new Fact(person.JoinedFrom, person.Id, FactKinds.Joined)),
    ];

    private async Task SubmitAllAsync(Table table, string partition, IEnumerable<RowChange> changes, CancellationToken cancellation)
    {
        foreach (var batch in changes.Chunk(ITables.ChangesMax))
        {
            await desk.Tables.SubmitAsync(table, partition, batch, cancellation).ConfigureAwait(false);
        }
    }

    private async Task SweepAsync(string cohort, CancellationToken cancellation)
    {
        foreach (var table in new[] { Table.Cohorts, Table.Identities })
        {
            var left = new List<RowChange>();
            await foreach (var row in desk.Tables.RangeAsync(table, cohort, "!", "~", cancellation).ConfigureAwait(false))
            {
                left.Add(new RowChange.Delete(row.Key, row.ETag));
            }

            await SubmitAllAsync(table, cohort, left, cancellation).ConfigureAwait(false);
        }
    }
}
