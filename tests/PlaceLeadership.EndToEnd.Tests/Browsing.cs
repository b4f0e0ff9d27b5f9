using Microsoft.Playwright;

namespace PlaceLeadership.EndToEnd.Tests;

/// <summary>One browser for all tests of a run, with a window of its own for each.</summary>
public sealed class Browsing : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var program = Environment.GetEnvironmentVariable("PLACELEAD_CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(program))
        {
            Assert.Fail(
                $"There is no browser at '{program}'. Install one with 'sudo apt-get install chromium', or set PLACELEAD_CHROMIUM "
                + "to the path of a Chromium or Chrome.");
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args = Arguments,
            Headless = true,
        });
    }

    /// <summary>A page in a phone of 360 by 740, without scripts unless a check needs them.</summary>
    public Task<IPage> PhoneAsync(
        LiveSite site, bool scripts = false, ColorScheme scheme = ColorScheme.Light, int width = 360, int height = 740) =>
        PhoneAsync(site.Address, scripts, scheme, width, height);

    /// <summary>The same, at any address.</summary>
    public async Task<IPage> PhoneAsync(
        string address, bool scripts = false, ColorScheme scheme = ColorScheme.Light, int width = 360, int height = 740)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            DeviceScaleFactor = 1.25f,
            JavaScriptEnabled = scripts,
            ColorScheme = scheme,
            // The checks put a script into the page, which the pages themselves refuse.
            BypassCSP = scripts,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
