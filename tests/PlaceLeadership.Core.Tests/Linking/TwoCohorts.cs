using System.Runtime.CompilerServices;
using NodaTime;
using PlaceLeadership.Application.Choosing;
using PlaceLeadership.Application.Deleting;
using PlaceLeadership.Application.Ending;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Application.Linking;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Application.People;
using PlaceLeadership.Application.Settling;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Core.Tests.Linking;

/// <summary>What somebody was sent.</summary>
/// <param name="Id">Which letter.</param>
/// <param name="On">The local day.</param>
/// <param name="IsLetter">Whether it was the letter of its week, not what came beside one.</param>
/// <param name="Brought">The steps that it brought.</param>
/// <param name="IsChange">Whether it says that a meeting was moved or called off.</param>
/// <param name="AtOnce">Whether that was said at once, which is exempt from all caps.</param>
internal sealed record LinkedMail(LetterId Id, LocalDate On, bool IsLetter, IReadOnlyList<StepId> Brought, bool IsChange, bool AtOnce);

/// <summary>
/// Two cohorts, 'one' and 'two', in the same tables, with six people each: p1 to p6 and q1 to q6. A person of one is tended while a transaction
/// of the other is about to be stored, whenever <see cref="Interrupts"/> says so.
/// </summary>
internal sealed class TwoCohorts
{
    public static readonly CohortId One = new("one");
    public static readonly CohortId Two = new("two");

    private readonly Interrupted _tables = new(new MemoryTables());
    private readonly ProgrammeLibrary _programmes;
    private readonly List<LinkedMail> _sent = [];
    private int _last;

    public TwoCohorts(LocalDate start)
    {
        Clock = new StoppedClock(start.At(7, Office.London));
        _programmes = new ProgrammeLibrary(_tables, BuiltIn.Kinds);
        Reader = new CohortReader(_tables, _programmes);
        Directory = new CohortDirectory(_tables);
        Work = new UnitOfWork(Reader, new CohortWaker(Directory), Clock);
        Slots = new SlotDesk(Reader, Work);
        Tokens = new LinkTokens(new KeyRing(new byte[KeyRing.SecretBytes]));
        Links = new LinkDesk(Reader, Slots, Tokens, Clock);
        Pauses = new PauseDesk(Work, Clock);
        Choices = new LetterDesk(Work, Clock);
        Roster = new RosterDesk(Reader, Work, Directory, Clock);
        Ending = new EndDesk(Work, Clock);
        Events = new SettlementDesk(Reader, Work, Clock);
        Sets = new SetDesk(Reader, Work);
        Deletion = new DeletionDesk(Reader, Ending, new ReflectionVault(_tables, new KeyRing(new byte[KeyRing.SecretBytes])), Directory);
    }

    public StoppedClock Clock { get; }

    public CohortReader Reader { get; }

    public CohortDirectory Directory { get; }

    public UnitOfWork Work { get; }

    public SlotDesk Slots { get; }

    public LinkTokens Tokens { get; }

    public LinkDesk Links { get; }

    public PauseDesk Pauses { get; }

    public LetterDesk Choices { get; }

    public RosterDesk Roster { get; }

    public EndDesk Ending { get; }

    public SettlementDesk Events { get; }

    public DeletionDesk Deletion { get; }

    public SetDesk Sets { get; }

    public ITables Tables => _tables;

    public LocalDate Today => Clock.Now.InZone(Office.London).Date;

    public IReadOnlyList<LinkedMail> Sent => _sent;

    /// <summary>Whether the other cohort is tended, or the process dies, before a transaction is stored or after it: 0 for neither.</summary>
    public Func<Interruption> Interrupts
    {
        set => _tables.Next = value;
    }

    public static ParticipantId Person(CohortId cohort, int number) => new($"{(cohort == One ? 'p' : 'q')}{number}");

