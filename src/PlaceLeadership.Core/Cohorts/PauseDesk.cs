using NodaTime;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Time;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>Pauses and takes up again people, organisations and whole cohorts. Doing either twice changes nothing more.</summary>
public sealed class PauseDesk(CohortDesk desk, ParticipantDesk participants, TimeProvider clock)
{
    private const int AttemptsMax = 20;

    /// <summary>Pauses one person; what waits for the person is taken back.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="participantId">The person.</param>
    /// <param name="until">The first day on which messages may come again, or null until somebody says so.</param>
    /// <param name="cancellation">Cancels before the change is stored.</param>
    /// <returns>False when there is no such person.</returns>
    public async Task<bool> PausePersonAsync(
        CohortId cohortId, ParticipantId participantId, LocalDate? until, CancellationToken cancellation) =>
        await participants.ChangeAsync(cohortId, participantId, null, context =>
        {
            var today = Today(context.Cohort);
            var person = context.Person;
            return person.LeftOn is not null || (person.Pause is { } pause && pause.Until == until)
                ? null
                : ParticipantEdit.WithdrawingAll(
                    context,
                    person with { Pause = new Pause(person.Pause?.Since ?? today, until) },
                    new Fact(today, person.Id, FactKinds.Paused));
        }, cancellation).ConfigureAwait(false) is not null;

    /// <summary>Takes one person up again: messages come from tomorrow on, and what fell into the pause is let go.</summary>
    /// <returns>False when there is no such person.</returns>
    public async Task<bool> ResumePersonAsync(CohortId cohortId, ParticipantId participantId, CancellationToken cancellation) =>
        await participants.ChangeAsync(cohortId, participantId, null, context =>
        {
            var person = context.Person;
            var tomorrow = Today(context.Cohort).PlusDays(1);
            return person.Pause is null
                ? null
                : new ParticipantEdit(
                    person with { Pause = null, WentOnFrom = tomorrow },
                    [new Fact(Today(context.Cohort), person.Id, FactKinds.WentOn)], [], []);
        }, cancellation).ConfigureAwait(false) is not null;

    /// <summary>Pauses the whole cohort, or one organisation of it; what waits is taken back.</summary>
    /// <returns>False when there is no such cohort.</returns>
    public Task<bool> PauseAsync(CohortId cohortId, string? organisationId, LocalDate? until, CancellationToken cancellation) =>
        ChangeAsync(
            cohortId,
            (cohort, today) => organisationId is null
                ? Pausing.Begin(cohort, new Pause(today, until))
                : Pausing.Begin(cohort, organisationId, new Pause(today, until)),
            FactKinds.Paused,
            organisationId,
            cancellation);

    /// <summary>
    /// Takes the whole cohort up again from today, or one organisation of it from tomorrow; see <see cref="Pausing"/>.
    /// </summary>
    /// <returns>False when there is no such cohort.</returns>
    public Task<bool> ResumeAsync(CohortId cohortId, string? organisationId, CancellationToken cancellation) =>
        ChangeAsync(
            cohortId,
            (cohort, today) => organisationId is null
                ? Pausing.GoOn(cohort, today)
                : Pausing.GoOn(cohort, organisationId, today.PlusDays(1)),
            FactKinds.WentOn,
            organisationId,
            cancellation);

    private async Task<bool> ChangeAsync(
        CohortId cohortId, Func<Cohort, LocalDate, Cohort> change, string factKind, string? organisationId,
        CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await desk.ReadAsync(cohortId, cancellation).ConfigureAwait(false) is not var (view, timetable))
            {
                return false;
            }

            var before = view.Cohort.Value;
            var today = Today(before);
            var after = change(before, today);
            var pausing = factKind == FactKinds.Paused;
            IReadOnlyList<IReadOnlyList<RowChange>> people = pausing ? TakingBack.Of(view, timetable, organisationId) : [];
            if (before.EndedOn is not null || (people.Count == 0 && CohortRows.Write(before) == CohortRows.Write(after)))
            {
                return true;
            }

            IReadOnlyList<RowChange> fact = organisationId is null ? [CohortRows.Put(new Fact(today, null, factKind))] : [];
            try
            {
                await TakingBack.StoreAsync(desk.Tables, view.Cohort with { Value = after }, fact, people, cancellation)
                    .ConfigureAwait(false);
                return true;
            }
            catch (StoreConflictException) when (attempt < AttemptsMax)
            {
                // Tending or a reply came first; what waits now is taken back at the next attempt.
            }
        }
    }

    private LocalDate Today(Cohort cohort) => clock.Now().InZone(cohort.Zone).Date;
}
