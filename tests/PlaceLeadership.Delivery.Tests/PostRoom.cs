using NodaTime;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Application.People;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Mail.Composing;
using PlaceLeadership.Mail.Delivery;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Delivery.Tests;

/// <summary>A launched cohort with its courier, over tables that count and a provider that takes everything.</summary>
internal sealed class PostRoom : TimeProvider
{
    public static readonly CohortId Cohort = new("ours");

    public static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    private PostRoom(Instant now)
    {
        Now = now;
        Programmes = new ProgrammeLibrary(Tables, BuiltIn.Kinds);
        Reader = new CohortReader(Tables, Programmes);
        Work = new UnitOfWork(Reader, new CohortWaker(new CohortDirectory(Tables)), this);
        Courier = new Courier(
            Reader, Work, Mailer,
            new MessageComposer(new LinkMaker(new LinkTokens(new KeyRing(new byte[32])), new Uri("https://place.example.org/"))),
            new JourneyLetters(Reader, new ReflectionVault(Tables, new KeyRing(new byte[32]))), this);
        Keeper = new Keeper(new Tender(Reader, Work), new Convener(Reader, Work, this), Courier);
    }

    public CountingTables Tables { get; } = new(new MemoryTables());

    public AcceptingMailer Mailer { get; } = new();

    public Instant Now { get; set; }

    public ProgrammeLibrary Programmes { get; }

    public CohortReader Reader { get; }

    public UnitOfWork Work { get; }

    public Courier Courier { get; }

    public Keeper Keeper { get; }

    public RosterDesk Roster => new(Reader, Work, new CohortDirectory(Tables), this);

    public PauseDesk Pauses => new(Work, this);

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public static async Task<PostRoom> LaunchedAsync(LocalDate start, string yaml, int people)
    {
        var room = new PostRoom(start.At(7, London));
        var programme = ProgrammeReader.Read(yaml, BuiltIn.Kinds).Programme!;
        var ids = 0;
        var plan = Launch.Plan(
            new LaunchRequest(
                programme, [.. Enumerable.Range(0, people).Select(Person)], "Our place", start, London, UkDivision.EnglandAndWales,
                new Sender("Sam", "sam@example.org", "telephone"), Cohort),
            start, () => new ParticipantId($"p{++ids:D3}"));
        var launches = new LaunchStore(room.Reader, room.Programmes, new CohortDirectory(room.Tables), room);
        Assert.Null(await launches.StoreAsync(plan, Actor.Manager, programme, yaml, default));
        return room;
    }

    /// <summary>Goes to this local hour, looking after the cohort whenever it wants.</summary>
    public async Task GoToAsync(LocalDate day, int hour)
    {
        var until = day.At(hour, London);
        while ((await Keeper.KeepAsync(Cohort, Now, soleSender: false, default))!.NextWake is { } wake && wake < until)
        {
            Now = wake;
        }

        Now = until;
    }

    private static RosterEntry Person(int index) => new(
        $"Person {index}", $"person{index}@example.org", $"Organisation {index % 6}", Sectors.Council, "Lead", null, null,
        Language.English, WorkingPattern.FullWeek, 9, [], [], null);
}
