using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Application.Groups;

/// <summary>Keeps people apart who must not be brought together. Doing it twice changes nothing more.</summary>
public sealed class ApartDesk(CohortReader reader, UnitOfWork work)
{
    /// <summary>Has two people never brought together again; where they are together now, that is mended.</summary>
    public Task KeepApartAsync(CohortId cohortId, Actor by, ParticipantId one, ParticipantId other, CancellationToken cancellation)
    {
        var wish = one.CompareTo(other) < 0 ? new ApartWish(one, other) : new ApartWish(other, one);
        return ChangeAsync(
            cohortId, by, new Deed(Deeds.KeptApart, one, Detail: other.Value), apart => apart.Contains(wish) ? null : [.. apart, wish], cancellation);
    }

    /// <summary>Takes back that two people are kept apart. What somebody declined stays declined.</summary>
    public Task NoLongerApartAsync(CohortId cohortId, Actor by, ParticipantId one, ParticipantId other, CancellationToken cancellation) => ChangeAsync(
        cohortId, by, new Deed(Deeds.NoLongerApart, one, Detail: other.Value),
        apart => apart.Any(wish => wish.IsAbout(one, other)) ? [.. apart.Where(wish => !wish.IsAbout(one, other))] : null, cancellation);

    private Task ChangeAsync(
        CohortId cohortId, Actor by, Deed deed, Func<IReadOnlyList<ApartWish>, IReadOnlyList<ApartWish>?> change, CancellationToken cancellation) =>
        work.ChangeAsync(
            cohortId, by, () => reader.RowsAsync(cohortId, cancellation),
            rows => Task.FromResult(change(ApartWishes.Of(rows).All) is { } apart
                ? new Change<bool>(true, new ChangedRows([rows.Store(ApartWishes.Key, ApartWishes.Shape, ApartWishes.Write(apart))], deed))
                : new Change<bool>(false)),
            cancellation);
}
