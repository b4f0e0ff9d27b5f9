using PlaceLeadership.Core.Journeys.Coaching.Pairing;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Journeys.Coaching.Pairing;

public sealed class PairingScoreTests
{
    private static readonly PairingWeights Weights = new(Growth: 100, Sector: 10, Hours: 20, Language: 4, Level: 2, FairnessPercent: 50);
    private static readonly Profile Nadia = Cohorts.Person("nadia", "council");
    private static readonly Profile Tobias = Cohorts.Person("tobias", "hospital");

    [Theory]
    [InlineData("Influencing without authority", "influence without authority", 100)]
    [InlineData("Difficult conversations", "Holding difficult conversations", 80)]
    [InlineData("Reading budgets", "Budgets", 66)]
    [InlineData("Partnership", "Partners", 100)]
    [InlineData("Leading a group", "Leading a shift", 0)]
    [InlineData("Chairing", "Charity", 0)]
    [InlineData("More skills", "Better work", 0)]
    public void What_one_seeks_is_found_in_what_the_other_offers_by_its_words(string growth, string strength, int percent)
    {
        var fit = Score(Nadia with { GrowthSought = [growth] }, Tobias with { StrengthsOffered = ["Football", strength] });
        Assert.Equal(percent, fit.Offers.Sum(offer => offer.Percent));
        Assert.Equal(26 + percent, fit.Score);
    }

    [Fact]
    public void Both_directions_count()
    {
        var fit = Score(
            Nadia with { GrowthSought = ["budgets"], StrengthsOffered = ["listening"] },
            Tobias with { GrowthSought = ["Listening"], StrengthsOffered = ["Budgets"] });
        Assert.Equal(["nadia", "tobias"], fit.Offers.Select(offer => offer.Grows).Order());
        Assert.Equal(226, fit.Score);
    }

    [Fact]
    public void Another_sector_common_hours_a_common_language_and_a_near_level_count()
    {
        Assert.Equal(36, Score(Nadia, Tobias with { Sector = Sectors.Nhs }).Score);
        Assert.Equal(22, Score(Nadia, Tobias with { Language = Language.Welsh }).Score);
        Assert.Equal(26, Score(Nadia, Tobias with { Language = Language.NotKnown }).Score);
        Assert.Equal(26, Score(Nadia, Tobias with { Level = Level.MiddleManager }).Score);
        Assert.Equal(25, Score(Nadia, Tobias with { Level = Level.SeniorManager }).Score);
        Assert.Equal(25, Score(Nadia, Tobias with { Level = null }).Score);
        Assert.Equal(24, Score(Nadia with { Level = Level.Frontline }, Tobias with { Level = Level.SeniorManager }).Score);
        var half = Score(Nadia, Tobias with { Pattern = new WorkingPattern(Weekdays.Tuesday, 9, 14) });
        Assert.Equal((16, 5, Weekdays.Tuesday), (half.Score, half.Hours, half.Days));
        var never = Score(Nadia with { Pattern = new WorkingPattern(Weekdays.Monday, 8, 12) }, Tobias with { Pattern = new WorkingPattern(Weekdays.All, 12, 18) });
        Assert.Equal((6, 0, Weekdays.None), (never.Score, never.Hours, never.Days));
    }

    [Fact]
    public void Whoever_was_left_out_lately_gets_a_pair_that_counts_more()
    {
        PastRound[] history = [new([]) { LeftOut = ["nadia"] }, new([]) { MatchedLate = ["nadia"] }, new([["tobias", "b", "c"]])];
        Assert.Equal(26 * 250 / 100, Planned(history));
        Assert.Equal(26 * 200 / 100, Planned([.. history, new([])]));
        Assert.Equal(26, Planned([.. history, new([]), new([]), new([])]));
        Assert.Equal(26 * 300 / 100, Planned([.. history, new([]) { LeftOut = ["nadia", "tobias"] }, new([]) { LeftOut = ["nadia", "tobias"] }]));

        static decimal Planned(IReadOnlyList<PastRound> history) => CoachingPlanner.Plan(
            new CoachingRequest([Nadia, Tobias], CoachingRequest.Everybody(1)) { History = history, Weights = Weights }).Score;
    }

    [Fact]
    public void A_score_is_the_same_either_way_round_and_never_negative() =>
        Assert.All(Enumerable.Range(1, 50), seed =>
        {
            var people = Cohorts.Of(seed, 2);
            var score = new PairingScore(people, PairingWeights.Default);
            Assert.Equal(score.Of(people[0], people[1]).Score, score.Of(people[1], people[0]).Score);
            Assert.InRange(score.Of(people[0], people[1]).Score, 0, 720);
        });

    [Fact]
    public void Weights_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PairingScore([], new PairingWeights(Growth: -1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PairingScore([], new PairingWeights(Hours: PairingWeights.Largest + 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PairingScore([], new PairingWeights(FairnessPercent: 101)));
    }

    private static PairFit Score(Profile one, Profile other) => new PairingScore([one, other], Weights).Of(one, other);
}
