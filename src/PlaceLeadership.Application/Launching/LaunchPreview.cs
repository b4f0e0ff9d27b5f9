using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Application.Launching;

/// <summary>What goes out on one day.</summary>
/// <param name="On">The day.</param>
/// <param name="Steps">Each step with to how many people.</param>
public sealed record PreviewDay(LocalDate On, IReadOnlyList<(string Title, int People)> Steps);

/// <summary>What a launch that is not stored yet would come to.</summary>
public static class LaunchPreview
{
    private const int WeeksAhead = 4;

    /// <summary>The messages of the first weeks, by day; what they name as still open is left out.</summary>
    /// <exception cref="ArgumentException">The draft has problems.</exception>
    public static IReadOnlyList<PreviewDay> FirstWeeks(LaunchDraft draft, Instant now)
    {
        if (draft is not { Plan: { } plan, Programme: { } programme })
        {
            throw new ArgumentException($"A draft with {draft.Problems.Count} problems comes to nothing.", nameof(draft));
        }

        var zone = plan.Cohort.Zone;
        var end = LocalDate.Max(plan.Cohort.Start, now.InZone(zone).Date).PlusWeeks(WeeksAhead);
        var timetable = Timetable.Of(programme);
        return
        [
            .. plan.People
                .SelectMany(person => Foresight.For(timetable, plan.Cohort, person.Participant, now, end.At(0, zone)))
                .Where(message => message is { Kind: MessageKind.Prompt, Fate: ForeseenAs.WillBeSent } && message.On < end)
                .GroupBy(message => message.On)
                .OrderBy(day => day.Key)
                .Select(day => new PreviewDay(
                    day.Key,
                    [
                        .. day.GroupBy(message => message.Step.Title.In("en"))
                            .Select(step => (step.Key, step.Count())).OrderByDescending(step => step.Item2),
                    ])),
        ];
    }
}
