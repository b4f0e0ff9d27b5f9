using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Application.People;

/// <summary>Keeps the people of cohorts right while they run: they join, leave and change.</summary>
public sealed class RosterDesk(
    CohortReader reader, UnitOfWork work, CohortDirectory directory, TimeProvider clock)
{
    /// <summary>The most people who can join in one go, so that all of them join or none.</summary>
    public const int JoinersMax = 45;

    private readonly CohortParts _parts = new(reader.Tables, directory);

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
            var (problems, areIn) = await work.ChangeAsync(
                cohortId, by, () => PartsAsync(cohortId, cancellation),
                parts => JoiningAsync(cohortId, parts, entries, ids, confirmed ?? Confirmations.None, stored, cancellation), cancellation).ConfigureAwait(false);
            await reader.Tables.ForgetAsync(stored.Except(areIn), cancellation).ConfigureAwait(false);
            return problems;
        }
        catch (StoreConflictException)
        {
            // Certainly nobody got in. Of any other failure nobody knows, and a person must not stand there without who they are.
            await reader.Tables.ForgetAsync(stored, cancellation).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<Change<(IReadOnlyList<string> Problems, IReadOnlyList<(CohortId Part, ParticipantId Person)> AreIn)>> JoiningAsync(
        CohortId cohortId, IReadOnlyList<JoinedPart> parts, IReadOnlyList<RosterEntry> entries, IReadOnlyList<ParticipantId> ids,
        Confirmations confirmed, HashSet<(CohortId, ParticipantId)> stored, CancellationToken cancellation)
    {
        if (parts.Count == 0)
        {
            return new(([NoCohort(cohortId)], []));
        }

        var today = clock.Now().InZone(parts[0].View.Cohort.Value.Zone).Date;
        var plan = JoinPlan.Of(parts, entries, ids, confirmed, today);
        var part = plan.Part.View.Cohort;
        if (plan.AreIn)
        {
            // Asked for again because the answer to the first was lost, or twice at once: they are in, and that is the answer. Under other
            // ids, if it was twice.
            await directory.NudgeAsync(part.Value.Id, cancellation).ConfigureAwait(false);
            return new(([], [.. parts.SelectMany(other => other.View.Participants.Select(person => (other.View.Cohort.Value.Id, person.Value.Id)))]));
        }

        if (plan.Problems.Count > 0)
        {
            return new((plan.Problems, []));
        }

        // Who they are is stored first; should they not get in after all, it goes again.
        stored.UnionWith(plan.Joiners.Where(joiner => joiner.Before is null).Select(joiner => (part.Value.Id, joiner.Participant.Id)));
        await reader.Tables.FileAsync(part.Value.Id, plan.Joiners.Select(joiner => joiner.Identity), cancellation).ConfigureAwait(false);

        // Replacing the cohort as it was read: nobody joins one that ended, or was deleted, in between.
        return new(([], [.. plan.Joiners.Select(joiner => (part.Value.Id, joiner.Participant.Id))]), [.. plan.Joiners.Select(plan.Changes)]) { Cohort = CohortChange.None(part) };
    }

    private async Task<IReadOnlyList<JoinedPart>> PartsAsync(CohortId cohortId, CancellationToken cancellation)
    {
        var parts = new List<JoinedPart>();
        foreach (var part in await _parts.OfAsync(cohortId, cancellation).ConfigureAwait(false))
        {
            if (await reader.ReadAsync(part, cancellation).ConfigureAwait(false) is var (view, timetable))
            {
                parts.Add(new JoinedPart(view, timetable, await reader.IdentitiesAsync(part, cancellation).ConfigureAwait(false)));
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
        var parts = await PartsAsync(cohortId.Whole, cancellation).ConfigureAwait(false);
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
                    PauseRules.MoveAway(context.Cohort, context.Person, identity.OrganisationId, clock.Now().InZone(context.Cohort.Zone).Date),
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
            await reader.Tables.SubmitAsync(
                Table.Identities, cohortId.Value, [new RowChange.Replace(key, CohortRows.IdentityShape, body, etag)], cancellation).ConfigureAwait(false);
        }
        catch (StoreConflictException)
        {
            // The store may have taken it and lost the answer.
            if ((await reader.Tables.GetAsync(Table.Identities, cohortId.Value, key, cancellation).ConfigureAwait(false))?.Body != body)
            {
                throw;
            }
        }
    }

    private static string NoCohort(CohortId cohortId) => $"There is no cohort '{cohortId}'.";

}
