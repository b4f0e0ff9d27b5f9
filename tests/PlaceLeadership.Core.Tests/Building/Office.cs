using NodaTime;
using PlaceLeadership.Application.Amending;
using PlaceLeadership.Application.Choosing;
using PlaceLeadership.Application.Deleting;
using PlaceLeadership.Application.Ending;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Application.MovingOn;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Application.People;
using PlaceLeadership.Application.Settling;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Core.Tests.Building;

/// <summary>What somebody was sent, as the provider took it.</summary>
/// <param name="Id">What it is about.</param>
/// <param name="At">When.</param>
/// <param name="Named">What was named as still open with it.</param>
internal sealed record Taken(MessageId Id, LocalDateTime At, IReadOnlyList<OutboxItem> Named)
{
    /// <summary>The message that brought it, maybe with other things.</summary>
    public required LetterId Letter { get; init; }
}

/// <summary>
/// A manager's office over tables in memory: every desk of the product, a clock to move, and a provider that takes
/// whatever may be sent at that moment.
/// </summary>
internal sealed class Office
{
    public static readonly CohortId Cohort = new("ours");

    public static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    private readonly ProgrammeLibrary _programmes;
    private readonly List<Taken> _taken = [];
    private int _last;

    public Office(LocalDateTime start, ITables? tables = null, StepKinds? kinds = null)
    {
        Tables = tables ?? new MemoryTables();
        Clock = new StoppedClock(start.ToInstant(London));
        _programmes = new ProgrammeLibrary(Tables, kinds ?? BuiltIn.Kinds);
        Reader = new CohortReader(Tables, _programmes);
        Directory = new CohortDirectory(Tables);
        Work = new UnitOfWork(Reader, new CohortWaker(Directory), Clock);
        Launches = new LaunchStore(Reader, _programmes, Directory, Clock);
        Roster = new RosterDesk(Reader, Work, Directory, Clock);
        Pauses = new PauseDesk(Work, Clock);
        Choices = new LetterDesk(Work, Clock);
        Amendments = new AmendmentDesk(Work, Clock);
        WholeLetters = new WholeLetterDesk(Work, Clock);
        Events = new SettlementDesk(Reader, Work, Clock);
        Versions = new VersionDesk(Reader, Work, _programmes, Clock);
        Vault = new ReflectionVault(Tables, new KeyRing(new byte[KeyRing.SecretBytes]));
        Letters = new JourneyLetters(Reader, Vault);
        Replies = new ReplyDesk(Reader, Work, Vault, Letters, Clock);
        Ending = new EndDesk(Work, Clock);
        Deletion = new DeletionDesk(Reader, Ending, Vault, Directory);
        Tender = new Tender(Reader, Work);
        Convener = new Convener(Reader, Work, Clock);
    }

    public ITables Tables { get; }

    public StoppedClock Clock { get; }

    public CohortReader Reader { get; }

    public CohortDirectory Directory { get; }

    public UnitOfWork Work { get; }

    public LaunchStore Launches { get; }

    public RosterDesk Roster { get; }

    public PauseDesk Pauses { get; }

    public LetterDesk Choices { get; }

    public AmendmentDesk Amendments { get; }

    public WholeLetterDesk WholeLetters { get; }

    public SettlementDesk Events { get; }

    public VersionDesk Versions { get; }

    public ReplyDesk Replies { get; }

    public Tender Tender { get; }

    public JourneyLetters Letters { get; }

    public Convener Convener { get; }

    public ReflectionVault Vault { get; }

    public EndDesk Ending { get; }

    public DeletionDesk Deletion { get; }

    public LocalDateTime Now => Clock.Now.InZone(London).LocalDateTime;

    public LocalDate Today => Now.Date;

    /// <summary>All that the provider took, in order.</summary>
    public IReadOnlyList<Taken> Sent => _taken;

    /// <summary>All that was taken for one person, as <c>step/kind on date, naming step</c>.</summary>
    public IEnumerable<string> SentTo(ParticipantId participant) => _taken.Where(item => item.Id.Participant == participant)
        .Select(item => $"{item.Id.Step}/{MessageId.Word(item.Id.Kind)} on {item.At.Date:uuuu-MM-dd}"
            + string.Concat(item.Named.Select(named => $", naming {named.Step}")));

