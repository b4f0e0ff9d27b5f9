using System.Text;
using Microsoft.Playwright;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.EndToEnd.Tests;

/// <summary>Leads a browser to every page of a programme manager, in every state worth looking at.</summary>
public static class ManagerTour
{
    /// <summary>How many pages the tour shows.</summary>
    public const int Stops = 27;

    private const string Header = "Name,E-mail,Organisation,Sector,Language,Working pattern,Preferred hour\r\n";

    public static async IAsyncEnumerable<string> AllPagesAsync(IPage page, LiveSite site)
    {
        Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        var cohort = $"/manage/cohorts/{TestPlace.CohortId}";

        await page.GotoAsync("/manage");
        yield return "sign in";
        await PressAsync("Sign in");
        yield return "no key";
        await SignInAsync(page);
        await DoubtAsync(site.Place);
        await page.GotoAsync("/manage");
        yield return "cohorts";
        await page.GotoAsync("/manage/launch");
        yield return "launch";
        await ChooseAsync(page, Header + "Ada Quill,ada at example.org,Vale Council,council,,,\r\n,ben@example.org,Vale Council,wizardry,,,");
        await PressAsync("Check, and show me what would happen");
        yield return "mistakes";
        await FillAsync(page, "launched-here");
        await ChooseAsync(page, Header + "Ada Quill,ada@example.org,Vale Council,council,English,Mon-Wed 9-13,10\r\nBen Rook,ben@example.org,Eldermouth Food Bank,community,,,");
        await PressAsync("Check, and show me what would happen");
        yield return "preview";
        await PressAsync("Change something first");
        yield return "change";
        await PressAsync("Check, and show me what would happen");
        await PressAsync("Launch");
        yield return "launched";
        await page.GotoAsync(cohort);
        yield return "cohort with a doubt";
        await page.GotoAsync(cohort + "/week/2026-03-09");
        yield return "week";
        await page.GetByText("Change this letter, for all or some").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Move these letters" }).First.ClickAsync();
        yield return "letters without a day";
        await page.GetByRole(AriaRole.Button, new() { Name = "Do not send them" }).First.ClickAsync();
        yield return "what would happen";
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Do not send these") }).ClickAsync();
        yield return "letters that are not sent";
        await page.GotoAsync(cohort);
        await page.GetByRole(AriaRole.Link, new() { Name = "Bronwen Private" }).ClickAsync();
        yield return "person";
        await page.GetByText("Pause this person").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        yield return "person to be paused without a choice";
        await page.GetByText("Change an address, hours or organisation").ClickAsync();
        await page.GetByLabel("E-mail address").FillAsync("no address");
        await PressAsync("Save");
        yield return "person with a wrong address";
        await page.GotoAsync(cohort + "/people/join");
        yield return "somebody joins";
        await PressAsync("Let them join");
        yield return "somebody joins without a name";
        await page.GotoAsync(cohort);
        await PressAsync("Pause the cohort");
        yield return "pause without a choice";
        await page.GetByLabel("Until somebody takes it up again here").CheckAsync();
        await PressAsync("Pause the cohort");
        yield return "paused";
        await page.GetByRole(AriaRole.Link, new() { Name = "Everything that was done, week by week" }).ClickAsync();
        yield return "history";
        await page.GotoAsync(cohort + "/end");
        yield return "end";
        await PressAsync("End the cohort now");
        yield return "ended";
        await page.GotoAsync(cohort + "/delete");
        yield return "delete";
        await PressAsync("Delete it with everything");
        yield return "delete mistyped";
        await page.GetByLabel("Type the id of the cohort").FillAsync(TestPlace.CohortId.Value);
        await PressAsync("Delete it with everything");
        yield return "deleted";
        await page.GotoAsync("/manage/nowhere");
        yield return "nowhere";
    }

    public static async Task SignInAsync(IPage page)
    {
        await page.GetByLabel("Manager key").FillAsync(LiveSite.ManagerKey);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    public static Task ChooseAsync(IPage page, string roster) => page.GetByLabel("Roster", new() { Exact = true }).SetInputFilesAsync(
        new FilePayload { Name = "people.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(roster) });

    public static async Task FillAsync(IPage page, string id)
    {
        await page.GetByLabel("Name of the place").FillAsync("Elmbridge Vale");
        await page.GetByLabel("First day").FillAsync("2026-04-13");
        await page.GetByLabel("Id of the cohort").FillAsync(id);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Ruth Adeyemi");
        await page.GetByLabel("E-mail address").FillAsync("ruth@example.org");
        await page.GetByLabel("How else to reach this person").FillAsync("01632 960 123, weekdays until four");
    }

    /// <summary>A message of the first week has left, and nobody knows whether it arrived.</summary>
    private static async Task DoubtAsync(TestPlace place)
    {
        await place.Desk<Tender>().TendAsync(TestPlace.CohortId, TestPlace.Today.At(10, TestPlace.Zone), default);
        var waiting = (await place.Desk<CohortReader>().OutboxAsync(TestPlace.CohortId, default))[0];
        await place.Tables.SubmitAsync(
            Table.Cohorts, TestPlace.CohortId.Value,
            [
                new RowChange.Replace(
                    CohortKeys.Outbox(waiting.Value.Id), CohortRows.OutboxShape,
                    CohortRows.Write(waiting.Value with { State = new OutboxState.InDoubt() }), waiting.ETag),
            ],
            default);
    }
}
