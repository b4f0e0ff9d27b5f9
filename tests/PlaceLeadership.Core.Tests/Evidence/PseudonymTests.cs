using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Evidence;

public sealed class PseudonymTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    [Fact]
    public async Task An_export_names_nobodys_id_and_everybody_by_one_pseudonym_however_often_it_is_asked_for()
    {
        var office = await LaunchedAsync();
        var told = await ExportAsync(office);
        var stored = await office.FactsAsync();
        Assert.Equal(stored.Count, told.Count);
        Assert.Equal(3, told.Select(fact => fact.Participant).Distinct().Count());
        Assert.All(told, fact => Assert.DoesNotContain(fact.Participant!.Value.Value, new[] { "p1", "p2", "p3" }));
        Assert.Equal(told, await ExportAsync(office));
        Assert.Equal(stored.Select(Said).Order(StringComparer.Ordinal), told.Select(Said).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_order_of_rows_is_that_of_pseudonyms_so_that_nobody_counts_out_whose_they_are()
    {
        var office = await LaunchedAsync();
        var told = await ExportAsync(office);
        Assert.Equal(told.OrderBy(fact => CohortKeys.Fact(fact), StringComparer.Ordinal), told);
    }

    [Fact]
    public async Task A_change_of_the_roster_keeps_the_pseudonym()
    {
        var office = await LaunchedAsync();
        var before = await ExportAsync(office);
        Assert.Null(await office.Roster.ChangeAsync(Office.Cohort, Actor.Manager, new ParticipantId("p2"), entry => entry with { Email = "new@example.org", Organisation = "Elsewhere" }, default));
        Assert.Equal(before, await ExportAsync(office));
    }

    [Fact]
    public async Task People_whom_an_earlier_release_stored_get_a_pseudonym_when_it_is_first_needed_and_keep_it()
    {
        var office = await LaunchedAsync();
        foreach (var identity in (await office.Reader.IdentitiesAsync(Office.Cohort, default)).Values)
        {
            var old = CohortRows.Write(identity.Value with { Pseudonym = "" });
            await office.Tables.SubmitAsync(
                Table.Identities, Office.Cohort.Value,
                [new RowChange.Put(CohortKeys.Person(identity.Value.ParticipantId), CohortRows.IdentityShapeOne, old)], default);
        }

        var told = await ExportAsync(office);
        Assert.All(told, fact => Assert.StartsWith("x", fact.Participant?.Value, StringComparison.Ordinal));
        Assert.Equal(told, await ExportAsync(office));
        Assert.Equal(
            told.Select(fact => fact.Participant!.Value.Value).ToHashSet(),
            (await office.Reader.IdentitiesAsync(Office.Cohort, default)).Values.Select(identity => identity.Value.Pseudonym).ToHashSet());
    }

    [Fact]
    public async Task Whose_identity_is_erased_stays_in_the_totals_as_somebody_new()
    {
        var office = await LaunchedAsync();
        var before = await ExportAsync(office);
        var erased = (await office.Reader.IdentitiesAsync(Office.Cohort, default))[new ParticipantId("p2")];
        await office.Tables.SubmitAsync(Table.Identities, Office.Cohort.Value, [new RowChange.Delete(CohortKeys.Person(new ParticipantId("p2")), erased.ETag)], default);

        var after = await ExportAsync(office);
        Assert.Equal(before.Count, after.Count);
        Assert.Equal(3, after.Select(fact => fact.Participant).Distinct().Count());
        Assert.DoesNotContain(after, fact => fact.Participant == new ParticipantId(erased.Value.Pseudonym) || fact.Participant == new ParticipantId("p2"));
        Assert.Equal(after, await ExportAsync(office));
        await office.Deletion.DeleteAsync(Office.Cohort, Actor.Manager, default);
        await foreach (var row in office.Tables.RangeAsync(Table.Identities, Office.Cohort.Value, "!", "~", default))
        {
            Assert.Fail($"{row.Key} was not deleted.");
        }
    }

    [Fact]
    public async Task Two_who_ask_at_once_get_the_same()
    {
        var office = await LaunchedAsync();
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ExportAsync(office))));
        Assert.All(both, told => Assert.Equal(both[0], told));
    }

    private static async Task<Office> LaunchedAsync()
    {
        var office = await Office.LaunchedAsync(
            Monday, Plan.Of(Plan.Prompt(new StepId("one"), 1, IsoDayOfWeek.Monday)), [Somebody.Named("Ann"), Somebody.Named("Ben"), Somebody.Named("Cas")]);
        await office.GoToAsync(Monday.PlusDays(9));
        return office;
    }

    private static Task<IReadOnlyList<Fact>> ExportAsync(Office office) => new PseudonymDesk(office.Reader, BuiltIn.Kinds).FactsAsync([Office.Cohort], default);

    private static string Said(Fact fact) => (fact with { Participant = null }).ToString();
}
