using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Coaching.Pairing;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Time;

namespace PlaceLeadership.Core.Together;

/// <summary>
/// Fills in the messages about pairs and sets: with whom, why, when. Others' names, organisations and addresses go only to those
/// they are brought together with, and of others' words only those written for that.
/// </summary>
public sealed class GroupLetters(CohortDesk desk, ReflectionVault vault)
{
    /// <summary>What a person is told who was brought together with somebody in the meantime.</summary>
    private static readonly LocalText Changed = TwoLanguages.Text(
        "This has changed since the message was sent. A newer message says how things stand.",
        "Mae hyn wedi newid ers i'r neges gael ei hanfon. Mae neges fwy diweddar yn dweud sut mae pethau.");

    /// <summary>The step as it is for this person; null when it is not theirs any more.</summary>
    /// <param name="timetable">The timetable of the cohort's programme.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="step">The step.</param>
    /// <param name="person">The person.</param>
    /// <param name="groups">Who is brought together with whom.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    /// <param name="known">Who the people of the cohort are, for whoever has read that already; null reads those concerned.</param>
    public async Task<GroupLetter?> ForAsync(
        Timetable timetable, Cohort cohort, Step step, string person, Groups groups, CancellationToken cancellation,
        IReadOnlyDictionary<string, Stored<Identity>>? known = null)
    {
        if (!IsTheirs(step, person, groups))
        {
            return null;
        }

        var group = groups.RoundOf(step.Whole)?.GroupOf(person);
        var set = group is null ? groups.SetOf(person) : null;
        var ids = group?.Members ?? [.. set!.Members.Select(member => member.Person)];
        var people = await PeopleAsync(cohort.Id, ids, known, cancellation).ConfigureAwait(false);
        var left = await PeopleAsync(cohort.Id, set?.Left ?? [], known, cancellation).ConfigureAwait(false);
        var mine = people.FirstOrDefault(other => other.ParticipantId == person);
        IReadOnlyList<Identity> others = [.. people.Where(other => other != mine)];
        return group is not null
            ? await RoundLetterAsync(cohort, step, group, mine, others, timetable, cancellation).ConfigureAwait(false)
            : await SetLetterAsync(cohort, step, person, set!, mine, others, left, cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether a message about a pair or a set is still this person's.</summary>
    public static bool IsTheirs(Step step, string person, Groups groups)
    {
        if (step.Kind == StepKind.CoachingRound)
        {
            return groups.RoundOf(step.Whole)?.GroupOf(person) is not null;
        }

        if (step.Kind != StepKind.SetMeeting || groups.SetOf(person) is not { } set)
        {
            return false;
        }

        var meeting = MeetingOf(set, step);
        return step.Phase switch
        {
            Phase.Proposal or Phase.Contract or Phase.Again or Phase.LastAgain => true,
            Phase.Poll => meeting is { At: null, CalledOff: false },
            Phase.CalledOff => meeting is { At: not null, CalledOff: true },
            _ => meeting is { Stands: true },
        };
    }

    private static SetMeeting? MeetingOf(LearningSet set, Step step) => set.Meetings.FirstOrDefault(meeting => meeting.StepId == step.Whole);

    /// <summary>The step for somebody to whom it does not apply any more: it asks for nothing.</summary>
    public static Step Outdated(Step step) => step with { Text = Changed, Questions = [] };

    private async Task<GroupLetter> RoundLetterAsync(
        Cohort cohort, Step step, RoundGroup group, Identity? mine, IReadOnlyList<Identity> others, Timetable timetable,
        CancellationToken cancellation)
    {
        var tellsHow = step.Phase is Phase.Main or Phase.Again or Phase.LastAgain;
        var words = tellsHow ? await WordsAsync(others, Phases.IdOf(step.Whole, Phase.Proposal), cancellation).ConfigureAwait(false) : [];
        var frame = step.Phase == Phase.Main ? CoachingTexts.Introduction : step.Text;
        var calendar = tellsHow && mine is not null ? Suggestion(cohort, step, group, [mine, .. others], timetable) : null;
        var text = Fill(frame, new()
        {
            ["people"] = language => List(others, tellsHow, words, language),
            ["why"] = language => mine is null ? "" : Why(mine, others, tellsHow, language),
            ["suggestion"] = language => calendar is null ? "" : CoachingTexts.Suggestion.In(language),
        });
        text = tellsHow ? Joined(text, step.Phase == Phase.Main ? step.Text : null, CoachingTexts.Contract) : text;
        return new GroupLetter(step with { Text = text }, calendar);
    }

    private async Task<GroupLetter> SetLetterAsync(
        Cohort cohort, Step step, string person, LearningSet set, Identity? mine, IReadOnlyList<Identity> others,
        IReadOnlyList<Identity> left, CancellationToken cancellation)
    {
        var meeting = MeetingOf(set, step);
        var tellsHow = step.Phase is Phase.Contract or Phase.Again or Phase.LastAgain;
        var words = tellsHow ? await WordsAsync(others, Phases.IdOf(step.Whole, Phase.Proposal), cancellation).ConfigureAwait(false) : [];
        var facilitator = await desk.FacilitatorAsync(cohort.Id, set.Number, cancellation).ConfigureAwait(false);
        string Name(string id) => id == person ? mine?.Entry.Name ?? "" : others.FirstOrDefault(other => other.ParticipantId == id)?.Entry.Name ?? "";
        var frame = step.Phase == Phase.Main ? MeetingTexts.Reminder : step.Text;
        Dictionary<string, Func<string, string>> values = new()
        {
            ["people"] = language => List(others, tellsHow, words, language) + WhoLeft(left, language),
            ["facilitator"] = language => facilitator is null ? "" : Sentence(MeetingTexts.Facilitating, language, facilitator.Name),
            ["agreement"] = language => MeetingTexts.Agreement.In(language),
            ["minutes"] = _ => step.MeetingMinutes.ToString(CultureInfo.InvariantCulture),
            ["when"] = language => meeting?.At is { } at ? step.Phase == Phase.CalledOff ? EveryTime(meeting, language) : When(at, language) : "",
            ["closes"] = language => meeting is null ? "" : LocalDays.InWords(DatePoll.ClosesOn(meeting, cohort), language),
            ["dates"] = language => Dates(meeting, language, _ => "-"),
            ["turns"] = language => meeting is null ? "" : Turns(meeting, facilitator?.Name, person, Name, language),
        };
        var text = Fill(frame, values);
        if (step.Phase == Phase.Main)
        {
            text = Joined(text, step.Text);
        }

        var takes = step.Phase is Phase.Date or Phase.Moved or Phase.LastMoved or Phase.CalledOff;
        return new GroupLetter(
            step with { Text = text, Questions = Questions(step, meeting) },
            takes && meeting is { At: not null } ? Entry(cohort, set.Number, meeting, step.MeetingMinutes) : null)
        {
            LooksBackOn = step.Phase == Phase.Actions && set.Find(person)?.ActionsFrom is { } from ? Phases.IdOf(from, Phase.Record) : null,
            MayMove = meeting is { Stands: true } && meeting.Leader == person && step.Stage == Stage.SelfRun && step.Phase != Phase.Record,
            LastDay = step.Phase == Phase.Poll && meeting is not null ? DatePoll.ClosesOn(meeting, cohort).PlusDays(-1) : null,
            Poll = step.Phase == Phase.Poll && meeting is not null ? ByMail(frame, values, meeting) : null,
        };
    }

    private static PollByMail ByMail(LocalText frame, Dictionary<string, Func<string, string>> values, SetMeeting meeting) => new(
        Joined(
            Fill(frame, new(values)
            {
                ["dates"] = language => Dates(meeting, language, place => string.Create(CultureInfo.InvariantCulture, $"{place + 1}.")),
            }),
            MeetingTexts.PollByMail),
        meeting.Options);

    private static string Dates(SetMeeting? meeting, string language, Func<int, string> mark) =>
        string.Join('\n', (meeting?.Options ?? []).Select((option, place) => $"{mark(place)} {When(option, language)}"));

    private static IReadOnlyList<Question> Questions(Step step, SetMeeting? meeting) => step.Phase switch
    {
        Phase.Poll => [new Question.MultipleChoice(MeetingPhases.Question, MeetingTexts.PollQuestion,
        [
            .. meeting!.Options.Select((option, place) => new Option(
                place.ToString(CultureInfo.InvariantCulture), TwoLanguages.Text(When(option, "en"), When(option, "cy")))),
            new Option(MeetingPhases.NoneOfThese, MeetingTexts.NoneOption),
        ])],
        Phase.Record =>
        [
            new Question.MultipleChoice(MeetingPhases.Question, MeetingTexts.RecordQuestion,
            [
                new Option(MeetingPhases.There, MeetingTexts.ThereOption),
                new Option(MeetingPhases.Presented, MeetingTexts.PresentedOption),
                .. step.Stage == Stage.FacilitatorLed ? Array.Empty<Option>() : [new Option(MeetingPhases.Led, MeetingTexts.LedOption)],
                new Option(MeetingPhases.Away, MeetingTexts.AwayOption),
                new Option(MeetingPhases.NotHeld, MeetingTexts.NotHeldOption),
            ]),
            step.Questions[1],
        ],
        _ => step.Questions,
    };

    private static string Turns(SetMeeting meeting, string? facilitator, string reader, Func<string, string> name, string language)
    {
        var mine = meeting.Presenters.Contains(reader);
        var presenting = meeting.Presenters.Where(presenter => presenter != reader).Select(name)
            .Where(presenter => presenter.Length > 0).Select(MarkdownText.Of).ToList();
        var turn = (mine, presenting.Count) switch
        {
            (false, 0) => "",
            (true, 0) => MeetingTexts.YouPresent.In(language),
            _ => string.Format(
                CultureInfo.InvariantCulture, (mine ? MeetingTexts.YouPresentWith : MeetingTexts.Presenting).In(language),
                TwoLanguages.Listed(presenting, language)),
        };
        var lead = meeting.Leader is null ? facilitator is null ? "" : Sentence(MeetingTexts.Facilitating, language, facilitator)
            : meeting.Leader == reader ? MeetingTexts.YouLead.In(language)
            : name(meeting.Leader) is { Length: > 0 } leads ? Sentence(MeetingTexts.Leading, language, leads) : "";
        return string.Join(' ', new[] { turn, lead }.Where(sentence => sentence.Length > 0));
    }

    /// <summary>A meeting of a set as it stands in calendars, also once it was called off.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="set">The number of the set.</param>
    /// <param name="meeting">The meeting, which has or had a date.</param>
    /// <param name="minutes">How long it is.</param>
    public static CalendarEntry Entry(Cohort cohort, int set, SetMeeting meeting, int minutes) => new(
        Uid(cohort, meeting.StepId, $"set-{set}"), meeting.Sequence, meeting.CalledOff, Suggested: false, meeting.At!.Value,
        minutes, MeetingTexts.CalendarTitle);

    private static CalendarEntry? Suggestion(Cohort cohort, Step step, RoundGroup group, IReadOnlyList<Identity> people, Timetable timetable)
    {
        var main = timetable.FindStep(step.Whole)!;
        var from = LocalDate.Max(group.Since, timetable.PlannedOn(timetable.PlaceOf(step.Whole), cohort)).PlusDays(2);
        var patterns = people.Select(person => person.Entry.Pattern).ToList();
        return DatePoll.Options(cohort.Division, from, main.Minutes, patterns)
            .OrderByDescending(start => DatePoll.AtWork(start, main.Minutes, patterns)).ThenBy(start => start)
            .Select(start => new CalendarEntry(
                Uid(cohort, step.Whole, group.InCalendars), 0, CalledOff: false, Suggested: true,
                start, main.Minutes, CoachingTexts.CalendarTitle))
            .FirstOrDefault();
    }

    private static string Uid(Cohort cohort, string step, string who) => $"{cohort.Id}-{step}-{who}@placeleadership";

    // Before both have gone on, neither is told what the other offers or wants to grow in.
    private static string Why(Identity mine, IReadOnlyList<Identity> others, bool tellsGrowth, string language)
    {
        var people = others.Prepend(mine).ToList();
        var profiles = CohortProfiles.Of(people);
        var score = new PairingScore(profiles, PairingWeights.Default);
        string Name(string id) => people.First(person => person.ParticipantId == id).Entry.Name;
        Func<PairWhy, string> sentence = language == "cy"
            ? new PairSentencesInWelsh(Name) { Reader = mine.ParticipantId }.Why
            : new PairSentences(Name, id => people.First(person => person.OrganisationId == id).Entry.Organisation) { Reader = mine.ParticipantId }.Why;
        return string.Join(' ', profiles.Skip(1).Select(other => score.Of(profiles[0], other))
            .Select(fit => MarkdownText.Of(sentence(new PairWhy(tellsGrowth ? fit : fit with { Offers = [] }, 0)))));
    }

    private static string List(
        IReadOnlyList<Identity> others, bool tellsHow, IReadOnlyDictionary<string, string> words, string language)
    {
        string Line(Identity other) => $"- **{MarkdownText.Of(other.Entry.Name)}**, {MarkdownText.Of(other.Entry.Organisation)}"
            + (tellsHow ? $", {MarkdownText.Of(other.Entry.Email)}" : "")
            + (words.TryGetValue(other.ParticipantId, out var said) ? $": “{MarkdownText.Of(said)}”" : "");
        return others.Count == 0 ? TwoLanguages.Text("(nobody yet)", "(neb eto)").In(language) : string.Join('\n', others.Select(Line));
    }

    private static string WhoLeft(IReadOnlyList<Identity> left, string language) => left.Count == 0 ? "" : "\n\n" + string.Format(
        CultureInfo.InvariantCulture, MeetingTexts.NoLonger.In(language),
        TwoLanguages.Listed([.. left.Select(other => MarkdownText.Of(other.Entry.Name))], language));

    private static string When(LocalDateTime at, string language) =>
        LocalDays.InWords(at.Date, language) + ", " + at.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);

    // Whoever was not told of a move yet would otherwise read of a date that nobody named to them, and come on the one they know.
    private static string EveryTime(SetMeeting meeting, string language)
    {
        var times = meeting.Earlier.Append(meeting.At!.Value).Distinct().Select(time => When(time, language)).ToList();
        return times.Count == 1 ? times[0] : times[0] + string.Format(
            CultureInfo.InvariantCulture, MeetingTexts.OrLater.In(language), TwoLanguages.Listed(times.Skip(1).ToList(), language));
    }

    private static string Sentence(LocalText pattern, string language, string name) =>
        string.Format(CultureInfo.InvariantCulture, pattern.In(language), MarkdownText.Of(name));

    // A paragraph for which there is nothing to say goes.
    private static LocalText Fill(LocalText frame, Dictionary<string, Func<string, string>> values) => new(frame.ByLanguage.ToDictionary(
        text => text.Key,
        text => string.Join("\n\n", values
            .Aggregate(text.Value, (filled, value) => filled.Replace($"{{{value.Key}}}", value.Value(text.Key), StringComparison.Ordinal))
            .Split("\n\n")
            .Where(paragraph => paragraph.Length > 0))));

    private static LocalText Joined(LocalText first, params ReadOnlySpan<LocalText?> more)
    {
        var joined = new Dictionary<string, string>(first.ByLanguage);
        foreach (var text in more)
        {
            foreach (var language in joined.Keys.ToList())
            {
                joined[language] += text is null ? "" : "\n\n" + text.In(language);
            }
        }

        return new LocalText(joined);
    }

    private async Task<IReadOnlyList<Identity>> PeopleAsync(
        string cohort, IReadOnlyList<string> ids, IReadOnlyDictionary<string, Stored<Identity>>? known, CancellationToken cancellation)
    {
        if (known is not null)
        {
            return [.. ids.Where(known.ContainsKey).Select(id => known[id].Value)];
        }

        var people = new List<Identity>();
        foreach (var id in ids)
        {
            if (await desk.Tables.GetAsync(Table.Identities, cohort, CohortKeys.Person(id), cancellation).ConfigureAwait(false) is { } row)
            {
                people.Add(CohortRows.ReadIdentity(row).Value);
            }
        }

        return people;
    }

    /// <summary>What each of these people wrote for the others to read, when the pair or the set was proposed.</summary>
    private async Task<Dictionary<string, string>> WordsAsync(IReadOnlyList<Identity> people, string step, CancellationToken cancellation)
    {
        var words = new Dictionary<string, string>();
        foreach (var person in people)
        {
            var kept = await vault.ReadAsync(person.ParticipantId, step, cancellation).ConfigureAwait(false);
            if (kept?.GetValueOrDefault(CoachingPhases.Words) is { Length: > 0 } said)
            {
                words[person.ParticipantId] = said;
            }
        }

        return words;
    }
}
