using CsCheck;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Matching.Sets;
using Seats = PlaceLeadership.Core.Journeys.LearningSets.Seating.SetFormation;

namespace PlaceLeadership.Core.Tests.Journeys.LearningSets.Seating;

public sealed class SeatingTests
{
    [Fact]
    public void Small_cohorts_get_the_best_sets_that_keep_every_rule_or_the_proof_that_there_are_none() => Gen.Select(Town.People(8, 12), Town.Rules).Sample(
        (people, rules) =>
        {
            var best = Best(people, rules);
            switch (Form(people, rules))
            {
                case SeatingResult.Seated seated:
                    Assert.True(seated.Best);
                    Assert.Equal(best, seated.Diversity);
                    KeepsEveryRule(people, rules, seated);
                    break;
                case SeatingResult.NotSeated not:
                    Assert.Null(best);
                    Assert.True(not.Proven);
                    break;
            }
        },
        iter: 150, print: Print);

    [Fact]
    public void Sets_that_break_something_are_named_for_what_they_break() => Gen.Select(Town.People(8, 12), Town.Rules).Sample(
        (people, rules) =>
        {
            if (Form(people, rules) is SeatingResult.NotSeated { Nearest.Count: > 0 } not)
            {
                var judge = new Judge(people, rules, not.Nearest.Count);
                Assert.All(not.Nearest, set => Assert.Equal(judge.Breaks(Of(people, set)), set.Broken.Select(broken => broken.Rule)));
            }
        },
        iter: 100, print: Print);

    [Fact]
    public void The_smallest_sets_of_rules_to_give_up_are_found() => Gen.Select(Town.People(8, 10), Town.Rules).Sample(
        (people, rules) =>
        {
            if (Form(people, rules) is not SeatingResult.NotSeated { WaysOut.Count: > 0 } not)
            {
                return;
            }

            Assert.True(not.WaysOutAreSmallest);
            var count = not.WaysOut[0].Count;
            Assert.All(not.WaysOut, way => Assert.NotNull(Best(people, rules.Relaxed(way))));
            var all = Enum.GetValues<SeatingRule>();
            Assert.All(
                count == 1 ? [] : all.SelectMany(one => count == 2 ? [new[] { one }] : all.Select(other => new[] { one, other })),
                fewer => Assert.Null(Best(people, rules.Relaxed(fewer))));
        },
        iter: 60, print: Print);

    [Fact]
    public void The_price_of_a_rule_is_what_the_best_sets_without_it_have_more() => Gen.Select(Town.People(8, 10), Town.Rules).Sample(
        (people, rules) =>
        {
            if (Form(people, rules, prices: true) is SeatingResult.Seated seated)
            {
                Assert.Equal(Enum.GetValues<SeatingRule>(), seated.Prices.Select(price => price.Rule));
                Assert.All(seated.Prices, price => Assert.Equal(Best(people, rules.Relaxed(price.Rule)) - seated.Diversity, price.Points));
            }
        },
        iter: 40, print: Print);

    [Fact]
    public void Three_sets_are_searched_and_the_best_that_keep_every_rule_are_found()
    {
        IReadOnlyList<Profile> people = [.. Town.County(12).Select(person => person with { Pattern = WorkingPattern.FullWeek })];
        var request = new SeatingRequest(people, SearchLimits.After(400_000, 1)) { TargetSize = 4 };
        var seated = Assert.IsType<SeatingResult.Seated>(Seats.Form(request, TimeProvider.System));
        Assert.Equal(3, seated.Sets.Count);
        Assert.False(seated.Best);
        Assert.Equal(Best(people, request.Rules, sets: 3), seated.Diversity);
        KeepsEveryRule(people, request.Rules, seated);
    }

    [Theory]
    [InlineData(48)]
    [InlineData(131)]
    [InlineData(400)]
    [InlineData(2_000)]
    public void No_rule_is_broken_in_a_county(int number)
    {
        var people = Town.County(number);
        var seated = Assert.IsType<SeatingResult.Seated>(Form(people, new SeatingRules { SectorsLeast = 3 }, steps: 1_500_000));
        KeepsEveryRule(people, new SeatingRules { SectorsLeast = 3 }, seated);
        Assert.All(seated.Sets, set => Assert.InRange(set.Members.Count, 5, 8));
        Assert.InRange(seated.Sets.Max(set => set.Members.Count) - seated.Sets.Min(set => set.Members.Count), 0, 1);
    }

