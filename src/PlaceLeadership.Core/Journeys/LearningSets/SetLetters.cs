using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using static PlaceLeadership.Core.Journeys.Filling;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>Fills in the messages about learning sets: with whom, when, whose turn it is.</summary>
public static class SetLetters
{
    /// <summary>Whether a message is still this person's.</summary>
    internal static bool IsTheirs(Step step, ParticipantId person, JourneyRows rows)
    {
        if (StandingSets.Of(rows).SetOf(person) is not { } set)
        {
            return false;
        }

        var meeting = MeetingOf(set, step);
        return step.Id.Message switch
        {
            SetMessages.Proposal or SetMessages.Contract or SetMessages.Again or SetMessages.LastAgain => true,
            SetMessages.Poll => meeting is { At: null, CalledOff: false },
            SetMessages.CalledOff => meeting is { At: not null, CalledOff: true },
            SetMessages.Moved => meeting is { Stands: true, Sequence: < 2 },
            _ => meeting is { Stands: true },
        };
    }

    /// <summary>The last day on which a message can be answered; null where that follows from the step.</summary>
    internal static LocalDate? LastDay(Step step, ParticipantId person, JourneyRows rows, Timetable timetable, Cohort cohort)
    {
        var sets = StandingSets.Of(rows);
        var meeting = sets.SetOf(person) is { } set ? MeetingOf(set, step) : null;
        return step.Id.Message switch
        {
            SetMessages.Proposal when sets.Formed is { } formed => Introducing.LastDayToDecline(
                timetable.PlannedOn(timetable.PlaceOf(step.Whole.About(SetMessages.Contract)), cohort), formed.FormedOn),
            SetMessages.Poll when meeting is not null => DatePoll.ClosesOn(meeting, cohort.WentOnFrom).PlusDays(-1),
            SetMessages.Actions when meeting is { At: { } at } => at.Date,
            _ => null,
        };
    }

    /// <summary>The message for one person, whose it is.</summary>
    internal static async Task<JourneyLetter?> ForAsync(LetterCase letter, CancellationToken cancellation)
    {
        var (cohort, step, person) = (letter.Cohort, letter.Step, letter.Person);
        var set = StandingSets.Of(letter.Rows).SetOf(person)!;

        // The agreement of a set, and what tells of another set after it, says how to reach the others.
        var tellsHow = step.Id.Message is SetMessages.Contract or SetMessages.Again or SetMessages.LastAgain;
        var people = await Introducing.ReadAsync(
            letter, [.. set.Members.Select(member => member.Person)], tellsHow ? step.Whole.About(SetMessages.Proposal) : null,
            SetMessages.Words, cancellation).ConfigureAwait(false);
        var left = await letter.Reads.PeopleAsync(cohort.Id, set.Find(person)?.Since >= set.ChangedOn || set.HasMetSinceItChanged(letter.On) ? [] : set.Left, cancellation).ConfigureAwait(false);
        var facilitator = await StandingSets.FacilitatorAsync(letter.Reads.Reader, cohort.Id, set.Number, cancellation).ConfigureAwait(false);
        return Filled(letter, set, people, left, facilitator, tellsHow);
    }

