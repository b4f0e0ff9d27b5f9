using NodaTime;
using PlaceLeadership.Core.Acts;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// Links a person's cohorts so that they take turns, and takes them apart. The slot is stored before the rows that hold its id: a link that broke
/// off is completed by whoever tends one of the cohorts, and while it is not, each goes on as before.
/// </summary>
public sealed class SlotDesk(CohortReader reader, UnitOfWork work)
{
    /// <summary>The detail of the act in a cohort that was linked from another.</summary>
    public const string FromElsewhere = "elsewhere";

    /// <summary>Links a person in two cohorts. Linking again, or from the other side, changes nothing and completes what broke off.</summary>
    /// <param name="id">The slot.</param>
    /// <param name="asked">The person in the cohort where it is asked for.</param>
    /// <param name="other">The person in the other.</param>
    /// <param name="cancellation">Cancels between the cohorts.</param>
    /// <returns>False when one of them has left, takes turns with others, or somebody else of its cohort is in the slot.</returns>
    public async Task<bool> LinkAsync(
        SlotId id, (CohortId Cohort, ParticipantId Person) asked, (CohortId Cohort, ParticipantId Person) other, CancellationToken cancellation)
    {
        // Both first, so that one that broke off is found to be unfinished; and always in the same order, so that two at once do the same.
        (CohortId Cohort, ParticipantId Person)[] people = [.. new[] { asked, other }.OrderBy(side => side.Cohort)];
        var taken = false;
        await ChangeAsync(id, slot =>
        {
            taken = people.Any(side => slot.IsTaken(side.Cohort, side.Person));
            return taken ? slot : people.Where(side => slot.Of(side.Cohort, side.Person) is null)
                .Aggregate(slot, (now, side) => now.With(new SlotMember(side.Cohort, side.Person, LocalDate.MinIsoValue)));
        }, cancellation).ConfigureAwait(false);
        if (taken)
        {
            return false;
        }

        foreach (var (cohort, person) in people)
        {
            if (!await LinkAsync(id, cohort, person, cohort == asked.Cohort ? "" : FromElsewhere, cancellation).ConfigureAwait(false))
            {
                await ChangeAsync(id, slot => slot with { Members = [.. slot.Members.Where(member => member.IsLinked)] }, cancellation).ConfigureAwait(false);
                return false;
            }
        }

        await MarkAsync(id, people, cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Completes a link that broke off.</summary>
    public async Task CompleteAsync(Slot slot, CancellationToken cancellation)
    {
        foreach (var member in slot.Members.Where(member => !member.IsLinked))
        {
            if (!await LinkAsync(slot.Id, member.Cohort, member.Participant, FromElsewhere, cancellation).ConfigureAwait(false))
            {
                await ChangeAsync(slot.Id, now => now.Without(member.Cohort, member.Participant), cancellation).ConfigureAwait(false);
            }
        }

        await MarkAsync(slot.Id, [.. slot.Members.Select(member => (member.Cohort, member.Participant))], cancellation).ConfigureAwait(false);
    }

    /// <summary>Lets a cohort write by itself again. What is not linked stays so.</summary>
    public async Task UnlinkAsync(CohortId cohort, ParticipantId person, CancellationToken cancellation)
    {
        if (await reader.FindPersonAsync(cohort, person, cancellation).ConfigureAwait(false) is not { Person.Value.Slot: { } id })
        {
            return;
        }

        await ChangeAsync(id, slot => slot.Without(cohort, person), cancellation).ConfigureAwait(false);
        await work.ChangePersonAsync(
            cohort, Actor.Person(person), person, default,
            context => context.Person.Slot != id ? null
                : new ParticipantEdit(new Deed(Deeds.LettersUnlinked, person), context.Person with { Slot = null }, [], [], []),
            cancellation).ConfigureAwait(false);
    }

    // The slot first, with the days of the person as they were read: if they have changed before the person's row holds the id, it is done again.
    private Task<bool> LinkAsync(SlotId id, CohortId cohort, ParticipantId person, string how, CancellationToken cancellation) => work.ChangeAsync(
        cohort, Actor.Person(person),
        () => reader.FindPersonAsync(cohort, person, cancellation),
        async read =>
        {
            if (read is not var (stored, timetable, found) || found.Value.LeftOn is not null || stored.Value.EndedOn is not null
                || (found.Value.Slot != id && found.Value.Elsewhere.Count > 0))
            {
                return new Change<bool>(false);
            }

            var slot = await SlotRows.FindAsync(reader.Tables, id, cancellation).ConfigureAwait(false);
            if (found.Value.Slot == id && slot?.Value.Of(cohort, person) is { IsLinked: true })
            {
                return new Change<bool>(true);
            }

            if (found.Value.Slot is { } alone && alone != id)
            {
                await ChangeAsync(alone, now => now.Without(cohort, person), cancellation).ConfigureAwait(false);
            }

            await ChangeAsync(id, now => now.With((now.Of(cohort, person) ?? new SlotMember(cohort, person, default)).With(found.Value) with
            {
                EndsOn = timetable.EndsOn(stored.Value),
            }), cancellation).ConfigureAwait(false);
            return new Change<bool>(true, new ParticipantEdit(
                new Deed(Deeds.LettersLinked, person, Detail: how), found.Value with { Slot = id }, [], [], []).Rows(timetable, found.ETag));
        },
        cancellation);

    private Task MarkAsync(SlotId id, IReadOnlyList<(CohortId Cohort, ParticipantId Person)> people, CancellationToken cancellation) => ChangeAsync(
        id, slot => slot with { Members = [.. slot.Members.Select(member => people.Contains((member.Cohort, member.Participant)) ? member with { IsLinked = true } : member)] },
        cancellation);

    private Task ChangeAsync(SlotId id, Func<Slot, Slot> change, CancellationToken cancellation) =>
        SlotRows.ChangeAsync(reader.Tables, id, change, cancellation);
}
