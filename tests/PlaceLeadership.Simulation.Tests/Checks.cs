using System.Numerics;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Simulation.Tests;

/// <summary>What must hold after a simulated cohort, each violation as a sentence.</summary>
public static class Checks
{
    public static async Task<IReadOnlyList<string>> ViolationsAsync(CohortSimulation simulation)
    {
        var desk = simulation.Calm.Reader;
        var found = await desk.ReadAsync(CohortSimulation.CohortId, default);
        var (view, timetable) = found!.Value;
        var facts = new List<Fact>();
        await foreach (var fact in desk.FactsAsync(CohortSimulation.CohortId, default))
        {
            facts.Add(fact);
        }

        var messages = new List<SentMessage>();
        await foreach (var message in desk.MessagesAsync(CohortSimulation.CohortId, default))
        {
            messages.Add(message);
        }

        var inDoubt = view.Outbox.Select(message => message.Value).ToList();
        return
        [
            .. Twice(simulation), .. AtWrongTimes(simulation), .. TooOften(simulation, timetable), .. AgainstTheWill(simulation, timetable),
            .. Disagreeing(simulation, facts, messages, inDoubt), .. Lost(simulation, timetable.Programme, facts, messages, inDoubt),
        ];
    }

    private static IEnumerable<string> Twice(CohortSimulation simulation) => simulation.Mailer.Accepted
        .SelectMany(item => item.Brings)
        .GroupBy(id => id)
        .Where(group => group.Count() > 1)
        .Select(group => $"{group.Key} was accepted {group.Count()} times.");

    private static IEnumerable<string> AtWrongTimes(CohortSimulation simulation)
    {
        foreach (var item in simulation.Mailer.Accepted)
        {
            var local = item.At.InZone(CohortSimulation.Zone);
            var pattern = simulation.People[item.Id.Participant].Patterns.Last(change => change.From < item.At).Pattern;
            if (local.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday
                || BankHolidays.In(simulation.Division, local.Year).Any(holiday => holiday.Date == local.Date))
            {
                yield return $"{item.Id} arrived on {local.Date}, a day of rest.";
            }

            if (!pattern.Includes(local.DayOfWeek) || local.Hour < pattern.FromHour || local.Hour >= pattern.ToHour)
            {
                yield return $"{item.Id} arrived at {local}, outside {pattern}.";
            }
        }

        var mails = simulation.Mailer.Accepted
            .Select(item => (item.Id.Participant, item.Id, At: item.At.InZone(CohortSimulation.Zone).Date)).ToList();
        foreach (var day in mails.GroupBy(item => (item.Participant, item.At)).Where(day => day.Count() > 1))
        {
            yield return $"{day.Key.Participant} got {day.Count()} messages on {day.Key.At}: {string.Join(", ", day.Select(item => item.Id))}.";
        }

        foreach (var week in mails.GroupBy(item => (item.Participant, LocalDays.MondayOf(item.At))).Where(week => week.Count() > 2))
        {
            yield return $"{week.Key.Participant} got {week.Count()} messages in the week of {week.Key.Item2}: {string.Join(", ", week.Select(item => item.Id))}.";
        }
    }

    // One letter in two weeks, and beside it one mail a week.
    private static IEnumerable<string> TooOften(CohortSimulation simulation, Timetable timetable)
    {
        foreach (var (id, person) in simulation.People)
        {
            var letters = simulation.Mailer.Accepted
                .Where(item => item.Id.Participant == id && IsLetter(timetable, item.Brings[0].Step)).OrderBy(item => item.At)
                .Select(item => (Monday: LocalDays.MondayOf(item.At.InZone(CohortSimulation.Zone).Date), IsSlow: person.ChoseAt(item.At)?.EverySecondWeek == true))
                .ToList();
            foreach (var (one, next) in letters.Zip(letters.Skip(1)).Where(pair => pair.Second.IsSlow && pair.Second.Monday <= pair.First.Monday.PlusDays(7)))
            {
                yield return $"{id} got letters in the weeks of {one.Monday} and {next.Monday}, having chosen one every second week.";
            }
        }
    }

    // What is about people who are brought together may come beside it, and the welcome at once.
    private static bool IsLetter(Timetable timetable, StepId step) =>
        timetable.FindStep(step) is { Kind.NeedsMatching: false } && timetable.PlaceOf(step) != timetable.Welcome;