    private static JourneyLetter Filled(
        LetterCase letter, LearningSet set, Introducing people, IReadOnlyList<Identity> left, Facilitator? facilitator, bool tellsHow)
    {
        var (cohort, step, person) = (letter.Cohort, letter.Step, letter.Person);
        var meeting = MeetingOf(set, step);
        string Name(ParticipantId id) => id == person ? people.Mine?.Entry.Name ?? "" : people.Others.FirstOrDefault(other => other.ParticipantId == id)?.Entry.Name ?? "";
        var frame = step.Id.IsWhole ? LearningSetsTexts.Reminder
            : step.Id.Message == SetMessages.Record && IsLast(letter) ? LearningSetsTexts.LastRecord : step.Text;
        Dictionary<string, Func<string, string>> values = new()
        {
            ["people"] = language => people.List(language) + (tellsHow ? people.WhoWrites(language) : "") + WhoLeft(left, language),
            ["names"] = language => people.Names(language) + "." + WhoLeft(left, language),
            ["facilitator"] = language => facilitator is null ? "" : Sentence(LearningSetsTexts.Facilitating, language, facilitator.Name),
            ["agreement"] = language => LearningSetsTexts.Agreement.In(language),
            ["minutes"] = _ => step.MeetingMinutes.ToString(CultureInfo.InvariantCulture),
            ["from"] = language => meeting is null ? "" : MovedFrom(meeting, language),
            ["when"] = language => meeting?.At is { } at ? step.Id.Message == SetMessages.CalledOff ? EveryTime(meeting.Earlier.Append(at), language) : LocalDays.InWords(at, language) : "",
            ["first"] = language => meeting?.At is { } first ? string.Format(CultureInfo.InvariantCulture, LearningSetsTexts.FirstMeeting.In(language), LocalDays.InWords(first, language)) : "",
            ["closes"] = language => meeting is null ? "" : LocalDays.InWords(DatePoll.ClosesOn(meeting, cohort.WentOnFrom), language),
            ["dates"] = language => Dates(meeting, language, _ => "-"),
            ["turns"] = language => meeting is null ? "" : Turns(meeting, facilitator?.Name, person, Name, language),
        };

        // A letter that gives the date has said when, with whom, whose turn it is and how to move it.
        var wasSaid = step.Id.IsWhole && new[] { SetMessages.Date, SetMessages.Changed }.Any(told => letter.Beside.Contains(step.Id.About(told)));
        var text = wasSaid ? step.Text : step.Id.IsWhole ? Joined(Fill(frame, values), step.Text) : Fill(frame, values);
        return new JourneyLetter(
            step with { Title = Title(step, meeting), Text = text, Questions = Questions(step, meeting) },
            step.Kind.HasCalendar(step) && meeting is { At: not null } ? Entry(cohort, set.Number, meeting, step.MeetingMinutes) : null)
        {
            LooksBackOn = step.Id.Message == SetMessages.Actions && set.Find(person)?.ActionsFrom is { } from ? from.About(SetMessages.Record) : null,
            Offer = !wasSaid && meeting is { Stands: true } && meeting.Leader == person && step.Stage == Stage.SelfRun && step.Id.Message != SetMessages.Record ? Moving : null,
            ByMail = step.Id.Message == SetMessages.Poll && meeting is not null ? ByMail(frame, values, meeting) : null,
        };
    }

    private static LocalText Title(Step step, SetMeeting? meeting)
    {
        string Of(string language) => string.Format(
            CultureInfo.InvariantCulture, LearningSetsTexts.RecordTitleOf.In(language), LocalDays.InWords(meeting!.At!.Value.Date, language));
        return step.Id.Message == SetMessages.Record && meeting is { At: not null } ? TwoLanguages.Text(Of("en"), Of("cy")) : step.Title;
    }

    private static bool IsLast(LetterCase letter)
    {
        var on = letter.Timetable.PlannedOn(letter.Timetable.PlaceOf(letter.Step.Whole), letter.Cohort);
        return !letter.Timetable.Steps.Any(step => step.Kind is LearningSetsJourney && step.Id.IsWhole && !letter.Cohort.PassedOver.Contains(step.Id)
            && letter.Timetable.PlannedOn(letter.Timetable.PlaceOf(step.Id), letter.Cohort) > on);
    }

    private static LetterOffer Moving { get; } = new(LearningSetsTexts.MoveInLetter, LearningSetsTexts.MoveOnPage, link =>
        new LeadLink(link.Cohort, link.Participant, link.Step, link.SentOn, link.Expires));

    private static PollByMail ByMail(LocalText frame, Dictionary<string, Func<string, string>> values, SetMeeting meeting)
    {
        var numbered = new Dictionary<string, Func<string, string>>(values)
        {
            ["dates"] = language => Dates(meeting, language, place => string.Create(CultureInfo.InvariantCulture, $"{place + 1}.")),
        };
        return new PollByMail(Joined(Fill(frame, numbered), LearningSetsTexts.PollByMail), Fill(LearningSetsTexts.PollInShort, numbered), meeting.Options);
    }

    private static string Dates(SetMeeting? meeting, string language, Func<int, string> mark) =>
        string.Join('\n', (meeting?.Options ?? []).Select((option, place) => $"{mark(place)} {LocalDays.InWords(option, language)}"));

