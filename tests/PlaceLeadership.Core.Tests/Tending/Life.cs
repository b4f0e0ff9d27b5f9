using CsCheck;
using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Tending;

/// <summary>Something somebody does to a cohort. What the numbers mean depends on the act; all are in 0 to 999.</summary>
internal sealed record Act(string What, int Who, int Which, int Days, int Minutes)
{
    private static readonly string[] Acts =
    [
        "wait", "wait", "wait", "reply", "reply", "pause", "resume", "pause-organisation", "resume-organisation",
        "pause-cohort", "resume-cohort", "move", "cancel", "restore", "leave", "change-hours", "change-organisation", "bounce",
        "mend", "join", "tend-only", "version", "choose-letters", "choose-letters", "move-letter", "cancel-letter", "restore-letter",
    ];

    public static Gen<Act> Any { get; } = Gen.Select(
        Gen.Int[0, Acts.Length - 1], Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 999],
        (act, who, which, days, minutes) => new Act(Acts[act], who, which, days, minutes));
}

/// <summary>A random cohort and what happens to it.</summary>
internal sealed record LifeStory(
    Programme Programme, IReadOnlyList<RosterEntry> People, UkDivision Division, LocalDate Start, Act[] Acts)
{
    public static Gen<LifeStory> Any { get; } = Gen.Select(
        Chances.Programme, Chances.People(4), Chances.Division, Chances.Start, Act.Any.Array[0, 40],
        (programme, people, division, start, acts) => new LifeStory(programme, people, division, start, acts));

    public override string ToString() =>
        $"{Start:uuuu-MM-dd} {Division}\n{Plan.Text(Programme)}\n{string.Join('\n', People)}\n{string.Join('\n', (object[])Acts)}";
}

/// <summary>Lives a story against the real desks, checking after each act what must always hold.</summary>
internal sealed class Life
{
    private readonly LifeStory _story;
    private readonly Office _office;
    private readonly HashSet<(ParticipantId Person, StepId Step)> _replied = [];
    private readonly HashSet<(ParticipantId, LocalDate)> _hoursChanged = [];
    private readonly Dictionary<ParticipantId, LocalDate> _letters = [];
    private int _checked;

    private Life(LifeStory story, Office office) => (_story, _office) = (story, office);

    public Office Office => _office;

    public static async Task<Life> LiveAsync(LifeStory story)
    {
        var office = await Office.LaunchedAsync(story.Start, story.Programme, story.People, story.Division);
        var life = new Life(story, office);
        await life.KeepAsync();
        foreach (var act in story.Acts)
        {
            await life.DoAsync(act);
            await life.KeepAsync();
        }

        await life.WaitAsync(office.Now.Date.PlusDays(10).At(new LocalTime(10, 0)));
        return life;
    }

    /// <summary>Lives to the end of the cohort, and checks that nothing was forgotten on the way: each step that was somebody's came, or a fact says why not.</summary>
    public async Task EndAsync()
    {
        var (view, timetable) = (await _office.Reader.ReadAsync(Office.Cohort, default))!.Value;
        if (view.Cohort.Value.Pause is not null)
        {
            await _office.Pauses.ResumeAsync(Office.Cohort, Actor.Manager, null, default);
            (view, timetable) = (await _office.Reader.ReadAsync(Office.Cohort, default))!.Value;
        }

        await _office.GoToAsync(timetable.EndsOn(view.Cohort.Value).PlusDays(1));
        var ends = (await _office.FactsAsync()).Where(fact => fact.Kind is "prompted" or "let-go" or "lapsed" or "dropped" or "cancelled").ToList();
        Assert.Distinct(ends.Select(fact => (fact.Participant, fact.Step)));
        view = await _office.ViewAsync();
        foreach (var person in view.Participants.Select(person => person.Value).Where(person => person is { LeftOn: null, Pause: null } && person.JoinedFrom <= view.Cohort.Value.Start && !view.Cohort.Value.OrganisationPauses.ContainsKey(person.Organisation)))
        {
            foreach (var place in Enumerable.Range(0, timetable.Steps.Count).Where(place => !timetable.Steps[place].Kind.NeedsMatching))
            {
                var step = timetable.Steps[place].Id;
                var isTheirs = timetable.IsFor(place, person.Sector, person.Role) && !view.Cohort.Value.PassedOver.Contains(step) && person.AmendmentOf(step, MessageKind.Prompt) is null;
                Assert.True(!isTheirs || ends.Any(fact => fact.Participant == person.Id && fact.Step == step), $"{step} never came to {person.Id}, and nothing says why.");
            }
        }
    }

