using System.Globalization;

namespace PlaceLeadership.Core.Privacy;

/// <summary>What may be told of how many, by the number of people asked alone, which everybody knows; never by what they said.</summary>
public enum ToldAs
{
    /// <summary>A number.</summary>
    Count,

    /// <summary>A share, or a wide band.</summary>
    Share,

    /// <summary>Nothing.</summary>
    Nothing,
}

/// <summary>Says how many did something, as far as the number of people who could have done it allows.</summary>
public static class PublicSizes
{
    /// <summary>The fewest people of whom a number is told.</summary>
    public const int CountsFrom = 30;

    /// <summary>The fewest people of whom a share is told.</summary>
    public const int SharesFrom = 10;

    /// <summary>A share is told to so many points.</summary>
    public const int Points = 5;

    // Nobody and everybody would say it of each person: the ends stay open.
    private const int CountsAtAnEnd = 2;
    private const int PercentAtAnEnd = 10;
    private const int Everything = 100;

    /// <summary>What may be told of so many people.</summary>
    public static ToldAs Of(int people) => people >= CountsFrom ? ToldAs.Count : people >= SharesFrom ? ToldAs.Share : ToldAs.Nothing;

    /// <summary>How many of all, as the people allow.</summary>
    /// <param name="people">How many people were asked.</param>
    /// <param name="count">How many it is.</param>
    /// <param name="all">Of how many it is: of as many people, or of their pairs.</param>
    public static PublicNumber Tell(int people, int count, int all) => Of(people) switch
    {
        ToldAs.Count => TellCount(count, all),
        ToldAs.Share => TellShare(count, all),
        _ => PublicNumber.Withheld,
    };

    /// <summary>The same with a wide band in the place of a share, where each person counts once.</summary>
    public static PublicNumber TellBand(int people, int count) => Of(people) switch
    {
        ToldAs.Count => TellCount(count, people),
        ToldAs.Share => count * 2 < people
            ? new PublicNumber("fewer than half") { IsLowest = true } : new PublicNumber("half or more") { IsHighest = true },
        _ => PublicNumber.Withheld,
    };

    /// <summary>How many, with open ends.</summary>
    public static PublicNumber TellCount(int count, int all) =>
        count <= CountsAtAnEnd ? new PublicNumber(Words($"{CountsAtAnEnd} or fewer of {all}")) { Count = CountsAtAnEnd, IsLowest = true }
        : count >= all - CountsAtAnEnd ? new PublicNumber(Words($"{all - CountsAtAnEnd} or more of {all}")) { Count = all - CountsAtAnEnd, IsHighest = true }
        : new PublicNumber(Words($"{count} of {all}")) { Count = count };

    /// <summary>Which share, to <see cref="Points"/> points, with open ends.</summary>
    public static PublicNumber TellShare(int count, int all)
    {
        var percent = all == 0 ? 0 : (int)Math.Round((double)count * Everything / all / Points, MidpointRounding.AwayFromZero) * Points;
        return percent <= PercentAtAnEnd ? new PublicNumber(Words($"{PercentAtAnEnd} in {Everything} or fewer")) { Percent = PercentAtAnEnd, IsLowest = true }
            : percent >= Everything - PercentAtAnEnd ? new PublicNumber(Words($"{Everything - PercentAtAnEnd} in {Everything} or more")) { Percent = Everything - PercentAtAnEnd, IsHighest = true }
            : new PublicNumber(Words($"about {percent} in {Everything}")) { Percent = percent };
    }

    private static string Words(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How many, as it may be told.</summary>
/// <param name="InWords">The same in words.</param>
public sealed record PublicNumber(string InWords)
{
    /// <summary>Of too few people to tell anything.</summary>
    public static PublicNumber Withheld { get; } = new("not told of so few people");

    /// <summary>The number; at an end the one from which that begins. Null where none is told.</summary>
    public int? Count { get; init; }

    /// <summary>The share in percent; at an end the one from which that begins. Null where none is told.</summary>
    public int? Percent { get; init; }

    /// <summary>Whether it is that or fewer: nobody, or next to nobody.</summary>
    public bool IsLowest { get; init; }

    /// <summary>Whether it is that or more.</summary>
    public bool IsHighest { get; init; }

    /// <summary>Whether anything is told.</summary>
    public bool IsTold => Count is not null || Percent is not null || IsLowest || IsHighest;
}