    public async Task LaunchAsync(CohortId id, Programme programme)
    {
        _last = 0;
        var plan = Launch.Plan(
            new LaunchRequest(
                programme with { Id = id.Value }, Somebody.Named("Ann").AndFiveMore(), "Our place", Today, Office.London, UkDivision.EnglandAndWales,
                new Sender("Sam", "sam@example.org", "telephone"), id),
            Today, () => Person(id, ++_last));
        Assert.Empty(plan.Problems);
        Assert.Null(await new LaunchStore(Reader, _programmes, Directory, Clock)
            .StoreAsync(plan, Actor.Manager, programme with { Id = id.Value }, Plan.Text(programme with { Id = id.Value }), default));
    }

    /// <summary>The same desk for linking over tables before whose transactions something happens.</summary>
    public LinkDesk LinksWith(Func<Task> beforeEach)
    {
        var tables = new Hooked(_tables, beforeEach);
        var reader = new CohortReader(tables, new ProgrammeLibrary(tables, BuiltIn.Kinds));
        return new LinkDesk(reader, new SlotDesk(reader, new UnitOfWork(reader, new CohortWaker(new CohortDirectory(tables)), Clock)), Tokens, Clock);
    }

    /// <summary>The people whom the slots name.</summary>
    public async Task<IReadOnlyList<string>> SlotsAsync()
    {
        var members = new List<string>();
        await foreach (var row in _tables.RangeAsync(Table.Identities, SlotRows.Partition, "!", "~", default))
        {
            members.AddRange(SlotRows.Read(row).Value.Members.Select(member => member.Participant.Value));
        }

        return members;
    }

    /// <summary>What somebody pastes: a sentence around a private link of theirs.</summary>
    public string LinkOf(CohortId cohort, int number, StepId? step = null) => "Please pause: https://place.example.org/"
        + Tokens.PathOf(new PauseLink(cohort, Person(cohort, number), step ?? new StepId("any"), Today, Clock.Now + Duration.FromDays(400))) + " .";

    public Task<LinkRefusal?> LinkAsync(int number) => Links.LinkAsync(One, Person(One, number), LinkOf(Two, number), default);

    public async Task<Participant> PersonAsync(CohortId cohort, int number) =>
        (await Reader.FindPersonAsync(cohort, Person(cohort, number), default))!.Value.Person.Value;

    /// <summary>Whether the provider takes anything now; what it does not take until the day is over is taken back.</summary>
    public Func<bool> Takes { get; set; } = () => true;

    /// <summary>Tends both, hour by hour of working days, until a day.</summary>
    public async Task GoToAsync(LocalDate day, bool twoFirst = false)
    {
        for (; Today < day; Clock.Now = Today.PlusDays(1).At(7, Office.London))
        {
            for (var hour = 8; hour < 18; hour++)
            {
                Clock.Now = Today.At(hour, Office.London);
                await TendAsync(twoFirst ? Two : One);
                await TendAsync(twoFirst ? One : Two);
            }
        }
    }

    /// <summary>Tends one and sends what is due. A process that dies is started again.</summary>
    public async Task TendAsync(CohortId cohort)
    {
        _tables.Other = () => RoundAsync(cohort == One ? Two : One);
        for (var died = true; died;)
        {
            try
            {
                await RoundAsync(cohort);
                died = false;
            }
            catch (BrokenOffException)
            {
            }
        }

        _tables.Other = null;
        await SendAsync(One);
        await SendAsync(Two);
    }

    public async Task<LocalDate> EndsOnAsync(CohortId cohort)
    {
        var (view, timetable) = (await Reader.ReadAsync(cohort, default))!.Value;
        return timetable.EndsOn(view.Cohort.Value);
    }

    public async Task<IReadOnlyList<Fact>> FactsAsync(CohortId cohort)
    {
        var facts = new List<Fact>();
        await foreach (var fact in Reader.FactsAsync(cohort, default))
        {
            facts.Add(fact);
        }

        return facts;
    }

