using PlaceLeadership.Core.Journeys.Coaching.Pairing;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Journeys.Coaching.Pairing;

public sealed class PairSentencesTests
{
    private static readonly PairSentences Sentences = new(id => char.ToUpperInvariant(id[0]) + id[1..], organisation => $"the {organisation}");
    private static readonly Profile Nadia = Cohorts.Person("nadia", "trust") with
    {
        Sector = Sectors.Nhs,
        GrowthSought = ["Influencing without authority"],
        Pattern = new WorkingPattern(Weekdays.Tuesday | Weekdays.Thursday, 9, 17),
    };

    private static readonly Profile Tobias = Cohorts.Person("tobias", "council") with { StrengthsOffered = ["Influencing without authority"] };

    [Fact]
    public void A_pair_reads_in_one_sentence_why_they_are_together()
    {
        Assert.Equal(
            "Nadia wants to grow in influencing without authority, which Tobias offers; they come from the NHS and the council and both work Tuesdays and Thursdays.",
            Why(Nadia, Tobias));
        Assert.Equal(
            "Nadia wants to grow in influencing without authority, which Tobias offers (“Influence without authority”); they come from the NHS and the council and both work Tuesdays and Thursdays.",
            Why(Nadia, Tobias with { StrengthsOffered = ["Influence without authority"] }));
        Assert.Equal(
            "Nadia and Tobias come from two organisations of one sector (the council) and both work Monday to Friday.",
            Why(Nadia with { Sector = Sectors.Council, GrowthSought = [], Pattern = WorkingPattern.FullWeek }, Tobias));
        Assert.Equal(
            "Nadia and Tobias come from one organisation because there is no other choice left and share no working hours, so they will have to make time; they have met once before, and no better choice is left.",
            Why(
                Nadia with { Organisation = "council", GrowthSought = [], Pattern = new WorkingPattern(Weekdays.All, 8, 10) },
                Tobias with { Pattern = new WorkingPattern(Weekdays.All, 10, 18) },
                new PastRound([["nadia", "tobias"]])));
    }