    [Fact]
    public void The_same_seed_and_steps_give_the_same_sets_and_prices()
    {
        var people = Town.County(60);
        var (one, other) = (Form(people, new(), prices: true), Form(people, new(), prices: true));
        Assert.Equal(Members(one), Members(other));
        Assert.Equal(((SeatingResult.Seated)one).Prices, ((SeatingResult.Seated)other).Prices);
        Assert.All(((SeatingResult.Seated)one).Prices, price => Assert.True(price.Points >= 0));
    }

    [Fact]
    public void Ten_people_of_one_organisation_do_not_fit_into_six_sets_with_one_each_and_counting_says_so()
    {
        IReadOnlyList<Profile> people =
            [.. Enumerable.Range(0, 36).Select(number => Town.Person($"p{number}", number < 10 ? "big" : $"o{number}", Sectors.All[number % 4]))];
        var not = Assert.IsType<SeatingResult.NotSeated>(Form(people, new SeatingRules { PerOrganisationMost = 1 }));
        Assert.True(not.Proven);
        Assert.Equal(
            "10 people are of Big Hospital, and 6 sets with at most 1 of them each have room for 6.",
            Assert.Single(not.Reasons).Say(Names.Ids with { Organisation = id => id == "big" ? "Big Hospital" : id }));
        Assert.Equal([SeatingRule.Organisations], Assert.Single(not.WaysOut));
        Assert.IsType<SeatingResult.Seated>(Form(people, new SeatingRules()));
    }

    [Fact]
    public void Four_sectors_in_each_set_need_company_for_the_community_in_each()
    {
        IReadOnlyList<Profile> people =
            [.. Enumerable.Range(0, 48).Select(number => Town.Person($"p{number}", $"o{number}", Sectors.All[number % 4]))];
        var not = Assert.IsType<SeatingResult.NotSeated>(Form(people, new SeatingRules { SectorsLeast = 4 }));
        Assert.True(not.Proven);
        Assert.EndsWith("it can be 30 times, as nobody of the community sector sits alone.", Assert.Single(not.Reasons).Say(Names.Ids), StringComparison.Ordinal);
        Assert.Equal([[SeatingRule.Sectors], [SeatingRule.Community]], not.WaysOut);
    }

    [Fact]
    public void Three_people_of_the_community_of_whom_two_never_meet_leave_one_alone_and_that_is_proven()
    {
        WorkingPattern[] patterns = [new(Weekdays.All, 8, 12), WorkingPattern.FullWeek, new(Weekdays.All, 14, 18)];
        IReadOnlyList<Profile> people =
        [
            .. Enumerable.Range(0, 18).Select(number => number < 3
                ? Town.Person($"p{number}", $"o{number}", Sectors.Community) with { Pattern = patterns[number] }
                : Town.Person($"p{number}", $"o{number}", Sectors.All[number % 3])),
        ];
        var not = Assert.IsType<SeatingResult.NotSeated>(Form(people, new()));
        Assert.True(not.Proven);
        Assert.StartsWith("3 people are of the community sector: p0, p1 and p2.", Assert.Single(not.Reasons).Say(Names.Ids), StringComparison.Ordinal);
        Assert.Equal([[SeatingRule.Community], [SeatingRule.CommonTime]], not.WaysOut);
        Assert.IsType<SeatingResult.Seated>(Form([.. people.Skip(1)], new()));
    }

    [Fact]
    public void What_was_only_not_found_is_not_called_impossible()
    {
        // Triangles of people of whom any two share hours, and never all three; counting pairs cannot see it.
        WorkingPattern[] patterns =
            [new(Weekdays.Monday | Weekdays.Tuesday, 8, 18), new(Weekdays.Tuesday | Weekdays.Wednesday, 8, 18), new(Weekdays.Monday | Weekdays.Wednesday, 8, 18)];
        IReadOnlyList<Profile> people =
            [.. Enumerable.Range(0, 20).Select(number => Town.Person($"p{number}", $"o{number}", Sectors.All[number % 3]) with { Pattern = patterns[number % 3] })];
        var rules = new SeatingRules { SectorsLeast = 3 };
        var not = Assert.IsType<SeatingResult.NotSeated>(Form(people, rules, steps: 50_000));
        Assert.False(not.Proven || not.WaysOutAreSmallest);
        Assert.Contains("no proof", Assert.Single(not.Reasons).Say(Names.Ids), StringComparison.Ordinal);
        Assert.Contains([SeatingRule.CommonTime], not.WaysOut);
    }

