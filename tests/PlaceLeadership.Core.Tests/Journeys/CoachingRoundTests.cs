using NodaTime;
using PlaceLeadership.Application.Choosing;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Journeys;

public sealed class CoachingRoundTests
{
    private static readonly Step Round = Plan.Prompt(new StepId("coach"), 4, IsoDayOfWeek.Tuesday, BuiltIn.CoachingRound);
    private static readonly Step Next = Plan.Prompt(new StepId("again"), 14, IsoDayOfWeek.Tuesday, BuiltIn.CoachingRound);

    [Fact]
    public async Task A_pair_is_proposed_introduced_asked_whether_it_met_and_fits_and_ends_with_thanks()
    {
        var circle = await Circle.OfAsync(6, Round, Next);

        await circle.GoToAsync(13, IsoDayOfWeek.Wednesday);

        Assert.Equal(
            [
                "coach.proposal/prompt on 2026-01-20", "coach/prompt on 2026-02-03", "coach.met/prompt on 2026-02-17",
                "coach.fit/prompt on 2026-03-03, naming coach.met", "coach.end/prompt on 2026-03-30", "again.proposal/prompt on 2026-03-31",
            ],
            circle.SentTo(new ParticipantId("p1")));
    }

    [Fact]
    public async Task Who_asks_for_somebody_else_gets_somebody_else_and_never_the_same_person_again()
    {
        var circle = await Circle.OfAsync(6, Round, Next);
        await circle.GoToAsync(3, IsoDayOfWeek.Wednesday);
        var before = await circle.LookAsync();
        var declined = await circle.PartnerAsync(new ParticipantId("p1"), new StepId("coach"));

        await circle.SayAsync(new ParticipantId("p1"), new StepId("coach.proposal"), [CoachingMessages.Other]);

        var after = (await circle.LookAsync()).RoundOf(new StepId("coach"))!;
        Assert.NotEqual(declined, await circle.PartnerAsync(new ParticipantId("p1"), new StepId("coach")));
        Assert.Empty(after.Asking);
        Assert.Equal(6, after.Groups.Sum(group => group.Members.Count));
        Assert.Single(after.Groups, group => before.Rounds[0].Groups.Any(other => other.Members.SequenceEqual(group.Members)));
        await circle.GoToAsync(14, IsoDayOfWeek.Tuesday);
        Assert.NotEqual(declined, await circle.PartnerAsync(new ParticipantId("p1"), new StepId("again")));
        Assert.DoesNotContain(await circle.Office.FactsAsync(), fact => fact.Value == CoachingMessages.Other);
        Assert.DoesNotContain("coach.again", circle.StepsSentTo(new ParticipantId("p1")));
    }

    [Fact]
    public async Task Where_there_is_nobody_else_who_declined_stays_alone_in_this_round_and_the_next()
    {
        var circle = await Circle.OfAsync(2, Round, Next);
        await circle.GoToAsync(3, IsoDayOfWeek.Wednesday);

        await circle.SayAsync(new ParticipantId("p1"), new StepId("coach.proposal"), [CoachingMessages.Other]);
        await circle.GoToAsync(14, IsoDayOfWeek.Wednesday);

        Assert.All((await circle.LookAsync()).Rounds, round => Assert.Equal([new ParticipantId("p1"), new ParticipantId("p2")], round.Alone.Order()));
        Assert.DoesNotContain("coach", circle.StepsSentTo(new ParticipantId("p2")));
        Assert.DoesNotContain("again", circle.StepsSentTo(new ParticipantId("p2")));
    }

    [Fact]
    public async Task A_partner_who_leaves_after_the_introduction_is_replaced_within_the_week_and_both_are_told_once()
    {
        var circle = await Circle.OfAsync(7, Round);
        await circle.GoToAsync(4, IsoDayOfWeek.Thursday);
        var trio = (await circle.LookAsync()).Rounds[0].Groups.Single(group => group.Members.Count == 3);
        var alone = (await circle.LookAsync()).Rounds[0].Groups.First(group => group.Members.Count == 2).Members;

        await circle.Office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, alone[0], default);
        await circle.Office.KeepAsync();
        await circle.GoToAsync(4, IsoDayOfWeek.Friday);
        Assert.DoesNotContain("coach.again", circle.StepsSentTo(alone[1]));
        await circle.GoToAsync(5, IsoDayOfWeek.Monday);

