using System.Text.RegularExpressions;
using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Mail;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Simulation.Tests.Together;

/// <summary>
/// Sixty people of twelve organisations through 26 weeks of coaching rounds and learning sets. They decline, leave, join and
/// pause; they answer behind the links of their mails. <see cref="TogetherChecks"/> looks at the groups after each change.
/// </summary>
public sealed partial class TogetherSimulation : IMailer
{
    public static readonly CohortId CohortId = new("together");

    private const int People = 60;
    private const int Organisations = 12;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    private readonly Random _random;
    private readonly PriorityQueue<Func<Task>, Instant> _agenda = new();
    private readonly List<(OutgoingMail Mail, LocalDateTime At)> _mails = [];
    private readonly List<string> _emails = [];
    private readonly TogetherChecks _checks;
    private readonly ChangeChecks _changes;
    private readonly SimulatedClock _clock;
    private readonly World _world;
    private readonly Timetable _timetable = Timetable.Of(TogetherProgramme.Programme);
    private HashSet<Row> _looked = [];
    private int _number;
    private int _read;

    public TogetherSimulation(int seed)
    {
        _random = new Random(seed);
        Start = new LocalDate(2026, 9, 7).PlusWeeks(_random.Next(0, 40));
        _clock = new SimulatedClock(Start.PlusDays(-1).At(7, Zone));
        _world = new World(new MemoryTables(), this, _clock, new KeyRing(new byte[KeyRing.SecretBytes]));
        _checks = new TogetherChecks(seed, _timetable);
        _changes = new ChangeChecks(seed, _timetable);
    }

    public LocalDate Start { get; }

    /// <summary>What happened, so that a test can see that enough did.</summary>
    public Dictionary<string, int> Happened { get; } = [];

    /// <summary>How many mails said at once that a meeting was moved or called off.</summary>
    public int SaidAtOnce => _changes.SaidAtOnce;