    private async Task RoundAsync(CohortId cohort)
    {
        var result = await new Tender(Reader, Work).TendAsync(cohort, Clock.Now, default);
        if (result?.Convene == true && await new Convener(Reader, Work, Clock).ConveneAsync(cohort, Clock.Now, default))
        {
            await new Tender(Reader, Work).TendAsync(cohort, Clock.Now, default);
        }
    }

    private async Task SendAsync(CohortId cohort)
    {
        if (await Reader.ReadAsync(cohort, default) is not var (view, timetable))
        {
            return;
        }

        var people = view.Participants.ToDictionary(person => person.Value.Id, person => person.Value);
        foreach (var message in view.Outbox.Select(message => message.Value).Where(message => message.NotBefore <= Clock.Now))
        {
            if (Clock.Now >= message.SendBy)
            {
                await Work.ChangePersonAsync(cohort, Actor.Rule, message.Id.Participant, default, context => ParticipantEdit.After(
                    new OutboxEvent.Over(), message.DeedsOf(Deeds.Withdrawn), context.Person, context.Timetable,
                    context.Outbox.Where(other => other.Value.Id == message.Id), Clock.Now), default);
                continue;
            }

            if (!Takes())
            {
                continue;
            }

            var isChange = timetable.FindStep(message.First.Step)!.IsChangeOfMeeting;
            _sent.Add(new LinkedMail(
                message.Id, message.DueOn, !isChange && people[message.Id.Participant].LastLetterOn == message.DueOn, [.. message.Brought.Select(item => item.Step)],
                isChange, message.AtOnce));
            await Events.ApplyAsync(message.Id, Actor.Manager, ProviderReport.Accepted, default);
        }
    }

    private sealed class Hooked(ITables inner, Func<Task> beforeEach) : ITables
    {
        public Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation) =>
            inner.GetAsync(table, partition, key, cancellation);

        public IAsyncEnumerable<Row> RangeAsync(Table table, string partition, string from, string to, CancellationToken cancellation) =>
            inner.RangeAsync(table, partition, from, to, cancellation);

        public async Task<IReadOnlyList<string>> SubmitAsync(
            Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
        {
            await beforeEach();
            return await inner.SubmitAsync(table, partition, changes, cancellation);
        }
    }

    /// <summary>Tables that tend the other cohort before a transaction, or die before or after it.</summary>
    private sealed class Interrupted(ITables inner) : ITables
    {
        public Func<Interruption> Next { get; set; } = () => Interruption.None;

        /// <summary>What the other cohort does; null when nobody is tending.</summary>
        public Func<Task>? Other { get; set; }

        public Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation) =>
            inner.GetAsync(table, partition, key, cancellation);

        public async IAsyncEnumerable<Row> RangeAsync(
            Table table, string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellation)
        {
            await foreach (var row in inner.RangeAsync(table, partition, from, to, cancellation))
            {
                yield return row;
            }
        }

        public async Task<IReadOnlyList<string>> SubmitAsync(
            Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
        {
            if (Other is not { } other)
            {
                return await inner.SubmitAsync(table, partition, changes, cancellation);
            }

            var what = Next();
            if (what == Interruption.OtherFirst)
            {
                // Not again while it is at it.
                Other = null;
                await other();
                Other = other;
            }

            if (what == Interruption.DiesBefore)
            {
                throw new BrokenOffException();
            }

            var etags = await inner.SubmitAsync(table, partition, changes, cancellation);
            return what == Interruption.DiesAfter ? throw new BrokenOffException() : etags;
        }
    }
}

/// <summary>What happens around a transaction.</summary>
internal enum Interruption
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The other cohort is tended before it.</summary>
    OtherFirst,

    /// <summary>The process dies before it.</summary>
    DiesBefore,

    /// <summary>The process dies after it.</summary>
    DiesAfter,
}
