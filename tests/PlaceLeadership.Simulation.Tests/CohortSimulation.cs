using System.Text.RegularExpressions;
using NodaTime;
using PlaceLeadership.Application.Amending;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Mail.Delivery;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Simulation.Tests;

/// <summary>How a simulated cohort is to be treated.</summary>
/// <param name="Seed">Everything that happens follows from it.</param>
public sealed record SimulationOptions(int Seed)
{
    public double FaultRate { get; init; } = 0.05;

    public int CrashAt { get; init; }

    public Misfortune CrashHow { get; init; } = Misfortune.CrashBefore;

    /// <summary>Whether the provider can be asked what became of a message.</summary>
    public bool Evidence { get; init; } = true;

    /// <summary>Whether the clock jumps, by minutes and by days.</summary>
    public bool Jumps { get; init; } = true;

    /// <summary>Whether people reply, pause and leave, and managers pause, move and cancel.</summary>
    public bool Lively { get; init; } = true;

    /// <summary>Whether a manager does nothing but move steps and letters, and that often.</summary>
    public bool MovesOnly { get; init; }

    public int People { get; init; } = 7;

    /// <summary>Puts a fault into the product itself, to prove that the checks find it.</summary>
    public Func<ITables, ITables>? Plant { get; init; }
}

/// <summary>
/// One cohort from launch to end against the real tending, outbox and replies, with faults at every await. Afterwards
/// <see cref="Checks"/> holds what happened against what the provider and the people know.
/// </summary>
public sealed partial class CohortSimulation
{
    public static readonly CohortId CohortId = new("simulated");

    private readonly SimulationOptions _options;
    private readonly Random _random;
    private readonly Faults _faults;
    private readonly MemoryTables _truth = new();
    private readonly ITables _tables;
    private readonly KeyRing _keys = new(new byte[KeyRing.SecretBytes]);
    private readonly List<(Instant At, Func<World, Task> Act)> _agenda = [];
    private World _world;
    private int _seen;

    public CohortSimulation(SimulationOptions options)
    {
        _options = options;
        _random = new Random(options.Seed);
        var start = new LocalDate(2024, 1, 1).PlusDays(_random.Next(0, 5600));
        Division = (UkDivision)_random.Next(3);
        Clock = new SimulatedClock(start.At(7, Zone));
        _faults = new Faults(_random, options.FaultRate) { CrashAt = options.CrashAt, CrashHow = options.CrashHow };
        Counted = new FaultyTables(_truth, _faults);
        _tables = options.Plant is null ? Counted : options.Plant(Counted);
        Mailer = new FaultyMailer(_faults, Clock, options.Evidence);
        _world = NewWorld();
        var plan = Launch.Plan(
            new LaunchRequest(
                SmallProgramme.Programme, Roster(), "Simulated", start, Zone, Division,
                new Sender("Sam", "sam@example.org", "telephone"), CohortId),
            start, () => Enrolment.NewId(_random.Next));
        Plan = plan;
        foreach (var (participant, identity) in plan.People)
        {
            People[participant.Id] = new PersonHistory(identity.Entry.Pattern);
        }
    }

    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/London"];

    public UkDivision Division { get; }

    public SimulatedClock Clock { get; }

    public FaultyTables Counted { get; }

    public FaultyMailer Mailer { get; }

    public LaunchPlan Plan { get; }

    /// <summary>What was done to and by each person, as those who did it know.</summary>
    public Dictionary<ParticipantId, PersonHistory> People { get; } = [];

    /// <summary>How far the clock was moved in all, beyond what the cohort asked for.</summary>
    public Duration Jumped { get; private set; }

    public int Crashes { get; private set; }

    public int Awaits => _faults.Awaits;

    /// <summary>The most messages that a crash of the sender left in doubt.</summary>
    public int InDoubt { get; private set; }

    /// <summary>The product over the same tables without any fault, for reading the end.</summary>
    public World Calm => new(_truth, Mailer, Clock, _keys);

