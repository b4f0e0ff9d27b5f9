using System.Collections.Frozen;
using System.Globalization;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>Why people are together, or alone, in plain words.</summary>
/// <param name="nameOf">The name of a person, by id.</param>
/// <param name="organisationOf">The name of an organisation, by its id.</param>
/// <param name="language">The language of why people are together. Why somebody is alone only managers read, in English.</param>
public sealed class PairSentences(Func<string, string> nameOf, Func<string, string> organisationOf, string language = "en")
{
    private static readonly FrozenDictionary<string, (LocalText Name, LocalText From)> Names = new Dictionary<string, (LocalText, LocalText)>
    {
        [Sectors.Council] = (PairingTexts.Council, PairingTexts.FromCouncil),
        [Sectors.Nhs] = (PairingTexts.Nhs, PairingTexts.FromNhs),
        [Sectors.Police] = (PairingTexts.Police, PairingTexts.FromPolice),
        [Sectors.Community] = (PairingTexts.Community, PairingTexts.FromCommunity),
        [Sectors.Fire] = (PairingTexts.Fire, PairingTexts.FromFire),
        [Sectors.Housing] = (PairingTexts.Housing, PairingTexts.FromHousing),
        [Sectors.Education] = (PairingTexts.Education, PairingTexts.FromEducation),
        [Sectors.Business] = (PairingTexts.Business, PairingTexts.FromBusiness),
    }.ToFrozenDictionary();

    /// <summary>Who reads it, by id, and is spoken to; null when it speaks of everybody by name.</summary>
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
        var isTold = fit.First == Reader || fit.Second == Reader;
        var (first, second) = fit.Second == Reader ? (nameOf(fit.Second), nameOf(fit.First)) : (nameOf(fit.First), nameOf(fit.Second));
        var who = isTold ? Say(PairingTexts.YouAnd, TwoLanguages.And(second, language))
            : fit.Offers.Count == 0 ? Say(PairingTexts.BothOf, first, TwoLanguages.And(second, language)) : Say(PairingTexts.They);
        List<string> clauses = [.. fit.Offers.Select(Offered), Say(PairingTexts.Clause, who, Background(fit), Time(fit, isTold))];
        if (why.MetBefore > 0)
        {
            clauses.Add(Say(isTold ? PairingTexts.YouMet : PairingTexts.TheyMet, Times(why.MetBefore)));
        }

        // A name is written as its owner writes it.
        var sentence = string.Join("; ", clauses) + ".";
        return sentence.StartsWith(first, StringComparison.Ordinal) || sentence.StartsWith(second, StringComparison.Ordinal)
            ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
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

    private string Offered(GrowthOffer offer)
    {
        // What somebody wrote stands in the sentence in English; in Welsh between quotation marks, for it must not be mutated.
        var growth = language == "cy" ? offer.Growth : LowerFirst(offer.Growth);
        var said = offer.Grows == Reader ? Say(PairingTexts.YouGrow, growth, nameOf(offer.Offers))
            : offer.Offers == Reader ? Say(PairingTexts.YouOffer, growth, nameOf(offer.Grows))
            : Say(PairingTexts.OneOffers, growth, nameOf(offer.Grows), nameOf(offer.Offers));
        return string.Equals(offer.Growth, offer.Strength, StringComparison.OrdinalIgnoreCase) ? said : $"{said} (“{offer.Strength}”)";
    }

    private string Background(PairFit fit) => fit.SameOrganisation ? Say(PairingTexts.SameOrganisation)
        : fit.FirstSector == fit.SecondSector ? Say(PairingTexts.OneSector, Names.TryGetValue(fit.FirstSector, out var known) ? Say(known.Name) : fit.FirstSector)
        : Say(PairingTexts.TwoSectors, From(fit.FirstSector), From(fit.SecondSector));

    private string From(string sector) => Names.TryGetValue(sector, out var known) ? Say(known.From) : Say(PairingTexts.FromAnother, sector);

    private string Time(PairFit fit, bool isTold) =>
        fit.Hours == 0 ? Say(isTold ? PairingTexts.YouShareNoHours : PairingTexts.TheyShareNoHours)
        : fit.Days == Weekdays.All ? Say(PairingTexts.WholeWeek)
        : Say(PairingTexts.SomeDays, TwoLanguages.Listed([.. fit.Days.Each().Select(day => Say(DayOf(day)))], language));

    private static LocalText DayOf(Weekdays day) => day switch
    {
        Weekdays.Monday => PairingTexts.Monday,
        Weekdays.Tuesday => PairingTexts.Tuesday,
        Weekdays.Wednesday => PairingTexts.Wednesday,
        Weekdays.Thursday => PairingTexts.Thursday,
        _ => PairingTexts.Friday,
    };

    private string Times(int times) => times switch
    {
        1 => Say(PairingTexts.Once),
        2 => Say(PairingTexts.Twice),
        _ => Say(PairingTexts.Times, times),
    };

    private string Say(LocalText text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text.In(language), values);

    // NHS stays NHS.
    private static string LowerFirst(string text) =>
        text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
