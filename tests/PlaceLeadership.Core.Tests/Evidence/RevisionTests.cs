using NodaTime;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Core.Tests.Journeys;

namespace PlaceLeadership.Core.Tests.Evidence;

/// <summary>A changed reply: the log keeps every one, and an export tells the last whole.</summary>
public sealed class RevisionTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    private static readonly Step Survey = Plan.Prompt(new StepId("pulse"), 1, IsoDayOfWeek.Monday, BuiltIn.Pulse) with
    {
        Questions = [.. "abc".Select(id => new Question.Scale(id.ToString(), LocalText.English("How?"), 1, 7, LocalText.English("Low"), LocalText.English("High")))],
    };

    [Fact]
    public async Task Two_answers_and_then_one_is_one_answer()
    {
        var office = await AskedAsync();
        await SayAsync(office, ("a", "1"), ("b", "2"));
        await SayAsync(office, ("b", "5"));
        Assert.Equal(["answer b=5", "answered ="], await ToldAsync(office));
        var logged = await office.FactsAsync();
        Assert.Contains(logged, fact => fact is { Question: "a", Value: "1" });
        Assert.Contains(logged, fact => fact is { Question: "b", Value: "2" });
    }

    [Fact]
    public async Task An_answer_and_then_kept_to_myself_leaves_no_answer_and_the_other_way_round_all_of_it()
    {
        var office = await AskedAsync();
        await SayAsync(office, ("a", "1"));
        await office.Replies.SayAsync(Link(office), ReplyKind.Kept, default);
        Assert.Equal(["kept ="], await ToldAsync(office));
        await SayAsync(office, ("c", "7"));
        Assert.Equal(["answer c=7", "answered ="], await ToldAsync(office));
        await office.Replies.SayAsync(Link(office), ReplyKind.NotThisWeek, default);
        Assert.Equal(["not-this-week ="], await ToldAsync(office));
    }

    [Fact]
    public async Task The_same_sent_twice_is_one_reply_and_adds_nothing_to_the_log()
    {
        var office = await AskedAsync();
        await SayAsync(office, ("a", "1"));
        var once = await office.FactsAsync();
        await SayAsync(office, ("a", "1"));
        Assert.Equal(once, await office.FactsAsync());
    }

    [Fact]
    public async Task What_was_logged_stays_as_it_was_whatever_is_said_later_and_the_export_is_the_last_reply_alone()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var chance = new Random(seed);
            var office = await AskedAsync();
            IReadOnlyList<string> last = [];
            for (var reply = 0; reply < 6; reply++)
            {
                var before = await office.FactsAsync();
                var answers = "abc".Where(_ => chance.Next(2) == 0).Select(id => (id.ToString(), (1 + chance.Next(7)).ToString(System.Globalization.CultureInfo.InvariantCulture))).ToArray();
                if (answers.Length == 0)
                {
                    var kind = chance.Next(2) == 0 ? ReplyKind.Kept : ReplyKind.NotThisWeek;
                    await office.Replies.SayAsync(Link(office), kind, default);
                    last = [kind == ReplyKind.Kept ? "kept =" : "not-this-week ="];
                }
                else
                {
                    await SayAsync(office, answers);
                    last = [.. answers.Select(answer => $"answer {answer.Item1}={answer.Item2}").Append("answered =").Order(StringComparer.Ordinal)];
                }

                Assert.True(!before.Except(await office.FactsAsync()).Any(), $"seed {seed}: a logged fact was lost.");
                Assert.True(last.SequenceEqual(await ToldAsync(office)), $"seed {seed}, reply {reply}: {string.Join(", ", last)} but {string.Join(", ", await ToldAsync(office))}");
            }
        }
    }

    [Fact]
    public async Task Two_replies_at_the_same_moment_are_never_mixed()
    {
        for (var round = 0; round < 20; round++)
        {
            var office = await AskedAsync();
            await Task.WhenAll(
                Task.Run(() => SayAsync(office, ("a", "1"), ("b", "1"))), Task.Run(() => SayAsync(office, ("b", "2"), ("c", "2"))));
            Assert.Contains(string.Join(", ", await ToldAsync(office)), new[] { "answer a=1, answer b=1, answered =", "answer b=2, answer c=2, answered =" });
        }
    }

    [Fact]
    public async Task Presented_and_then_away_is_away_alone()
    {
        var circle = await Circle.OfAsync(6, Plan.Prompt(new StepId("meet"), 6, IsoDayOfWeek.Wednesday, BuiltIn.SetMeeting));
        const string record = "meet.record";
        while (!circle.StepsSentTo(new ParticipantId("p1")).Contains(record))
        {
            await circle.Office.GoToAsync(circle.Office.Today.PlusDays(1));
        }

        await circle.SayAsync(new ParticipantId("p1"), new StepId(record), [SetMessages.There, SetMessages.Presented], "Ring the food bank.");
        Assert.Equal(["action-agreed =", "answered =", "presented =", "set-met =there"], await ToldAsync(circle.Office, record));
        Assert.Equal("meet", (await circle.LookAsync()).SetOf(new ParticipantId("p1"))!.Find(new ParticipantId("p1"))!.ActionsFrom?.Value);

        await circle.SayAsync(new ParticipantId("p1"), new StepId(record), [SetMessages.Away]);
        Assert.Equal(["answered =", "set-met =away"], await ToldAsync(circle.Office, record));
        Assert.Null((await circle.LookAsync()).SetOf(new ParticipantId("p1"))!.Find(new ParticipantId("p1"))!.ActionsFrom);
    }

    [Fact]
    public async Task Met_and_then_somebody_else_counts_as_not_yet()
    {
        var circle = await Circle.OfAsync(6, Plan.Prompt(new StepId("coach"), 4, IsoDayOfWeek.Tuesday, BuiltIn.CoachingRound));
        await circle.GoToAsync(6, IsoDayOfWeek.Wednesday);
        await circle.SayAsync(new ParticipantId("p1"), new StepId("coach.met"), [CoachingMessages.HaveMet]);
        Assert.Equal(["answered =", "met =yes"], await ToldAsync(circle.Office, "coach.met"));
        await circle.SayAsync(new ParticipantId("p1"), new StepId("coach.met"), [CoachingMessages.Other]);
        await circle.SayAsync(new ParticipantId("p2"), new StepId("coach.met"), [CoachingMessages.NotYet]);
        Assert.Equal(["answered =", "met =no"], await ToldAsync(circle.Office, "coach.met"));
        Assert.Equal(["answered =", "met =no"], await ToldAsync(circle.Office, "coach.met", "p2"));
    }

    private static async Task<Office> AskedAsync()
    {
        var office = await Office.LaunchedAsync(Monday, Plan.Of(Survey), [Somebody.Named("Ann")]);
        await office.GoToAsync(Monday.PlusDays(1));
        return office;
    }

    private static AnswerLink Link(Office office) =>
        new(Office.Cohort, new ParticipantId("p1"), new StepId("pulse"), Monday, office.Clock.Now + Duration.FromDays(1));

    private static async Task SayAsync(Office office, params (string Question, string Value)[] answers) => Assert.IsType<ReplyOutcome.Done>(
        await office.Replies.AnswerAsync(Link(office), new AnswerForm(answers.ToDictionary(answer => answer.Question, IReadOnlyList<string> (answer) => [answer.Value])), default));

    /// <summary>What an export says of one person's reply.</summary>
    private static async Task<IReadOnlyList<string>> ToldAsync(Office office, string stepId = "pulse", string personId = "p1")
    {
        var (step, person) = (new StepId(stepId), new ParticipantId(personId));
        var name = (await office.Reader.IdentitiesAsync(Office.Cohort, default))[person].Value.Pseudonym;
        var told = await new PseudonymDesk(office.Reader, BuiltIn.Kinds).FactsAsync([Office.Cohort], default);
        if (name.Length == 0)
        {
            name = (await office.Reader.IdentitiesAsync(Office.Cohort, default))[person].Value.Pseudonym;
        }

        return [.. told.Where(fact => fact.Participant == new ParticipantId(name) && fact.Step == step && fact.Kind is not (FactKinds.Prompted or FactKinds.Reminded))
            .Select(fact => $"{fact.Kind} {fact.Question}={fact.Value}").Order(StringComparer.Ordinal)];
    }
}
