using NodaTime;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Mail.Composing;
using PlaceLeadership.Mail.Delivery;
using PlaceLeadership.Storage;
using PlaceLeadership.Storage.Local;

namespace PlaceLeadership.Benchmarks;

/// <summary>What was measured on one emulator.</summary>
/// <param name="InsertsPerSecond">Rows inserted per second, 100 in a transaction, as many and as large as those of delivery.</param>
/// <param name="AlikePerSecond">
/// The same changes as delivery makes (inserts, replacements and deletions of the same rows), 100 in a transaction, per second.
/// </param>
/// <param name="RowsPerSecond">Rows written per second by tending and delivering.</param>
/// <param name="MessagesPerSecond">Messages decided, stored, sent and settled per second.</param>
/// <param name="RowsPerMessage">Rows written for one message.</param>
/// <param name="TransactionsPerMessage">Transactions for one message.</param>
/// <param name="ReadsPerMessage">Point reads and ranges for one message.</param>
internal sealed record DeliveryFigures(
    double InsertsPerSecond, double AlikePerSecond, double RowsPerSecond, double MessagesPerSecond, double RowsPerMessage, double TransactionsPerMessage,
    double ReadsPerMessage);

/// <summary>Sixty people due at once, again and again, beside the raw rate of the same emulator in the same run.</summary>
internal static class DeliveryRun
{
    private const int People = 60;
    private const int Rounds = 12;
    private const int WarmUps = 2;

    private static readonly LocalDate Start = new(2026, 1, 5);
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    public static async Task<DeliveryFigures> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("placelead-bench-");
        try
        {
            await using var azurite = await LocalAzurite.StartAsync(
                new LocalAzuriteOptions(folder.FullName), TimeProvider.System, CancellationToken.None);
            var azure = AzureTables.FromConnectionString(azurite.ConnectionString);
            await azure.CreateTablesAsync(CancellationToken.None);
            return await MeasureAsync(azure);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<DeliveryFigures> MeasureAsync(ITables azure)
    {
        var tables = new CountingTables(azure);
        var delivering = 0L;
        var inserting = 0L;
        var repeating = 0L;
        int messages = 0, rows = 0, transactions = 0, reads = 0;
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            var (keeper, cohort) = await LaunchAsync(tables, round);
            tables.StartCounting();
            var began = TimeProvider.System.GetTimestamp();
            var kept = await keeper.KeepAsync(cohort, DueAt, soleSender: false, CancellationToken.None);
            var took = TimeProvider.System.GetTimestamp() - began;
            if (kept!.Delivery.Sent != People)
            {
                throw new InvalidOperationException($"{kept.Delivery.Sent} of {People} messages were sent.");
            }

            var (transactionsNow, rowsNow, readsNow) = (tables.Transactions, tables.RowsWritten, tables.Reads);
            List<RowChange> changes = [.. tables.Changes];
            var insertsTook = await InsertsAsync(azure, $"inserts-{round}", changes);
            var alikeTook = await AlikeAsync(azure, $"alike-{round}", changes);
            if (round >= WarmUps)
            {
                delivering += took;
                inserting += insertsTook;
                repeating += alikeTook;
                messages += People;
                rows += rowsNow;
                transactions += transactionsNow;
                reads += readsNow;
            }
        }

        var frequency = (double)TimeProvider.System.TimestampFrequency;
        return new DeliveryFigures(
            rows / (inserting / frequency), rows / (repeating / frequency), rows / (delivering / frequency), messages / (delivering / frequency), rows / (double)messages,
            transactions / (double)messages, reads / (double)messages);
    }

    private static Task<long> InsertsAsync(ITables azure, string partition, List<RowChange> changes) => TimeAsync(
        azure, partition, [.. changes.Select((change, index) => (RowChange)new RowChange.Insert(Key(index), ShapeOf(change), BodyOf(change)))]);

