using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Application.Pausing;

/// <summary>Pauses and takes up again people, organisations and whole cohorts. Doing either twice changes nothing more.</summary>
public sealed class PauseDesk(UnitOfWork work, TimeProvider clock)
{
    /// <summary>Pauses one person; what waits for the person is taken back.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="participantId">The person.</param>
    /// <param name="until">The first day on which messages may come again, or null until somebody says so.</param>
    /// <param name="cancellation">Cancels before the change is stored.</param>
    /// <returns>False when there is no such person.</returns>
    public async Task<bool> PausePersonAsync(
        CohortId cohortId, Actor by, ParticipantId participantId, LocalDate? until, CancellationToken cancellation) =>
        await work.ChangePersonAsync(cohortId, by, participantId, default, context =>
        {
            var today = Today(context.Cohort);
            var person = context.Person;
            return person.LeftOn is not null || (person.Pause is { } pause && pause.Until == until)
                ? null
                : ParticipantEdit.WithdrawingAll(
                    new Deed(Deeds.Paused, person.Id, Detail: Day(until)), context,
                    person with { Pause = new Pause(person.Pause?.Since ?? today, until) }, clock.Now(),
                    new Fact(today, person.Id, FactKinds.Paused));
        }, cancellation).ConfigureAwait(false) is not null;

    /// <summary>Takes one person up again: messages come from tomorrow on, and what fell into the pause is let go.</summary>
    /// <returns>False when there is no such person.</returns>
    public async Task<bool> ResumePersonAsync(CohortId cohortId, Actor by, ParticipantId participantId, CancellationToken cancellation) =>
        await work.ChangePersonAsync(cohortId, by, participantId, default, context =>
        {
            var person = context.Person;
            var tomorrow = Today(context.Cohort).PlusDays(1);
            return person.Pause is null
                ? null
                : new ParticipantEdit(
                    new Deed(Deeds.WentOn, person.Id), PauseRules.GoOn(person, tomorrow),
                    [new Fact(Today(context.Cohort), person.Id, FactKinds.WentOn)], [], []);
        }, cancellation).ConfigureAwait(false) is not null;

    /// <summary>Pauses the whole cohort, or one organisation of it; what waits is taken back.</summary>
    /// <returns>False when there is no such cohort.</returns>
    public Task<bool> PauseAsync(CohortId cohortId, Actor by, string? organisationId, LocalDate? until, CancellationToken cancellation) =>
        ChangeAsync(
            cohortId, by, organisationId,
            organisationId is null ? new Deed(Deeds.CohortPaused, Detail: Day(until)) : new Deed(Deeds.OrganisationPaused, Detail: organisationId),
            (cohort, today) => organisationId is null
                ? PauseRules.Begin(cohort, new Pause(today, until))
                : PauseRules.Begin(cohort, organisationId, new Pause(today, until)),
            takesBack: true, FactKinds.Paused, cancellation);

    /// <summary>
    /// Takes the whole cohort up again from today, or one organisation of it from tomorrow; see <see cref="PauseRules"/>.
    /// </summary>
    /// <returns>False when there is no such cohort.</returns>
    public Task<bool> ResumeAsync(CohortId cohortId, Actor by, string? organisationId, CancellationToken cancellation) =>
        ChangeAsync(
            cohortId, by, organisationId,
            organisationId is null ? new Deed(Deeds.CohortWentOn) : new Deed(Deeds.OrganisationWentOn, Detail: organisationId),
            (cohort, today) => organisationId is null
                ? PauseRules.GoOn(cohort, today)
                : PauseRules.GoOn(cohort, organisationId, today.PlusDays(1)),
            takesBack: false, FactKinds.WentOn, cancellation);

    private Task<bool> ChangeAsync(
        CohortId cohortId, Actor by, string? organisationId, Deed deed, Func<Cohort, LocalDate, Cohort> change, bool takesBack, string factKind,
        CancellationToken cancellation) => work.ChangeAsync<bool>(cohortId, by, read =>
        {
            if (read is not var (view, timetable))
            {
                return new(false);
            }

            var before = view.Cohort.Value;
            var today = Today(before);
            var after = change(before, today);
            IReadOnlyList<ChangedRows> people = takesBack ? Withdrawal.OfAll(view, timetable, clock.Now(), organisationId) : [];
            if (before.EndedOn is not null || (people.Count == 0 && CohortRows.Write(before) == CohortRows.Write(after)))
            {
                return new(true);
            }

            IReadOnlyList<RowChange> fact = organisationId is null ? [CohortRows.Put(new Fact(today, null, factKind))] : [];
            return new(true, [new ChangedRows(fact, deed), .. people]) { Cohort = CohortChange.AtOnce(view.Cohort, after) };
        }, cancellation);

    private static string Day(LocalDate? day) => $"{day:uuuu-MM-dd}";

    private LocalDate Today(Cohort cohort) => clock.Now().InZone(cohort.Zone).Date;
}