    [Fact]
    public void Who_reads_Welsh_reads_why_in_Welsh_and_what_people_wrote_as_they_wrote_it()
    {
        Assert.Equal(
            "Mae Nadia am ddatblygu ym maes “Influencing without authority”, ac mae Tobias yn cynnig hynny; maent yn dod o'r GIG ac o'r cyngor, ac yn gweithio ar yr un pryd bob dydd Mawrth a dydd Iau.",
            WhyInWelsh(Nadia, Tobias));
        Assert.Equal(
            "Mae Nadia am ddatblygu ym maes “Influencing without authority”, ac mae Tobias yn cynnig hynny (“Influence without authority”); maent yn dod o'r GIG ac o'r gymuned, ac yn gweithio ar yr un pryd bob dydd Mawrth a dydd Iau.",
            WhyInWelsh(Nadia, Tobias with { Sector = Sectors.Community, StrengthsOffered = ["Influence without authority"] }));
        Assert.Equal(
            "Mae Nadia a Tobias yn dod o ddau sefydliad yn yr un sector (y cyngor), ac yn gweithio ar yr un pryd o ddydd Llun i ddydd Gwener.",
            WhyInWelsh(Nadia with { Sector = Sectors.Council, GrowthSought = [], Pattern = WorkingPattern.FullWeek }, Tobias));
        Assert.Equal(
            "Mae Nadia ac Eirlys yn dod o'r un sefydliad gan nad oes dewis arall ar ôl, ond nid oes ganddynt oriau gwaith yn gyffredin, felly bydd yn rhaid iddynt ddod o hyd i amser; maent wedi cwrdd unwaith o'r blaen, ac nid oes dewis gwell ar ôl.",
            WhyInWelsh(
                Nadia with { Organisation = "council", GrowthSought = [], Pattern = new WorkingPattern(Weekdays.All, 8, 10) },
                Tobias with { Id = "eirlys", Pattern = new WorkingPattern(Weekdays.All, 10, 18) },
                new PastRound([["nadia", "eirlys"]])));
        Assert.Contains("o fusnes lleol ac o'r heddlu,", WhyInWelsh(Nadia with { Sector = Sectors.Business }, Tobias with { Sector = Sectors.Police }), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_is_one_of_the_two_is_spoken_to()
    {
        var pair = Pair(Nadia, Tobias, []).Why[0];
        Assert.Equal(
            "You want to grow in influencing without authority, which Tobias offers; you and Tobias come from the NHS and the council and both work Tuesdays and Thursdays.",
            EnglishTo("nadia").Why(pair));
        Assert.Equal(
            "Nadia wants to grow in influencing without authority, which you offer; you and Nadia come from the NHS and the council and both work Tuesdays and Thursdays.",
            EnglishTo("tobias").Why(pair));
        Assert.Equal(
            "Rydych chi am ddatblygu ym maes “Influencing without authority”, ac mae Tobias yn cynnig hynny; rydych chi a Tobias yn dod o'r GIG ac o'r cyngor, ac yn gweithio ar yr un pryd bob dydd Mawrth a dydd Iau.",
            WelshTo("nadia").Why(pair));
        Assert.Equal(
            "Mae Nadia am ddatblygu ym maes “Influencing without authority”, ac rydych chi'n cynnig hynny; rydych chi a Nadia yn dod o'r GIG ac o'r cyngor, ac yn gweithio ar yr un pryd bob dydd Mawrth a dydd Iau.",
            WelshTo("tobias").Why(pair));

        var before = Pair(
            Nadia with { Organisation = "council", GrowthSought = [], Pattern = new WorkingPattern(Weekdays.All, 8, 10) },
            Tobias with { Pattern = new WorkingPattern(Weekdays.All, 10, 18) }, [new PastRound([["nadia", "tobias"]])]).Why[0];
        Assert.Equal(
            "You and Nadia come from one organisation because there is no other choice left and share no working hours, so you will have to make time; you have met once before, and no better choice is left.",
            EnglishTo("tobias").Why(before));
        Assert.Equal(
            "Rydych chi a Nadia yn dod o'r un sefydliad gan nad oes dewis arall ar ôl, ond nid oes gennych oriau gwaith yn gyffredin, felly bydd yn rhaid i chi ddod o hyd i amser; rydych wedi cwrdd unwaith o'r blaen, ac nid oes dewis gwell ar ôl.",
            WelshTo("tobias").Why(before));
    }

    [Fact]
    public void A_trio_reads_three()
    {
        var plan = CoachingPlanner.Plan(new CoachingRequest([Nadia, Tobias, Cohorts.Person("rosa", "charity")], CoachingRequest.Everybody(1)));
        Assert.Equal(3, Sentences.Why(plan.Rounds[0].Groups[0]).Count);
    }

    [Fact]
    public void Whoever_is_left_out_reads_why_and_nobody_reads_whose_wish_it_was()
    {
        Profile[] three = [Cohorts.Person("ann", "x"), Cohorts.Person("bob", "y") with { LineManager = "ann" }, Cohorts.Person("cyd", "z") with { LineManager = "bob" }];
        var round = Round(three, []);
        Assert.All(round.LeftOut, left => Assert.Equal(LeftOutReason.OnlyLineManagement, left.Reason));
        Assert.Equal("Ann could only meet people in the same line of management.", Sentences.Why(round.LeftOut[0]));

        Profile[] pair = [Cohorts.Person("ann", "x"), Cohorts.Person("bob", "y")];
        Assert.Equal(
            [
                "Ann could meet nobody: the others are ruled out by a wish to be apart or by line management.",
                "Bob could meet nobody: the others are ruled out by a wish to be apart or by line management.",
            ],
            Round(pair, [("bob", "ann")]).LeftOut.Select(Sentences.Why));

        var away = CoachingPlanner.Plan(new CoachingRequest(pair, [new RoundAhead(["bob"])])).Rounds[0].LeftOut;
        Assert.Equal(["Ann is the only one in this round.", "Bob is away in this round."], away.Select(Sentences.Why));
    }

    [Fact]
    public void Whoever_competes_for_too_few_partners_reads_the_numbers()
    {
        Profile[] star = [.. Enumerable.Range(0, 5).Select(number => Cohorts.Person($"p{number}", number == 0 ? "o0" : "o1"))];
        (string, string)[] apart = [.. from one in star.Skip(1) from other in star.Skip(1) where one != other select (one.Id, other.Id)];
        var round = Round(star, apart);
        Assert.Equal(3, round.LeftOut.Count);
        Assert.Equal(
            "P2 goes without because there are too few partners: 4 of 5 people, or groups of them, each need one of the same 1, so 3 of them cannot be paired as they should.",
            Sentences.Why(round.LeftOut[^1] with { Person = "p2" }));
        Assert.Equal(
            "40 of 60 people share one organisation (the trust), so not everybody can meet somebody new from elsewhere.",
            Sentences.Why(new Shortage(60, 40, 20, "trust", 40)));
        Profile[] path = [Cohorts.Person("ann", "x"), Cohorts.Person("bob", "y"), Cohorts.Person("cyd", "z")];
        Assert.Equal(LeftOutReason.TooFewPartners, Assert.Single(Round(path, [("ann", "cyd")]).LeftOut).Reason);
    }

    private static string Capital(string id) => char.ToUpperInvariant(id[0]) + id[1..];

    private static PairSentences EnglishTo(string reader) => new(Capital, organisation => $"the {organisation}") { Reader = reader };

    private static PairSentences WelshTo(string reader) => new(Capital, organisation => organisation, "cy") { Reader = reader };

    private static string Why(Profile one, Profile other, params PastRound[] history) => Sentences.Why(Pair(one, other, history))[0];

    private static string WhyInWelsh(Profile one, Profile other, params PastRound[] history) =>
        new PairSentences(Capital, organisation => organisation, "cy").Why(Pair(one, other, history).Why[0]);

    private static CoachingGroup Pair(Profile one, Profile other, PastRound[] history) =>
        CoachingPlanner.Plan(new CoachingRequest([one, other], CoachingRequest.Everybody(1)) { History = history }).Rounds[0].Groups[0];

    private static CoachingRound Round(Profile[] people, (string, string)[] apart) =>
        CoachingPlanner.Plan(new CoachingRequest(people, CoachingRequest.Everybody(1)) { Apart = apart }).Rounds[0];
}
