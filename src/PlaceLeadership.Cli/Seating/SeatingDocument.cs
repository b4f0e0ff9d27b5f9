using PlaceLeadership.Core.Journeys.LearningSets.Seating;

namespace PlaceLeadership.Cli.Seating;

/// <summary>A seating for a script.</summary>
internal static class SeatingDocument
{
    public static object Of(SeatingResult result, SeatingFile people) => result switch
    {
        SeatingResult.Seated seated => new
        {
            ok = true,
            diversity = seated.Diversity,
            people = people.People.Count,
            best = seated.Best,
            worst = new { set = seated.Worst.Number, diversityPerPair = seated.Worst.DiversityPerPair },
            sets = seated.Sets.Select(set => Set(set, people)),
            prices = seated.Prices.Select(price => new { rule = RuleWords.Key(price.Rule), price.Concerns, price.Points }),
        },
        SeatingResult.NotSeated not => new
        {
            ok = false,
            proven = not.Proven,
            reasons = not.Reasons.Select(reason => reason.Say(people.Names)),
            without = not.WaysOut.Select(way => way.Select(RuleWords.Key)),
            withoutAreSmallest = not.WaysOutAreSmallest,
            nearest = not.Nearest.Select(set => Set(set, people)),
        },
        _ => throw new InvalidOperationException($"There is no document for {result}."),
    };

    public static object Set(SeatedSet set, SeatingFile people) => new
    {
        set = set.Number,
        set.Diversity,
        set.DiversityPerPair,
        members = set.Members.Select(people.Entry).Select(entry => new { entry.Name, entry.Email, entry.Organisation, entry.Sector }),
        set.Sectors,
        organisations = set.Organisations.Select(people.Names.Organisation),
        together = SeatingText.Hours(set.Together),
        hoursTogether = set.Together.Hours,
        accessNeeds = set.AccessNeeds.Select(need => new { email = need.Person, need.Needs, need.Place }),
        broken = set.Broken.Select(broken => new { rule = RuleWords.Key(broken.Rule), emails = broken.People }),
    };
}
