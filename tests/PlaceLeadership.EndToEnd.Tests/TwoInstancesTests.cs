using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PlaceLeadership.Cli.Tests;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Storage.Local;
using PlaceLeadership.Tests.Provider;

namespace PlaceLeadership.EndToEnd.Tests;

/// <summary>Two instances of the built program behind a proxy, as a platform runs them: one of them may die at any moment.</summary>
public sealed partial class TwoInstancesTests(Browsing browsing) : IClassFixture<Browsing>
{
    private static readonly ProviderPerson Ruth = new("ruth", "Ruth Adeyemi", "ruth@council.example.org");

    [Fact]
    public async Task An_instance_that_is_killed_signs_nobody_out_and_whoever_signs_out_everywhere_is_out_on_both_at_once()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await LocalAzurite.StartAsync(new LocalAzuriteOptions(folder["storage"]), TimeProvider.System, CancellationToken.None);
        await using var provider = await TestProvider.StartAsync();
        await using var door = await FrontDoor.OpenAsync();
        await provider.AllowAsync(new Uri($"{door.Address}/manage/signed-in"), new Uri($"{door.Address}/manage/sign-in"));
        provider.SignedIn = Ruth;
        var settings = new Dictionary<string, string>
        {
            ["PLACELEAD_STORAGE"] = azurite.ConnectionString,
            ["PLACELEAD_OIDC_AUTHORITY"] = provider.Issuer.AbsoluteUri,
            ["PLACELEAD_OIDC_CLIENT_ID"] = provider.ClientId,
            ["PLACELEAD_OIDC_CLIENT_SECRET"] = provider.ClientSecret,
            ["PLACELEAD_TRUSTED_PROXIES"] = "127.0.0.1",
            ["PLACELEAD_KEYS"] = KeyRing.New().Export(),
            ["PLACELEAD_MANAGER_KEY"] = LiveSite.ManagerKey,
        };
        Task<(RunningProgram Program, Uri Address)> ServeAsync(string name) => OneAsync(settings, folder[name], door.Address);
        var first = await ServeAsync("one");
        await using var one = first.Program;
        var second = await ServeAsync("two");
        await using var two = second.Program;
        door.Instances = [first.Address, second.Address];

        // There and back goes through both: what the browser carries from the one is understood by the other.
        var (ruth, elsewhere) = (await browsing.PhoneAsync(door.Address), await browsing.PhoneAsync(door.Address));
        foreach (var page in new[] { ruth, elsewhere })
        {
            page.SetDefaultTimeout(60_000);
            page.SetDefaultNavigationTimeout(60_000);
            await page.GotoAsync("/manage");
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with your work account" }).ClickAsync();
            await Assertions.Expect(page).ToHaveTitleAsync("Your account");
        }

        await BecomeAdministratorAsync(ruth, settings, folder);
        Assert.All(door.Instances, instance => Assert.InRange(door.AnswersOf(instance), 1, int.MaxValue));

        two.Kill();
        await StillInAsync(ruth);
        await StillInAsync(elsewhere);

        // Another takes its place, and the first dies too: nothing of a sign-in was in either.
        var third = await ServeAsync("three");
        await using var three = third.Program;
        door.Instances = [first.Address, third.Address];
        one.Kill();
        await StillInAsync(ruth);
        await StillInAsync(elsewhere);
        var fourth = await ServeAsync("four");
        await using var four = fourth.Program;
        door.Instances = [third.Address, fourth.Address];
        await StillInAsync(elsewhere);

        var cookies = string.Join("; ", (await elsewhere.Context.CookiesAsync([$"{door.Address}/manage"])).Select(cookie => $"{cookie.Name}={cookie.Value}"));
        foreach (var instance in door.Instances)
        {
            Assert.Equal(HttpStatusCode.OK, await AskAsync(instance, cookies));
        }

        await ruth.GotoAsync("/manage/you");
        await ruth.GetByText("Sign out everywhere").First.ClickAsync();
        await ruth.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" }).ClickAsync();
        await Assertions.Expect(ruth).ToHaveTitleAsync("Sign in to manage cohorts");

        // Each is asked once, so that no second look hides a first that was let in.
        foreach (var instance in door.Instances)
        {
            Assert.Equal(HttpStatusCode.SeeOther, await AskAsync(instance, cookies));
        }

        async Task StillInAsync(IPage page)
        {
            // Twice as often as there are instances, so that each is asked.
            for (var time = 0; time < 4; time++)
            {
                await page.GotoAsync("/manage/you");
                await Assertions.Expect(page).ToHaveTitleAsync("Your account");
            }
        }
    }

    private static async Task BecomeAdministratorAsync(IPage ruth, Dictionary<string, string> settings, TemporaryFolder folder)
    {
        await using var making = RunningProgram.Start(settings, "administrator", "--data", folder["desk"]);
        Assert.Equal(0, await making.ExitCodeAsync());
        await ruth.GotoAsync("/manage/you");
        await ruth.GetByText("Becoming the first administrator").ClickAsync();
        await ruth.GetByLabel("Code").FillAsync(Code().Match(making.Shown).Value);
        await ruth.GetByRole(AriaRole.Button, new() { Name = "Become an administrator" }).ClickAsync();
        await Assertions.Expect(ruth).ToHaveTitleAsync("Who may do what");
    }

    private static async Task<(RunningProgram Program, Uri Address)> OneAsync(Dictionary<string, string> settings, string folder, string publicAddress)
    {
        var program = RunningProgram.Start(settings, "serve", "--data", folder, "--port", "0", "--public", publicAddress);
        await program.UntilAsync(() => program.Shown.Contains("Ctrl-C stops it.", StringComparison.Ordinal), "it serves");
        return (program, new Uri(Listening().Match(program.Shown).Groups[1].Value));
    }

    private static async Task<HttpStatusCode> AskAsync(Uri instance, string cookies)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(instance, "manage/you"));
        request.Headers.Add("Cookie", cookies);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{20}", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"(http://127\.0\.0\.1:\d+/)")]
    private static partial Regex Listening();
}
