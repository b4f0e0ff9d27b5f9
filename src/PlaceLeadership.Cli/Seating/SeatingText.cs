using System.Globalization;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Cli.Seating;

/// <summary>A seating for the people who look at it.</summary>
internal sealed class SeatingText(SeatingFile people, SeatingRules rules, Output output)
{
    public void Seated(SeatingResult.Seated seated, bool explain)
    {
        if (explain)
        {
            Explained(seated.Sets);
        }
        else
        {
            output.Table(
                ["Set", "Name", "Organisation", "Sector"],
                from set in seated.Sets
                from entry in set.Members.Select(people.Entry)
                select (IReadOnlyList<string>)[Number(set.Number), entry.Name, entry.Organisation, entry.Sector]);
        }

        output.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{people.People.Count} people in {seated.Sets.Count} {(seated.Sets.Count == 1 ? "set" : "sets")}, every rule kept. Diversity {seated.Diversity}. "
            + $"{(seated.Best ? "No division is more diverse: all were looked at." : "A longer search may find a little more.")}"));
        if (seated.Sets.Count > 1)
        {
            output.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"The least diverse is set {seated.Worst.Number}, with {seated.Worst.DiversityPerPair:0.0} points a pair; over all sets it is {Average(seated.Sets):0.0}."));
        }

        foreach (var price in seated.Prices.Where(price => price.Concerns))
        {
            output.Line(Price(price, seated.Diversity));
        }

        if (seated.Prices.Where(price => !price.Concerns).Select(price => $"“{RuleWords.Of(price.Rule)}”").ToList() is { Count: > 0 } idle)
        {
            output.Line($"No difference to these people: {string.Join(", ", idle)}.");
        }
    }

    public void NotSeated(SeatingResult.NotSeated not)
    {
        output.Line(not.Proven ? "There are no sets that keep every rule." : "No sets that keep every rule were found.");
        foreach (var reason in not.Reasons)
        {
            output.Line(reason.Say(people.Names));
        }

        foreach (var way in not.WaysOut)
        {
            output.Line($"Sets were found without {string.Join(" and ", way.Select(rule => $"“{RuleWords.Of(rule)}”"))}: "
                + string.Join(' ', way.Select(rule => $"--without {RuleWords.Key(rule)}")));
        }

        if (not.WaysOut.Count > 0)
        {
            output.Line(not.WaysOutAreSmallest ? "Giving up fewer rules does not help." : "Giving up fewer rules may help; it was not found to.");
        }

        foreach (var set in not.Nearest.Where(set => set.Broken.Count > 0))
        {
            output.Line($"In the nearest sets, set {set.Number} ({People(set.Members)}) breaks "
                + string.Join("; ", set.Broken.Select(broken => $"“{RuleWords.Of(broken.Rule)}”"
                    + (broken.People.Count == set.Members.Count ? "" : $": {People(broken.People)}"))) + ".");
        }
    }

    /// <summary>Days and hours, such as "Mon, Tue 09:00-12:00".</summary>
    public static string Hours(CommonTime together) => together.Hours == 0
        ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"{Days(together.Days)} {together.FromHour:00}:00-{together.ToHour:00}:00");

    /// <summary>Each set with its reasons.</summary>
    public void Explained(IReadOnlyList<SeatedSet> sets)
    {
        foreach (var set in sets)
        {
            Explained(set);
        }
    }

    private void Explained(SeatedSet set)
    {
        output.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"Set {set.Number}: {set.Members.Count} people, {set.Sectors.Count} sectors, {set.Organisations.Count} organisations, {set.DiversityPerPair:0.0} points a pair"));
        foreach (var entry in set.Members.Select(people.Entry))
        {
            output.Line($"  {entry.Name}, {Role(entry)}{entry.Organisation} ({entry.Sector})");
        }

        output.Line($"  Sectors: {string.Join(", ", set.Sectors)} (at least {rules.SectorsLeast})");
        Together("From the community", set.Members.Where(id => people.Entry(id).Sector == Sectors.Community));
        foreach (var colleagues in set.Members.GroupBy(id => people.Entry(id).Organisation, StringComparer.OrdinalIgnoreCase).Where(all => all.Count() > 1))
        {
            Together($"All of {colleagues.Key}, which has more people than there are sets", colleagues);
        }

        output.Line($"  All work: {Hours(set.Together)} (at least {rules.HoursTogether} hours)");
        foreach (var need in set.AccessNeeds)
        {
            output.Line($"  Access, for the facilitator: {people.Names.Person(need.Person)}: {need.Needs.ReplaceLineEndings(" ")}{Understood(need.Place)}");
        }

        output.Line("");
    }

    private void Together(string what, IEnumerable<string> ids) =>
        output.Line($"  {what}: {(ids.Any() ? People(ids) : "nobody")}");

    private static string Role(RosterEntry entry) => entry.Role.Length == 0 ? "" : entry.Role + ", ";

    private static string Understood(MeetingPlace place) => place switch
    {
        MeetingPlace.OnlineOnly => " (meets online only)",
        MeetingPlace.InPersonOnly => " (meets in person only)",
        _ => "",
    };

    private static string Price(RulePrice price, long diversity) => price switch
    {
        { Points: 0 } => $"“{RuleWords.Of(price.Rule)}” costs nothing: no more diverse sets were found without it.",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"“{RuleWords.Of(price.Rule)}” costs {price.Points} {(price.Points == 1 ? "point" : "points")} ({100.0 * price.Points / Math.Max(1, diversity):0.0} %): so much more was found without it."),
    };

    private static double Average(IReadOnlyList<SeatedSet> sets) =>
        sets.Sum(set => set.Diversity) / Math.Max(1, sets.Sum(set => set.Members.Count * (set.Members.Count - 1) / 2.0));

    private string People(IEnumerable<string> ids) => string.Join(", ", ids.Select(people.Names.Person));

    private static string Days(Weekdays days) => string.Join(", ", days.Each().Select(day => day.ToString()[..3]));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
