using Microsoft.Playwright;
using NodaTime;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Tests.Provider;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.EndToEnd.Tests;

/// <summary>How colleagues from several organisations get to the desk on a phone.</summary>
public sealed class AccountJourneyTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static readonly ProviderPerson Ruth = new("ruth", "Ruth Adeyemi", "ruth@council.example.org");
    private static readonly ProviderPerson Emeka = new("emeka", "Emeka Obi", "emeka@university.example.org");

    [Fact]
    public async Task Ruth_becomes_administrator_and_lets_an_evaluator_in_who_sees_no_name()
    {
        var place = await TestPlace.LaunchAsync();
        await using var provider = await TestProvider.StartAsync(place.Clock);
        await using var site = await LiveSite.OpenAsync(place: place, provider: provider);
        var ruth = await browsing.PhoneAsync(site, scripts: true);
        await Axe.LoadAsync(ruth);

        // The way there and back wakes up two servers.
        ruth.SetDefaultNavigationTimeout(60_000);
        ruth.SetDefaultTimeout(60_000);
        var seen = 0;
        async Task LookAsync(IPage page)
        {
            Assert.Empty(await Axe.FindAsync(page));
            Assert.Equal(0, await AccessibilityTests.WidthOverAsync(page));
            seen++;
        }

        Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        Task SeesAsync(IPage page, string text) => Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();

        provider.SignedIn = Ruth;
        await ruth.GotoAsync("/manage");
        await LookAsync(ruth);
        await PressAsync(ruth, "Sign in with your work account");
        await SeesAsync(ruth, "nobody has granted you anything");
        await LookAsync(ruth);
        var code = await place.Desk<AccountStore>().MakeCodeAsync(new AccessAct(place.Clock.Now(), AccountId.CommandLine, AccessDeeds.CodeMade), default);
        await ruth.GetByText("Becoming the first administrator").ClickAsync();
        await ruth.GetByLabel("Code").FillAsync("not it");
        await PressAsync(ruth, "Become an administrator");
        await SeesAsync(ruth, "That code does not work");
        await LookAsync(ruth);
        await ruth.GetByLabel("Code").FillAsync(code);
        await PressAsync(ruth, "Become an administrator");
        await Assertions.Expect(ruth).ToHaveTitleAsync("Who may do what");

        var emeka = await browsing.PhoneAsync(site, scripts: true);
        await Axe.LoadAsync(emeka);
        provider.SignedIn = Emeka;
        await emeka.GotoAsync("/manage");
        await PressAsync(emeka, "Sign in with your work account");
        await SeesAsync(emeka, "nobody has granted you anything");

        await ruth.ReloadAsync();
        await LookAsync(ruth);
        await ruth.GetByLabel("Whom").SelectOptionAsync(new SelectOptionValue { Label = "Emeka Obi, emeka@university.example.org" });
        await ruth.GetByLabel("As what").SelectOptionAsync("evaluator");
        await ruth.GetByLabel("For what").SelectOptionAsync(new SelectOptionValue { Label = "The place Harbour Town" });
        place.Clock.Advance(TimeSpan.FromMinutes(15));
        await PressAsync(ruth, "Grant");
        await SeesAsync(ruth, "Nothing was changed so far");
        await LookAsync(ruth);
        provider.SignedIn = Ruth;
        await PressAsync(ruth, "Sign in again");
        await Assertions.Expect(ruth).ToHaveTitleAsync("Who may do what");
        await SeesAsync(ruth, "Nothing was granted yet");
        await LookAsync(ruth);
        await PressAsync(ruth, "Grant");
        await SeesAsync(ruth, "Granted. It holds from the next click");
        await LookAsync(ruth);

        await emeka.GotoAsync("/manage");
        await emeka.GetByRole(AriaRole.Link, new() { Name = "Harbour Town" }).ClickAsync();
        await SeesAsync(emeka, "What the cohort is asked");
        await LookAsync(emeka);
        Assert.DoesNotContain("Asha", await emeka.ContentAsync(), StringComparison.Ordinal);
        await emeka.GotoAsync($"/manage/cohorts/{TestPlace.CohortId}");
        await SeesAsync(emeka, "What the cohort is asked");
        await emeka.GotoAsync($"/manage/cohorts/{TestPlace.CohortId}/end");
        await SeesAsync(emeka, "There is no such cohort");

        await ruth.GetByRole(AriaRole.Link, new() { Name = "Who did what at the desk" }).ClickAsync();
        await SeesAsync(ruth, "“Emeka Obi” (emeka@university.example.org) was refused in");
        await SeesAsync(ruth, "“Ruth Adeyemi” (ruth@council.example.org) made “Emeka Obi” (emeka@university.example.org) evaluator for the place");
        await LookAsync(ruth);
        await PressAsync(ruth, "Sign out");
        await Assertions.Expect(ruth).ToHaveTitleAsync("Sign in to manage cohorts");
        Assert.Equal(1, provider.EndSessionCalls);
        Assert.Equal(9, seen);
    }
}
