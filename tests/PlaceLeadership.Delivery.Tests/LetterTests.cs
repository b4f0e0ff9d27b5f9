using NodaTime;
using PlaceLeadership.Application.MovingOn;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Delivery.Tests;

/// <summary>One mail that brings more than one thing, from the rules to the mailbox.</summary>
public sealed class LetterTests
{
    private static readonly LocalDate Start = new(2026, 1, 5);

    // The sets are proposed four weeks before the first meeting: on the day of the thought.
    private static readonly LocalDate Day = new(2026, 1, 14);

    [Fact]
    public async Task What_is_due_on_a_day_comes_in_one_mail_and_each_thing_is_a_fact_of_its_own()
    {
        var room = await PostRoom.LaunchedAsync(Start, Yaml(1), 6);
        await room.GoToAsync(Day, 10);

        Assert.Equal(6, room.Mailer.Mails.Count);
        Assert.All(room.Mailer.Mails, mail => Assert.Equal(["think", "meet.proposal"], mail.Brings.Select(step => step.Value)));
        Assert.Equal("Think (and one more, 13 minutes)", room.Mailer.Mails[0].Subject);
        Assert.Contains("\nAnd when you have a moment:\n- Your learning set: a suggestion (3 minutes, until Tuesday 27 January):\n  https://", room.Mailer.Mails[0].Text, StringComparison.Ordinal);
        Assert.Equal(["meet.proposal", "think"], await PromptedAsync(room, "p001"));
    }

    [Fact]
    public async Task What_a_later_version_dropped_goes_from_a_letter_that_waits_and_the_rest_comes()
    {
        var room = await PostRoom.LaunchedAsync(Start, Yaml(1), 6);
        await room.GoToAsync(Day, 9);
        await new Tender(room.Reader, room.Work).TendAsync(PostRoom.Cohort, room.Now, default);
        Assert.All(await room.Reader.OutboxAsync(PostRoom.Cohort, default), message => Assert.Equal("think", message.Value.First.Step.Value));

        var later = Yaml(2, meets: false);
        Assert.Null(await new VersionDesk(room.Reader, room.Work, room.Programmes, room)
            .MoveOnAsync(PostRoom.Cohort, Actor.Manager, ProgrammeReader.Read(later, BuiltIn.Kinds).Programme!, later, default));
        await room.GoToAsync(Day, 12);

        Assert.Equal(6, room.Mailer.Mails.Count);
        Assert.All(room.Mailer.Mails, mail => Assert.Equal("think", Assert.Single(mail.Brings).Value));
        Assert.Equal(["think"], await PromptedAsync(room, "p001"));
    }

    [Fact]
    public async Task A_letter_that_was_not_accepted_gives_back_all_that_it_brings()
    {
        var room = await PostRoom.LaunchedAsync(Start, Yaml(1), 6);
        room.Mailer.Answer = new SendOutcome.NotAccepted("Busy.", null);
        await room.GoToAsync(Day, 19);
        Assert.Empty(await PromptedAsync(room, "p001"));

        room.Mailer.Answer = new SendOutcome.Accepted(null);
        await room.GoToAsync(Day.PlusDays(1), 10);
        Assert.All(room.Mailer.Mails, mail => Assert.Equal(["think", "meet.proposal"], mail.Brings.Select(step => step.Value)));
        Assert.Equal(["meet.proposal", "think"], await PromptedAsync(room, "p001"));
    }

    private static async Task<IReadOnlyList<string>> PromptedAsync(PostRoom room, string person)
    {
        var steps = new List<string>();
        await foreach (var fact in room.Reader.FactsAsync(PostRoom.Cohort, default))
        {
            if (fact.Kind == FactKinds.Prompted && fact.Participant == new Core.ParticipantId(person))
            {
                steps.Add(fact.Step!.Value.Value);
            }
        }

        return [.. steps.Order(StringComparer.Ordinal)];
    }

    private static string Yaml(int version, bool meets = true) => $$"""
        programme: letters
        version: {{version}}
        title: Letters
        weeks: 8
        languages: [en]
        stages: [{stage: facilitator-led, from-week: 1}]
        steps:
          - {id: think, kind: reflection, week: 2, day: Wednesday, title: Think, minutes: 10, text: Think., ideas: [relationship-based], questions: [{id: q, kind: text, text: What?}]}
        {{(meets ? "  - {id: meet, kind: set-meeting, week: 6, day: Wednesday, title: Meet, minutes: 120, text: Meet., ideas: [interdependence]}" : "")}}
        """;
}
