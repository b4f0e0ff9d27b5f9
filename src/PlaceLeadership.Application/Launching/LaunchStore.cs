using NodaTime;
using PlaceLeadership.Application.People;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Application.Launching;

/// <summary>Stores launches: all of one or nothing, whatever stops it half-way, and whoever launches under the same id meanwhile.</summary>
public sealed class LaunchStore(CohortReader reader, ProgrammeLibrary programmes, CohortDirectory directory, TimeProvider clock)
{
    private readonly CohortParts _parts = new(reader.Tables, directory);

    /// <summary>Stores a launch that has no problems: all of it or, whatever stops it half-way, nothing that is looked after.</summary>
    /// <returns>Null, or why it was not stored; then nothing was.</returns>
    public async Task<string?> StoreAsync(LaunchPlan plan, Actor by, Programme programme, string programmeText, CancellationToken cancellation)
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
            await CohortParts.MendAsync(reader.Tables, part.Cohort.Id, cancellation).ConfigureAwait(false);
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
            var claim = await LaunchClaim.TakeAsync(reader.Tables, first, cancellation).ConfigureAwait(false);
            if (await HasCohortAsync(first, cancellation).ConfigureAwait(false))
            {
                await claim.GiveBackAsync(cancellation).ConfigureAwait(false);
                return false;
            }

            await StorePartsAsync(id, by, parts, timetable, claim, cancellation).ConfigureAwait(false);
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

    /// <summary>Whether this very launch is stored: its pseudonyms tell it from somebody else's under the same id.</summary>
    public async Task<bool> IsThereAsync(LaunchPlan plan, CancellationToken cancellation)
    {
        // Of a cohort that is kept as parts, the first decides whether it is there.
        var part = CohortParts.Split(plan)[0];
        return await HasCohortAsync(part.Cohort.Id, cancellation).ConfigureAwait(false)
            && await AreInAsync(part.Cohort.Id, [part.People[0].Participant.Id], cancellation).ConfigureAwait(false);
    }

    private async Task<bool> AreInAsync(CohortId cohortId, IEnumerable<ParticipantId> ids, CancellationToken cancellation)
    {
        foreach (var id in ids)
        {
            if (await reader.Tables.GetAsync(Table.Cohorts, cohortId.Value, CohortKeys.Person(id), cancellation).ConfigureAwait(false) is null)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> HasCohortAsync(CohortId id, CancellationToken cancellation) =>
        await reader.Tables.GetAsync(Table.Cohorts, id.Value, CohortKeys.Cohort, cancellation).ConfigureAwait(false) is not null;

    /// <summary>
    /// Stores the parts of a launch. Whoever holds the claim of the first part launches: it is taken before any other, and
    /// asked after again whenever another was taken, so that a launch that was overtaken sweeps nothing away.
    /// </summary>
    private async Task StorePartsAsync(
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

        await reader.Tables.ForgetAsync(strangers, cancellation).ConfigureAwait(false);
    }

    private async Task<LaunchClaim> TakeNextAsync(CohortId part, LaunchClaim first, CancellationToken cancellation)
    {
        var claim = await LaunchClaim.TakeAsync(reader.Tables, part, cancellation).ConfigureAwait(false);
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
        await reader.Tables.ForgetAsync(
            part, (await reader.IdentitiesAsync(part, cancellation).ConfigureAwait(false)).Keys, cancellation).ConfigureAwait(false);
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
        var there = await reader.IdentitiesAsync(id, cancellation).ConfigureAwait(false);
        strangers.AddRange(there.Keys.Where(person => !mine.Contains(person)).Select(person => (id, person)));
        await reader.Tables.FileAsync(id, plan.People.Select(person => person.Identity), cancellation).ConfigureAwait(false);
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
            await foreach (var row in reader.UnderAsync(id, CohortKeys.PersonPrefix, cancellation).ConfigureAwait(false))
            {
                inside.Add(row.Key);
            }

            await reader.Tables.ForgetAsync(
                id, part.People.Select(person => person.Participant.Id).Where(person => !inside.Contains(CohortKeys.Person(person))),
                cancellation).ConfigureAwait(false);
        }
    }

    private static IEnumerable<RowChange> PersonRows(Participant person, Timetable timetable) =>
    [
        new RowChange.Insert(CohortKeys.Person(person.Id), CohortRows.ParticipantShape, CohortRows.Write(person, timetable)),
        CohortRows.Put(new Fact(person.JoinedFrom, person.Id, FactKinds.Joined)),
    ];
}