    private static async Task<long> AlikeAsync(ITables azure, string partition, List<RowChange> changes)
    {
        // What is to be replaced or deleted has to be there first; that is not timed.
        var etags = new string[changes.Count];
        var before = changes.Select((change, index) => (Change: change, Index: index))
            .Where(item => item.Change is RowChange.Replace or RowChange.Delete);
        foreach (var batch in before.Chunk(ITables.ChangesMax))
        {
            var stored = await azure.SubmitAsync(
                Table.Cohorts, partition,
                [.. batch.Select(item => new RowChange.Insert(Key(item.Index), ShapeOf(item.Change), BodyOf(item.Change)))], CancellationToken.None);
            for (var index = 0; index < batch.Length; index++)
            {
                etags[batch[index].Index] = stored[index];
            }
        }

        return await TimeAsync(azure, partition, [.. changes.Select((change, index) => change switch
        {
            RowChange.Replace replace => replace with { Key = Key(index), ETag = etags[index] },
            RowChange.Delete delete => delete with { Key = Key(index), ETag = etags[index] },
            _ => change with { Key = Key(index) },
        })]);
    }

    private static async Task<long> TimeAsync(ITables azure, string partition, List<RowChange> changes)
    {
        var began = TimeProvider.System.GetTimestamp();
        foreach (var batch in changes.Chunk(ITables.ChangesMax))
        {
            await azure.SubmitAsync(Table.Cohorts, partition, batch, CancellationToken.None);
        }

        return TimeProvider.System.GetTimestamp() - began;
    }

    private static string Key(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"row-{index:D6}");

    private static string ShapeOf(RowChange change) => change switch
    {
        RowChange.Insert insert => insert.Shape,
        RowChange.Replace replace => replace.Shape,
        RowChange.Put put => put.Shape,
        _ => CohortRows.OutboxShape,
    };

    // Only outbox rows are deleted, and they are about this long.
    private static string BodyOf(RowChange change) => change switch
    {
        RowChange.Insert insert => insert.Body,
        RowChange.Replace replace => replace.Body,
        RowChange.Put put => put.Body,
        _ => new string('x', 330),
    };

    private static Instant DueAt { get; } = Start.PlusDays(1).At(9, London);

    private static async Task<(Keeper Keeper, CohortId Cohort)> LaunchAsync(ITables tables, int round)
    {
        var id = new CohortId($"cohort-{round}");
        var clock = new StandingClock(Start.At(7, London));
        var programmes = new ProgrammeLibrary(tables, BuiltIn.Kinds);
        var desk = new CohortReader(tables, programmes);
        var work = new UnitOfWork(desk, new CohortWaker(new CohortDirectory(tables)), clock);
        var launches = new LaunchStore(desk, programmes, new CohortDirectory(tables), clock);
        var programme = ProgrammeReader.Read(Yaml, BuiltIn.Kinds).Programme!;
        var next = 0;
        var plan = Launch.Plan(
            new LaunchRequest(
                programme, [.. Enumerable.Range(0, People).Select(Person)], "Our place", Start, London, UkDivision.EnglandAndWales,
                new Sender("Sam", "sam@example.org", "telephone"), id),
            Start, () => new ParticipantId($"p{++next:D12}"));
        if (await launches.StoreAsync(plan, Core.Acts.Actor.Manager, programme, Yaml, CancellationToken.None) is { } problem)
        {
            throw new InvalidOperationException(problem);
        }

        clock.Now = DueAt;
        await programmes.GetAsync(programme.Id, programme.Version, CancellationToken.None);
        var composer = new MessageComposer(new LinkMaker(new LinkTokens(new KeyRing(new byte[32])), new Uri("https://place.example.org/")));
        var courier = new Courier(desk, work, new AcceptingMailer(), composer, new JourneyLetters(desk, new ReflectionVault(tables, new KeyRing(new byte[32]))), clock);
        return (new Keeper(new Tender(desk, work), new Convener(desk, work, clock), courier), id);
    }

    private static RosterEntry Person(int index) => new(
        $"Person {index}", $"person{index}@example.org", $"Organisation {index % 8}", Sectors.Council, "Lead", null, null,
        Language.English, WorkingPattern.FullWeek, 9, [], [], null);

    private const string Yaml = """
        programme: once
        version: 1
        title: Once
        weeks: 4
        languages: [en]
        stages: [{stage: facilitator-led, from-week: 1}]
        steps:
          - {id: first, kind: reflection, week: 1, day: Tuesday, title: First, minutes: 10, text: Think., questions: [{id: q, kind: text, text: What?}]}
        """;

    private sealed class StandingClock(Instant start) : TimeProvider
    {
        public Instant Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
    }
}
