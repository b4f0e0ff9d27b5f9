using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Application.MovingOn;

/// <summary>Moves a running cohort on to a later version of its programme.</summary>
public sealed class VersionDesk(CohortReader reader, UnitOfWork work, ProgrammeLibrary programmes, TimeProvider clock)
{
    /// <summary>
    /// Moves the cohort on. What was sent stays as it was; steps that the new version places on days already past are
    /// never sent, so that nothing arrives in a heap.
    /// </summary>
    /// <returns>Null, or why the cohort stays where it is.</returns>
    public Task<string?> MoveOnAsync(CohortId cohortId, Actor by, Programme programme, string text, CancellationToken cancellation) => work.ChangeAsync(
        cohortId, by, () => reader.FindAsync(cohortId, cancellation),
        async Task<Change<string?>> (read) =>
        {
            if (read is not var (stored, before))
            {
                return new($"There is no cohort '{cohortId}'.");
            }

            if (await ProblemAsync(stored.Value, programme, text, cancellation).ConfigureAwait(false) is { } problem)
            {
                return new(problem);
            }

            var after = MovedOn(stored.Value, before, Timetable.Of(programme));
            return new(null, new ChangedRows([], new Deed(Deeds.MovedOn, Detail: $"{programme.Version}")))
            {
                Cohort = CohortChange.AtOnce(stored, after),
            };
        },
        cancellation);

    private async Task<string?> ProblemAsync(Cohort cohort, Programme programme, string text, CancellationToken cancellation)
    {
        if (programme.Id != cohort.ProgrammeId)
        {
            return $"The cohort runs '{cohort.ProgrammeId}'; it cannot move on to another programme, '{programme.Id}'.";
        }

        if (programme.Version <= cohort.ProgrammeVersion)
        {
            return $"The cohort runs version {cohort.ProgrammeVersion}; the file has version {programme.Version}. Raise 'version' in the file.";
        }

        var identities = await reader.IdentitiesAsync(cohort.Id, cancellation).ConfigureAwait(false);
        if (Launch.WelshProblem(programme, identities.Values.Select(identity => identity.Value.Entry)) is { } welsh)
        {
            return welsh;
        }

        return await programmes.KeepAsync(programme, text, cancellation).ConfigureAwait(false)
            ? null
            : $"Version {programme.Version} of '{programme.Id}' is already stored with another text. Raise 'version' in the file.";
    }

    private Cohort MovedOn(Cohort cohort, Timetable before, Timetable after)
    {
        // No day has passed for a paused cohort since the day before its pause.
        var now = clock.Now().InZone(cohort.Zone).Date;
        var settled = PauseRules.SettleElapsed(cohort, now);
        var today = settled.Pause?.Since.PlusDays(-1) ?? now;
        bool WasStillToCome(StepId stepId) =>
            before.PlaceOf(stepId) is var place && (place < 0 || before.PlannedOn(place, settled) > today);
        var passed = after.Steps
            .Where((step, place) => after.PlannedOn(place, settled) <= today && WasStillToCome(step.Id))
            .Select(step => step.Id);
        return cohort with
        {
            ProgrammeVersion = after.Programme.Version,
            PassedOver = [.. cohort.PassedOver.Concat(passed).Distinct()],
            NextWake = null,
        };
    }
}