    private static IEnumerable<string> AgainstTheWill(CohortSimulation simulation, Timetable timetable)
    {
        foreach (var item in simulation.Mailer.Accepted)
        {
            var person = simulation.People[item.Id.Participant];
            if (person.LeftAt < item.At)
            {
                yield return $"{item.Id} arrived after its reader had left.";
            }

            foreach (var id in item.Brings.Where(id => person.Replied.TryGetValue(id.Step, out var replied) && replied < item.At))
            {
                yield return $"{id} arrived after the reply.";
            }

            foreach (var step in simulation.Named(item).Where(step => person.Replied.TryGetValue(step, out var said) && said < item.At))
            {
                yield return $"{item.Id} names {step} as still open after the reply.";
            }

            // The meetings of a paused cohort or organisation stand.
            if (item.Brings.All(id => timetable.FindStep(id.Step)!.IsUrgent))
            {
                continue;
            }

            if (person.PausedAt < item.At || person.Pauses.Any(pause => pause.From < item.At && item.At < pause.To))
            {
                yield return $"{item.Id} arrived at {item.At} in a pause.";
            }
        }
    }

    private static IEnumerable<string> Disagreeing(
        CohortSimulation simulation, List<Fact> facts, List<SentMessage> messages, List<OutboxMessage> inDoubt)
    {
        var accepted = simulation.Mailer.Accepted.Select(item => item.Id).ToHashSet();
        foreach (var message in messages.Where(message => !accepted.Contains(message.Id)))
        {
            yield return $"{message.Id} is stored as {message.State} but was never accepted.";
        }

        var known = messages.Select(message => message.Id).Concat(inDoubt.Select(message => message.Id)).ToHashSet();
        foreach (var id in accepted.Where(id => !known.Contains(id)))
        {
            yield return $"{id} was accepted, but the store knows nothing of it.";
        }

        foreach (var left in inDoubt.Where(message => message.State is not (OutboxState.InDoubt or OutboxState.Held)))
        {
            yield return $"{left.Id} is still {left.State} after the end.";
        }

        var sent = facts.Where(fact => fact.Kind is FactKinds.Prompted or FactKinds.Reminded)
            .Select(fact => (fact.Participant!.Value, fact.Step!.Value, fact.On, fact.Kind)).Order().ToList();
        var stored =
            from message in messages
            where message.State != SentState.Refused
            from mail in simulation.Mailer.Accepted
            where mail.Id == message.Id
            from said in mail.Brings.Select(id => (id.Step, FactKinds.Prompted)).Concat(simulation.Named(mail).Select(step => (step, FactKinds.Reminded)))
            select (message.Id.Participant, said.Item1, message.DueOn, said.Item2);
        if (!sent.SequenceEqual(stored.Order()))
        {
            yield return $"{sent.Count} facts of sending and the {stored.Count()} things that were sent do not agree.";
        }
    }

    private static IEnumerable<string> Lost(
        CohortSimulation simulation, Programme programme, List<Fact> facts, List<SentMessage> messages, List<OutboxMessage> inDoubt)
    {
        var known = messages.Select(message => message.Id).ToHashSet();
        var accounted = simulation.Mailer.Accepted.Where(mail => known.Contains(mail.Id)).SelectMany(mail => mail.Brings.Select(id => (id.Participant, id.Step)))
            .Concat(inDoubt.SelectMany(message => message.Brought.Select(item => (message.Id.Participant, item.Step)))).ToHashSet();
        var settled = facts.Where(fact => fact.Kind is FactKinds.LetGo or FactKinds.Lapsed or FactKinds.Dropped or FactKinds.Cancelled)
            .ToLookup(fact => (fact.Participant, fact.Step));
        foreach (var participant in simulation.Plan.People.Select(item => item.Participant))
        {
            var history = simulation.People[participant.Id];
            var steps = programme.Steps.Where(step => !step.Kind.NeedsMatching
                && (step.Audience.Sectors.Count == 0 || step.Audience.Sectors.Contains(participant.Sector)));
            foreach (var step in steps)
            {
                var why = settled[(participant.Id, step.Id)].Select(fact => fact.Kind).ToList();
                var sent = accounted.Contains((participant.Id, step.Id));
                if (!sent && why.Count == 0 && history.LeftAt is null && history.PausedAt is null && !history.Amended)
                {
                    yield return $"{step.Id} never came to {participant.Id}, and nothing says why.";
                }

                if (why.Contains(FactKinds.LetGo) && history.Pauses.Count == 0 && history.PausedAt is null)
                {
                    yield return $"{step.Id} was let go for {participant.Id}, who never paused.";
                }

                // Whoever works one or two days a week, or has a letter every second week, cannot be sent everything of so dense a programme.
                if (!history.Choices.Any(item => item.Choice.EverySecondWeek) && why.Contains(FactKinds.Lapsed) && simulation.Jumped == Duration.Zero && !history.Amended
                    && history.Patterns.All(change => BitOperations.PopCount((uint)change.Pattern.Days) > 2)
                    && history.Pauses.Count == 0 && history.PausedAt is null)
                {
                    yield return $"{step.Id} lapsed for {participant.Id}, though nothing stood still for long.";
                }

                if (why.Count > 1 || (sent && why.Count > 0))
                {
                    yield return $"{step.Id} came to two ends for {participant.Id}: sent {sent}, {string.Join(", ", why)}.";
                }
            }
        }
    }
}
