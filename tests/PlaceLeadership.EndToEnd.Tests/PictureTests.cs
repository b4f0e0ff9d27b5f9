using Microsoft.Playwright;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.EndToEnd.Tests;

/// <summary>
/// Takes the pictures of the documentation. Set PLACELEAD_PICTURES to a folder to keep them, such as <c>docs/images</c>.
/// </summary>
public sealed class PictureTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const int BytesMax = 250_000;

    [Fact]
    public async Task The_pictures_of_the_answer_page_are_small_enough_for_the_documentation()
    {
        var folder = Environment.GetEnvironmentVariable("PLACELEAD_PICTURES")
            ?? Directory.CreateTempSubdirectory("placelead-pictures-").FullName;
        await using var site = await LiveSite.OpenAsync();
        var light = await browsing.PhoneAsync(site);
        await light.GotoAsync(site.Place.Path());
        await KeepAsync(light, Path.Combine(folder, "answer-on-a-phone.png"));
        await light.GetByLabel("What would you like to be different?").FillAsync("Fewer forms, more doorsteps.");
        await light.GetByRole(AriaRole.Button, new() { Name = "Save my answer" }).ClickAsync();

        var dark = await browsing.PhoneAsync(site, scheme: ColorScheme.Dark);
        await dark.GotoAsync(site.Place.Path(step: TestProgramme.Pulse));
        await KeepAsync(dark, Path.Combine(folder, "pulse-on-a-phone-dark.png"));
    }

    private static async Task KeepAsync(IPage page, string file)
    {
        var picture = await page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = true });
        Assert.InRange(picture.Length, 10_000, BytesMax);
    }
}
