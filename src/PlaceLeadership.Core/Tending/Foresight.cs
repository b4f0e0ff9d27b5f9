using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Tending;

/// <summary>What will become of a message.</summary>
public enum ForeseenAs
{
    /// <summary>It will be sent.</summary>
    WillBeSent,

    /// <summary>The message of that day will name the step as still open if the person has not replied by then.</summary>
    IfNoReply,

    /// <summary>A manager cancelled it; it can be un-cancelled until its day.</summary>
    Cancelled,

    /// <summary>It will be sent once it is settled who meets whom, or when.</summary>
    OnceSettled,

    /// <summary>An open space, which is not tended yet: nothing is sent.</summary>
    NotTended,
}

/// <summary>A message that will go out, as things stand now.</summary>
/// <param name="Participant">To whom.</param>
/// <param name="Step">About what.</param>
/// <param name="Kind">Prompt or reminder.</param>
/// <param name="On">The local day.</param>
/// <param name="Hour">The local hour.</param>
/// <param name="Fate">Whether it depends on something.</param>
/// <param name="Moved">Whether a manager moved it here.</param>
public sealed record ForeseenMessage(
    ParticipantId Participant, Step Step, MessageKind Kind, LocalDate On, int Hour, ForeseenAs Fate, bool Moved)
{
    /// <summary>The number that the letter which brings it would have, so that all with the same come together; null when none brings it.</summary>
    public int? Mail { get; init; }

    /// <summary>Whether that mail comes beside the letter of its week, because it cannot wait for the next.</summary>
    public bool Beside { get; init; }
}

/// <summary>
/// Every message that will go out, worked out by the same rules that send them: the person is tended forward in time,
/// as though nobody replied.
/// </summary>
public static class Foresight
{
    /// <summary>The messages to come for one person, in the order of their days.</summary>
    /// <param name="timetable">The timetable of the cohort's programme.</param>
    /// <param name="cohort">The cohort as stored.</param>
    /// <param name="participant">The person as stored.</param>
    /// <param name="now">From when on.</param>
    /// <param name="rows">What journeys keep of the cohort; null means nothing yet.</param>
    /// <param name="until">How far to look, to save work; null for the end of the cohort. A few later ones may be among them.</param>
    public static IReadOnlyList<ForeseenMessage> For(
        Timetable timetable, Cohort cohort, Participant participant, Instant now, Instant? until = null, JourneyRows? rows = null)
    {
        var foreseen = new List<ForeseenMessage>();
        if (cohort.EndedOn is not null || participant.LeftOn is not null)
        {
            return foreseen;
        }

        foreseen.AddRange(Cancelled(timetable, cohort, participant, now, rows));
        var unsettled = Unsettled(timetable, cohort, participant, now, rows ?? JourneyRows.None);
        foreseen.AddRange(unsettled.Where(step => timetable.Steps[step.Place].Kind.IsToCome).Select(step => new ForeseenMessage(
            participant.Id, timetable.Steps[step.Place], MessageKind.Prompt, WorkingCalendar.OnOrAfter(cohort.Division, participant.Pattern, step.Day),
            participant.Hour, ForeseenAs.NotTended, Moved: false)));
        var expected = unsettled.Where(step => !timetable.Steps[step.Place].Kind.IsToCome).ToDictionary(step => step.Place, step => step.Day);
        void Expect(Invitations theirs)
        {
            foreach (var (place, day) in expected)
            {
                var step = timetable.Steps[place];
                theirs.Add(place, day, waits: step.GoesFirst ? day.PlusDays(Invitations.DaysOfTwoLetters - Invitations.DaysToAnswer) : null);
                if (step is { Id.IsWhole: true, Kind.SaysWhenPeopleMeet: true })
                {
                    theirs.AddMeeting(day);
                }
            }
        }

        var person = participant;
        var moment = now;
        while (true)
        {
            var plan = CohortTending.Decide(timetable, cohort, [person], moment, rows, expected: expected.Count == 0 ? null : Expect);
            cohort = plan.Cohort;
            if (plan.Changes is [var change])
            {
                foreseen.AddRange(change.Queued.SelectMany(message => Foreseen(timetable, person, change.Participant, message, expected)));
                person = change.Participant;
            }

            if (cohort.EndedOn is not null || plan.Cohort.NextWake is not { } wake || wake <= moment || wake > until)
            {
                return [.. foreseen.OrderBy(message => message.On).ThenBy(message => message.Hour)];
            }

            moment = wake;
        }
    }

