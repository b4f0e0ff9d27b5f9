using Microsoft.Playwright;
using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.EndToEnd.Tests;

/// <summary>Leads a browser through what people see who are brought together, and what their facilitator and manager see.</summary>
public static class TogetherTour
{
    /// <summary>How many pages the tour shows.</summary>
    public const int Stops = 22;

    private static readonly StepId One = TestProgramme.MeetingOne;
    private static readonly StepId Two = TestProgramme.MeetingTwo;
    private static readonly string Groups = $"/manage/cohorts/{TestPlace.CohortId}/groups";

    public static async IAsyncEnumerable<string> AllPagesAsync(IPage page, Gathering gathering)
    {
        Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
        string Answer(ParticipantId person, StepId step) => gathering.Path(LinkPage.Answer, person, step);
        var (asha, bronwen) = (Gathering.Id(0), Gathering.Id(1));

        await ManageAsync(page);
        yield return "groups before anybody is brought together";
        await gathering.GoToAsync(new LocalDate(2026, 3, 11));
        await page.GotoAsync(Answer(new ParticipantId(asha.Value), One.About("proposal")));
        yield return "proposed set";
        await page.GotoAsync(Answer(new ParticipantId(bronwen.Value), One.About("proposal")));
        yield return "proposed set in Welsh";
        await gathering.GoToAsync(new LocalDate(2026, 3, 18));
        await gathering.Place.Desk<SetDesk>().NameFacilitatorAsync(TestPlace.CohortId, Actor.Manager, 1, "Mo Rahman", default);
        await page.GotoAsync(Answer(new ParticipantId(asha.Value), One.About("poll")));
        yield return "poll";
        await page.GotoAsync(gathering.FacilitatorPath());
        yield return "facilitator while the poll is open";
        await gathering.GoToAsync(new LocalDate(2026, 3, 24));
        await page.GotoAsync(Answer(new ParticipantId(asha.Value), One.About("date")));
        yield return "date";
        var meeting = await gathering.MeetingAsync(One);
        await gathering.GoToAsync(meeting.At!.Value.Date.PlusDays(1));
        await page.GotoAsync(Answer(meeting.Presenters[0], One.About("record")));
        yield return "record";
        await gathering.SayAsync(meeting.Presenters[0], One.About("record"), "presented", "Ask before I answer.");
        await page.GotoAsync(gathering.FacilitatorPath());
        yield return "facilitator after a meeting";
        await page.GotoAsync(Answer(new ParticipantId(asha.Value), TestProgramme.Round.About("proposal")));
        yield return "proposed pair";

        var leader = await gathering.LeaderAsync();
        await page.GotoAsync(gathering.FacilitatorPath());
        await page.GetByText("Move this meeting, or call it off").ClickAsync();
        yield return "facilitator before a meeting";
        await page.GotoAsync(gathering.Path(LinkPage.Meeting, leader, Two));
        yield return "meeting";
        await page.Locator("input[type=time]").FillAsync("");
        await page.Locator("button[value=move]").ClickAsync();
        yield return "meeting without a time";
        await page.Locator("button[value=call-off]").ClickAsync();
        yield return "calling off without the box";
        await page.Locator("input[type=date]").FillAsync("2026-05-06");
        await page.Locator("input[type=time]").FillAsync("14:00");
        await page.Locator("button[value=move]").ClickAsync();
        yield return "moved";
        await page.GotoAsync(gathering.Path(LinkPage.Meeting, asha == leader ? bronwen : asha, Two));
        yield return "leads no more";

        await ManageAsync(page);
        yield return "groups";
        await PressAsync("Keep them apart");
        yield return "nobody chosen to be apart";
        await page.GetByLabel("One of them").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("The other").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await PressAsync("Keep them apart");
        yield return "kept apart";
        await page.GetByText("Name who facilitates set 1").ClickAsync();
        await page.GetByLabel("Name, as the members know them").FillAsync("");
        await PressAsync("Name the facilitator");
        yield return "facilitator without a name";
        await page.GetByLabel("Name, as the members know them").FillAsync("Nia Pugh");
        await PressAsync("Name the facilitator");
        yield return "the link of a facilitator";
        await page.GotoAsync(gathering.FacilitatorPath());
        yield return "facilitates no more";
        await page.GotoAsync(gathering.Path(LinkPage.Meeting, leader, Two));
        await page.Locator("input[type=checkbox]").CheckAsync();
        await page.Locator("button[value=call-off]").ClickAsync();
        yield return "called off";
    }

    /// <summary>Signs in where that is needed: sign-ins are over long before a cohort is.</summary>
    private static async Task ManageAsync(IPage page)
    {
        await page.GotoAsync("/manage");
        if (await page.GetByLabel("Manager key").IsVisibleAsync())
        {
            await ManagerTour.SignInAsync(page);
        }

        await page.GotoAsync(Groups);
    }
}
