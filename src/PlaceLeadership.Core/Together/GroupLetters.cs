using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Coaching.Pairing;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
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

    private static readonly LocalText Over = TwoLanguages.Text(
        "The time to answer this is over. If there is still something to say, write to {0}: {1}",
        "Mae'r amser i ateb hwn ar ben. Os oes rhywbeth i'w ddweud o hyd, ysgrifennwch at {0}: {1}");

    /// <summary>The step as it is for this person; null when it is not theirs any more.</summary>
    /// <param name="timetable">The timetable of the cohort's programme.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="step">The step.</param>
    /// <param name="person">The person.</param>
    /// <param name="groups">Who is brought together with whom.</param>
    /// <param name="on">The local day on which it is read.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    /// <param name="known">Who the people of the cohort are, for whoever has read that already; null reads those concerned.</param>
    public async Task<GroupLetter?> ForAsync(
        Timetable timetable, Cohort cohort, Step step, ParticipantId person, Groups groups, LocalDate on, CancellationToken cancellation,
        IReadOnlyDictionary<ParticipantId, Stored<Identity>>? known = null)
    {
        if (!IsTheirs(step, person, groups))
        {
            return null;
        }

        var group = groups.RoundOf(step.Whole)?.GroupOf(person);
        var set = group is null ? groups.SetOf(person) : null;
        var ids = group?.Members ?? [.. set!.Members.Select(member => member.Person)];
        var people = await PeopleAsync(cohort.Id, ids, known, cancellation).ConfigureAwait(false);
        var left = await PeopleAsync(cohort.Id, set is null || set.Find(person)?.Since >= set.ChangedOn ? [] : set.Left, known, cancellation).ConfigureAwait(false);
        var mine = people.FirstOrDefault(other => other.ParticipantId == person);
        IReadOnlyList<Identity> others = [.. people.Where(other => other != mine)];
        var asked = TellsHow(step)
            ? await AskedAsync(timetable, cohort.Id, step, ids, on, cancellation).ConfigureAwait(false) : [];
        return group is not null
            ? await RoundLetterAsync(cohort, step, group, mine, others, asked, timetable, cancellation).ConfigureAwait(false)
            : await SetLetterAsync(cohort, step, person, set!, mine, others, left, asked, cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether a message about a pair or a set is still this person's.</summary>
    public static bool IsTheirs(Step step, ParticipantId person, Groups groups)
    {
        if (step.Kind is CoachingJourney)
        {
            return groups.RoundOf(step.Whole)?.GroupOf(person) is not null;
        }

        if (step.Kind is not LearningSetsJourney || groups.SetOf(person) is not { } set)
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

    // Whether it says how to reach the others: the introduction of a pair, the agreement of a set, and either after a change.
    private static bool TellsHow(Step step) => step.Phase is Phase.Contract or Phase.Again or Phase.LastAgain
        || step is { Kind: CoachingJourney, Phase: Phase.Main };

    /// <summary>The step for somebody to whom it does not apply any more: it asks for nothing.</summary>
    /// <param name="step">The step.</param>
    /// <param name="over">Whoever can be written to, when it does not apply because its time is over; null when it has changed.</param>
    public static Step Outdated(Step step, Sender? over) => step with
    {
        Text = over is null ? Changed : new LocalText(Over.ByLanguage.ToDictionary(
            text => text.Key,
            text => string.Format(CultureInfo.InvariantCulture, text.Value, MarkdownText.Of(over.Name), MarkdownText.Of(over.Email)))),
        Questions = [],
    };

    private async Task<GroupLetter> RoundLetterAsync(
        Cohort cohort, Step step, RoundGroup group, Identity? mine, IReadOnlyList<Identity> others, HashSet<ParticipantId> asked,
        Timetable timetable, CancellationToken cancellation)
    {
        var tellsHow = TellsHow(step);
        var words = tellsHow ? await WordsAsync(others, Phases.IdOf(step.Whole, Phase.Proposal), cancellation).ConfigureAwait(false) : [];
        var frame = step.Phase == Phase.Main ? CoachingTexts.Introduction : step.Text;
        var calendar = tellsHow && mine is not null ? Suggestion(cohort, step, group, [mine, .. others], timetable) : null;
        var text = Fill(frame, new()
        {
            ["people"] = language => List(others, asked, words, language) + (tellsHow && mine is not null ? WhoWrites(mine, others, asked, language) : ""),
            ["why"] = language => mine is null ? "" : Why(mine, others, tellsHow && group.Members.All(asked.Contains), language),
            ["suggestion"] = language => calendar is null ? "" : CoachingTexts.Suggestion.In(language),
        });
        text = tellsHow ? Joined(text, step.Phase == Phase.Main ? step.Text : null, CoachingTexts.Contract) : text;
        return new GroupLetter(step with { Text = text }, calendar);
    }

    private async Task<GroupLetter> SetLetterAsync(
        Cohort cohort, Step step, ParticipantId person, LearningSet set, Identity? mine, IReadOnlyList<Identity> others,
        IReadOnlyList<Identity> left, HashSet<ParticipantId> asked, CancellationToken cancellation)
    {
        var meeting = MeetingOf(set, step);
        var tellsHow = TellsHow(step);
        var words = tellsHow ? await WordsAsync(others, Phases.IdOf(step.Whole, Phase.Proposal), cancellation).ConfigureAwait(false) : [];
        var facilitator = await desk.FacilitatorAsync(cohort.Id, set.Number, cancellation).ConfigureAwait(false);
        string Name(ParticipantId id) => id == person ? mine?.Entry.Name ?? "" : others.FirstOrDefault(other => other.ParticipantId == id)?.Entry.Name ?? "";
        var frame = step.Phase == Phase.Main ? MeetingTexts.Reminder : step.Text;
        Dictionary<string, Func<string, string>> values = new()
        {
            ["people"] = language => List(others, asked, words, language)
                + (tellsHow && mine is not null ? WhoWrites(mine, others, asked, language) : "") + WhoLeft(left, language),
            ["facilitator"] = language => facilitator is null ? "" : Sentence(MeetingTexts.Facilitating, language, facilitator.Name),
            ["agreement"] = language => MeetingTexts.Agreement.In(language),
            ["minutes"] = _ => step.MeetingMinutes.ToString(CultureInfo.InvariantCulture),
            ["from"] = language => meeting is null ? "" : MovedFrom(meeting, language),
            ["when"] = language => meeting?.At is { } at ? step.Phase == Phase.CalledOff ? EveryTime(meeting.Earlier.Append(at), language) : When(at, language) : "",
            ["closes"] = language => meeting is null ? "" : LocalDays.InWords(DatePoll.ClosesOn(meeting, cohort.WentOnFrom), language),
            ["dates"] = language => Dates(meeting, language, _ => "-"),
            ["turns"] = language => meeting is null ? "" : Turns(meeting, facilitator?.Name, person, Name, language),
        };
        var text = Fill(frame, values);
        if (step.Phase == Phase.Main)
        {
            text = Joined(text, step.Text);
        }

        var takes = step.Phase is Phase.Date or Phase.Moved or Phase.LastMoved or Phase.Changed or Phase.CalledOff;
        return new GroupLetter(
            step with { Text = text, Questions = Questions(step, meeting) },
            takes && meeting is { At: not null } ? Entry(cohort, set.Number, meeting, step.MeetingMinutes) : null)
        {
            LooksBackOn = step.Phase == Phase.Actions && set.Find(person)?.ActionsFrom is { } from ? Phases.IdOf(from, Phase.Record) : null,
            MayMove = meeting is { Stands: true } && meeting.Leader == person && step.Stage == Stage.SelfRun && step.Phase != Phase.Record,
            LastDay = step.Phase == Phase.Poll && meeting is not null ? DatePoll.ClosesOn(meeting, cohort.WentOnFrom).PlusDays(-1) : null,
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

    private static string Turns(SetMeeting meeting, string? facilitator, ParticipantId reader, Func<ParticipantId, string> name, string language)
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
            : meeting.Leader is { } leader && name(leader) is { Length: > 0 } leads ? Sentence(MeetingTexts.Leading, language, leads) : "";
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

    private static string Uid(Cohort cohort, StepId step, string who) => $"{cohort.Id}-{step}-{who}@placeleadership";

    // Before both have gone on, neither is told what the other offers or wants to grow in.
    private static string Why(Identity mine, IReadOnlyList<Identity> others, bool tellsGrowth, string language)
    {
        var people = others.Prepend(mine).ToList();
        var profiles = CohortProfiles.Of(people);
        var score = new PairingScore(profiles, PairingWeights.Default);
        string Name(string id) => people.First(person => person.ParticipantId.Value == id).Entry.Name;
        Func<PairWhy, string> sentence = language == "cy"
            ? new PairSentencesInWelsh(Name) { Reader = mine.ParticipantId.Value }.Why
            : new PairSentences(Name, id => people.First(person => person.OrganisationId == id).Entry.Organisation) { Reader = mine.ParticipantId.Value }.Why;
        return string.Join(' ', profiles.Skip(1).Select(other => score.Of(profiles[0], other))
            .Select(fit => MarkdownText.Of(sentence(new PairWhy(tellsGrowth ? fit : fit with { Offers = [] }, 0)))));
    }

    private static string List(
        IReadOnlyList<Identity> others, HashSet<ParticipantId> asked, IReadOnlyDictionary<ParticipantId, string> words, string language)
    {
        string Line(Identity other) => $"- **{MarkdownText.Of(other.Entry.Name)}**, {MarkdownText.Of(other.Entry.Organisation)}"
            + (asked.Contains(other.ParticipantId) ? $", {MarkdownText.Of(other.Entry.Email)}" : "")
            + (words.TryGetValue(other.ParticipantId, out var said) ? $": “{MarkdownText.Of(said)}”" : "");
        return others.Count == 0 ? TwoLanguages.Text("(nobody yet)", "(neb eto)").In(language) : string.Join('\n', others.Select(Line));
    }

    // An address is passed on only of whoever was asked; then the other one writes.
    private static string WhoWrites(Identity mine, IReadOnlyList<Identity> others, HashSet<ParticipantId> asked, string language)
    {
        var unasked = others.Where(other => !asked.Contains(other.ParticipantId)).Select(other => MarkdownText.Of(other.Entry.Name)).ToList();
        var sentence = asked.Contains(mine.ParticipantId)
            ? unasked.Count == 0 ? null : CoachingTexts.TheyWriteFirst
            : unasked.Count == others.Count ? CoachingTexts.NobodyWritesFirst : CoachingTexts.YouWriteFirst;
        return sentence is null || others.Count == 0 ? "" : "\n\n" + string.Format(
            CultureInfo.InvariantCulture, sentence.In(language), TwoLanguages.Listed(unasked, language));
    }

    private static string WhoLeft(IReadOnlyList<Identity> left, string language) => left.Count == 0 ? "" : "\n\n" + string.Format(
        CultureInfo.InvariantCulture, MeetingTexts.NoLonger.In(language),
        TwoLanguages.Listed([.. left.Select(other => MarkdownText.Of(other.Entry.Name))], language));

    private static string When(LocalDateTime at, string language) =>
        LocalDays.InWords(at.Date, language) + ", " + at.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);

    // Whoever was not told of a move yet would otherwise read of a date that nobody named to them, and come on the one they know.
    private static string EveryTime(IEnumerable<LocalDateTime> any, string language)
    {
        var times = any.Distinct().Select(time => When(time, language)).ToList();
        return times.Count == 1 ? times[0] : times[0] + string.Format(
            CultureInfo.InvariantCulture, MeetingTexts.OrLater.In(language), TwoLanguages.Listed(times.Skip(1).ToList(), language));
    }

    private static string MovedFrom(SetMeeting meeting, string language) => meeting.Earlier.Any(time => time != meeting.At)
        ? string.Format(
            CultureInfo.InvariantCulture, MeetingTexts.MovedFrom.In(language),
            EveryTime(meeting.Earlier.Where(time => time != meeting.At), language))
        : "";

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
        CohortId cohort, IReadOnlyList<ParticipantId> ids, IReadOnlyDictionary<ParticipantId, Stored<Identity>>? known, CancellationToken cancellation)
    {
        if (known is not null)
        {
            return [.. ids.Where(known.ContainsKey).Select(id => known[id].Value)];
        }

        var people = new List<Identity>();
        foreach (var id in ids)
        {
            if (await desk.Tables.GetAsync(Table.Identities, cohort.Value, CohortKeys.Person(id), cancellation).ConfigureAwait(false) is { } row)
            {
                people.Add(CohortRows.ReadIdentity(row).Value);
            }
        }

        return people;
    }

    /// <summary>Who of these people was asked before that day whether their address may be passed on.</summary>
    private async Task<HashSet<ParticipantId>> AskedAsync(
        Timetable timetable, CohortId cohort, Step step, IReadOnlyList<ParticipantId> ids, LocalDate on, CancellationToken cancellation)
    {
        var proposal = Phases.IdOf(step.Whole, Phase.Proposal);
        var place = timetable.PlaceOf(proposal);
        var asked = new HashSet<ParticipantId>();
        foreach (var id in ids)
        {
            var person = await desk.FindParticipantAsync(cohort, id, timetable, cancellation).ConfigureAwait(false);
            if (person is { Value: var known } && known.Handled.Contains(place) && !known.Unasked.Contains(place)
                && !known.Open.Any(open => open.StepId == proposal && open.PromptedOn >= on))
            {
                asked.Add(id);
            }
        }

        return asked;
    }

    /// <summary>What each of these people wrote for the others to read, when the pair or the set was proposed.</summary>
    private async Task<Dictionary<ParticipantId, string>> WordsAsync(IReadOnlyList<Identity> people, StepId step, CancellationToken cancellation)
    {
        var words = new Dictionary<ParticipantId, string>();
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
