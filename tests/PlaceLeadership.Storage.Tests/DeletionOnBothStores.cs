using System.Globalization;
using NodaTime;
using PlaceLeadership.Application.Deleting;
using PlaceLeadership.Application.Ending;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Storage.Tests;

/// <summary>A cohort of more rows than fit a page of a real store, deleted whole.</summary>
public sealed class DeletionOnBothStores(Emulator emulator)
{
    private const int FactsMany = 1_150;

    private const string Yaml = """
        programme: small
        version: 1
        title: {en: Small}
        weeks: 2
        languages: [en]
        stages: [{stage: facilitator-led, from-week: 1}]
        steps:
          - {id: hello, kind: milestone, week: 1, day: Monday, title: {en: Hello}, minutes: 5, text: {en: Hello.}}
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cohort_of_many_rows_is_deleted_whole_and_can_be_launched_again(bool onTheEmulator)
    {
        ITables tables = onTheEmulator ? emulator.Tables : new MemoryTables();
        var id = onTheEmulator ? "deleted-azure" : "deleted-memory";
        var programmes = new ProgrammeLibrary(tables, BuiltIn.Kinds);
        var desk = new CohortReader(tables, programmes);
        var directory = new CohortDirectory(tables);
        var vault = new ReflectionVault(tables, new KeyRing(new byte[KeyRing.SecretBytes]));
        var work = new UnitOfWork(desk, new CohortWaker(directory), TimeProvider.System);
        var launches = new LaunchStore(desk, programmes, directory, TimeProvider.System);
        var deletion = new DeletionDesk(desk, new EndDesk(work, TimeProvider.System), vault, directory);
        var programme = ProgrammeReader.Read(Yaml, BuiltIn.Kinds).Programme!;
        var plan = Planned(programme, new CohortId(id));
        Assert.Null(await launches.StoreAsync(plan, Actor.Manager, programme, Yaml, default));
        await vault.KeepAsync(plan.People[0].Participant.Id, new StepId("hello"), new Dictionary<string, string> { ["q"] = "Words." }, default);
        foreach (var batch in Enumerable.Range(0, FactsMany).Chunk(ITables.ChangesMax))
        {
            await tables.SubmitAsync(
                Table.Cohorts, id,
                [.. batch.Select(number => new RowChange.Put($"fact|20270111|p|s|{number.ToString("D5", CultureInfo.InvariantCulture)}", "fact/1", "{}"))],
                default);
        }

        Assert.NotNull(await deletion.DeleteAsync(new CohortId(id), Actor.Manager, default));
        foreach (var (table, partition) in new[] { (Table.Cohorts, id), (Table.Identities, id), (Table.Reflections, plan.People[0].Participant.Id.Value) })
        {
            await foreach (var row in tables.RangeAsync(table, partition, "!", "~", default))
            {
                Assert.Fail($"{table}/{partition}/{row.Key} is left.");
            }
        }

        Assert.Null(await directory.FindAsync(new CohortId(id), default));
        Assert.Null(await deletion.DeleteAsync(new CohortId(id), Actor.Manager, default));
        Assert.Null(await launches.StoreAsync(Planned(programme, new CohortId(id)), Actor.Manager, programme, Yaml, default));
        Assert.Equal(60, (await desk.ReadAsync(new CohortId(id), default))!.Value.View.Participants.Count);
    }

    private static LaunchPlan Planned(Programme programme, CohortId id)
    {
        var plan = Launch.Plan(
            new LaunchRequest(
                programme,
                [
                    .. Enumerable.Range(0, 60).Select(number => new RosterEntry(
                        $"Person {number}", $"person{number}@example.org", "Council", Sectors.Council, "", null, null, Language.English,
                        WorkingPattern.FullWeek, 9, [], [], null)),
                ],
                "Our place", new LocalDate(2027, 1, 11), DateTimeZoneProviders.Tzdb["Europe/London"], UkDivision.EnglandAndWales,
                new Sender("Sam", "sam@example.org", "telephone"), id),
            new LocalDate(2027, 1, 4), Enrolment.NewId);
        Assert.Empty(plan.Problems);
        return plan;
    }
}