        var partner = await circle.PartnerAsync(alone[1], new StepId("coach"));
        Assert.Contains(new ParticipantId(partner), trio.Members);
        Assert.Contains("coach.again", circle.StepsSentTo(alone[1]));
        Assert.Single(circle.StepsSentTo(new ParticipantId(partner)), step => step == "coach.again");
        Assert.DoesNotContain(circle.StepsSentTo(alone[0]), step => step.StartsWith("coach.", StringComparison.Ordinal) && step != "coach.proposal");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_asks_for_somebody_else_or_leaves_all_who_are_brought_together_anew_hear_of_it_on_the_day_of_the_letter(bool leaves)
    {
        var circle = await Circle.OfAsync(
            8, Plan.Of(20, [Round, .. Enumerable.Range(1, 16).Select(week => Plan.Milestone(new StepId($"news-{week}"), week, IsoDayOfWeek.Tuesday))]) with
            {
                Rhythm = new Rhythm(Day: IsoDayOfWeek.Wednesday),
            });
        var chosen = new ParticipantId("p8");
        Assert.Equal(LetterOutcome.Chosen, await circle.Office.Choices.ChooseAsync(
            Office.Cohort, Actor.Person(chosen), chosen, new LetterChoice(IsoDayOfWeek.Friday, EverySecondWeek: false), default));
        await circle.GoToAsync(6, IsoDayOfWeek.Thursday);
        var partner = await circle.PartnerAsync(chosen, new StepId("coach"));
        if (leaves)
        {
            await circle.Office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, new ParticipantId(partner), default);
        }
        else
        {
            await circle.SayAsync(new ParticipantId(partner), new StepId("coach.met"), [CoachingMessages.Other]);
        }