    public async Task RunAsync()
    {
        await PersistAsync(async world =>
        {
            var problem = await world.Launches.StoreAsync(Plan, Actor.Manager, SmallProgramme.Programme, SmallProgramme.Yaml, default);
            Assert.True(problem is null || problem.Contains("already exists", StringComparison.Ordinal), problem);
        });
        var restarted = true;
        for (var round = 0; round < 3000; round++)
        {
            var next = Clock.Now + Duration.FromDays(3);
            try
            {
                var kept = await _world.Keeper.KeepAsync(CohortId, Clock.Now, restarted, default);
                restarted = false;
                if (kept!.Ended)
                {
                    break;
                }

                next = kept.NextWake is { } wake && wake < next ? wake : next;
            }
            catch (SimulatedCrashException)
            {
                Crashes++;
                var claimed = (await Calm.Reader.OutboxAsync(CohortId, default)).Count(message => message.Value.State is OutboxState.Sending);
                InDoubt = Math.Max(InDoubt, claimed);
                _world = NewWorld();
                restarted = true;
                next = Clock.Now + Duration.FromSeconds(13);
            }
            catch (Exception broken) when (broken is TimeoutException or StoreConflictException)
            {
                next = Clock.Now + Duration.FromMinutes(1);
            }

            await LiveAsync();
            Advance(next);
        }

        // The weather clears: what can be settled is settled.
        _faults.Armed = false;
        _world = NewWorld();
        Clock.Now += Courier.Lease;
        var last = await _world.Keeper.KeepAsync(CohortId, Clock.Now, soleSender: true, default);
        Assert.True(last!.Ended, "The cohort did not come to its end within 3,000 rounds.");
    }

    /// <summary>The steps that a mail names as still open, by its links.</summary>
    public IEnumerable<StepId> Named(FaultyMailer.Acceptance mail) => AnswerToken().Matches(mail.Text)
        .Select(match => Assert.IsType<LinkReading<AnswerLink>.Valid>(_world.Tokens.Read<AnswerLink>(match.Groups[1].Value, mail.At)).Link.Step)
        .Where(step => mail.Brings.All(id => id.Step != step)).Distinct();

    private World NewWorld() => new(_tables, Mailer, Clock, _keys);

    private void Advance(Instant next)
    {
        var due = _agenda.Count == 0 ? next : Instant.Min(next, _agenda.Min(item => item.At));
        Clock.Now = Instant.Max(Clock.Now + Duration.FromSeconds(1), due);
        if (_options.Jumps && _random.NextDouble() < 0.05)
        {
            var jump = _random.NextDouble() < 0.8
                ? Duration.FromMinutes(_random.Next(1, 600))
                : Duration.FromDays(_random.NextDouble() < 0.9 ? _random.Next(1, 6) : _random.Next(10, 25));
            Jumped += jump;
            Clock.Now += jump;
        }
    }

