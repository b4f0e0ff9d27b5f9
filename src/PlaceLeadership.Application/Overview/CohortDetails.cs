using NodaTime;
using PlaceLeadership.Application.Explaining;
using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Application.Overview;

/// <summary>One cohort, or one part of a large one, as its manager looks at it.</summary>
/// <param name="Standing">How it stands.</param>
/// <param name="Programme">The title of its programme.</param>
/// <param name="Today">The local day.</param>
/// <param name="Days">What goes out in the next days, by day.</param>
/// <param name="People">Everybody, by organisation and name.</param>
/// <param name="Unsettled">Messages in doubt, and those held because the provider refused them.</param>
/// <param name="Meetings">The meetings of learning sets that stand although the cohort is paused.</param>
/// <param name="Lately">What people did lately, the last first.</param>
/// <param name="Troubles">What fails for this cohort, in sentences.</param>
public sealed record CohortDetails(
    CohortStanding Standing, string Programme, LocalDate Today, IReadOnlyList<DayAhead> Days, IReadOnlyList<PersonLine> People,
    IReadOnlyList<UnsettledMessage> Unsettled, IReadOnlyList<StandingMeeting> Meetings, IReadOnlyList<HistoryLine> Lately,
    IReadOnlyList<string> Troubles)
{
    /// <summary>The cohort.</summary>
    public Cohort Cohort => Standing.Summary.Cohort;
}

/// <summary>What goes out on one day.</summary>
/// <param name="On">The day.</param>
/// <param name="Letters">Letters that will be sent, and mails beside them.</param>
/// <param name="Steps">How many steps they bring.</param>
public sealed record DayAhead(LocalDate On, int Letters, int Steps);

/// <summary>One person of a cohort.</summary>
/// <param name="Person">The person.</param>
/// <param name="Name">The name; null when it is not known any more who it is.</param>
/// <param name="Organisation">The organisation.</param>
public sealed record PersonLine(Participant Person, string? Name, string Organisation);

/// <summary>A message of which somebody has to say what became of it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">To whom; null when it is not known any more who it is.</param>
/// <param name="Kind">Whether it brings the step, or names it.</param>
/// <param name="Title">About what.</param>
/// <param name="DueOn">The day on which it was due.</param>
/// <param name="Held">Why the provider refused it; null when nobody knows what became of it.</param>
public sealed record UnsettledMessage(LetterId Id, string? Name, MessageKind Kind, string Title, LocalDate DueOn, string? Held);

/// <summary>Reads one cohort for its manager.</summary>
public sealed class CohortDetailsReading(CohortReader reader, History history, TroubleDesk troubles, TimeProvider clock)
{
    private const int DaysAhead = 14;
    private const int DaysBack = 14;
    private const int LatelyMost = 10;

    /// <summary>A cohort, or one part of a large one; null when there is no such cohort.</summary>
    public async Task<CohortDetails?> ReadAsync(CohortId id, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(id, cancellation).ConfigureAwait(false) is not var (view, timetable))
        {
            return null;
        }

        var identities = await reader.IdentitiesAsync(id, cancellation).ConfigureAwait(false);
        var cohort = view.Cohort.Value;
        var now = clock.Now();
        var today = now.InZone(cohort.Zone).Date;
        var lately = await history.OfAsync(cohort, timetable, identities, null, today.PlusDays(-DaysBack), null, cancellation).ConfigureAwait(false);
        return new CohortDetails(
            new CohortStanding(CohortSummary.Of(view), CohortState.Of(cohort, today), timetable.EndsOn(cohort)),
            timetable.Programme.Title.In("en"), today,
            Days(LookingAhead.Of(view, timetable, now, today, today.PlusDays(DaysAhead))),
            [
                .. view.Participants.Select(person => Person(person.Value, identities))
                    .OrderBy(line => line.Organisation, StringComparer.OrdinalIgnoreCase).ThenBy(line => line.Name, StringComparer.OrdinalIgnoreCase),
            ],
            [
                .. view.Outbox.Select(message => message.Value).Where(message => !message.Waits)
                    .Select(message => Unsettled(message, timetable, identities)),
            ],
            cohort.Pause is { } paused ? CohortJourneys.Standing(timetable, view.Rows, now.InZone(cohort.Zone).LocalDateTime, paused.Until) : [],
            [.. lately.Where(line => line.By.Kind is ActorKind.Manager or ActorKind.CommandLine or ActorKind.Account or ActorKind.Person or ActorKind.Facilitator).Reverse().Take(LatelyMost)],
            [
                .. (await troubles.ListAsync(id, cancellation).ConfigureAwait(false)).Where(trouble => trouble.Shows)
                    .Select(trouble => TroubleSentence.Of(trouble, cohort.Zone)),
            ]);
    }

    private static IReadOnlyList<DayAhead> Days(IEnumerable<ForeseenMessage> messages) =>
    [
        .. messages.GroupBy(message => message.On).OrderBy(day => day.Key).Select(Day).Where(day => day.Steps > 0),
    ];

    private static DayAhead Day(IGrouping<LocalDate, ForeseenMessage> day)
    {
        IReadOnlyList<ForeseenMessage> sent = [.. day.Where(message => message.Fate == ForeseenAs.WillBeSent)];
        return new DayAhead(day.Key, sent.DistinctBy(message => (message.Participant, message.Mail)).Count(), sent.Count);
    }

    private static PersonLine Person(Participant person, IReadOnlyDictionary<ParticipantId, Stored<Identity>> identities)
    {
        var entry = identities.GetValueOrDefault(person.Id)?.Value.Entry;
        return new PersonLine(person, entry?.Name, entry?.Organisation ?? "");
    }

    private static UnsettledMessage Unsettled(
        OutboxMessage message, Timetable timetable, IReadOnlyDictionary<ParticipantId, Stored<Identity>> identities) => new(
        message.Id, identities.GetValueOrDefault(message.Id.Participant)?.Value.Entry.Name, message.First.Kind,
        timetable.FindStep(message.First.Step)?.Title.In("en") ?? message.First.Step.Value, message.DueOn,
        (message.State as OutboxState.Held)?.Reason);
}
