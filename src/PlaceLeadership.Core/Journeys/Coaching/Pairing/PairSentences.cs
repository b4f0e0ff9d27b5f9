using System.Globalization;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>Why people are together, or alone, in plain English.</summary>
/// <param name="nameOf">The name of a person, by id.</param>
/// <param name="organisationOf">The name of an organisation, by its id.</param>
public sealed class PairSentences(Func<string, string> nameOf, Func<string, string> organisationOf)
{
    /// <summary>Who reads it, by id, and is spoken to as 'you'; null when it speaks of everybody by name.</summary>
    public string? Reader { get; init; }

    /// <summary>One sentence for a pair; for a trio, one for each two of them.</summary>
    public IReadOnlyList<string> Why(CoachingGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return [.. group.Why.Select(Why)];
    }

    /// <summary>Why these two are together.</summary>
    public string Why(PairWhy why)
    {
        ArgumentNullException.ThrowIfNull(why);
        var fit = why.Fit;
        var offers = fit.Offers.Select(offer =>
            $"{(offer.Grows == Reader ? "you want" : nameOf(offer.Grows) + " wants")} to grow in {LowerFirst(offer.Growth)}, which {(offer.Offers == Reader ? "you offer" : nameOf(offer.Offers) + " offers")}"
            + (string.Equals(offer.Growth, offer.Strength, StringComparison.OrdinalIgnoreCase) ? "" : $" (“{offer.Strength}”)")).ToList();
        var you = fit.First == Reader || fit.Second == Reader;
        var rest = string.Join(" and ", new[] { Background(fit), Time(fit, you ? "you" : "they") }.OfType<string>());
        var who = you ? $"you and {nameOf(fit.First == Reader ? fit.Second : fit.First)} "
            : offers.Count == 0 ? $"{nameOf(fit.First)} and {nameOf(fit.Second)} " : "they ";
        var before = why.MetBefore == 0 ? ""
            : $"; {(you ? "you" : "they")} have met {(why.MetBefore == 1 ? "once" : Number(why.MetBefore) + " times")} before, and no better choice is left";
        var sentence = string.Join("; ", [.. offers, who + rest]) + before + ".";
        return sentence.StartsWith("you ", StringComparison.Ordinal) ? "Y" + sentence[1..] : sentence;
    }

    /// <summary>Why somebody meets nobody in a round. Never says whose wish it was to be apart.</summary>
    public string Why(LeftOut left)
    {
        ArgumentNullException.ThrowIfNull(left);
        var name = nameOf(left.Person);
        return left.Reason switch
        {
            LeftOutReason.Away => $"{name} is away in this round.",
            LeftOutReason.NobodyElse => $"{name} is the only one in this round.",
            LeftOutReason.OnlyLineManagement => $"{name} could only meet people in the same line of management.",
            LeftOutReason.WishToBeApart => $"{name} could meet nobody: the others are ruled out by a wish to be apart or by line management.",
            LeftOutReason.OddNumber => $"{name} is left over from an odd number of people, and no three may meet as a trio.",
            _ when left.Shortage is { } shortage => $"{name} goes without because there are too few partners: {LowerFirst(Why(shortage))}",
            _ => $"{name} goes without because there are too few partners.",
        };
    }

    /// <summary>Why there are not enough pairs.</summary>
    public string Why(Shortage shortage)
    {
        ArgumentNullException.ThrowIfNull(shortage);
        var over = shortage.Competing - shortage.Partners;
        return shortage.Organisation is { } organisation && shortage.InOrganisation > shortage.People / 2
            ? $"{Number(shortage.InOrganisation)} of {Number(shortage.People)} people share one organisation ({organisationOf(organisation)}), so not everybody can meet somebody new from elsewhere."
            : shortage.Partners == 0
                ? $"{Number(shortage.Competing)} of {Number(shortage.People)} people, or groups of them, have nobody new from elsewhere left for the last one of each."
                : $"{Number(shortage.Competing)} of {Number(shortage.People)} people, or groups of them, each need one of the same {Number(shortage.Partners)}, so {Number(over)} of them cannot be paired as they should.";
    }

    private static string? Background(PairFit fit) => fit.SameOrganisation
        ? "come from one organisation because there is no other choice left"
        : fit.FirstSector == fit.SecondSector
            ? $"come from two organisations of one sector ({Sector(fit.FirstSector)})"
            : $"come from {Sector(fit.FirstSector)} and {Sector(fit.SecondSector)}";

    private static string? Time(PairFit fit, string who) => fit.Hours == 0 ? $"share no working hours, so {who} will have to make time"
        : fit.Days == Weekdays.All ? "both work Monday to Friday"
        : $"both work {TwoLanguages.Listed([.. fit.Days.Each().Select(day => day + "s")], "en")}";

    private static string Sector(string sector) => sector switch
    {
        Sectors.Nhs => "the NHS",
        Sectors.Council => "the council",
        Sectors.Police => "the police",
        Sectors.Community => "the community",
        Sectors.Fire => "the fire service",
        Sectors.Business => "local business",
        _ => sector,
    };

    // NHS stays NHS.
    private static string LowerFirst(string text) =>
        text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
