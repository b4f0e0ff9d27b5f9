using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests;

public sealed class EncodingTests
{
    private const string Attack = "</textarea><script>alert(1)</script><img src=x onerror=alert(2)>\" onfocus=\"alert(3)";

    public const string EnglishAlone = """
        programme: two-tongues
        version: 1
        title: "<script>alert('title')</script>"
        weeks: 8
        languages: [en]
        stages: [{stage: facilitator-led, from-week: 1}]
        themes: [{id: t, title: T}]
        frames: [{id: what, name: "<b onclick=alert(1)>frame</b>", questions: ["<i>asks</i>"]}]
        steps:
          - id: one
            kind: reflection
            week: 1
            day: Monday
            title: "One <script>alert('step')</script>"
            minutes: 5
            frames: [what]
            ideas: [system-leadership]
            text: "A [good one](https://example.org/a?b=1&c=2) and \\<script\\>alert(1)\\</script\\> as text."
            questions:
              - {id: q, kind: text, text: "\"><script>alert('q')</script>"}
              - {id: s, kind: scale, text: Scale, low: 0, high: 2, low-label: "<u>low", high-label: "'high"}
              - {id: c, kind: single, text: Choice, options: [{id: a, text: "<s>a</s>"}, {id: b, text: "b\" onclick=\"x"}]}
        """;

    [Fact]
    public async Task What_a_programme_a_roster_or_a_launch_says_is_text_and_never_markup()
    {
        var place = await TestPlace.LaunchAsync(
            EnglishAlone, "Harbour <script>alert('place')</script>", new Sender("<b>Priya</b>", "priya@example.org", Attack), Attack);
        await using var site = await Site.OpenAsync(place);
        foreach (var path in TestPlace.PurposesWithPage.Select(purpose => place.Path(purpose, step: new StepId("one"))))
        {
            AssertTame(await site.GetAsync(path));
        }

        var page = await site.GetAsync(place.Path(step: new StepId("one")));
        Assert.Contains("Harbour <script>alert('place')</script>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<b>Priya</b>", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/a?b=1&amp;c=2\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_types_is_text_wherever_it_is_shown_again()
    {
        var place = await TestPlace.LaunchAsync(EnglishAlone);
        await using var site = await Site.OpenAsync(place);
        var path = place.Path(step: new StepId("one"));
        var problem = await site.PostAsync(path, ("do", "answer"), ("text.q", Attack), ("choice.s", Attack), ("choice.c", Attack));
        AssertTame(problem);
        Assert.Equal(Attack, problem.Field("q-q"));
        await site.PostAndFollowAsync(path, ("do", "answer"), ("text.q", Attack));
        var mine = await site.PostAsync(path + "/mine");
        AssertTame(mine);
        Assert.Equal(Attack, mine.Field("q-q"));
        place.Clock.Advance(TimeSpan.FromDays(40));
        var closed = await site.PostAsync(path + "/mine");
        AssertTame(closed);
        Assert.Contains(Attack, closed.Text, StringComparison.Ordinal);
        AssertTame(await site.PostAsync(place.Path(LinkPage.Pause), ("until", "day"), ("day", Attack)));
        place.Tables.Trouble = new TimeoutException();
        AssertTame(await site.PostAsync(path, ("do", Attack), (Attack, Attack), ("text." + Attack, Attack)));
    }

    private static void AssertTame(Site.Reading page)
    {
        Assert.DoesNotContain("<script", page.WithoutOurScript, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(System.Text.RegularExpressions.Regex.Matches(page.Html, "<[a-z][^<>\"]*(\"[^\"]*\"[^<>\"]*)* on[a-z]+="));
    }
}
