using System.Globalization;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// Why two people are together, in plain Welsh: the same facts as <see cref="PairSentences"/>. What people wrote of themselves
/// stands between quotation marks, for it keeps its own language and must not be mutated.
/// </summary>
/// <param name="nameOf">The name of a person, by id.</param>
public sealed class PairSentencesInWelsh(Func<string, string> nameOf)
{
    private static readonly Dictionary<string, (string Sector, string From)> Words = new()
    {
        [Sectors.Council] = ("y cyngor", "o'r cyngor"),
        [Sectors.Nhs] = ("y GIG", "o'r GIG"),
        [Sectors.Police] = ("yr heddlu", "o'r heddlu"),
        [Sectors.Community] = ("y gymuned", "o'r gymuned"),
        [Sectors.Fire] = ("y gwasanaeth tân", "o'r gwasanaeth tân"),
        [Sectors.Housing] = ("tai", "o'r sector tai"),
        [Sectors.Education] = ("addysg", "o'r sector addysg"),
        [Sectors.Business] = ("busnes lleol", "o fusnes lleol"),
    };

    /// <summary>Who reads it, by id, and is spoken to as 'chi'; null when it speaks of everybody by name.</summary>
    public string? Reader { get; init; }

    /// <summary>Why these two are together.</summary>
    public string Why(PairWhy why)
    {
        ArgumentNullException.ThrowIfNull(why);
        var fit = why.Fit;
        var offers = fit.Offers.Select(offer =>
            $"{(offer.Grows == Reader ? "rydych chi" : "mae " + nameOf(offer.Grows))} am ddatblygu ym maes “{offer.Growth}”, ac {(offer.Offers == Reader ? "rydych chi'n" : $"mae {nameOf(offer.Offers)} yn")} cynnig hynny"
            + (string.Equals(offer.Growth, offer.Strength, StringComparison.OrdinalIgnoreCase) ? "" : $" (“{offer.Strength}”)")).ToList();
        var you = fit.First == Reader || fit.Second == Reader;
        var second = nameOf(fit.Second == Reader ? fit.First : fit.Second);
        var who = you ? $"rydych chi{TwoLanguages.WelshAnd(second)}{second} "
            : offers.Count == 0 ? $"mae {nameOf(fit.First)}{TwoLanguages.WelshAnd(second)}{second} " : "maent ";
        var before = why.MetBefore == 0 ? "" : $"; {(you ? "rydych" : "maent")} wedi cwrdd {Times(why.MetBefore)} o'r blaen, ac nid oes dewis gwell ar ôl";
        var sentence = string.Join("; ", [.. offers, $"{who}{Background(fit)}, {Time(fit, you)}"]) + before + ".";
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    private static string Background(PairFit fit) => fit.SameOrganisation
        ? "yn dod o'r un sefydliad gan nad oes dewis arall ar ôl"
        : fit.FirstSector == fit.SecondSector
            ? $"yn dod o ddau sefydliad yn yr un sector ({Of(fit.FirstSector).Sector})"
            : $"yn dod {Of(fit.FirstSector).From} ac {Of(fit.SecondSector).From}";

    private static string Time(PairFit fit, bool you) =>
        fit.Hours == 0 && you ? "ond nid oes gennych oriau gwaith yn gyffredin, felly bydd yn rhaid i chi ddod o hyd i amser"
        : fit.Hours == 0 ? "ond nid oes ganddynt oriau gwaith yn gyffredin, felly bydd yn rhaid iddynt ddod o hyd i amser"
        : fit.Days == Weekdays.All ? "ac yn gweithio ar yr un pryd o ddydd Llun i ddydd Gwener"
        : $"ac yn gweithio ar yr un pryd bob {TwoLanguages.Listed([.. fit.Days.Each().Select(Day)], "cy")}";

    private static string Day(Weekdays day) => day switch
    {
        Weekdays.Monday => "dydd Llun",
        Weekdays.Tuesday => "dydd Mawrth",
        Weekdays.Wednesday => "dydd Mercher",
        Weekdays.Thursday => "dydd Iau",
        _ => "dydd Gwener",
    };

    private static (string Sector, string From) Of(string sector) => Words.GetValueOrDefault(sector, (sector, $"o {sector}"));

    private static string Times(int times) => times switch
    {
        1 => "unwaith",
        2 => "ddwywaith",
        _ => times.ToString(CultureInfo.InvariantCulture) + " gwaith",
    };
}
