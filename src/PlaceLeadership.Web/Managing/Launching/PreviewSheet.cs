using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Launching;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Time;

namespace PlaceLeadership.Web.Managing.Launching;

/// <summary>What would be stored, as a page shows it.</summary>
/// <param name="Draft">The launch.</param>
/// <param name="CarriedField">The launch as it travels.</param>
/// <param name="Days">The messages of the first weeks, by day.</param>
public sealed record PreviewSheet(LaunchDraft Draft, string CarriedField, IReadOnlyList<PreviewDay> Days)
{
    private const int WeeksAhead = 4;

    internal static PreviewSheet Of(LaunchDraft draft, string carriedField, Instant now)
    {
        var plan = draft.Plan!;
        var zone = plan.Cohort.Zone;
        var first = LocalDate.Max(plan.Cohort.Start, now.InZone(zone).Date);
        var end = first.PlusWeeks(WeeksAhead);
        var timetable = Timetable.Of(draft.Programme!);
        var days = plan.People
            .SelectMany(person => Foresight.For(timetable, plan.Cohort, person.Participant, now, end.At(0, zone)))
            .Where(message => message is { Kind: MessageKind.Prompt, Fate: ForeseenAs.WillBeSent } && message.On < end)
            .GroupBy(message => message.On)
            .OrderBy(day => day.Key)
            .Select(day => new PreviewDay(
                day.Key,
                [.. day.GroupBy(message => message.Step.Title.In("en"))
                    .Select(step => (step.Key, step.Count())).OrderByDescending(step => step.Item2)]));
        return new PreviewSheet(draft, carriedField, [.. days]);
    }

    internal IEnumerable<IGrouping<string, Identity>> Organisations => Draft.Plan!.People
        .Select(person => person.Identity)
        .GroupBy(identity => identity.OrganisationId)
        .OrderBy(group => group.First().Entry.Organisation, StringComparer.OrdinalIgnoreCase);
}

/// <summary>What goes out on one day.</summary>
/// <param name="On">The day.</param>
/// <param name="Steps">Each step with to how many people.</param>
public sealed record PreviewDay(LocalDate On, IReadOnlyList<(string Title, int People)> Steps);