    /// <summary>Tends and sends, and checks that doing it again changes nothing.</summary>
    private async Task KeepAsync()
    {
        await _office.KeepAsync();
        await NothingIsDueAsync("tending again at once");
        await CheckSentAsync();
    }

    private async Task NothingIsDueAsync(string why)
    {
        var (view, timetable) = (await _office.Reader.ReadAsync(Office.Cohort, default))!.Value;
        var plan = CohortTending.Decide(
            timetable, view.Cohort.Value, view.Participants.Select(person => person.Value), _office.Clock.Now, view.Rows);
        Assert.False(plan.Convene, $"{why} at {_office.Now} brings people together.");
        Assert.True(plan.Changes.Count == 0, $"{why} at {_office.Now} changes {string.Join(", ", plan.Changes)}");
        Assert.True(plan.CohortFacts.Count == 0, $"{why} at {_office.Now} gives {string.Join(", ", plan.CohortFacts)}");
    }

    /// <summary>Waits until then, looking in between whether something became due before tending asked to be woken.</summary>
    private async Task WaitAsync(LocalDateTime until)
    {
        var end = until.ToInstant(Office.London);
        while (_office.Clock.Now < end)
        {
            var view = await _office.ViewAsync();
            var before = view.Cohort.Value;
            var wake = before.NextWake ?? end;
            Assert.True(wake > _office.Clock.Now, $"At {_office.Now} tending wants to be woken at {wake}, which is not later.");
            var from = _office.Clock.Now;
            var to = Instant.Min(wake, end);
            foreach (var share in new[] { 0.03, 0.4, 0.97 })
            {
                _office.Clock.Now = from + ((to - from) * share);
                await NothingIsDueAsync($"Waiting for {wake}, and looking");
            }

            _office.Clock.Now = to;
            var sent = _office.Sent.Count;
            var facts = (await _office.FactsAsync()).Count;
            await _office.KeepAsync();
            if (to == before.NextWake)
            {
                var now = await _office.ViewAsync();
                var after = now.Cohort.Value;
                Assert.True(
                    _office.Sent.Count > sent || !now.Rows.All.SequenceEqual(view.Rows.All) || CohortRows.Write(before) != CohortRows.Write(after with { NextWake = before.NextWake })
                        || (await _office.FactsAsync()).Count > facts,
                    $"Nothing came at {_office.Now}, when tending wanted to be woken.");
            }

            await CheckSentAsync();
        }
    }

