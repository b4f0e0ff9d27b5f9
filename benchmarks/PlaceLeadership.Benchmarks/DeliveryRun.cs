using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Time;
using PlaceLeadership.Mail.Composing;
using PlaceLeadership.Mail.Delivery;
using PlaceLeadership.Storage;
using PlaceLeadership.Storage.Local;

namespace PlaceLeadership.Benchmarks;

/// <summary>What was measured on one emulator.</summary>
/// <param name="RawRowsPerSecond">Rows inserted per second, 100 in a transaction, of the sizes that delivery writes.</param>
/// <param name="RowsPerSecond">Rows written per second by tending and delivering.</param>
/// <param name="MessagesPerSecond">Messages decided, stored, sent and settled per second.</param>
/// <param name="RowsPerMessage">Rows written for one message.</param>
/// <param name="TransactionsPerMessage">Transactions for one message.</param>
/// <param name="ReadsPerMessage">Point reads and ranges for one message.</param>
internal sealed record DeliveryFigures(
    double RawRowsPerSecond, double RowsPerSecond, double MessagesPerSecond, double RowsPerMessage, double TransactionsPerMessage,
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
        var raw = 0L;
        int messages = 0, rows = 0, transactions = 0, reads = 0, rawRows = 0;
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

            // The same rows again, as fast as the store takes them.
            List<RowChange> like = [.. tables.Written.Select((row, index) => new RowChange.Insert($"row-{index:D6}", row.Shape, row.Body))];
            var (transactionsNow, rowsNow, readsNow) = (tables.Transactions, tables.RowsWritten, tables.Reads);
            var rawBegan = TimeProvider.System.GetTimestamp();
            foreach (var batch in like.Chunk(ITables.ChangesMax))
            {
                await azure.SubmitAsync(Table.Cohorts, $"raw-{round}", batch, CancellationToken.None);
            }

            var rawTook = TimeProvider.System.GetTimestamp() - rawBegan;
            if (round >= WarmUps)
            {
                delivering += took;
                raw += rawTook;
                messages += People;
                rows += rowsNow;
                rawRows += like.Count;
                transactions += transactionsNow;
                reads += readsNow;
            }
        }

        var frequency = (double)TimeProvider.System.TimestampFrequency;
        return new DeliveryFigures(
            rawRows / (raw / frequency), rows / (delivering / frequency), messages / (delivering / frequency), rows / (double)messages,
            transactions / (double)messages, reads / (double)messages);
    }

    private static Instant DueAt { get; } = Start.PlusDays(1).At(9, London);

    private static async Task<(Keeper Keeper, string Cohort)> LaunchAsync(ITables tables, int round)
    {
        var id = $"cohort-{round}";
        var clock = new StandingClock(Start.At(7, London));
        var programmes = new ProgrammeLibrary(tables);
        var desk = new CohortDesk(tables, programmes);
        var participants = new ParticipantDesk(desk);
        var roster = new RosterDesk(desk, participants, programmes, new CohortDirectory(tables), clock);
        var programme = ProgrammeReader.Read(Yaml).Programme!;
        var next = 0;
        var plan = Launch.Plan(
            new LaunchRequest(
                programme, [.. Enumerable.Range(0, People).Select(Person)], "Our place", Start, London, UkDivision.EnglandAndWales,
                new Sender("Sam", "sam@example.org", "telephone"), id),
            Start, () => Enrolment.NewId(letters => (next += 7919) % letters));
        if (await roster.LaunchAsync(plan, programme, Yaml, CancellationToken.None) is { } problem)
        {
            throw new InvalidOperationException(problem);
        }

        clock.Now = DueAt;
        await programmes.GetAsync(programme.Id, programme.Version, CancellationToken.None);
        var composer = new MessageComposer(new LinkMaker(new LinkTokens(new KeyRing(new byte[32])), new Uri("https://place.example.org/")));
        var courier = new Courier(desk, participants, new AcceptingMailer(), composer, clock);
        return (new Keeper(new Tender(desk), courier), id);
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
