using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Application.Going;

/// <summary>
/// Reads how a cohort is going. Beside what tending reads it takes the facts of the last weeks, in one range, and one row for each round and meeting that is
/// over, as many as the programme has.
/// </summary>
public sealed class GoingReading(CohortReader reader, TimeProvider clock)
{
    /// <summary>The most weeks of which replies are told: twelve that are over, and those that are told together with the first of them.</summary>
    private const int WeeksBack = 12;

    /// <summary>A cohort, or one part of a large one; null when there is no such cohort.</summary>
    public async Task<CohortGoing?> ReadAsync(CohortId id, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(id, cancellation).ConfigureAwait(false) is not var (view, timetable))
        {
            return null;
        }

        var cohort = view.Cohort.Value;
        var at = clock.Now().InZone(cohort.Zone).LocalDateTime;
        IReadOnlyList<Participant> people = [.. view.Participants.Select(person => person.Value)];
        var journeys = await CohortJourneys.GoingAsync(new JourneyCase(timetable, cohort, people, view.Rows, at.Date), at, reader, cancellation).ConfigureAwait(false);
        var replies = await RepliesAsync(cohort, timetable, people, at.Date, cancellation).ConfigureAwait(false);
        var quiet = IsUnderWay(cohort, at.Date) ? ReplyStretch.Quiet(replies) : null;
        ActNeeded Need(string sentence, LocalDate since, ActPlace where) => new(sentence, since, Math.Max(0, Period.DaysBetween(since, at.Date)), where);
        IReadOnlyList<ActNeeded> acts =
        [
            .. quiet is { } silence ? [Need(GoingWords.Quiet(silence), silence.Since, ActPlace.Week)] : Array.Empty<ActNeeded>(),
            .. IsUnderWay(cohort, at.Date) ? journeys.Acts.Select(act => Need(act.Sentence, act.Since, ActPlace.Groups)) : [],
            .. (await RefusedAsync(cohort, people, cancellation).ConfigureAwait(false))
                .Select(refused => Need(GoingWords.Refused(refused.Name), refused.Person.AddressRefusedOn!.Value, ActPlace.Person) with { Person = refused.Person.Id }),
            .. Unsettled(view.Outbox, message => message.State is OutboxState.InDoubt, GoingWords.InDoubt, Need),
            .. Unsettled(view.Outbox, message => message.State is OutboxState.Held, GoingWords.Held, Need),
        ];
        var here = people.Count(person => person.LeftOn is null);
        var going = new CohortGoing(
            cohort, at.Date, here, "", replies, GoingWords.Note(here), [.. Totals(cohort, people, at.Date), .. journeys.Totals],
            [.. acts.OrderBy(act => act.Since)], WeekAsked.Of(timetable, cohort, at.Date));
        return going with { Summary = GoingWords.Summary(going, quiet) };
    }

    private static bool IsUnderWay(Cohort cohort, LocalDate today) => cohort.EndedOn is null && !(cohort.Pause?.Holds(today) ?? false) && today >= cohort.Start;

    private async Task<IReadOnlyList<ReplyStretch>> RepliesAsync(
        Cohort cohort, Timetable timetable, IReadOnlyList<Participant> people, LocalDate today, CancellationToken cancellation)
    {
        var until = LocalDays.MondayOf(cohort.EndedOn is { } ended ? LocalDate.Min(ended.PlusWeeks(1), today) : today);
        var over = Period.Between(cohort.FirstMonday, until, PeriodUnits.Weeks).Weeks;
        if (over <= 0)
        {
            return [];
        }

        // Stretches begin where they always did, so that none is cut anew as time goes on.
        var from = cohort.FirstMonday.PlusWeeks(Math.Max(0, over - WeeksBack) / ReplyStretch.WeeksTogether * ReplyStretch.WeeksTogether);
        var facts = new List<Fact>();
        await foreach (var fact in reader.FactsAsync(cohort.Id, from, until, cancellation).ConfigureAwait(false))
        {
            facts.Add(fact);
        }

        return ReplyStretch.Of(WeekOfReplies.Of(from, until, people, facts, timetable));
    }

    private async Task<IReadOnlyList<(Participant Person, string? Name)>> RefusedAsync(Cohort cohort, IReadOnlyList<Participant> people, CancellationToken cancellation)
    {
        var refused = new List<(Participant, string?)>();
        foreach (var person in people.Where(person => person is { AddressRefusedOn: not null, LeftOn: null }))
        {
            refused.Add((person, await reader.NameAsync(cohort.Id, person.Id, cancellation).ConfigureAwait(false)));
        }

        return refused;
    }

    private static IEnumerable<ActNeeded> Unsettled(
        IReadOnlyList<Stored<OutboxMessage>> outbox, Func<OutboxMessage, bool> which, Func<int, string> words, Func<string, LocalDate, ActPlace, ActNeeded> need)
    {
        IReadOnlyList<OutboxMessage> messages = [.. outbox.Select(message => message.Value).Where(which)];
        return messages.Count == 0 ? [] : [need(words(messages.Count), messages.Min(message => message.DueOn), ActPlace.Messages)];
    }

    private static IEnumerable<GoingTotal> Totals(Cohort cohort, IReadOnlyList<Participant> people, LocalDate today)
    {
        IReadOnlyList<Participant> here = [.. people.Where(person => person.LeftOn is null)];
        yield return new GoingTotal(GoingWords.People, GoingWords.Number($"{here.Count}"));
        if (cohort.Pause?.Holds(today) ?? false)
        {
            yield return new GoingTotal(GoingWords.Paused, GoingWords.EverybodyPaused);
            yield break;
        }

        yield return new GoingTotal(GoingWords.Paused, PublicSizes.TellBand(here.Count, here.Count(person => person.Pause?.Holds(today) ?? false)).InWords);
        if (cohort.OrganisationPauses.Values.Count(pause => pause.Holds(today)) is > 0 and var organisations)
        {
            yield return new GoingTotal(GoingWords.OrganisationsPaused, GoingWords.Number($"{organisations}"));
        }
    }
}