    private async Task CheckSentAsync()
    {
        if (_checked == _office.Sent.Count)
        {
            return;
        }

        // A later version may make another step its welcome.
        var (view, timetable) = (await _office.Reader.ReadAsync(Office.Cohort, default))!.Value;
        var cohort = view.Cohort.Value;
        var today = _office.Today;
        for (; _checked < _office.Sent.Count; _checked++)
        {
            var (id, at, named) = _office.Sent[_checked];
            var person = view.Participants.Single(item => item.Value.Id == id.Participant).Value;
            Assert.True(_office.Sent.Count(item => item.Id == id) == 1, $"{id} was sent twice.");
            Assert.True(person.LeftOn is null && cohort.EndedOn is null, $"{id} was sent after leaving or the end.");
            Assert.False(person.Pause?.Holds(today) ?? false, $"{id} was sent during the person's pause.");
            Assert.False(cohort.Pause?.Holds(today) ?? false, $"{id} was sent during the cohort's pause.");
            Assert.False(
                cohort.OrganisationPauses.GetValueOrDefault(person.Organisation)?.Holds(today) ?? false, $"{id} was sent during the organisation's pause.");
            Assert.Null(person.AddressRefusedOn);
            Assert.True(
                person.Pattern.Includes(at.DayOfWeek) && at.Hour >= person.Hour && at.Hour < person.Pattern.ToHour, $"{id} was sent at {at}, outside {person.Pattern}.");
            Assert.DoesNotContain(BankHolidays.In(_story.Division, at.Year), holiday => holiday.Date == at.Date);
            Assert.All(named, item => Assert.False(_replied.Contains((id.Participant, item.Step)), $"{id} names {item.Step} after a reply."));
            var sameDay = _office.Sent.Where(item => item.Id.Participant == id.Participant && item.At.Date == at.Date).DistinctBy(item => item.Letter).Count();
            var oneDay = System.Numerics.BitOperations.PopCount((uint)person.Pattern.Days) == 1;
            var weekly = _story.Programme.Rhythm.IsWeekly;
            Assert.True(
                sameDay <= (oneDay && !weekly ? 2 : 1) || (!weekly && _hoursChanged.Contains((id.Participant, at.Date))), $"{id} is message number {sameDay} on {at.Date}.");
            var monday = LocalDays.MondayOf(at.Date);
            var sameWeek = _office.Sent.Where(item => item.Id.Participant == id.Participant && item.At.Date >= monday && item.At.Date < monday.PlusDays(7)).DistinctBy(item => item.Letter).Count();
            Assert.True(!weekly || sameWeek <= 2, $"{id} is in message number {sameWeek} of the week of {monday}.");
            Assert.True(
                !weekly || !_story.Programme.Quiet.Holds(at.Date, []) || id.Step == timetable.Programme.Welcome?.Id || timetable.FindStep(id.Step) is not { Kind.NeedsMatching: false },
                $"{id} came on a quiet day, {at}.");
            if (weekly && person.LastLetterOn == at.Date)
            {
                var letter = _office.Sent[_checked].Letter;
                CheckLetter(letter, person, at.Date, isWelcome: _office.Sent.Any(item => item.Letter == letter && item.Id.Step == timetable.Programme.Welcome?.Id));
            }
        }
    }

    /// <summary>The choices of its reader, at a mail that is the letter of its week.</summary>
    private void CheckLetter(LetterId letter, Participant person, LocalDate on, bool isWelcome)
    {
        var last = _letters.GetValueOrDefault(person.Id, on);
        _letters[person.Id] = on;
        if (isWelcome)
        {
            return;
        }

        var monday = LocalDays.MondayOf(on);
        Assert.True(
            last == on || monday >= LocalDays.MondayOf(last).PlusDays(person.EverySecondWeek ? 14 : 7), $"{letter} came on {on}, as the next letter after one of {last}.");

        // Before the chosen day only where neither it nor a later one of the week can be.
        Assert.True(
            person.LetterDay is not { } chosen || on.DayOfWeek >= chosen || Enumerable.Range((int)chosen - 1, 5).Select(days => monday.PlusDays(days))
                .All(day => day >= monday.PlusDays(7) || !WorkingCalendar.IsWorkingDay(_story.Division, person.Pattern, day)),
            $"{letter} came on {on:dddd}, before the {person.LetterDay} that its reader chose.");
    }