    public async Task RunAsync()
    {
        var plan = Launch.Plan(
            new LaunchRequest(
                TogetherProgramme.Programme, [.. Enumerable.Range(0, People).Select(_ => Somebody())], "Simulated", Start, Zone,
                UkDivision.EnglandAndWales, new Sender("Sam", "sam@example.org", "telephone"), CohortId),
            _clock.Now.InZone(Zone).Date, NewId);
        Assert.Empty(plan.Problems);
        Assert.Null(await _world.Launches.StoreAsync(plan, Actor.Manager, TogetherProgramme.Programme, TogetherProgramme.Yaml, default));
        PlanLife();
        PlanChanges();
        for (var round = 0; ; round++)
        {
            Assert.True(round < 5_000, "The cohort did not come to its end within 5,000 rounds.");
            var kept = (await _world.Keeper.KeepAsync(CohortId, _clock.Now, soleSender: true, default))!;
            await CheckAsync();
            for (; _read < _mails.Count; _read++)
            {
                Receive(_mails[_read].Mail, _mails[_read].At);
            }

            if (kept.Ended)
            {
                _changes.CheckCaps();
                return;
            }

            _agenda.TryPeek(out _, out var next);
            if (_agenda.Count > 0 && !(kept.NextWake < next))
            {
                _clock.Now = Instant.Max(_clock.Now, next);
                while (_agenda.TryPeek(out var act, out var at) && at <= _clock.Now)
                {
                    _agenda.Dequeue();
                    await act();
                }

                await CheckAsync();
            }
            else
            {
                Assert.True(kept.NextWake > _clock.Now, $"At {_clock.Now} the cohort wants to be tended at {kept.NextWake}.");
                _clock.Now = kept.NextWake!.Value;
            }
        }
    }

    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        _mails.Add((mail, _clock.Now.InZone(Zone).LocalDateTime));
        return Task.FromResult<SendOutcome>(new SendOutcome.Accepted(null));
    }

    public Task<bool?> WasAcceptedAsync(string messageId, CancellationToken cancellation) => Task.FromResult<bool?>(true);

    private async Task CheckAsync()
    {
        var kept = (await _world.Reader.RowsAsync(CohortId, default)).All;
        if (_looked.SetEquals(kept))
        {
            return;
        }

        _looked = [.. kept];
        var view = (await _world.Reader.ReadAsync(CohortId, default))!.Value.View;
        var identities = await _world.Reader.IdentitiesAsync(CohortId, default);
        _checks.Look(view, identities, _clock.Now.InZone(Zone).Date);
    }

    private ParticipantId NewId() => new($"p{++_number:D11}");

    private RosterEntry Somebody()
    {
        var number = _emails.Count;
        var manager = number > 0 && _random.Next(3) == 0 ? _emails[_random.Next(number)] : null;
        _emails.Add($"person{number}@example.org");
        var organisation = _random.Next(Organisations);
        var patterns = new[]
        {
            WorkingPattern.FullWeek, WorkingPattern.FullWeek, new WorkingPattern(Weekdays.All, 8, 16),
            new WorkingPattern(Weekdays.Monday | Weekdays.Tuesday | Weekdays.Wednesday | Weekdays.Thursday, 9, 17),
        };
        var pattern = patterns[_random.Next(patterns.Length)];
        string[] skills = ["Listening", "Budgets", "Asking good questions", "Saying no", "Data", "Working with residents"];
        return new RosterEntry(
            $"Person {number}", $"person{number}@example.org", $"Organisation {organisation}", Sectors.All[organisation % 4], "",
            (Level)_random.Next(5), manager, Language.English, pattern, 9,
            [skills[_random.Next(skills.Length)]], [skills[_random.Next(skills.Length)]], null);
    }

    private void PlanLife()
    {
        for (var count = _random.Next(3, 7); count > 0; count--)
        {
            At(_random.Next(5, 170), async () =>
            {
                if (await AnybodyAsync() is { } person)
                {
                    Count("left");
                    _checks.Left(new ParticipantId(person));
                    await _world.Roster.LeaveAsync(CohortId, Actor.Manager, new ParticipantId(person), default);
                }
            });
        }

        for (var count = _random.Next(2, 5); count > 0; count--)
        {
            At(_random.Next(5, 150), async () =>
            {
                Count("joined");
                Assert.Empty(await _world.Roster.JoinAsync(CohortId, Actor.Manager, [Somebody()], NewId, default));
            });
        }

        for (var count = _random.Next(1, 4); count > 0; count--)
        {
            At(_random.Next(5, 150), async () =>
            {
                if (await AnybodyAsync() is { } one && await AnybodyAsync() is { } other && one != other)
                {
                    Count("apart");
                    _checks.Apart(new ParticipantId(one), new ParticipantId(other));
                    await _world.Apart.KeepApartAsync(CohortId, Actor.Manager, new ParticipantId(one), new ParticipantId(other), default);
                }
            });
        }

        for (var count = _random.Next(2, 6); count > 0; count--)
        {
            At(_random.Next(5, 150), async () =>
            {
                if (await AnybodyAsync() is { } person)
                {
                    await _world.Pauses.PausePersonAsync(CohortId, Actor.Manager, new ParticipantId(person), _clock.Now.InZone(Zone).Date.PlusDays(_random.Next(5, 30)), default);
                }
            });
        }
    }

    private void PlanChanges()
    {
        for (var count = _random.Next(5, 10); count > 0; count--)
        {
            // Often again within the week.
            var day = _random.Next(25, 170);
            At(day, ChangeAMeetingAsync);
            At(day + _random.Next(1, 5), ChangeAMeetingAsync);
        }
    }

    private async Task ChangeAMeetingAsync()
    {
        var now = _clock.Now.InZone(Zone).LocalDateTime;
        foreach (var set in Groups.Of(await _world.Reader.RowsAsync(CohortId, default)).Sets)
        {
            foreach (var meeting in set.Meetings.Where(meeting => meeting is { Stands: true } && _random.Next(2) == 0))
            {
                var to = now.Date.PlusDays(_random.Next(1, 30)) + meeting.At!.Value.TimeOfDay;
                var callsOff = _random.Next(3) == 0;
                if (await _world.Sets.ChangeMeetingAsync(
                    CohortId, Actor.Manager, set.Number, meeting.StepId, it => callsOff ? MeetingChange.CallOff(it, now) : MeetingChange.Move(it, to, now), default)
                    is MeetingOutcome.Changed { Meeting: { } changed } && changed.Sequence > meeting.Sequence)
                {
                    Count("changed");
                    var view = (await _world.Reader.ReadAsync(CohortId, default))!.Value.View;
                    _changes.Changed(changed, set.Members.Select(member => view.Participants.Single(person => person.Value.Id == member.Person).Value), now);
                }
            }
        }
    }

    private void At(int day, Func<Task> act) => _agenda.Enqueue(act, Start.PlusDays(day).At(12, Zone));

    private async Task<string?> AnybodyAsync()
    {
        var people = (await _world.Reader.ReadAsync(CohortId, default))!.Value.View.Participants
            .Where(person => person.Value.LeftOn is null).Select(person => person.Value.Id).ToList();
        return people.Count == 0 ? null : people[_random.Next(people.Count)].Value;
    }

    private void Count(string what) => Happened[what] = Happened.GetValueOrDefault(what) + 1;

    private void Receive(OutgoingMail mail, LocalDateTime at)
    {
        var id = LetterId.Parse(mail.MessageId)!.Value;
        _checks.Mailed(id, mail);
        _changes.Mailed(id.Participant, mail.Brings, at);
        foreach (var token in AnswerToken().Matches(mail.Text).Select(match => match.Groups[1].Value).Distinct())
        {
            var link = Assert.IsType<LinkReading<AnswerLink>.Valid>(_world.Tokens.Read<AnswerLink>(token, _clock.Now)).Link;
            if (mail.Brings.Contains(link.Step) && _random.NextDouble() >= 0.25)
            {
                // People answer at the end of a day, so that a day is looked at once and not after each of them.
                _agenda.Enqueue(() => AnswerAsync(link), _clock.Now.InZone(Zone).Date.PlusDays(_random.Next(0, 6)).At(17, Zone));
            }
        }
    }

    private async Task AnswerAsync(AnswerLink link)
    {
        if (await _world.Replies.ViewAsync(link, default) is not { Open: true } view || Said(view) is not { } said)
        {
            return;
        }

        var asks = said.Contains(SetMessages.Other) && view.Step.Id.Message != SetMessages.Poll;
        if (asks)
        {
            Count("declined");
            await _checks.DeclinesAsync(link, view.Step, _world.Reader, CohortId);
        }

        var form = new AnswerForm(new Dictionary<string, IReadOnlyList<string>>
        {
            [SetMessages.Question] = said,
            [SetMessages.Words] = said.Contains(SetMessages.Presented) ? ["I will try."] : [],
        });
        Assert.IsType<ReplyOutcome.Done>(await _world.Replies.AnswerAsync(link, form, default));
    }

    private IReadOnlyList<string>? Said(ReplyView view)
    {
        var draw = _random.NextDouble();
        switch (view.Step.Id.Message)
        {
            case SetMessages.Proposal:
                return draw < 0.06 ? [SetMessages.Other] : [SetMessages.Fine];
            case CoachingMessages.Met:
                return draw < 0.03 ? [SetMessages.Other] : ["met"];
            case CoachingMessages.Fit:
                return draw < 0.05 ? [SetMessages.Other] : draw < 0.07 ? ["stop"] : [SetMessages.Fine];
            case SetMessages.Poll:
                var options = ((Question.MultipleChoice)view.Step.Questions[0]).Options;
                return [.. options.Where(_ => _random.NextDouble() < 0.5).Select(option => option.Id).DefaultIfEmpty(SetMessages.NoneOfThese)];
            case SetMessages.Record:
                var isTurn = _checks.IsTurn(view.Step.Whole, view.Person.Id);
                return draw < 0.12 ? [SetMessages.Away]
                    : isTurn ? [SetMessages.There, SetMessages.Presented]
                    : draw < 0.2 ? [SetMessages.There, SetMessages.Presented] : [SetMessages.There];
            case SetMessages.Actions:
                Count("looked back");
                return [SetMessages.Done];
            default:
                return null;
        }
    }

    [GeneratedRegex("https://place\\.example\\.org/a/([^\\s?]+)")]
    private static partial Regex AnswerToken();
}