    /// <summary>Does something until it is done, whatever breaks meanwhile, as a person presses a button again.</summary>
    private async Task PersistAsync(Func<World, Task> act)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await act(_world);
                return;
            }
            catch (Exception broken) when (attempt < 500 && broken is SimulatedCrashException or TimeoutException or StoreConflictException)
            {
                Crashes += broken is SimulatedCrashException ? 1 : 0;
                _world = NewWorld();
            }
        }
    }

    private async Task LiveAsync()
    {
        foreach (var mail in Mailer.Accepted.Skip(_seen).ToList())
        {
            _seen++;
            Receive(mail);
        }

        foreach (var due in _agenda.Where(item => item.At <= Clock.Now).ToList())
        {
            _agenda.Remove(due);
            await PersistAsync(due.Act);
        }

        if (_options.Lively && _random.NextDouble() < (_options.MovesOnly ? 0.5 : 0.08))
        {
            await ManageAsync();
        }
    }

    private void Receive(FaultyMailer.Acceptance mail)
    {
        // The provider reports late, twice, and sometimes in the wrong order.
        foreach (var what in new[] { ProviderReport.Delivered, ProviderReport.Accepted, ProviderReport.Delivered })
        {
            if (_random.NextDouble() < 0.3)
            {
                _agenda.Add((Clock.Now + Duration.FromMinutes(_random.Next(0, 6000)), world => world.Events.ApplyAsync(mail.Id, Actor.Provider, what, default)));
            }
        }

        foreach (var token in AnswerToken().Matches(mail.Text).Select(match => match.Groups[1].Value).Distinct())
        {
            if (_options.Lively && _random.NextDouble() >= 0.5)
            {
                WillReply(token);
            }
        }
    }

    private void WillReply(string token)
    {
        var link = Assert.IsType<LinkReading<AnswerLink>.Valid>(_world.Tokens.Read<AnswerLink>(token, Clock.Now)).Link;
        var choice = _random.Next(3);
        _agenda.Add((Clock.Now + Duration.FromMinutes(_random.Next(1, 20_000)), async world =>
        {
            var outcome = choice switch
            {
                0 => await world.Replies.SayAsync(link, ReplyKind.Kept, default),
                1 => await world.Replies.SayAsync(link, ReplyKind.NotThisWeek, default),
                _ => await world.Replies.AnswerAsync(link, Filled((await world.Replies.ViewAsync(link, default))!.Step), default),
            };
            if (outcome is ReplyOutcome.Done)
            {
                People[link.Participant].Replied.TryAdd(link.Step, Clock.Now);
            }
        }
        ));
    }

    private static AnswerForm Filled(Step step) => new(step.Questions.ToDictionary(
        question => question.Id,
        IReadOnlyList<string> (question) => question switch
        {
            Question.Scale => ["2"],
            Question.SingleChoice choice => [choice.Options[^1].Id],
            Question.MultipleChoice choice => [choice.Options[0].Id],
            _ => ["Words."],
        }));

    private async Task ManageAsync()
    {
        var (id, person) = People.ElementAt(_random.Next(People.Count));
        var organisation = Plan.People.First(item => item.Participant.Id == new ParticipantId(id.Value)).Participant.Organisation;
        var everybody = People.Keys.ToList();
        var colleagues = Plan.People.Where(item => item.Participant.Organisation == organisation)
            .Select(item => item.Participant.Id).ToList();
        var resume = Clock.Now + Duration.FromMinutes(_random.Next(10, 30_000));
        switch (_options.MovesOnly ? 6 : _random.Next(9))
        {
            case 0:
                await PauseAsync([id], resume, world => world.Pauses.PausePersonAsync(CohortId, Actor.Manager, new ParticipantId(id.Value), null, default),
                    world => world.Pauses.ResumePersonAsync(CohortId, Actor.Manager, new ParticipantId(id.Value), default));
                break;
            case 1:
                await PauseAsync(colleagues, resume, world => world.Pauses.PauseAsync(CohortId, Actor.Manager, organisation, null, default),
                    world => world.Pauses.ResumeAsync(CohortId, Actor.Manager, organisation, default));
                break;
            case 2:
                await PauseAsync(everybody, resume, world => world.Pauses.PauseAsync(CohortId, Actor.Manager, null, null, default),
                    world => world.Pauses.ResumeAsync(CohortId, Actor.Manager, null, default));
                break;
            case 3 when _random.NextDouble() < 0.3:
                await PersistAsync(world => world.Roster.LeaveAsync(CohortId, Actor.Manager, new ParticipantId(id.Value), default));
                person.LeftAt ??= Clock.Now;
                break;
            case 4:
                var pattern = Patterns[_random.Next(Patterns.Length)];
                await PersistAsync(world => world.Roster.ChangeAsync(
                    CohortId, Actor.Manager, new ParticipantId(id.Value), entry => entry with { Pattern = pattern, PreferredHour = pattern.FromHour }, default));
                person.Patterns.Add((Clock.Now, pattern));
                break;
            case 5:
                await PersistAsync(world => world.Amendments.CancelAsync(AnyMessage(id), Actor.Manager, default));
                person.Amended = true;
                break;
            case 6:
                var (today, day) = (Clock.Now.InZone(Zone).Date, Clock.Now.InZone(Zone).Date.PlusDays(_random.Next(0, 15)));
                await PersistAsync(world => _random.Next(2) == 0
                    ? world.Amendments.MoveAsync(AnyMessage(id), Actor.Manager, day, default)
                    : world.WholeLetters.ActAsync(CohortId, id, today.PlusDays(_random.Next(0, 8)), Actor.Manager, new LetterAct.Move(day), default));
                person.Amended = true;
                break;
            case 7:
                var days = Enum.GetValues<IsoDayOfWeek>().Where(person.Patterns[^1].Pattern.Includes).ToList();
                var choice = new LetterChoice(_random.Next(2) == 0 ? null : days[_random.Next(days.Count)], EverySecondWeek: _random.Next(3) > 0);
                await PersistAsync(world => world.Choices.ChooseAsync(CohortId, Actor.Person(new ParticipantId(id.Value)), new ParticipantId(id.Value), choice, default));
                person.Choices.Add((Clock.Now, choice));
                break;
            default:
                await PersistAsync(world => world.Amendments.RestoreAsync(AnyMessage(id), Actor.Manager, default));
                break;
        }
    }

    private MessageId AnyMessage(ParticipantId person) => new(
        CohortId, SmallProgramme.Programme.Steps[_random.Next(SmallProgramme.Programme.Steps.Count)].Id, person,
        (MessageKind)_random.Next(3));

    private async Task PauseAsync(IReadOnlyList<ParticipantId> who, Instant until, Func<World, Task> pause, Func<World, Task> resume)
    {
        if (who.Any(id => People[id].PausedAt is not null))
        {
            return;
        }

        await PersistAsync(pause);
        foreach (var id in who)
        {
            People[id].PausedAt = Clock.Now;
        }

        _agenda.Add((until, async world =>
        {
            await resume(world);
            foreach (var id in who.Where(id => People[id].PausedAt is not null))
            {
                People[id].Pauses.Add((People[id].PausedAt!.Value, Clock.Now));
                People[id].PausedAt = null;
            }
        }
        ));
    }

    private static readonly WorkingPattern[] Patterns =
    [
        WorkingPattern.FullWeek,
        new(Weekdays.Monday | Weekdays.Tuesday | Weekdays.Wednesday, 9, 13),
        new(Weekdays.Friday, 8, 18),
        new(Weekdays.Thursday | Weekdays.Friday, 16, 18),
    ];

    private List<RosterEntry> Roster() =>
    [
        .. Enumerable.Range(0, _options.People).Select(number =>
        {
            var pattern = Patterns[_random.Next(Patterns.Length)];
            return new RosterEntry(
                $"Person {number}", $"person{number}@example.org", $"Organisation {number % 3}", Sectors.All[number % 3], "",
                null, null, Language.English, pattern, _random.Next(pattern.FromHour, pattern.ToHour), [], [], null);
        }),
    ];

    [GeneratedRegex(@"https://place\.example\.org/a/([^\s?]+)")]
    private static partial Regex AnswerToken();
}

/// <summary>What one simulated person knows happened.</summary>
public sealed class PersonHistory(WorkingPattern pattern)
{
    public List<(Instant From, WorkingPattern Pattern)> Patterns { get; } = [(Instant.MinValue, pattern)];

    public List<(Instant From, Instant To)> Pauses { get; } = [];

    public Instant? PausedAt { get; set; }

    public Instant? LeftAt { get; set; }

    public bool Amended { get; set; }

    public List<(Instant From, LetterChoice Choice)> Choices { get; } = [];

    public LetterChoice? ChoseAt(Instant at) => Choices.LastOrDefault(item => item.From < at).Choice;

    public Dictionary<StepId, Instant> Replied { get; } = [];
}
