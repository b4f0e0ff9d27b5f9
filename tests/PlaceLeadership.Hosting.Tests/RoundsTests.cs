using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Time;
using PlaceLeadership.Hosting.Running;
using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Mail.Delivery;
using PlaceLeadership.Mail.Pickup;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Hosting.Tests;

public sealed class RoundsTests : IAsyncDisposable
{
    private const string Cohort = "ours";
    private const string Programme = """
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

    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly LocalDate Start = new(2027, 1, 11);

    private readonly DirectoryInfo _mail = Directory.CreateTempSubdirectory("rounds");
    private readonly MemoryTables _tables = new();
    private readonly ServiceProvider _host;

    public RoundsTests()
    {
        var settings = SettingsCatalogue.All.ToDictionary(setting => setting.Name, setting => setting.OnALaptop);
        settings["PLACELEAD_CLOCK"] = "rehearsal";
        settings["PLACELEAD_MAIL_FOLDER"] = _mail.FullName;
        _host = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddPlaceLeadershipHost(HostSettings.Read(settings.GetValueOrDefault), _tables)
            .BuildServiceProvider();
    }

    [Fact]
    public async Task A_round_in_pieces_sends_each_prompt_once_however_often_each_piece_runs()
    {
        await LaunchAsync(70);
        await GoToAsync(Start.At(9, London));
        var rounds = _host.GetRequiredService<CohortRounds>();
        var tended = await rounds.TendAsync(new TendOrder(Cohort, null, null), default);
        Assert.Equal((true, 70, 3), (tended.Exists, tended.Waiting, tended.Slices));

        var orders = Enumerable.Range(0, 3).Select(slice => new DeliverOrder(Cohort, slice, 3, tended.Trace)).ToList();
        var delivered = await Task.WhenAll(orders.Concat(orders).Select(order => rounds.DeliverAsync(order, default)));
        Assert.Equal(70, delivered.Sum(part => part.Sent));
        Assert.Equal(70, new PickupInbox(_mail.FullName).List(500).Select(letter => letter.MessageId).Distinct().Count());

        var again = await rounds.TendAsync(new TendOrder(Cohort, tended.Noted, null), default);
        Assert.Equal((0, 0), (again.Waiting, again.Slices));
        Assert.Equal(0, (await rounds.DeliverAsync(orders[0], default)).Sent);
    }

    [Fact]
    public async Task What_is_noted_tells_the_watchdog_when_the_cohort_wants_to_be_looked_at()
    {
        await LaunchAsync(2);
        await GoToAsync(Start.At(8, London));
        var directory = _host.GetRequiredService<CohortDirectory>();
        var rounds = _host.GetRequiredService<CohortRounds>();
        var tended = await rounds.TendAsync(new TendOrder(Cohort, null, null), default);
        var look = (await directory.LooksAsync(default))[Cohort];
        var entry = Assert.Single(await directory.ListAsync(default));
        Assert.Equal(new Look(entry.Mark, Start.At(9, London), Ended: false), look);
        Assert.Equal(WatchAct.Nothing, Watch.Decide(entry, look, InstanceState.Running, Start.At(8, London)).Act);

        await directory.NudgeAsync(Cohort, "Our place", default);
        var marked = Assert.Single(await directory.ListAsync(default));
        Assert.Equal(WatchAct.Wake, Watch.Decide(marked, look, InstanceState.Running, Start.At(8, London)).Act);
        var after = await rounds.TendAsync(new TendOrder(Cohort, tended.Noted, null), default);
        Assert.Equal(marked.Mark, after.Noted!.Mark);
    }

    [Fact]
    public async Task The_whole_programme_run_in_rounds_ends_with_the_same_facts_as_the_embedded_runtime()
    {
        await LaunchAsync(5);
        var other = new MemoryTables();
        await GoToAsync(Start.At(0, London));
        var rounds = _host.GetRequiredService<CohortRounds>();
        TendReport tended;
        do
        {
            tended = await rounds.TendAsync(new TendOrder(Cohort, null, null), default);
            for (var slice = 0; slice < tended.Slices; slice++)
            {
                await rounds.DeliverAsync(new DeliverOrder(Cohort, slice, tended.Slices, null), default);
            }

            if (tended.Noted!.NextWake is { } wake)
            {
                await GoToAsync(Instant.FromDateTimeOffset(wake));
            }
        }
        while (!tended.Ended);

        Assert.Equal(await FactsOfKeeperAsync(other), await FactsAsync(_host.GetRequiredService<CohortDesk>()));
    }

    [Fact]
    public async Task A_cohort_that_is_not_there_is_nothing_to_look_after()
    {
        var report = await _host.GetRequiredService<CohortRounds>().TendAsync(new TendOrder("gone", null, null), default);
        Assert.False(report.Exists);
        Assert.Null(report.WakeAt);
    }

    [Fact]
    public async Task The_trace_of_what_woke_a_cohort_goes_on_through_tending_to_delivering()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Instruments.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await LaunchAsync(1);
        await GoToAsync(Start.At(9, London));
        const string reply = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var rounds = _host.GetRequiredService<CohortRounds>();
        var tended = await rounds.TendAsync(new TendOrder(Cohort, null, reply), default);
        await rounds.DeliverAsync(new DeliverOrder(Cohort, 0, 1, tended.Trace), default);
        lock (spans)
        {
            var ours = spans.Where(span => span.TraceId.ToString() == "0af7651916cd43dd8448eb211c80319c").ToList();
            Assert.Equal(["tend", "deliver"], ours.Select(span => span.OperationName));
            Assert.Equal(ours[0].SpanId, ours[1].ParentSpanId);
        }
    }

    [Fact]
    public void Every_person_is_in_one_slice_and_stays_there() => CsCheck.Check.Sample(
        CsCheck.Gen.Select(CsCheck.Gen.String, CsCheck.Gen.Int[1, Slice.CountMax]),
        (person, count) => Enumerable.Range(0, count).Count(index => new Slice(index, count).Holds(person)) == 1);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _mail.Delete(recursive: true);
    }

    private async Task<List<string>> FactsOfKeeperAsync(MemoryTables tables)
    {
        var clock = new RehearsalClock(tables, TimeProvider.System);
        await clock.MoveAsync(Start.At(0, London), default);
        var programmes = new ProgrammeLibrary(tables);
        var desk = new CohortDesk(tables, programmes);
        var people = new ParticipantDesk(desk);
        await LaunchAsync(new RosterDesk(desk, people, programmes, new CohortDirectory(tables), clock), 5);
        var keeper = new Keeper(
            new Core.Tending.Tender(desk),
            new Courier(
                desk, people, new PickupMailer(Path.Combine(_mail.FullName, "other"), clock),
                _host.GetRequiredService<Mail.Composing.MessageComposer>(), clock));
        while ((await keeper.KeepAsync(Cohort, Clocks.Now(clock), soleSender: true, default))!.NextWake is { } wake)
        {
            await clock.MoveAsync(wake, default);
        }

        return await FactsAsync(desk);
    }

    private static async Task<List<string>> FactsAsync(CohortDesk desk)
    {
        var facts = new List<string>();
        await foreach (var fact in desk.FactsAsync(Cohort, default))
        {
            facts.Add(fact.ToString());
        }

        Assert.Contains(facts, fact => fact.Contains("cohort-ended", StringComparison.Ordinal));
        return facts;
    }

    private Task LaunchAsync(int people) => LaunchAsync(_host.GetRequiredService<RosterDesk>(), people);

    private static async Task LaunchAsync(RosterDesk roster, int people)
    {
        var reading = ProgrammeReader.Read(Programme);
        Assert.Empty(reading.Problems);
        var ids = 0;
        var plan = Launch.Plan(
            new LaunchRequest(
                reading.Programme!, [.. Enumerable.Range(0, people).Select(Person)], "Our place", Start, London,
                UkDivision.EnglandAndWales, new Sender("Sam", "sam@example.org", "telephone"), Cohort),
            Start, () => $"p{++ids:D3}");
        Assert.Null(await roster.LaunchAsync(plan, reading.Programme!, Programme, default));
    }

    private static RosterEntry Person(int index) => new(
        $"Person {index}", $"person{index}@example.org", $"Organisation {index % 6}", Sectors.Council, "Lead", null, null,
        Language.English, WorkingPattern.FullWeek, 9, [], [], null);

    private Task GoToAsync(Instant moment) => new RehearsalClock(_tables, TimeProvider.System).MoveAsync(moment, default);
}