        await circle.GoToAsync(8, IsoDayOfWeek.Friday);
        var told = circle.Office.Sent.Where(item => item.Id.Step == new StepId("coach.again")).ToList();
        Assert.Contains(told, item => item.Id.Participant == chosen);
        Assert.True(told.Count >= 3);
        Assert.All(told, item => Assert.Equal(Circle.Start.PlusWeeks(6).PlusDays(2), item.At.Date));
    }

    [Fact]
    public async Task The_two_whose_third_leaves_are_told_who_is_left_and_of_nobody_who_is_gone()
    {
        var circle = await Circle.OfAsync(7, Round);
        await circle.GoToAsync(6, IsoDayOfWeek.Thursday);
        var three = (await circle.LookAsync()).RoundOf(new StepId("coach"))!.Groups.Single(group => group.Members.Count == 3).Members;
        await circle.Office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, three[0], default);
        await circle.GoToAsync(8, IsoDayOfWeek.Friday);

        var group = (await circle.LookAsync()).RoundOf(new StepId("coach"))!.GroupOf(three[1])!;
        Assert.Equal(three.Skip(1).Order(), group.Members.Order());
        foreach (var (one, other) in new[] { (three[1], three[2]), (three[2], three[1]) })
        {
            Assert.Single(circle.StepsSentTo(one), step => step == "coach.fewer");
            Assert.DoesNotContain("coach.again", circle.StepsSentTo(one));
            var text = (await circle.SeeAsync(one, new StepId("coach.fewer"))).Step.Text.In("en");
            Assert.Contains($"**N{other.Value[1..]}**", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"N{three[0].Value[1..]}", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(18)]
    public async Task Whose_partner_leaves_when_there_is_nobody_else_hears_that_there_is_nobody_and_whom_to_ask(int week)
    {
        var circle = await Circle.OfAsync(week == 6 ? 2 : 4, Round);
        await circle.GoToAsync(week, IsoDayOfWeek.Thursday);
        var partner = await circle.PartnerAsync(new ParticipantId("p1"), new StepId("coach"));
        await circle.Office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, new ParticipantId(partner), default);
        await circle.GoToAsync(20, IsoDayOfWeek.Friday);

        Assert.Single(circle.StepsSentTo(new ParticipantId("p1")), step => step == "coach.fewer");
        Assert.DoesNotContain("coach.end", circle.StepsSentTo(new ParticipantId("p1")));
        Assert.Contains("there is nobody for you to meet in this round now", (await circle.SeeAsync(new ParticipantId("p1"), new StepId("coach.fewer"))).Step.Text.In("en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_wants_no_coaching_in_this_round_gets_no_more_of_it_and_takes_part_in_the_next()
    {
        var circle = await Circle.OfAsync(6, Round, Next);
        await circle.GoToAsync(9, IsoDayOfWeek.Monday);
        var left = await circle.PartnerAsync(new ParticipantId("p1"), new StepId("coach"));

        await circle.SayAsync(new ParticipantId("p1"), new StepId("coach.fit"), [CoachingMessages.Stop]);
        await circle.GoToAsync(14, IsoDayOfWeek.Wednesday);

        Assert.DoesNotContain("coach.end", circle.StepsSentTo(new ParticipantId("p1")));
        Assert.Contains("again", circle.StepsSentTo(new ParticipantId("p1")));
        Assert.Contains("coach.again", circle.StepsSentTo(new ParticipantId(left)));
    }

    [Fact]
    public async Task That_a_pair_has_met_is_a_fact_and_what_fits_is_not()
    {
        var circle = await Circle.OfAsync(4, Round);
        await circle.GoToAsync(6, IsoDayOfWeek.Wednesday);
        await circle.SayAsync(new ParticipantId("p1"), new StepId("coach.met"), [CoachingMessages.HaveMet]);
        await circle.SayAsync(new ParticipantId("p1"), new StepId("coach.met"), [CoachingMessages.HaveMet]);
        await circle.GoToAsync(9, IsoDayOfWeek.Monday);
        await circle.SayAsync(new ParticipantId("p1"), new StepId("coach.fit"), [CoachingMessages.Fine]);

        var facts = (await circle.Office.FactsAsync()).Where(fact => fact.Participant == new ParticipantId("p1") && fact.Value.Length > 0).ToList();

        Assert.Equal((CoachingFacts.Met, "yes"), (facts.Single().Kind, facts.Single().Value));
        Assert.Equal([new ParticipantId("p1")], (await circle.LookAsync()).Rounds[0].Met);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("cy")]
    public async Task What_somebody_wants_to_grow_in_is_shown_once_both_go_on_and_not_in_the_proposal(string language)
    {
        var office = await Office.LaunchedAsync(
            Circle.Start, Plan.Of(20, [Round]),
            [
                Somebody.Named("Ann", "One") with { GrowthSought = ["saying no"], StrengthsOffered = ["maps"] },
                Somebody.Named("Ben", "Two") with { StrengthsOffered = ["saying no"], GrowthSought = ["maps"] },
            ]);
        async Task<string> TextAsync(StepId step) => (await office.Replies.ViewAsync(
            new Core.Privacy.AnswerLink(Office.Cohort, new ParticipantId("p2"), step, office.Today, office.Clock.Now + Duration.FromDays(30)), default))!.Step.Text.In(language);

        await office.GoToAsync(Circle.Start.PlusWeeks(2).PlusDays(2));
        var proposal = await TextAsync(new StepId("coach.proposal"));
        Assert.Contains("Ann", proposal, StringComparison.Ordinal);
        Assert.DoesNotContain("saying no", proposal, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("maps", proposal, StringComparison.OrdinalIgnoreCase);
        await office.GoToAsync(Circle.Start.PlusWeeks(3).PlusDays(2));
        Assert.Contains("saying no", await TextAsync(new StepId("coach")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_introduction_gives_name_organisation_address_and_only_the_words_written_for_it()
    {
        var circle = await Circle.OfAsync(2, Round);
        await circle.GoToAsync(3, IsoDayOfWeek.Wednesday);
        await circle.SayAsync(new ParticipantId("p2"), new StepId("coach.proposal"), [CoachingMessages.Fine], "I grow *leeks*. [Look](https://example.org)");
        var proposal = (await circle.SeeAsync(new ParticipantId("p1"), new StepId("coach.proposal"))).Step.Text.In("en");
        await circle.GoToAsync(4, IsoDayOfWeek.Tuesday);

        var introduction = (await circle.SeeAsync(new ParticipantId("p1"), new StepId("coach"))).Step.Text.In("en");

        Assert.Contains("**N2**, Organisation 2", proposal, StringComparison.Ordinal);
        Assert.DoesNotContain("example", proposal, StringComparison.Ordinal);
        Assert.DoesNotContain("leeks", proposal, StringComparison.Ordinal);
        Assert.Contains("""**N2**, Organisation 2, n2\@example\.org: “I grow \*leeks\*\. \[Look\]\(https\:\/\/example\.org\)”""", introduction, StringComparison.Ordinal);
        Assert.Contains("A small agreement", introduction, StringComparison.Ordinal);
        Assert.Contains("You and N2", introduction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_about_somebody_whom_one_no_longer_meets_says_so_and_asks_nothing()
    {
        var circle = await Circle.OfAsync(2, Round);
        await circle.GoToAsync(6, IsoDayOfWeek.Wednesday);
        await circle.Office.Roster.LeaveAsync(Office.Cohort, Actor.Manager, new ParticipantId("p2"), default);
        await circle.GoToAsync(7, IsoDayOfWeek.Monday);

        var view = await circle.SeeAsync(new ParticipantId("p1"), new StepId("coach.met"));

        Assert.False(view.Open);
        Assert.Empty(view.Step.Questions);
        Assert.IsType<ReplyOutcome.Closed>(await circle.SayAsync(new ParticipantId("p1"), new StepId("coach.met"), [CoachingMessages.HaveMet]));
        Assert.Equal([new ParticipantId("p1")], (await circle.LookAsync()).Rounds[0].Alone);
    }

    [Theory]
    [InlineData("coach.fit", 30)]
    [InlineData("coach.met", 14)]
    public async Task Once_the_time_is_over_a_link_says_so_and_who_can_be_written_to(string step, int after)
    {
        var circle = await Circle.OfAsync(2, Round);
        await circle.GoToAsync(6, IsoDayOfWeek.Wednesday);
        var link = circle.Link(new ParticipantId("p1"), new StepId(step)) with { SentOn = new LocalDate(2026, 2, 3).PlusDays(after), Expires = circle.Office.Clock.Now + Duration.FromDays(400) };
        await circle.GoToAsync(19, IsoDayOfWeek.Wednesday);
        await circle.Office.GoToAsync(circle.Office.Today.PlusWeeks(10));

        var view = (await circle.Office.Replies.ViewAsync(link, default))!;
        Assert.Null(view.Letter);
        Assert.StartsWith("The time to answer this is over.", view.Step.Text.In("en"), StringComparison.Ordinal);
        Assert.Contains("Mae'r amser i ateb hwn ar ben.", view.Step.Text.In("cy"), StringComparison.Ordinal);
        Assert.Contains("Sam: sam\\@example\\.org", view.Step.Text.In("en"), StringComparison.Ordinal);
    }

    /// <summary>Whoever joins while there is time to meet is told on the day after the welcome, and those they meet on the first day.</summary>
    [Fact]
    public async Task Whoever_joins_during_a_round_and_those_they_meet_hear_of_it_at_once()
    {
        for (var day = 1; day < 30; day++)
        {
            var circle = await Circle.OfAsync(4 + (day % 2), Plan.Milestone(new StepId("welcome"), 1, IsoDayOfWeek.Monday), Round);
            await circle.Office.GoToAsync(new LocalDate(2026, 2, 3).PlusDays(day));
            Assert.Empty(await circle.Office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [Somebody.Named("New", "Elsewhere")], circle.Office.NewId, default));
            var joined = circle.Office.Today;
            await circle.Office.GoToAsync(joined.PlusDays(9));

            var who = (await circle.LookAsync()).Rounds[0].Groups.SingleOrDefault(group => group.Members.Contains(new ParticipantId($"p{5 + (day % 2)}")));
            if (who is null)
            {
                continue;
            }

            foreach (var person in who.Members)
            {
                var heard = circle.Office.Sent.Where(item => item.Id.Participant == person && item.At.Date >= joined && item.Id.Step.Value is "coach" or "coach.again" or "coach.last-again")
                    .Select(item => (LocalDate?)item.At.Date).Where(on => on >= joined).DefaultIfEmpty(null).Min();
                Assert.True(heard is { } on && on <= joined.PlusDays(4), $"Joined {joined}: {person} of {string.Join(", ", who.Members)} heard on {heard}.");
            }
        }
    }

    [Fact]
    public async Task Two_who_must_be_apart_are_parted_at_once()
    {
        var circle = await Circle.OfAsync(6, Round);
        await circle.GoToAsync(4, IsoDayOfWeek.Wednesday);
        var partner = await circle.PartnerAsync(new ParticipantId("p1"), new StepId("coach"));

        await circle.Apart.KeepApartAsync(Office.Cohort, Actor.Manager, new ParticipantId(partner), new ParticipantId("p1"), default);
        await circle.Apart.KeepApartAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), new ParticipantId(partner), default);
        await circle.Office.KeepAsync();

        Assert.NotEqual(partner, await circle.PartnerAsync(new ParticipantId("p1"), new StepId("coach")));
        Assert.Single((await circle.LookAsync()).Apart);
    }

    [Fact]
    public async Task A_cohort_that_stood_still_too_long_forms_no_round_any_more()
    {
        var circle = await Circle.OfAsync(4, Round);
        circle.Office.Clock.Now += Duration.FromDays(7 * 6);

        await circle.Office.KeepAsync();

        Assert.Empty((await circle.LookAsync()).Rounds);
        Assert.Empty(circle.SentTo(new ParticipantId("p1")));
    }

    [Fact]
    public async Task A_round_that_is_over_is_put_away_and_still_remembered()
    {
        var circle = await Circle.OfAsync(4, Round, Next);
        await circle.GoToAsync(13, IsoDayOfWeek.Tuesday);
        var first = await circle.PartnerAsync(new ParticipantId("p1"), new StepId("coach"));

        await circle.GoToAsync(18, IsoDayOfWeek.Friday);

        Assert.Null((await circle.LookAsync()).RoundOf(new StepId("coach")));
        Assert.Single(await OpenRounds.PastAsync(circle.Office.Reader, Office.Cohort, default));
        Assert.NotEqual(first, await circle.PartnerAsync(new ParticipantId("p1"), new StepId("again")));
    }
}
