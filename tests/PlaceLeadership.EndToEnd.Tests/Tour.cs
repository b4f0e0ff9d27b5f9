using Microsoft.Playwright;
using NodaTime;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.EndToEnd.Tests;

/// <summary>Leads a browser to every page there is, in every state worth looking at.</summary>
public static class Tour
{
    /// <summary>How many pages the tour shows.</summary>
    public const int Stops = 34 + ManagerTour.Stops;

    public static async IAsyncEnumerable<string> AllPagesAsync(IPage page, LiveSite site)
    {
        var place = site.Place;
        Task GoAsync(string path) => page.GotoAsync(path);
        Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

        foreach (var path in new[] { "/", "/privacy", "/accessibility", "/nowhere", "/a/forged", "/inbox", "/inbox/c%2Fone%2Fp1%2Fprompt" })
        {
            await GoAsync(path);
            yield return path;
        }

        await GoAsync(place.Path(expires: TestPlace.Today));
        yield return "expired";
        foreach (var step in new[] { TestProgramme.Hello, TestProgramme.Thinking, TestProgramme.Mixed, TestProgramme.Pulse })
        {
            await GoAsync(place.Path(step: step));
            yield return step.Value;
        }

        await GoAsync(place.Path(person: TestPlace.Bronwen));
        yield return "Welsh";
        await GoAsync(place.Path(person: TestPlace.Chris));
        yield return "two languages";
        await GoAsync(place.Path(step: TestProgramme.Pulse));
        await PressAsync("Save my answer");
        yield return "nothing filled in";
        await page.GetByLabel("Anything else?").FillAsync("A few words");
        await PressAsync("Save my answer");
        yield return "saved";
        await GoAsync(place.Path(step: TestProgramme.Pulse));
        await page.GetByText("Delete it without showing it").ClickAsync();
        yield return "words kept";
        await PressAsync("Show what I wrote");
        yield return "words shown";
        await PressAsync("Delete what I wrote");
        yield return "deleted";
        await GoAsync(place.Path(sentOn: new LocalDate(2026, 1, 1)));
        yield return "closed";
        await GoAsync(place.Path(LinkPage.OneClick));
        yield return "one click";
        await GoAsync(place.Path(LinkPage.Pause));
        yield return "pause";
        await PressAsync("Pause");
        yield return "pause without a choice";
        await page.GetByLabel("Four weeks").CheckAsync();
        await PressAsync("Pause");
        yield return "paused";
        await GoAsync(place.Path(LinkPage.Pause));
        yield return "change the pause";
        await PressAsync("Save");
        yield return "letters noted";
        var other = await place.AlsoAsync();
        await GoAsync(place.Path(LinkPage.Pause) + "/programmes");
        yield return "programmes";
        await PressAsync("Go on");
        yield return "no link pasted";
        await page.GetByLabel("The link to pause from a letter of the other programme").FillAsync("https://place.example.org" + other);
        await PressAsync("Go on");
        yield return "are both you";
        await PressAsync("Yes, let them take turns");
        yield return "programmes take turns";
        await PressAsync("Let it write by itself again");
        yield return "writes by itself";
        await GoAsync(place.Path(LinkPage.Leave));
        yield return "leave";
        await PressAsync("Leave the programme");
        yield return "goodbye";
        await GoAsync(place.Path());
        place.Tables.Trouble = new TimeoutException();
        await GoAsync(place.Path());
        yield return "store away";
        place.Tables.Trouble = null;
        await foreach (var name in ManagerTour.AllPagesAsync(page, site))
        {
            yield return name;
        }
    }
}
