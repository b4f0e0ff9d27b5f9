using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>Launches cohorts, and keeps their people right while they run.</summary>
public sealed class RosterDesk(
    CohortDesk desk, UnitOfWork work, ProgrammeLibrary programmes, CohortDirectory directory, TimeProvider clock)
{
    /// <summary>The most people who can join in one go, so that all of them join or none.</summary>
    public const int JoinersMax = 45;

    private readonly CohortParts _parts = new(desk.Tables, directory);

    /// <summary>Stores a launch that has no problems: all of it or, whatever stops it half-way, nothing that is looked after.</summary>
    /// <returns>Null, or why it was not stored; then nothing was.</returns>
    public async Task<string?> LaunchAsync(LaunchPlan plan, Actor by, Programme programme, string programmeText, CancellationToken cancellation)
    {
        var id = plan.Cohort.Id;
        var taken = $"A cohort '{id}' already exists. Give another id.";
        var parts = CohortParts.Split(plan);
        if ((await _parts.OfAsync(id, cancellation).ConfigureAwait(false)).Count > 0)
        {
            return taken;
        }

        if (!await programmes.KeepAsync(programme, programmeText, cancellation).ConfigureAwait(false))
        {
            return $"Version {programme.Version} of the programme '{programme.Id}' is already stored with another text. "
                + "Raise 'version' in the file: a version never changes.";
        }

        if (!await StoreUnlessTakenAsync(id, by, parts, Timetable.Of(programme), cancellation).ConfigureAwait(false))
        {
            return taken;
        }

        foreach (var part in parts)
        {
            await CohortParts.MendAsync(desk.Tables, part.Cohort.Id, cancellation).ConfigureAwait(false);
            await directory.EnterAsync(part.Cohort.Id, part.Cohort.Place, cancellation).ConfigureAwait(false);
        }

        return null;
    }

    // The cohort row comes last: until it is there, nothing exists. Of several parts the first decides; see CohortParts.
    private async Task<bool> StoreUnlessTakenAsync(
        CohortId id, Actor by, IReadOnlyList<LaunchPlan> parts, Timetable timetable, CancellationToken cancellation)
    {
        var first = parts[0].Cohort.Id;
        try
        {
            var claim = await LaunchClaim.TakeAsync(desk.Tables, first, cancellation).ConfigureAwait(false);
            if (await HasCohortAsync(first, cancellation).ConfigureAwait(false))
            {
                await claim.GiveBackAsync(cancellation).ConfigureAwait(false);
                return false;
            }

            await StoreAsync(id, by, parts, timetable, claim, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (StoreConflictException)
        {
            if (!await HasCohortAsync(first, cancellation).ConfigureAwait(false))
            {
                throw;
            }

            // Taken, unless it was this very launch whose last answer was lost.
            if (await AreInAsync(first, parts[0].People.Select(person => person.Participant.Id), cancellation).ConfigureAwait(false))
            {
                return true;
            }

            await ForgetStrangersAsync(parts, cancellation).ConfigureAwait(false);
            return false;
        }
    }

    /// <summary>
    /// Lets people join a running cohort from tomorrow on, in its smallest part. Steps before that were never theirs.
    /// </summary>
    /// <returns>Problems, each a sentence; when there is one, nobody joined.</returns>
    public async Task<IReadOnlyList<string>> JoinAsync(
        CohortId cohortId, Actor by, IReadOnlyList<RosterEntry> entries, Func<ParticipantId> newId, CancellationToken cancellation, Confirmations? confirmed = null)
    {
        IReadOnlyList<ParticipantId> ids = [.. entries.Select(_ => newId())];
        var stored = new HashSet<(CohortId Part, ParticipantId Person)>();
        try
        {
            var (problems, joined) = await work.ChangeAsync(
                cohortId, by, () => PartsAsync(cohortId, cancellation),
                parts => JoiningAsync(cohortId, parts, entries, ids, confirmed ?? Confirmations.None, stored, cancellation), cancellation).ConfigureAwait(false);
            await ForgetAsync(stored.Where(item => item.Part != joined), cancellation).ConfigureAwait(false);
            return problems;
        }
        catch (StoreConflictException)
        {
            // Certainly nobody got in. Of any other failure nobody knows, and a person must not stand there without who they are.
            await ForgetAsync(stored, cancellation).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<Change<(IReadOnlyList<string> Problems, CohortId? Part)>> JoiningAsync(
        CohortId cohortId, IReadOnlyList<JoinedPart> parts, IReadOnlyList<RosterEntry> entries, IReadOnlyList<ParticipantId> ids,
        Confirmations confirmed, HashSet<(CohortId, ParticipantId)> stored, CancellationToken cancellation)
    {
        if (parts.Count == 0)
        {
            return new(([NoCohort(cohortId)], null));
        }

        var today = clock.Now().InZone(parts[0].View.Cohort.Value.Zone).Date;
        var plan = JoinPlan.Of(parts, entries, ids, confirmed, today);
        var part = plan.Part.View.Cohort;
        if (plan.AreIn)
        {
            // Asked for again because the answer to the first was lost: they are in, and that is the answer.
            await directory.NudgeAsync(part.Value.Id, cancellation).ConfigureAwait(false);
            return new(([], part.Value.Id));
        }

        if (plan.Problems.Count > 0)
        {
            return new((plan.Problems, null));
        }

        // Who they are is stored first; should they not get in after all, it goes again.
        stored.UnionWith(plan.Joiners.Where(joiner => joiner.Before is null).Select(joiner => (part.Value.Id, joiner.Participant.Id)));
        await SubmitAllAsync(
            Table.Identities, part.Value.Id.Value, plan.Joiners.Select(joiner => IdentityRow(joiner.Identity)), cancellation).ConfigureAwait(false);

        // Replacing the cohort as it was read: nobody joins one that ended, or was deleted, in between.
        return new(([], part.Value.Id), [.. plan.Joiners.Select(plan.Changes)]) { Cohort = CohortChange.None(part) };
    }

    private async Task<IReadOnlyList<JoinedPart>> PartsAsync(CohortId cohortId, CancellationToken cancellation)
    {
        var parts = new List<JoinedPart>();
        foreach (var part in await _parts.OfAsync(cohortId, cancellation).ConfigureAwait(false))
        {
            if (await desk.ReadAsync(part, cancellation).ConfigureAwait(false) is var (view, timetable))
            {
                parts.Add(new JoinedPart(view, timetable, await desk.IdentitiesAsync(part, cancellation).ConfigureAwait(false)));
            }
        }

        return parts;
    }

    /// <summary>A person leaves: nothing is sent any more, and nobody is asked or told why.</summary>
    /// <returns>False when there is no such person.</returns>
    public async Task<bool> LeaveAsync(CohortId cohortId, Actor by, ParticipantId participantId, CancellationToken cancellation) =>
        await work.ChangePersonAsync(cohortId, by, participantId, default, context =>
        {
            var today = clock.Now().InZone(context.Cohort.Zone).Date;
            return context.Person.LeftOn is not null
                ? null
                : ParticipantEdit.WithdrawingAll(
                    new Deed(Deeds.Left, participantId), context,
                    context.Person with { LeftOn = today, Pause = null, Amendments = [] }, clock.Now(),
                    new Fact(today, participantId, FactKinds.Left));
        }, cancellation).ConfigureAwait(false) is not null;

    /// <summary>
    /// Changes what the roster says of a person: an address, a move to another organisation, other hours. Only what has
    /// not been sent changes.
    /// </summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="participantId">The person.</param>
    /// <param name="change">The entry as it shall be.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <param name="confirmsAddress">Whether somebody says that the address is right as it is: a refusal is then taken back.</param>
    /// <returns>Null, or why it was not changed.</returns>
    public async Task<string?> ChangeAsync(
        CohortId cohortId, Actor by, ParticipantId participantId, Func<RosterEntry, RosterEntry> change, CancellationToken cancellation, Confirmations? confirmed = null,
        bool confirmsAddress = false)
    {
        var parts = await PartsAsync(CohortParts.WholeOf(cohortId), cancellation).ConfigureAwait(false);
        if (parts.FirstOrDefault(part => part.View.Cohort.Value.Id == cohortId)?.Identities.GetValueOrDefault(participantId) is not { } stored)
        {
            return $"There is no participant '{participantId}' in the cohort '{cohortId}'.";
        }

        var before = stored.Value.Entry;
        var decided = ChangePlan.Of(parts, cohortId, stored.Value, change(before), confirmed ?? Confirmations.None);
        if (decided.Problem is { } problem)
        {
            return problem;
        }

        // Who is managed by whom is tied first: by the changed name or address it could not be found any more.
        foreach (var (part, manager, etag) in decided.NewlyTied)
        {
            await ReplaceIdentityAsync(part, manager, etag, cancellation).ConfigureAwait(false);
        }

        var (identity, entry) = (decided.Identity, decided.Identity.Entry);
        // What waits was planned for the old hours; it is taken back and planned anew. The identity comes second: until it
        // is stored, asking again sees what is still to change.
        var addressChanged = confirmsAddress || !string.Equals(before.Email, entry.Email, StringComparison.OrdinalIgnoreCase);
        await work.ChangePersonAsync(
            cohortId, by, participantId, default,
            context => ParticipantEdit.WithdrawingAll(
                new Deed(Deeds.Changed, participantId), context,
                Enrolment.Changed(
                    Pausing.MoveAway(context.Cohort, context.Person, identity.OrganisationId, clock.Now().InZone(context.Cohort.Zone).Date),
                    identity.OrganisationId, entry, addressChanged),
                clock.Now()),
            cancellation).ConfigureAwait(false);
        await ReplaceIdentityAsync(cohortId, identity, stored.ETag, cancellation).ConfigureAwait(false);
        if (addressChanged)
        {
            // The old address may have been refused between the two.
            await work.ChangePersonAsync(
                cohortId, by, participantId, default,
                context => context.Person.AddressRefusedOn is null
                    ? null : new ParticipantEdit(new Deed(Deeds.Changed, participantId), context.Person with { AddressRefusedOn = null }, [], [], []),
                cancellation).ConfigureAwait(false);
        }

        return null;
    }

    private async Task ReplaceIdentityAsync(CohortId cohortId, Identity identity, string etag, CancellationToken cancellation)
    {
        var (key, body) = (CohortKeys.Person(identity.ParticipantId), CohortRows.Write(identity));
        try
        {
            await desk.Tables.SubmitAsync(
                Table.Identities, cohortId.Value, [new RowChange.Replace(key, CohortRows.IdentityShape, body, etag)], cancellation).ConfigureAwait(false);
        }
        catch (StoreConflictException)
        {
            // The store may have taken it and lost the answer.
            if ((await desk.Tables.GetAsync(Table.Identities, cohortId.Value, key, cancellation).ConfigureAwait(false))?.Body != body)
            {
                throw;
            }
        }
    }

    private async Task<bool> AreInAsync(CohortId cohortId, IEnumerable<ParticipantId> ids, CancellationToken cancellation)
    {
        foreach (var id in ids)
        {
            if (await desk.Tables.GetAsync(Table.Cohorts, cohortId.Value, CohortKeys.Person(id), cancellation).ConfigureAwait(false) is null)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> HasCohortAsync(CohortId id, CancellationToken cancellation) =>
        await desk.Tables.GetAsync(Table.Cohorts, id.Value, CohortKeys.Cohort, cancellation).ConfigureAwait(false) is not null;

    /// <summary>
    /// Stores the parts of a launch. Whoever holds the claim of the first part launches: it is taken before any other, and
    /// asked after again whenever another was taken, so that a launch that was overtaken sweeps nothing away.
    /// </summary>
    private async Task StoreAsync(
        CohortId whole, Actor by, IReadOnlyList<LaunchPlan> parts, Timetable timetable, LaunchClaim first, CancellationToken cancellation)
    {
        // What an interrupted launch left is swept away, and with it the lines of parts that it would have had.
        var mine = parts.Select(part => part.Cohort.Id).ToHashSet();
        foreach (var left in await directory.PartsAsync(whole, cancellation).ConfigureAwait(false))
        {
            if (!mine.Contains(left.Id))
            {
                await ClearAwayAsync(left.Id, first, cancellation).ConfigureAwait(false);
            }
        }

        var others = new List<LaunchClaim>();
        var strangers = new List<(CohortId Part, ParticipantId Person)>();
        foreach (var part in parts.Skip(1))
        {
            var claim = await TakeNextAsync(part.Cohort.Id, first, cancellation).ConfigureAwait(false);
            others.Add(claim);
            await claim.SubmitAsync(
                await BeginAsync(part, by, timetable, claim, strangers, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }

        var people = await BeginAsync(parts[0], by, timetable, first, strangers, cancellation).ConfigureAwait(false);
        var cohort = new RowChange.Insert(CohortKeys.Cohort, CohortRows.CohortShape, CohortRows.Write(parts[0].Cohort));
        var last = Math.Min(people.Count, LaunchClaim.ChangesMax - 1);
        await first.SubmitAsync(people.Take(people.Count - last), cancellation).ConfigureAwait(false);
        await first.FinishAsync([.. people.TakeLast(last), cohort], cancellation).ConfigureAwait(false);
        foreach (var claim in others)
        {
            await claim.GiveBackAsync(cancellation).ConfigureAwait(false);
        }

        await ForgetAsync(strangers, cancellation).ConfigureAwait(false);
    }

    private async Task<LaunchClaim> TakeNextAsync(CohortId part, LaunchClaim first, CancellationToken cancellation)
    {
        var claim = await LaunchClaim.TakeAsync(desk.Tables, part, cancellation).ConfigureAwait(false);
        if (await first.IsHeldAsync(cancellation).ConfigureAwait(false))
        {
            return claim;
        }

        await claim.GiveBackAsync(cancellation).ConfigureAwait(false);
        throw new StoreConflictException($"Somebody else has begun to launch '{part}'.");
    }

    private async Task ClearAwayAsync(CohortId part, LaunchClaim first, CancellationToken cancellation)
    {
        var claim = await TakeNextAsync(part, first, cancellation).ConfigureAwait(false);
        await claim.SweepAsync(cancellation).ConfigureAwait(false);
        await ForgetAsync(
            part, (await desk.IdentitiesAsync(part, cancellation).ConfigureAwait(false)).Keys, cancellation).ConfigureAwait(false);
        await claim.GiveBackAsync(cancellation).ConfigureAwait(false);
        await directory.RemoveAsync(part, cancellation).ConfigureAwait(false);
    }

    /// <summary>Enters a cohort that is to be launched, stores who its people are, and gives the rows of its people.</summary>
    private async Task<List<RowChange>> BeginAsync(
        LaunchPlan plan, Actor by, Timetable timetable, LaunchClaim claim, List<(CohortId Part, ParticipantId Person)> strangers,
        CancellationToken cancellation)
    {
        var id = plan.Cohort.Id;
        await claim.SweepAsync(cancellation).ConfigureAwait(false);
        await directory.EnterAsync(id, plan.Cohort.Place, cancellation).ConfigureAwait(false);

        // Identities cannot be in the transactions of a claim: they are stored before, and what nobody needs goes after.
        var mine = plan.People.Select(person => person.Identity.ParticipantId).ToHashSet();
        var there = await desk.IdentitiesAsync(id, cancellation).ConfigureAwait(false);
        strangers.AddRange(there.Keys.Where(person => !mine.Contains(person)).Select(person => (id, person)));
        await SubmitAllAsync(Table.Identities, id.Value, plan.People.Select(person => IdentityRow(person.Identity)), cancellation)
            .ConfigureAwait(false);
        var now = clock.Now();
        return
        [
            ActRows.Put(ActRows.Key(now, "launch", 0), new Act(now, by, [new Deed(Deeds.Launched)])),
            .. plan.People.SelectMany(person => PersonRows(person.Participant, timetable)),
        ];
    }

    /// <summary>
    /// After somebody else's launch was first, or this very launch asked for twice: identities of this one go, but for those
    /// of people who are in.
    /// </summary>
    private async Task ForgetStrangersAsync(IReadOnlyList<LaunchPlan> parts, CancellationToken cancellation)
    {
        foreach (var part in parts)
        {
            var id = part.Cohort.Id;
            var inside = new HashSet<string>();
            await foreach (var row in desk.UnderAsync(id, CohortKeys.PersonPrefix, cancellation).ConfigureAwait(false))
            {
                inside.Add(row.Key);
            }

            await ForgetAsync(
                id, part.People.Select(person => person.Participant.Id).Where(person => !inside.Contains(CohortKeys.Person(person))),
                cancellation).ConfigureAwait(false);
        }
    }

    private static string NoCohort(CohortId cohortId) => $"There is no cohort '{cohortId}'.";

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

    private async Task ForgetAsync(IEnumerable<(CohortId Part, ParticipantId Person)> people, CancellationToken cancellation)
    {
        foreach (var part in people.GroupBy(item => item.Part, item => item.Person))
        {
            await ForgetAsync(part.Key, part, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Removes the identities of people who did not get in.</summary>
    private async Task ForgetAsync(CohortId cohortId, IEnumerable<ParticipantId> ids, CancellationToken cancellation)
    {
        foreach (var id in ids)
        {
            if (await desk.Tables.GetAsync(Table.Identities, cohortId.Value, CohortKeys.Person(id), cancellation).ConfigureAwait(false) is not { } there)
            {
                continue;
            }

            try
            {
                await desk.Tables.SubmitAsync(
                    Table.Identities, cohortId.Value, [new RowChange.Delete(there.Key, there.ETag)], cancellation).ConfigureAwait(false);
            }
            catch (StoreConflictException)
            {
                // Somebody else removed it, or stores it again at this moment and knows whether it is needed.
            }
        }
    }
}
