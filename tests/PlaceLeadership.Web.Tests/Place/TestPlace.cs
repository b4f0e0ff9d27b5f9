using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using PlaceLeadership.Application;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Mail.Composing;
using PlaceLeadership.Web.Journeys;

namespace PlaceLeadership.Web.Tests.Place;

/// <summary>A launched cohort of three people over the in-memory store, on a Thursday in its first week.</summary>
public sealed class TestPlace
{
    public static readonly CohortId CohortId = new("harbour-town-2026");

    public static readonly CohortId OtherCohortId = new("hill-town-2026");

    /// <summary>Asha in the other cohort.</summary>
    public static readonly ParticipantId AshaElsewhere = new("pasha0000002");

    /// <summary>Reads English.</summary>
    public static readonly ParticipantId Asha = new("pasha0000001");

    /// <summary>Reads Welsh.</summary>
    public static readonly ParticipantId Bronwen = new("pbronwen0001");

    /// <summary>Nobody has asked yet.</summary>
    public static readonly ParticipantId Chris = new("pchris000001");

    private StepKinds _kinds = BuiltIn.Kinds;
    private IReadOnlyList<JourneyPages> _pages = [];

    private TestPlace()
    {
    }

    public static LocalDate Today { get; } = new(2026, 3, 5);

    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/London"];

    public SwitchedTables Tables { get; } = new();

    public KeyRing Keys { get; } = KeyRing.New();

    public FakeTimeProvider Clock { get; } = new(Today.At(10, Zone).ToDateTimeOffset());

    public ServiceProvider Desks { get; private set; } = null!;

    public static async Task<TestPlace> LaunchAsync(
        string yaml = TestProgramme.Yaml, string name = "Harbour Town", Sender? sender = null, string ashaIs = "Asha Private")
    {
        var programme = TestProgramme.Read(yaml);
        var bilingual = programme.Languages.Contains("cy");
        return await LaunchAsync(
            yaml, name, sender ?? new Sender("Priya Shah", "priya@example.org", "01234 567890, weekdays until four"),
            [
                (Asha, Entry(ashaIs, "asha@example.org", Language.English)),
                (Bronwen, Entry("Bronwen Private", "bronwen@example.org", bilingual ? Language.Welsh : Language.English)),
                (Chris, Entry("Chris Private", "chris@example.org", Language.NotKnown)),
            ]);
    }

    public static async Task<TestPlace> LaunchAsync(
        string yaml, string name, Sender sender, IReadOnlyList<(ParticipantId Id, RosterEntry Entry)> people,
        StepKinds? kinds = null, params IReadOnlyList<JourneyPages> pages)
    {
        var place = new TestPlace { _kinds = kinds ?? BuiltIn.Kinds, _pages = pages };
        place.Desks = place.AddTo(new ServiceCollection()).BuildServiceProvider();
        var programme = TestProgramme.Read(yaml, kinds);
        var ids = new Queue<ParticipantId>(people.Select(person => person.Id));
        var plan = Launch.Plan(
            new LaunchRequest(
                programme, [.. people.Select(person => person.Entry)], name, new LocalDate(2026, 3, 2), Zone, UkDivision.EnglandAndWales,
                sender, CohortId),
            new LocalDate(2026, 3, 2), ids.Dequeue);
        Assert.Empty(plan.Problems);
        Assert.Null(await place.Desk<LaunchStore>().StoreAsync(plan, Actor.Manager, programme, yaml, default));
        return place;
    }

    /// <summary>Another cohort in which Asha takes part, of the same programme in another place; the path to her page for pausing there.</summary>
    public async Task<string> AlsoAsync(string name = "Hill Town", string ashaIs = "Asha Private", string yaml = TestProgramme.Yaml)
    {
        var programme = TestProgramme.Read(yaml);
        var plan = Launch.Plan(
            new LaunchRequest(
                programme, [Entry(ashaIs, "asha@elsewhere.example.org", Language.English)], name, new LocalDate(2026, 3, 2), Zone,
                UkDivision.EnglandAndWales, new Sender("Ravi Lal", "ravi@example.org", "01234 567890"), OtherCohortId),
            new LocalDate(2026, 3, 2), () => AshaElsewhere);
        Assert.Null(await Desk<LaunchStore>().StoreAsync(plan, Actor.Manager, programme, yaml, default));
        return "/p/" + Token(new PauseLink(OtherCohortId, AshaElsewhere, TestProgramme.Thinking, Today.PlusDays(-1), Today.PlusDays(100).At(0, Zone)));
    }