    [Fact]
    public void Three_people_are_no_set_and_a_request_that_contradicts_itself_is_a_mistake_of_the_caller()
    {
        var not = Assert.IsType<SeatingResult.NotSeated>(Form(Town.County(3), new()));
        Assert.Equal("A set needs at least 4 people, and there are 3.", Assert.Single(not.Reasons).Say(Names.Ids));
        Assert.Throws<ArgumentException>(() => Form([Town.Person("a"), Town.Person("a")], new()));
        Assert.Throws<ArgumentException>(() => Form(Town.County(9), new() { HoursTogether = 11 }));
    }

    [Fact]
    public void Access_needs_stand_beside_the_set_word_for_word()
    {
        IReadOnlyList<Profile> people = [.. Town.County(8).Select((person, number) => person with { AccessNeeds = number == 3 ? "Hearing loop, lunch at 12" : null })];
        var seated = Assert.IsType<SeatingResult.Seated>(Form(people, new SeatingRules().Relaxed(Enum.GetValues<SeatingRule>())));
        Assert.Equal(new AccessNeed(people[3].Id, "Hearing loop, lunch at 12", MeetingPlace.Either), Assert.Single(seated.Sets.SelectMany(set => set.AccessNeeds)));
    }

    private static SeatingResult Form(IReadOnlyList<Profile> people, SeatingRules rules, bool prices = false, long steps = 200_000) =>
        Seats.Form(new SeatingRequest(people, SearchLimits.After(steps, 1)) { Rules = rules, WithPrices = prices }, TimeProvider.System);

    private static long? Best(IReadOnlyList<Profile> people, SeatingRules rules, int sets = 0)
    {
        sets = sets == 0 ? SetCount.Sizes(people.Count, 6).Count : sets;
        var judge = new Judge(people, rules, sets);
        return Divisions.Of(people.Count, sets, size => size == people.Count / sets || size == (people.Count + sets - 1) / sets)
            .Where(setOf => setOf[0] == 0)
            .Select(setOf => Divisions.Sets(people, setOf, sets))
            .Where(division => division.All(set => judge.Breaks(set).Count == 0))
            .Max(division => (long?)division.Sum(judge.Diversity));
    }

    private static void KeepsEveryRule(IReadOnlyList<Profile> people, SeatingRules rules, SeatingResult.Seated seated)
    {
        var judge = new Judge(people, rules, seated.Sets.Count);
        Assert.Equal(people.Select(person => person.Id).Order(StringComparer.Ordinal), seated.Sets.SelectMany(set => set.Members).Order(StringComparer.Ordinal));
        Assert.All(seated.Sets, set => Assert.Empty(judge.Breaks(Of(people, set))));
        Assert.All(seated.Sets, set => Assert.Equal(judge.Diversity(Of(people, set)), set.Diversity));
        Assert.Equal(seated.Sets.Sum(set => set.Diversity), seated.Diversity);
        Assert.Equal(seated.Sets.Min(set => set.DiversityPerPair), seated.Worst.DiversityPerPair);
    }

    private static IReadOnlyList<Profile> Of(IReadOnlyList<Profile> people, SeatedSet set)
    {
        var members = set.Members.ToHashSet(StringComparer.Ordinal);
        return [.. people.Where(person => members.Contains(person.Id))];
    }

    private static IEnumerable<string> Members(SeatingResult result) => ((SeatingResult.Seated)result).Sets.Select(set => string.Join(' ', set.Members));

    private static string Print((IReadOnlyList<Profile> People, SeatingRules Rules) cohort) =>
        $"{string.Join('\n', cohort.People)}\n{cohort.Rules} apart {string.Join(' ', cohort.Rules.Apart)} declined {string.Join(' ', cohort.Rules.Declined)}";
}
