using System.Collections.Concurrent;
using NodaTime;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Core.Programmes;

/// <summary>When a cohort runs a programme.</summary>
/// <param name="Start">Its first day; week 1 is the week, from Monday, that holds it.</param>
/// <param name="ShiftDays">Days by which everything not yet sent has moved.</param>
public readonly record struct CohortDates(LocalDate Start, int ShiftDays)
{
    /// <summary>The Monday of week 1.</summary>
    public LocalDate FirstMonday { get; } = LocalDays.MondayOf(Start);
}

/// <summary>
/// A programme laid out in time: its steps in the order of their planned days, each with its distance from the Monday of
/// week 1. Made once for a version and shared by every cohort that runs it.
/// </summary>
public sealed class Timetable
{
    /// <summary>Days after the last week in which late replies still count, before a cohort ends; quiet ones apart.</summary>
    public const int DaysAfterLastWeek = 28;

    /// <summary>Days after its day for which a step that could not be sent is still sent; then it lapses.</summary>
    public const int LapseAfterDays = 21;

    private readonly Dictionary<StepId, int> _places;
    private readonly int[] _offsets;
    private readonly ConcurrentDictionary<(string Sector, string Role), StepSet> _audiences = new();

    private Timetable(Programme programme, IReadOnlyList<(Step Step, int Offset)> placed)
    {
        Programme = programme;
        Steps = [.. placed.Select(item => item.Step)];
        _offsets = [.. placed.Select(item => item.Offset)];
        _places = Steps.Select((step, place) => (step.Id, place)).ToDictionary(item => item.Id, item => item.place);
        Urgent = Places(Steps.Where(step => step.IsUrgent).Select(step => step.Id));
        News = Places(Steps.Where(step => step.Part == LetterPart.News).Select(step => step.Id));
        Welcome = programme.Welcome is { } welcome ? PlaceOf(welcome.Id) : -1;
    }

    /// <summary>The programme laid out.</summary>
    public Programme Programme { get; }

    /// <summary>
    /// The steps with all the messages around them, in the order of their planned days; on one day, in the order of the file.
    /// </summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>The places of what says when a meeting is, or that it is not.</summary>
    public StepSet Urgent { get; }

    /// <summary>The places of what is good to know and asks for nothing.</summary>
    public StepSet News { get; }

    /// <summary>The place of <see cref="Programme.Welcome"/>, or -1.</summary>
    public int Welcome { get; }

    /// <summary>Lays out a programme.</summary>
    /// <exception cref="ArgumentException">A step is placed relative to a step that does not exist, or to itself in a circle.</exception>
    public static Timetable Of(Programme programme)
    {
        var steps = StepMessages.Of(programme);
        var days = PlannedDays.Of(steps);
        if (steps.FirstOrDefault(step => !days.ContainsKey(step.Id)) is { } lost)
        {
            throw new ArgumentException(
                $"Step '{lost.Id}' is placed after a step that does not exist, or after itself in a circle.", nameof(programme));
        }

        // OrderBy is stable, so steps of one day keep the order of the file.
        return new Timetable(programme, [.. steps.Select(step => (step, days[step.Id])).OrderBy(item => item.Item2)]);
    }

    /// <summary>The place of a step, or -1 when this version does not have it.</summary>
    public int PlaceOf(StepId stepId) => _places.GetValueOrDefault(stepId, -1);

    /// <summary>The step with this id, also a message around one, or null.</summary>
    public Step? FindStep(StepId stepId) => PlaceOf(stepId) is >= 0 and var place ? Steps[place] : null;

    /// <summary>
    /// The planned day of the step at this place. A day of week 1 before the cohort's start becomes the start.
    /// </summary>
    public LocalDate PlannedOn(int place, in CohortDates cohort)
    {
        var day = cohort.FirstMonday.PlusDays(_offsets[place]);
        return (day < cohort.Start ? cohort.Start : day).PlusDays(cohort.ShiftDays);
    }

    /// <summary>The same for somebody who takes part from this day on, who is welcomed on it.</summary>
    public LocalDate PlannedOn(int place, in CohortDates cohort, LocalDate joinedFrom) =>
        place == Welcome ? LocalDate.Max(PlannedOn(place, cohort), joinedFrom) : PlannedOn(place, cohort);

    /// <summary>Whether somebody who takes part from this day on joins later than the others: once they had been welcomed.</summary>
    public bool JoinsLater(in CohortDates cohort, LocalDate joinedFrom) =>
        joinedFrom > (Welcome >= 0 ? PlannedOn(Welcome, cohort).PlusDays(-cohort.ShiftDays) : cohort.Start);

    /// <summary>The last day on which this programme can still do anything for this cohort.</summary>
    public LocalDate EndsOn(in CohortDates cohort)
    {
        var lastWeek = cohort.FirstMonday.PlusDays(Programme.Weeks * 7);
        var lastStep = Steps.Count == 0 ? lastWeek : cohort.FirstMonday.PlusDays(_offsets[^1]);
        return Programme.Quiet.Last(LocalDate.Max(lastWeek, lastStep).PlusDays(cohort.ShiftDays), DaysAfterLastWeek, []);
    }

    /// <summary>
    /// The steps tended for somebody of this sector and role whoever else takes part: their audience fits and they need no
    /// matching.
    /// </summary>
    public StepSet StepsFor(string sector, string role) =>
        _audiences.TryGetValue((sector, role), out var known) ? known : _audiences.GetOrAdd((sector, role), Work);

    /// <summary>Whether the audience of the step at this place holds somebody of this sector and role.</summary>
    public bool IsFor(int place, string sector, string role)
    {
        var audience = Steps[place].Audience;
        var week = PlannedDays.WeekOf(_offsets[place]);
        var stage = Programme.Stages.LastOrDefault(start => start.FromWeek <= week)?.Stage ?? Stage.FacilitatorLed;
        return (audience.Sectors.Count == 0 || audience.Sectors.Contains(sector))
            && (audience.Roles.Count == 0 || audience.Roles.Contains(role, StringComparer.OrdinalIgnoreCase))
            && (audience.Stages.Count == 0 || audience.Stages.Contains(stage));
    }

    /// <summary>The places of these steps; ids this version does not have are passed over.</summary>
    public StepSet Places(IEnumerable<StepId> stepIds) =>
        stepIds.Select(PlaceOf).Where(place => place >= 0).Aggregate(StepSet.Empty, (set, place) => set.With(place));

    /// <summary>The steps in a set, in the order of the timetable.</summary>
    public IEnumerable<Step> In(StepSet set)
    {
        foreach (var place in set)
        {
            if (place < Steps.Count)
            {
                yield return Steps[place];
            }
        }
    }

    private StepSet Work((string Sector, string Role) person)
    {
        var set = StepSet.Empty;
        for (var place = 0; place < Steps.Count; place++)
        {
            if (!Steps[place].Kind.NeedsMatching && IsFor(place, person.Sector, person.Role))
            {
                set = set.With(place);
            }
        }

        return set;
    }
}
