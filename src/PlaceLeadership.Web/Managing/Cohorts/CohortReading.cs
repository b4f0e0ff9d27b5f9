using NodaTime;
using PlaceLeadership.Application.Explaining;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Time;

namespace PlaceLeadership.Web.Managing.Cohorts;

/// <summary>Reads what the pages of one cohort show, and of no other.</summary>
internal sealed class CohortReading(CohortDesk desk, History history, LinkTokens tokens, TroubleDesk troubles, TimeProvider clock)
{
    private const int DaysAhead = 14;
    private const int DaysBack = 14;
    private const int LatelyMost = 10;

    /// <summary>The page of a cohort, or null when there is no such cohort.</summary>
    public async Task<CohortSheet?> CohortAsync(CohortId id, string? notice, PauseWish? pause, CancellationToken cancellation)
    {
        if (await desk.ReadAsync(id, cancellation).ConfigureAwait(false) is not var (view, timetable))
        {
            return null;
        }

        var identities = await desk.IdentitiesAsync(id, cancellation).ConfigureAwait(false);
        var cohort = view.Cohort.Value;
        var today = Today(cohort);
        return new CohortSheet(
            CohortSummary.Of(view), timetable.Programme.Title.In("en"), timetable.EndsOn(cohort), today,
            [
                .. Foresee(view, timetable, today, today.PlusDays(DaysAhead)).GroupBy(message => message.On).OrderBy(day => day.Key)
                    .Select(day => new DayAhead(
                        day.Key, day.Count(message => message.Fate == ForeseenAs.WillBeSent),
                        day.Count(message => message.Fate == ForeseenAs.IfNoReply)))
                    .Where(day => day.Messages + day.Reminders > 0),
            ],
            [
                .. view.Participants
                    .Select(person => new PersonLine(
                        Name(identities, person.Value.Id), identities.GetValueOrDefault(person.Value.Id)?.Value.Entry.Organisation ?? "",
                        CohortWords.State(person.Value, cohort, today)))
                    .OrderBy(line => line.Organisation, StringComparer.OrdinalIgnoreCase).ThenBy(line => line.Name, StringComparer.OrdinalIgnoreCase),
            ],
            [
                .. view.Outbox.Select(message => message.Value).Where(message => !message.Waits)
                    .Select(message => new DoubtfulLine(
                        tokens.Refer(message.Id.ToString()), message.Id.Kind, Name(identities, message.Id.Participant),
                        timetable.FindStep(message.Id.Step)?.Title.In("en") ?? message.Id.Step.Value, message.DueOn, (message.State as OutboxState.Held)?.Reason)),
            ],
            notice, pause)
        {
            Meetings = cohort.Pause is { } paused
                ? [.. view.Groups.Groups.Standing(clock.Now().InZone(cohort.Zone).LocalDateTime, paused.Until).Select(item => (item.Set, item.Meeting.At!.Value))]
                : [],
            Lately =
            [
                .. (await history.OfAsync(cohort, timetable, identities, null, today.PlusDays(-DaysBack), null, cancellation).ConfigureAwait(false))
                    .Where(line => line.By.Kind is ActorKind.Manager or ActorKind.Person or ActorKind.Facilitator).Reverse().Take(LatelyMost),
            ],
            Warnings =
            [
                .. (await troubles.ListAsync(id, cancellation).ConfigureAwait(false)).Where(trouble => trouble.Shows)
                    .Select(trouble => TroubleWords.Of(trouble, cohort.Zone)),
            ],
        };
    }

    /// <summary>The page of one week, or null when there is no such cohort.</summary>
    public async Task<WeekSheet?> WeekAsync(CohortId id, LocalDate day, CancellationToken cancellation)
    {
        if (await desk.ReadAsync(id, cancellation).ConfigureAwait(false) is not var (view, timetable))
        {
            return null;
        }

        var identities = await desk.IdentitiesAsync(id, cancellation).ConfigureAwait(false);
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        return new WeekSheet(
            view.Cohort.Value, monday, Today(view.Cohort.Value), timetable.EndsOn(view.Cohort.Value),
            [
                .. Foresee(view, timetable, monday, monday.PlusWeeks(1))
                    .Select(message => new WeekLine(message, Name(identities, message.Participant)))
                    .OrderBy(line => line.Message.On).ThenBy(line => line.Message.Hour).ThenBy(line => line.Name, StringComparer.OrdinalIgnoreCase),
            ]);
    }

    /// <summary>The local day of a cohort.</summary>
    public LocalDate Today(Cohort cohort) => clock.Now().InZone(cohort.Zone).Date;

    private IEnumerable<ForeseenMessage> Foresee(CohortView view, Timetable timetable, LocalDate from, LocalDate to)
    {
        var cohort = view.Cohort.Value;
        var until = to.At(0, cohort.Zone);
        return view.Participants
            .SelectMany(person => Foresight.For(timetable, cohort, person.Value, clock.Now(), until, view.Groups.Groups))
            .Where(message => message.On >= from && message.On < to);
    }

    private static string Name(IReadOnlyDictionary<ParticipantId, Stored<Identity>> identities, ParticipantId participant) =>
        identities.GetValueOrDefault(participant)?.Value.Entry.Name ?? CohortWords.NoName;
}
