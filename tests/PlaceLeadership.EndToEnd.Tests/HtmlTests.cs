using Microsoft.Playwright;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.EndToEnd.Tests;

/// <summary>Every page as the server sent it, held to the HTML standard by html-validate.</summary>
public sealed class HtmlTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Fact]
    public async Task Every_page_is_valid_HTML()
    {
        var pages = new List<(string Name, string Html)>();
        await using (var site = await LiveSite.OpenAsync())
        {
            await CollectAsync(await browsing.PhoneAsync(site), page => Tour.AllPagesAsync(page, site), pages);
        }

        var gathering = await Gathering.OfAsync();
        await using (var site = await LiveSite.OpenAsync(place: gathering.Place))
        {
            await CollectAsync(await browsing.PhoneAsync(site), page => TogetherTour.AllPagesAsync(page, gathering), pages);
        }

        Assert.InRange(pages.Count, Tour.Stops + TogetherTour.Stops, int.MaxValue);
        var found = await ValidateAsync(pages);
        Assert.True(found.Exit == 0, found.Output + found.Errors);
    }

    [Fact]
    public async Task A_planted_mistake_is_found()
    {
        await using var site = await LiveSite.OpenAsync(html => html.Replace("</main>", "</mian>", StringComparison.Ordinal));
        var pages = new List<(string Name, string Html)>();
        await CollectAsync(await browsing.PhoneAsync(site), page => OneAsync(page, site), pages);
        var found = await ValidateAsync(pages);
        Assert.Equal(1, found.Exit);
        Assert.Contains("close-order", found.Output, StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<string> OneAsync(IPage page, LiveSite site)
    {
        await page.GotoAsync(site.Place.Path());
        yield return "answer";
    }

    // As it was sent: what a browser made of it is always well-formed.
    private static async Task CollectAsync(IPage page, Func<IPage, IAsyncEnumerable<string>> tour, List<(string Name, string Html)> pages)
    {
        var sent = new List<IResponse>();
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Frame == page.MainFrame && response.Status is not (>= 300 and < 400))
            {
                sent.Add(response);
            }
        };
        await foreach (var name in tour(page))
        {
            pages.Add((name, await sent[^1].TextAsync()));
        }
    }

    private static async Task<(int Exit, string Output, string Errors)> ValidateAsync(IReadOnlyList<(string Name, string Html)> pages)
    {
        var tool = new NpmTool("html-validate", "to check pages with html-validate");
        await tool.InstallAsync();
        var folder = Directory.CreateTempSubdirectory("placelead-pages-");
        try
        {
            var files = pages.Index().Select(page => (Path: Path.Combine(folder.FullName, $"{page.Index:000} {page.Item.Name.Replace('/', ' ')}.html"), page.Item.Html)).ToList();
            foreach (var (path, html) in files)
            {
                await File.WriteAllTextAsync(path, html);
            }

            return await tool.NodeAsync(["--input-type=module", "-", .. files.Select(file => file.Path)], NpmTool.Resource("check-pages.mjs"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
