using NodaTime;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;

namespace PlaceLeadership.Cli.Demo;

/// <summary>Tells what happens in a demonstration while it happens, week by week, and sums it up at the end.</summary>
internal sealed class DemonstrationReport(Output output, LocalDate start)
{
    private readonly SortedDictionary<int, Week> _weeks = [];
    private int _shown;
    private Letter? _sample;
    private bool _introduced;

    public void Launched(LaunchPlan plan, Programme programme)
    {
        var sectors = plan.People.Select(person => person.Participant.Sector).Distinct().Count();
        var organisations = plan.People.Select(person => person.Participant.Organisation).Distinct().Count();
        output.Line($"{programme.Title.In("en")}: {plan.People.Count} people of {organisations} organisations in {sectors} sectors, "
            + $"{Timetable.Of(programme).Steps.Count} steps in {programme.Weeks} weeks from {start:d MMMM uuuu}.");
        foreach (var note in plan.Notes)
        {
            output.Line("Note: " + note);
        }

        output.Line("");
    }

    public void Mailed(Letter letter, Timetable timetable, LocalDate day)
    {
        var week = At(day);
        week.Mails++;
        week.StillOpen += Links.StillOpen(letter, timetable);
        _sample ??= Links.Answers(letter, timetable).Any() ? letter : null;
        if (!_introduced && timetable.FindStep(letter.Brings[0]) is { Kind: CoachingJourney, Id.IsWhole: true })
        {
            (_sample, _introduced) = (letter, true);
        }
    }

    public void Replied(ReplyKind kind, LocalDate day)
    {
        var week = At(day);
        week.Answers += kind == ReplyKind.Answered ? 1 : 0;
        week.Kept += kind == ReplyKind.Kept ? 1 : 0;
        week.NotThisWeek += kind == ReplyKind.NotThisWeek ? 1 : 0;
    }

    public void Happened(LocalDate day, string what)
    {
        At(day);
        output.Line($"          {day:d MMMM}: {what}");
    }

    public void Ended(
        int facts, int inDoubt, TogetherCounts together, string factsFile, string mailFolder, int seed, EmbeddedTwin? twin, string? difference)
    {
        ShowBefore(int.MaxValue);
        var all = _weeks.Values;
        var (mails, stillOpen) = (all.Sum(week => week.Mails), all.Sum(week => week.StillOpen));
        var (answers, kept, later) = (all.Sum(week => week.Answers), all.Sum(week => week.Kept), all.Sum(week => week.NotThisWeek));
        ShowSample();
        output.Table(
            ["The whole programme", ""],
            [
                ["Mails sent", $"{mails}"], ["Times a step was named as still open", $"{stillOpen}"], ["Answered", $"{answers}"],
                ["Reflected and kept it to themselves", $"{kept}"], ["Not this week", $"{later}"], ["Messages in doubt", $"{inDoubt}"],
                ["Coaching pairs formed", $"{together.Pairs}"], ["People who say that they have met", $"{together.Met}"],
                ["Learning sets", $"{together.Sets}"], ["Set meetings held", $"{together.MeetingsHeld}"],
                ["Largest spread of turns in a set", $"{together.TurnsSpread}"], ["Engagement facts", $"{facts}"],
            ]);
        output.Line($"Facts: {factsFile}");
        output.Line($"Mails: {mailFolder}");
        output.Line(twin is null ? $"Seed {seed}: the same seed gives the same facts, byte for byte."
            : difference is null ? $"Seed {seed}: compared with the embedded demonstration: the facts are the same, byte for byte."
            : $"Seed {seed}: THE FACTS DIFFER from those of the embedded demonstration: {difference}");
        output.Document(new
        {
            ok = inDoubt == 0 && difference is null,
            seed,
            sameAsEmbedded = twin is null ? (bool?)null : difference is null,
            difference,
            mails,
            stillOpen,
            answered = answers,
            kept,
            notThisWeek = later,
            inDoubt,
            pairs = together.Pairs,
            met = together.Met,
            sets = together.Sets,
            meetingsHeld = together.MeetingsHeld,
            turnsSpread = together.TurnsSpread,
            facts,
            factsFile,
            mailFolder,
        });
    }

    private void ShowSample()
    {
        output.Line("");
        if (_sample is not { } letter)
        {
            return;
        }

        output.Line("A message as it arrived:");
        output.Line("");
        foreach (var line in letter.Text.Split('\n').Take(12).Prepend("Subject: " + letter.Subject))
        {
            output.Line("    | " + line);
        }

        output.Line("    | ...");
        output.Line("");
    }

    private Week At(LocalDate day)
    {
        var number = (Period.DaysBetween(start, day) / 7) + 1;
        ShowBefore(number);
        if (!_weeks.TryGetValue(number, out var week))
        {
            week = new Week();
            _weeks.Add(number, week);
        }

        return week;
    }

    private void ShowBefore(int number)
    {
        foreach (var (at, week) in _weeks.Where(item => item.Key > _shown && item.Key < number).ToList())
        {
            _shown = at;
            output.Line($"Week {at,2}   {week.Mails,3} mails, {week.StillOpen,3} times still open, {week.Answers,3} answered, "
                + $"{week.Kept,2} kept to themselves, {week.NotThisWeek,2} not this week");
        }
    }

    private sealed class Week
    {
        public int Mails { get; set; }

        public int StillOpen { get; set; }

        public int Answers { get; set; }

        public int Kept { get; set; }

        public int NotThisWeek { get; set; }
    }
}
