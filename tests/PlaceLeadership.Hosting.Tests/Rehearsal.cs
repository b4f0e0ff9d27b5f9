using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Hosting;
using PlaceLeadership.Hosting.Running;
using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Mail.Composing;
using PlaceLeadership.Mail.Delivery;
using PlaceLeadership.Mail.Pickup;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Hosting.Tests;

/// <summary>A host on tables in memory, with a clock that a test moves, and a small programme to run on it.</summary>
internal sealed class Rehearsal : IAsyncDisposable
{
    public static readonly CohortId Cohort = new("ours");

    private const string Plain = """
        programme: small
        version: 1
        title: Small
        weeks: 2
        languages: [en]
        stages: [{stage: facilitator-led, from-week: 1}]
        steps:
          - {id: welcome, kind: milestone, week: 1, day: Monday, title: Welcome, minutes: 5, text: Words.}
          - {id: goodbye, kind: milestone, week: 2, day: Tuesday, title: Goodbye, minutes: 5, text: Words.}
        """;

    private const string Pairs = "\n  - {id: pair, kind: coaching-round, week: 2, day: Monday, title: Pair, minutes: 30, text: Words.}";

    private const string Sets = "\n  - {id: first, kind: set-meeting, week: 4, day: Monday, title: First, minutes: 180, text: Words.}"
        + "\n  - {id: meet, kind: set-meeting, week: 9, day: Monday, title: Meet, minutes: 180, text: Words.}";

    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    private readonly DirectoryInfo _mail = Directory.CreateTempSubdirectory("rehearsal");
    private readonly ServiceProvider _services;

    /// <summary>Makes one.</summary>
    /// <param name="logs">Where logs go, or null for nowhere.</param>
    /// <param name="raise">What wakes a cohort, or null for the marks of the directory alone.</param>
    /// <param name="other">Settings that no rehearsal may have, of a host whose clock is moved all the same; or null.</param>
    public Rehearsal(ILoggerProvider? logs = null, Raise? raise = null, HostSettings? other = null)
    {
        var settings = SettingsCatalogue.All.ToDictionary(setting => setting.Name, setting => setting.OnALaptop);
        settings["PLACELEAD_CLOCK"] = "rehearsal";
        settings["PLACELEAD_MAIL_FOLDER"] = _mail.FullName;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs ?? NullLoggerProvider.Instance);
        builder.Services.AddPlaceLeadershipHost(other ?? HostSettings.Read(settings.GetValueOrDefault), Tables);
        if (other is not null)
        {
            var clock = new HostClock(TimeProvider.System, new RehearsalClock(Tables, TimeProvider.System));
            builder.Services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
        }

        if (raise is not null)
        {
            builder.Services.AddSingleton(raise);
        }

        _services = builder.Services.BuildServiceProvider();
    }

    /// <summary>Whether the programme brings people together in pairs.</summary>
    public bool WithPairs { get; set; }

    /// <summary>Whether the programme brings people together in learning sets, in eleven weeks.</summary>
    public bool WithSets { get; set; }

    public static LocalDate Start { get; } = new(2027, 1, 11);

    public MemoryTables Tables { get; } = new();

    /// <summary>Where messages lie.</summary>
    public string MailFolder => _mail.FullName;

    public static Instant OnDay(int day, int hour) => Start.PlusDays(day).At(hour, London);

    public T The<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>How many messages lie in the pickup folder, each counted once.</summary>
    public int Sent() => new PickupInbox(_mail.FullName).List(500).Select(letter => letter.Name).Distinct().Count();

    public Task GoToAsync(Instant moment) => new RehearsalClock(Tables, TimeProvider.System).MoveAsync(moment, default);

    public Task LaunchAsync(int people, CohortId? cohort = null) => LaunchAsync(The<LaunchStore>(), people, cohort ?? Cohort);

    public Task<List<string>> FactsAsync(CohortId? cohort = null) => FactsAsync(The<CohortReader>(), cohort ?? Cohort);

    /// <summary>The facts of the same cohort, run by the embedded runtime.</summary>
    public async Task<List<string>> FactsOfKeeperAsync(int people)
    {
        var tables = new MemoryTables();
        var clock = new RehearsalClock(tables, TimeProvider.System);
        await clock.MoveAsync(OnDay(0, 0), default);
        var programmes = new ProgrammeLibrary(tables, BuiltIn.Kinds);
        var reader = new CohortReader(tables, programmes);
        var work = new UnitOfWork(reader, new CohortWaker(new CohortDirectory(tables)), clock);
        await LaunchAsync(new LaunchStore(reader, programmes, new CohortDirectory(tables), clock), people, Cohort);
        var keeper = new Keeper(
            new Core.Tending.Tender(reader, work),
            new Core.Tending.Convener(reader, work, clock),
            new Courier(
                reader, work, new PickupMailer(Path.Combine(_mail.FullName, "embedded"), clock), The<MessageComposer>(),
                new Core.Cohorts.JourneyLetters(reader, The<Core.Privacy.ReflectionVault>()), clock));
        while ((await keeper.KeepAsync(Cohort, clock.Now(), soleSender: true, default))!.NextWake is { } wake)
        {
            await clock.MoveAsync(wake, default);
        }

        return await FactsAsync(reader, Cohort);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _mail.Delete(recursive: true);
    }

    private static async Task<List<string>> FactsAsync(CohortReader reader, CohortId cohort)
    {
        var facts = new List<string>();
        await foreach (var fact in reader.FactsAsync(cohort, default))
        {
            facts.Add(fact.ToString());
        }

        Assert.Contains(facts, fact => fact.Contains("cohort-ended", StringComparison.Ordinal));
        return facts;
    }

    private async Task LaunchAsync(LaunchStore launches, int people, CohortId cohort)
    {
        var programme = WithPairs ? Plain + Pairs : WithSets ? Plain.Replace("weeks: 2", "weeks: 11", StringComparison.Ordinal) + Sets : Plain;
        var reading = ProgrammeReader.Read(programme, BuiltIn.Kinds);
        Assert.Empty(reading.Problems);
        var ids = 0;
        var plan = Launch.Plan(
            new LaunchRequest(
                reading.Programme!, [.. Enumerable.Range(0, people).Select(Person)], "Our place", Start, London,
                UkDivision.EnglandAndWales, new Sender("Sam", "sam@example.org", "telephone"), cohort),
            Start, () => new ParticipantId($"p{++ids:D3}"));
        Assert.Null(await launches.StoreAsync(plan, Actor.Manager, reading.Programme!, programme, default));
    }

    private static RosterEntry Person(int index) => new(
        $"Person {index}", $"person{index}@example.org", $"Organisation {index % 6}", Sectors.Council, "Lead", null, null,
        Language.English, WorkingPattern.FullWeek, 9, [], [], null);
}