    public IServiceCollection AddTo(IServiceCollection services)
    {
        foreach (var journey in _pages)
        {
            services.AddSingleton(journey);
        }

        return services
            .AddSingleton<ITables>(Tables)
            .AddSingleton(Keys)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<CalendarWriter>(CalendarFiles.Published)
            .AddPlaceLeadership(_kinds);
    }

    public T Desk<T>() where T : notnull => Desks.GetRequiredService<T>();

    public static Link Link(
        LinkPage purpose = LinkPage.Answer, ParticipantId? person = null, StepId? step = null,
        LocalDate? sentOn = null, LocalDate? expires = null) =>
        Made(purpose, person ?? Asha, step ?? TestProgramme.Thinking, sentOn ?? Today.PlusDays(-1), (expires ?? Today.PlusDays(100)).At(0, Zone));

    private static Link Made(LinkPage kind, ParticipantId person, StepId step, LocalDate sentOn, Instant expires) => kind switch
    {
        LinkPage.Answer => new AnswerLink(CohortId, person, step, sentOn, expires),
        LinkPage.Pause => new PauseLink(CohortId, person, step, sentOn, expires),
        LinkPage.Leave => new LeaveLink(CohortId, person, step, sentOn, expires),
        LinkPage.OneClick => new OneClickLink(CohortId, person, step, sentOn, expires),
        LinkPage.Meeting => new LeadLink(CohortId, person, step, sentOn, expires),
        _ => new FacilitatorLink(CohortId, 1, 1, sentOn, expires),
    };

    public string Token(Link link) => Desk<LinkTokens>().Issue(link);

    public string Path(
        LinkPage purpose = LinkPage.Answer, ParticipantId? person = null, StepId? step = null,
        LocalDate? sentOn = null, LocalDate? expires = null) =>
        $"/{Letter(purpose)}/{Token(Link(purpose, person, step, sentOn, expires))}";

    public static IEnumerable<LinkPage> PurposesWithPage => Enum.GetValues<LinkPage>();

    public static string Letter(LinkPage purpose) => purpose switch
    {
        LinkPage.Answer => "a",
        LinkPage.Pause => "p",
        LinkPage.Leave => "l",
        LinkPage.Meeting => "m",
        LinkPage.Facilitate => "f",
        _ => "u",
    };

    /// <summary>Every row of every table, each as one line. Asking once more for a look at a cohort changes nothing in it.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync()
    {
        var rows = new List<string>();
        foreach (var (table, partition) in new (Table, string)[]
        {
            (Table.Cohorts, CohortId.Value), (Table.Identities, CohortId.Value), (Table.Directory, "cohorts"),
            (Table.Programmes, "two-tongues"), (Table.Reflections, Asha.Value), (Table.Reflections, Bronwen.Value), (Table.Reflections, Chris.Value),
        })
        {
            await foreach (var row in Tables.RangeAsync(table, partition, "!", "~", default))
            {
                var version = table == Table.Directory ? "" : row.ETag;
                rows.Add($"{table}/{partition}/{row.Key} {row.Shape} {version} {row.Body}");
            }
        }

        return rows;
    }

    /// <summary>What happened to one person after joining, as 'kind step question=value'.</summary>
    public async Task<IReadOnlyList<string>> FactsAsync(ParticipantId? person = null)
    {
        var facts = new List<string>();
        var logged = new List<Fact>();
        await foreach (var fact in Desk<CohortReader>().FactsAsync(CohortId, default))
        {
            logged.Add(fact);
        }

        foreach (var fact in ReplyFacts.Latest(logged))
        {
            if (fact.Participant == (person ?? Asha) && fact.Kind != FactKinds.Joined)
            {
                var value = fact.Question.Length == 0 ? "" : $" {fact.Question}={fact.Value}";
                facts.Add($"{fact.Kind} {fact.Step}".TrimEnd() + value);
            }
        }

        return facts;
    }

    public Task<IReadOnlyDictionary<string, string>?> WordsAsync(ParticipantId? person = null, StepId? step = null) =>
        Desk<ReflectionVault>().ReadAsync(person ?? Asha, step ?? TestProgramme.Thinking, default);

    public async Task<Participant> PersonAsync(ParticipantId? person = null)
    {
        var (_, timetable) = (await Desk<CohortReader>().FindAsync(CohortId, default))!.Value;
        return (await Desk<CohortReader>().FindParticipantAsync(CohortId, person ?? Asha, timetable, default))!.Value;
    }

    public static RosterEntry Entry(string name, string email, Language language) => new(
        name, email, "Council", Sectors.All[0], "", null, null, language, WorkingPattern.FullWeek, 10, [], [], null);
}

/// <summary>The kinds of links that lead to a page.</summary>
public enum LinkPage
{
    Answer,
    Pause,
    Leave,
    OneClick,
    Meeting,
    Facilitate,
}
