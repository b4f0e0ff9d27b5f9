using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.Coaching.Pairing;
using PlaceLeadership.Core.Programmes;
using static PlaceLeadership.Core.Journeys.Filling;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>Fills in the messages about pairs: with whom, why, and when they could meet.</summary>
internal static class CoachingLetters
{
    /// <summary>Whether a message is still this person's.</summary>
    public static bool IsTheirs(Step step, ParticipantId person, JourneyRows rows) => OpenRounds.Of(rows).Find(step.Whole) is { } round
        && (round.GroupOf(person) is not null || (step.Id.Message == CoachingMessages.Fewer && round.Alone.Contains(person)));

    /// <summary>The message for one person, whose it is.</summary>
    public static async Task<JourneyLetter?> ForAsync(LetterCase letter, CancellationToken cancellation)
    {
        var step = letter.Step;
        if (OpenRounds.Of(letter.Rows).Find(step.Whole)!.GroupOf(letter.Person) is not { } group)
        {
            return new JourneyLetter(step with { Text = CoachingTexts.Nobody }, null);
        }

        var tellsHow = CoachingMessages.TellsHow(step);
        var people = await Introducing.ReadAsync(
            letter, group.Members, tellsHow ? step.Whole.About(CoachingMessages.Proposal) : null, CoachingMessages.Words, cancellation).ConfigureAwait(false);
        var mine = people.Mine;
        var calendar = tellsHow && mine is not null && !letter.BringsDate ? Suggestion(letter, group, [mine, .. people.Others]) : null;
        var text = Fill(step.Id.IsWhole ? CoachingTexts.Introduction : step.Text, new()
        {
            ["people"] = language => people.List(language) + (tellsHow ? people.WhoWrites(language) : ""),
            ["names"] = people.Names,
            ["why"] = language => mine is null ? "" : Why(mine, people.Others, tellsHow && group.Members.All(people.Asked.Contains), language),
            ["suggestion"] = language => calendar is null ? "" : CoachingTexts.Suggestion.In(language),
        });
        text = tellsHow ? Joined(text, step.Id.IsWhole ? step.Text : null, CoachingTexts.Contract) : text;
        return new JourneyLetter(step with { Text = text }, calendar);
    }

    /// <summary>The last day on which something can be asked for: before the introduction, or while there is time to meet; null for what asks nothing.</summary>
    internal static LocalDate? LastDay(Step step, JourneyRows rows, Timetable timetable, Cohort cohort) =>
        OpenRounds.Of(rows).Find(step.Whole) is not { } round ? null : step.Id.Message switch
        {
            CoachingMessages.Proposal => Introducing.LastDayToDecline(timetable.PlannedOn(timetable.PlaceOf(step.Whole), cohort), round.FormedOn),
            CoachingMessages.Met or CoachingMessages.Fit => CoachingMessages.ChangesUntil(
                timetable.PlannedOn(timetable.PlaceOf(step.Whole), cohort),
                timetable.PlannedOn(timetable.PlaceOf(step.Whole.About(CoachingMessages.End)), cohort)).PlusDays(-1),
            _ => null,
        };

    private static CalendarEntry? Suggestion(LetterCase letter, RoundGroup group, IReadOnlyList<Identity> people)
    {
        var (timetable, cohort, whole) = (letter.Timetable, letter.Cohort, letter.Step.Whole);
        var main = timetable.FindStep(whole)!;

        // The letters of both come within two weeks, as a rule, and then they suggest the same time.
        var from = LocalDate.Max(
            LocalDate.Max(group.Since, timetable.PlannedOn(timetable.PlaceOf(whole), cohort)).PlusDays(Invitations.DaysOfTwoLetters), letter.On.PlusDays(2));
        var patterns = people.Select(person => person.Entry.Pattern).ToList();
        return MeetingTimes.Options(cohort.Division, from, main.Minutes, patterns)
            .OrderByDescending(start => MeetingTimes.AtWork(start, main.Minutes, patterns)).ThenBy(start => start)
            .Select(start => new CalendarEntry(
                CalendarEntry.UidOf(cohort, whole, group.InCalendars), 0, CalledOff: false, Suggested: true,
                start, main.Minutes, CoachingTexts.CalendarTitle))
            .FirstOrDefault();
    }

    // Before both have gone on, neither is told what the other offers or wants to grow in.
    private static string Why(Identity mine, IReadOnlyList<Identity> others, bool tellsGrowth, string language)
    {
        var people = others.Prepend(mine).ToList();
        var profiles = CohortProfiles.Of(people);
        var score = new PairingScore(profiles, PairingWeights.Default);
        string Name(string id) => people.First(person => person.ParticipantId.Value == id).Entry.Name;
        var sentences = new PairSentences(Name, id => people.First(person => person.OrganisationId == id).Entry.Organisation, language) { Reader = mine.ParticipantId.Value };
        return string.Join(' ', profiles.Skip(1).Select(other => score.Of(profiles[0], other))
            .Select(fit => MarkdownText.Of(sentences.Why(new PairWhy(tellsGrowth ? fit : fit with { Offers = [] }, 0)))));
    }
}