    private async Task DoAsync(Act act)
    {
        var view = await _office.ViewAsync();
        var person = view.Participants[act.Who % view.Participants.Count].Value;
        var steps = _story.Programme.Steps;
        var step = steps[act.Which % steps.Count];
        var kind = (MessageKind)(act.Days % 3);
        var message = Office.Message(person.Id, step.Id, kind);
        LocalDate? until = act.Which % 3 == 0 ? null : _office.Today.PlusDays(act.Days % 25);
        var id = Office.Cohort;
        switch (act.What)
        {
            case "wait":
                await WaitAsync(_office.Now.PlusMinutes(act.Minutes * 17L));
                break;
            case "tend-only":
                // Time passes without anybody tending: a process that was down.
                _office.Clock.Now += Duration.FromMinutes(act.Minutes * 20);
                break;
            case "reply":
                var sent = _office.Sent.Where(item => item.Id.Kind == MessageKind.Prompt).ToList();
                if (sent.Count > 0)
                {
                    var prompt = sent[act.Which % sent.Count].Id;
                    if (await _office.ReplyAsync(prompt.Participant, prompt.Step) is Core.Replies.ReplyOutcome.Done)
                    {
                        _replied.Add((prompt.Participant, prompt.Step));
                    }
                }

                break;
            case "pause":
                await _office.Pauses.PausePersonAsync(id, Actor.Manager, person.Id, until, default);
                break;
            case "resume":
                await _office.Pauses.ResumePersonAsync(id, Actor.Manager, person.Id, default);
                break;
            case "pause-organisation":
                await _office.Pauses.PauseAsync(id, Actor.Manager, person.Organisation, until, default);
                break;
            case "resume-organisation":
                await _office.Pauses.ResumeAsync(id, Actor.Manager, person.Organisation, default);
                break;
            case "pause-cohort":
                await _office.Pauses.PauseAsync(id, Actor.Manager, null, until, default);
                break;
            case "resume-cohort":
                await _office.Pauses.ResumeAsync(id, Actor.Manager, null, default);
                break;
            case "move":
                await _office.Amendments.MoveAsync(message, Actor.Manager, _office.Today.PlusDays(act.Minutes % 30), default);
                break;
            case "cancel":
                await _office.Amendments.CancelAsync(message, Actor.Manager, default);
                break;
            case "restore":
                await _office.Amendments.RestoreAsync(message, Actor.Manager, default);
                break;
            case "move-letter" or "cancel-letter" or "restore-letter":
                await LetterActs.DoAsync(_office, act, person.Id);
                break;
            case "leave":
                await _office.Roster.LeaveAsync(id, Actor.Manager, person.Id, default);
                break;
            case "change-hours":
                var hour = 8 + (act.Minutes % 9);
                _hoursChanged.Add((person.Id, _office.Today));
                await _office.Roster.ChangeAsync(
                    id, Actor.Manager, person.Id, entry => entry with { Pattern = new WorkingPattern((Weekdays)(1 + (act.Days % 31)), hour, hour + 1), PreferredHour = hour }, default);
                break;
            case "change-organisation":
                await _office.Roster.ChangeAsync(
                    id, Actor.Manager, person.Id, entry => entry with { Organisation = $"Organisation {1 + (act.Days % 3)}" }, default);
                break;
            case "bounce":
                await _office.Events.ApplyAsync(Office.Letter(person.Id, 1 + (act.Which % (person.Letters + 1))), Actor.Manager, ProviderReport.Bounced, default);
                break;
            case "mend":
                await _office.Roster.ChangeAsync(
                    id, Actor.Manager, person.Id, entry => entry with { Email = $"m{act.Days}-{act.Minutes}@example.org" }, default);
                break;
            case "join":
                await _office.Roster.JoinAsync(
                    id, Actor.Manager, [Somebody.Named($"J{act.Days}-{act.Minutes}", "Organisation 2")], _office.NewId, default);
                break;
            case "choose-letters":
                var days = LetterChoice.DaysOf(person);
                await _office.Choices.ChooseAsync(
                    id, Actor.Person(person.Id), person.Id,
                    new LetterChoice(act.Which % 3 == 0 ? null : days[act.Days % days.Count], EverySecondWeek: act.Minutes % 3 > 0), default);
                break;
            case "version":
                var version = view.Cohort.Value.ProgrammeVersion + 1;
                var next = _story.Programme with
                {
                    Version = version,
                    Steps =
                    [
                        .. steps.Select((item, index) => index == act.Which % steps.Count && item.Placement is Placement.InWeek
                            ? item with { Placement = new Placement.InWeek(1 + (act.Days % _story.Programme.Weeks), (IsoDayOfWeek)(1 + (act.Minutes % 5))) }
                            : item),
                        Plan.Milestone(new StepId($"v{version}"), 1 + (act.Minutes % _story.Programme.Weeks), IsoDayOfWeek.Thursday),
                    ],
                };
                next = Plan.LongEnough(next);
                Assert.Null(await _office.Versions.MoveOnAsync(id, Actor.Manager, next, Plan.Text(next), default));
                break;
            default:
                throw new ArgumentException($"Nobody knows how to '{act.What}'.");
        }
    }
}