    private static IEnumerable<ForeseenMessage> Foreseen(
        Timetable timetable, Participant person, Participant after, OutboxMessage message, Dictionary<int, LocalDate> expected) =>
        from item in message.Items
        let place = timetable.PlaceOf(item.Step)
        let fate = item.Kind != MessageKind.Prompt ? ForeseenAs.IfNoReply : expected.ContainsKey(place) ? ForeseenAs.OnceSettled : ForeseenAs.WillBeSent
        select new ForeseenMessage(
            person.Id, timetable.Steps[place], item.Kind, message.DueOn, message.AtOnce ? ChangeDays.FromHour : person.Hour, fate, person.AmendmentOf(item.Step, item.Kind) is not null)
        {
            Mail = message.Id.Number,
            Beside = IsBeside(timetable, after, message),
        };

    private static bool IsBeside(Timetable timetable, Participant after, OutboxMessage message) => timetable.Programme.Rhythm.IsWeekly
        && (after.LastLetterOn != message.DueOn || timetable.FindStep(message.First.Step)?.IsChangeOfMeeting == true);

    // What was cancelled stands where it would come if it were brought back.
    private static IEnumerable<ForeseenMessage> Cancelled(Timetable timetable, Cohort cohort, Participant person, Instant now, JourneyRows? rows)
    {
        IReadOnlyList<Amendment> cancelled = [.. person.Amendments.Where(amendment => amendment.Cancelled && timetable.PlaceOf(amendment.StepId) >= 0)];
        if (cancelled.Count == 0)
        {
            return [];
        }

        var restored = For(timetable, cohort, person with { Amendments = [.. person.Amendments.Where(amendment => !amendment.Cancelled)] }, now, rows: rows);
        return cancelled.Select(amendment => new ForeseenMessage(
            person.Id, timetable.FindStep(amendment.StepId)!, amendment.Kind,
            restored.FirstOrDefault(message => message.Step.Id == amendment.StepId && message.Kind == amendment.Kind)?.On
                ?? PlannedOn(timetable, cohort, person, amendment),
            person.Hour, ForeseenAs.Cancelled, Moved: false));
    }

    private static LocalDate PlannedOn(Timetable timetable, Cohort cohort, Participant person, Amendment amendment)
    {
        var place = timetable.PlaceOf(amendment.StepId);
        var (step, number) = (timetable.Steps[place], (int)amendment.Kind - 1);
        var prompted = person.Open.FirstOrDefault(open => open.StepId == step.Id)?.PromptedOn ?? timetable.PlannedOn(place, cohort);
        var day = number >= 0 && number < step.ReminderDays.Count ? prompted.PlusDays(step.ReminderDays[number]) : prompted;
        return WorkingCalendar.OnOrAfter(cohort.Division, person.Pattern, day);
    }

    /// <summary>The day from which anything can come, or null while a pause has no end.</summary>
    private static LocalDate? FirstDay(Cohort cohort, Participant person, LocalDate today)
    {
        var first = today;
        foreach (var pause in new[] { cohort.Pause, person.Pause, cohort.OrganisationPauses.GetValueOrDefault(person.Organisation) })
        {
            if (pause?.Holds(today) == true)
            {
                if (pause.Until is not { } until)
                {
                    return null;
                }

                first = LocalDate.Max(first, until);
            }
        }

        return first;
    }

    /// <summary>What will be somebody's once it is settled who meets whom, or when, with its planned day.</summary>
    private static List<(int Place, LocalDate Day)> Unsettled(Timetable timetable, Cohort cohort, Participant person, Instant now, JourneyRows rows)
    {
        var today = now.InZone(cohort.Zone).Date;
        if (person.AddressRefusedOn is not null || FirstDay(cohort, person, today) is not { } first)
        {
            return [];
        }

        cohort = cohort.Pause?.Until is { } goesOn ? PauseRules.GoOn(cohort, goesOn) : cohort;
        var theirs = CohortJourneys.Invite(new InvitationCase(timetable, cohort, rows, person, today));
        return
        [
            .. from place in Enumerable.Range(0, timetable.Steps.Count)
               let step = timetable.Steps[place]
               let day = timetable.PlannedOn(place, cohort)
               where step.Kind.NeedsMatching && step.IsForeseen && day >= first && theirs?.DayOf(place) is null
                   && !person.Handled.Contains(place) && timetable.IsFor(place, person.Sector, person.Role)
               select (place, day),
        ];
    }
}
