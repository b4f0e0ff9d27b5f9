using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>Two people who must never be brought together. Who asked for it, and why, is not kept.</summary>
public sealed record ApartWish(ParticipantId One, ParticipantId Other)
{
    /// <summary>Whether it is about these two.</summary>
    public bool IsAbout(ParticipantId one, ParticipantId other) => (One == one && Other == other) || (One == other && Other == one);
}

/// <summary>Who must not be brought together in a cohort, whatever journey brings people together.</summary>
/// <param name="All">The wishes.</param>
public sealed record ApartWishes(IReadOnlyList<ApartWish> All)
{
    /// <summary>The key of their row.</summary>
    public const string Key = "pair!apart";

    /// <summary>The shape of their row.</summary>
    public const string Shape = "apart/1";

    /// <summary>The wishes of a cohort.</summary>
    public static ApartWishes Of(JourneyRows rows) => rows.Read(static rows => new ApartWishes(rows.Find(Key) is { } row ? Read(row) : []));

    /// <summary>The stored form of wishes.</summary>
    public static string Write(IReadOnlyList<ApartWish> apart) =>
        Documents.Write(apart.Select(wish => new TwoDocument(wish.One.Value, wish.Other.Value)).ToList());

    /// <summary>The wishes of a row.</summary>
    public static IReadOnlyList<ApartWish> Read(Row row) =>
        [.. Documents.Read<List<TwoDocument>>(row, Shape).Select(wish => new ApartWish(new ParticipantId(wish.One), new ParticipantId(wish.Other)))];

    private sealed record TwoDocument(string One, string Other);
}
