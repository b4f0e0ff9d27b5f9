using PlaceLeadership.Application.Overview;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Hosting.Running;

namespace PlaceLeadership.Hosting.Tests;

public sealed class TroubleTests : IAsyncDisposable
{
    private readonly Rehearsal _rehearsal = new();

    [Fact]
    public async Task A_cohort_that_fails_repeatedly_is_shown_until_it_can_be_looked_after_again()
    {
        await _rehearsal.LaunchAsync(2);
        await _rehearsal.GoToAsync(Rehearsal.OnDay(0, 9));
        var row = (await _rehearsal.Tables.GetAsync(Table.Cohorts, Rehearsal.Cohort.Value, CohortKeys.Cohort, default))!;
        await PutAsync("{");

        for (var time = 1; time <= 3; time++)
        {
            await Assert.ThrowsAsync<InvalidDataException>(TendAsync);
            var trouble = Assert.Single(await ListAsync());
            Assert.Equal((TroubleDesk.Tending, time, time > 1), (trouble.Work, trouble.Times, trouble.Shows));
        }

        var words = TroubleSentence.Of(Assert.Single(await ListAsync()), NodaTime.DateTimeZoneProviders.Tzdb["Europe/London"]);
        Assert.Contains("3 times since 11 January 2027 at 09:00", words, StringComparison.Ordinal);
        Assert.Contains("InvalidDataException", words, StringComparison.Ordinal);

        await PutAsync(row.Body);
        await TendAsync();
        Assert.Empty(await ListAsync());

        async Task PutAsync(string body) => await _rehearsal.Tables.SubmitAsync(
            Table.Cohorts, Rehearsal.Cohort.Value, [new RowChange.Put(row.Key, row.Shape, body)], default);
    }

    public ValueTask DisposeAsync() => _rehearsal.DisposeAsync();

    private Task TendAsync() => _rehearsal.The<CohortRounds>().TendAsync(new TendOrder(Rehearsal.Cohort.Value, null, null), default);

    private Task<IReadOnlyList<Trouble>> ListAsync() => _rehearsal.The<TroubleDesk>().ListAsync(null, default);
}