    private static IReadOnlyList<Question> Questions(Step step, SetMeeting? meeting) => step.Id.Message switch
    {
        SetMessages.Poll => [new Question.MultipleChoice(SetMessages.Question, LearningSetsTexts.PollQuestion,
        [
            .. meeting!.Options.Select((option, place) => new Option(
                place.ToString(CultureInfo.InvariantCulture), TwoLanguages.Text(LocalDays.InWords(option, "en"), LocalDays.InWords(option, "cy")))),
            new Option(SetMessages.NoneOfThese, LearningSetsTexts.NoneOption),
        ])],
        SetMessages.Record =>
        [
            new Question.MultipleChoice(SetMessages.Question, LearningSetsTexts.RecordQuestion,
            [
                new Option(SetMessages.There, LearningSetsTexts.ThereOption),
                new Option(SetMessages.Presented, LearningSetsTexts.PresentedOption),
                .. step.Stage == Stage.FacilitatorLed ? Array.Empty<Option>() : [new Option(SetMessages.Led, LearningSetsTexts.LedOption)],
                new Option(SetMessages.Away, LearningSetsTexts.AwayOption),
                new Option(SetMessages.NotHeld, LearningSetsTexts.NotHeldOption),
            ]),
            step.Questions[1],
        ],
        _ => step.Questions,
    };

    private static string Turns(SetMeeting meeting, string? facilitator, ParticipantId reader, Func<ParticipantId, string> name, string language)
    {
        var mine = meeting.Presenters.Contains(reader);
        var presenting = meeting.Presenters.Where(presenter => presenter != reader).Select(name)
            .Where(presenter => presenter.Length > 0).Select(MarkdownText.Of).ToList();
        var turn = (mine, presenting.Count) switch
        {
            (false, 0) => "",
            (true, 0) => LearningSetsTexts.YouPresent.In(language),
            _ => string.Format(
                CultureInfo.InvariantCulture, (mine ? LearningSetsTexts.YouPresentWith : LearningSetsTexts.Presenting).In(language),
                TwoLanguages.Listed(presenting, language)),
        };
        var lead = meeting.Leader is null ? facilitator is null ? "" : Sentence(LearningSetsTexts.Facilitating, language, facilitator)
            : meeting.Leader == reader ? LearningSetsTexts.YouLead.In(language)
            : meeting.Leader is { } leader && name(leader) is { Length: > 0 } leads ? Sentence(LearningSetsTexts.Leading, language, leads) : "";
        return string.Join(' ', new[] { turn, lead }.Where(sentence => sentence.Length > 0));
    }

    /// <summary>A meeting of a set as it stands in calendars, also once it was called off.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="set">The number of the set.</param>
    /// <param name="meeting">The meeting, which has or had a date.</param>
    /// <param name="minutes">How long it is.</param>
    public static CalendarEntry Entry(Cohort cohort, int set, SetMeeting meeting, int minutes) => new(
        CalendarEntry.UidOf(cohort, meeting.StepId, $"set-{set}"), meeting.Sequence, meeting.CalledOff, Suggested: false, meeting.At!.Value,
        minutes, LearningSetsTexts.CalendarTitle);

    private static SetMeeting? MeetingOf(LearningSet set, Step step) => set.Meetings.FirstOrDefault(meeting => meeting.StepId == step.Whole);

    private static string WhoLeft(IReadOnlyList<Identity> left, string language) => left.Count == 0 ? "" : "\n\n" + string.Format(
        CultureInfo.InvariantCulture, LearningSetsTexts.NoLonger.In(language),
        TwoLanguages.Listed([.. left.Select(other => MarkdownText.Of(other.Entry.Name))], language));

    // Whoever was not told of a move yet would otherwise read of a date that nobody named to them, and come on the one they know.
    private static string EveryTime(IEnumerable<LocalDateTime> any, string language)
    {
        var times = any.Distinct().Select(time => LocalDays.InWords(time, language)).ToList();
        return times.Count == 1 ? times[0] : times[0] + string.Format(
            CultureInfo.InvariantCulture, LearningSetsTexts.OrLater.In(language), TwoLanguages.Listed(times.Skip(1).ToList(), language));
    }

    private static string MovedFrom(SetMeeting meeting, string language) => meeting.Earlier.Any(time => time != meeting.At)
        ? string.Format(
            CultureInfo.InvariantCulture, LearningSetsTexts.MovedFrom.In(language),
            EveryTime(meeting.Earlier.Where(time => time != meeting.At), language))
        : "";

    private static string Sentence(LocalText pattern, string language, string name) =>
        string.Format(CultureInfo.InvariantCulture, pattern.In(language), MarkdownText.Of(name));
}