    /// <summary>A launched cohort whose start is today; people are called p1, p2 and so on, in the order of the roster.</summary>
    public static async Task<Office> LaunchedAsync(
        LocalDate start, Programme programme, IReadOnlyList<RosterEntry> people, UkDivision division = UkDivision.EnglandAndWales)
    {
        var office = new Office(start.At(new LocalTime(7, 0)));
        var plan = office.Planned(programme, people, division);
        Assert.Empty(plan.Problems);
        Assert.Empty(ProgrammeReader.Read(Plan.Text(programme), BuiltIn.Kinds).Problems);
        Assert.Null(await office.Launches.StoreAsync(plan, Actor.Manager, programme, Plan.Text(programme), default));
        return office;
    }

    public LaunchPlan Planned(
        Programme programme, IReadOnlyList<RosterEntry> people, UkDivision division = UkDivision.EnglandAndWales) => Launch.Plan(
            new LaunchRequest(
                programme, people, "Our place", Today, London, division, new Sender("Sam", "sam@example.org", "telephone"), Cohort),
            Today, NewId);

    public ParticipantId NewId() => new($"p{++_last}");

    /// <summary>Goes to this moment, tending and sending whenever something comes.</summary>
    public async Task GoToAsync(LocalDateTime moment)
    {
        var until = moment.ToInstant(London);
        while (true)
        {
            var wake = await KeepAsync();
            if (wake is not { } next || next > until)
            {
                break;
            }

            Assert.True(next > Clock.Now, $"Tending at {Now} asks to be woken at {next}, which is not later.");
            Clock.Now = next;
        }

        Clock.Now = Instant.Max(Clock.Now, until);
        await KeepAsync();
    }

    public Task GoToAsync(LocalDate day, int hour = 12) => GoToAsync(day.At(new LocalTime(hour, 0)));

    /// <summary>Tends and sends what may be sent now.</summary>
    /// <returns>When tending wants to be woken.</returns>
    public async Task<Instant?> KeepAsync()
    {
        var result = await Tender.TendAsync(Cohort, Clock.Now, default);
        if (result!.Convene && await Convener.ConveneAsync(Cohort, Clock.Now, default))
        {
            result = await Tender.TendAsync(Cohort, Clock.Now, default);
        }

        await SendAsync();
        return result!.NextWake;
    }

    /// <summary>Tends without sending: what became due waits in the outbox.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> TendAsync()
    {
        await Tender.TendAsync(Cohort, Clock.Now, default);
        return await OutboxAsync();
    }

    public async Task SendAsync()
    {
        foreach (var message in await OutboxAsync())
        {
            Assert.True(
                message.NotBefore <= Clock.Now && Clock.Now < message.SendBy, $"{message.Id} waits at {Now}, outside its hours.");
            await Events.ApplyAsync(message.Id, Actor.Manager, ProviderReport.Accepted, default);
            _taken.AddRange(message.Brought.Select((item, at) => new Taken(
                new MessageId(Cohort, item.Step, message.Id.Participant, item.Kind), Now, at == 0 ? [.. message.Named] : [])
            { Letter = message.Id }));
        }
    }

    public async Task<IReadOnlyList<OutboxMessage>> OutboxAsync() =>
        [.. (await Reader.OutboxAsync(Cohort, default)).Select(message => message.Value)];

    public async Task<CohortView> ViewAsync() => (await Reader.ReadAsync(Cohort, default))!.Value.View;

    public async Task<Participant> PersonAsync(ParticipantId id) =>
        (await ViewAsync()).Participants.Single(person => person.Value.Id == id).Value;

    public async Task<IReadOnlyList<Fact>> FactsAsync()
    {
        var facts = new List<Fact>();
        await foreach (var fact in Reader.FactsAsync(Cohort, default))
        {
            facts.Add(fact);
        }

        return facts;
    }

    public static MessageId Message(ParticipantId participant, StepId step, MessageKind kind = MessageKind.Prompt) =>
        new(Cohort, step, participant, kind);

    /// <summary>The letter of this number.</summary>
    public static LetterId Letter(ParticipantId participant, int number) => new(Cohort, participant, number);

    /// <summary>Writes something about a step.</summary>
    public Task<ReplyOutcome> AnswerAsync(ParticipantId participant, StepId step) => Replies.AnswerAsync(
        new AnswerLink(Cohort, participant, step, Today, Clock.Now + Duration.FromDays(1)),
        new AnswerForm(new Dictionary<string, IReadOnlyList<string>> { ["q"] = ["Words."] }), default);

    public Task<ReplyOutcome> ReplyAsync(ParticipantId participant, StepId step) => Replies.SayAsync(
        new AnswerLink(Cohort, participant, step, Today, Clock.Now + Duration.FromDays(1)), ReplyKind.Kept, default);
}
