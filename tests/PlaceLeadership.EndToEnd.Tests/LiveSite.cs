using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using PlaceLeadership.Tests.Provider;
using PlaceLeadership.Web;
using PlaceLeadership.Web.Inbox;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.EndToEnd.Tests;

/// <summary>The pages of a place on Kestrel at a free port of this computer.</summary>
public sealed class LiveSite : IAsyncDisposable
{
    /// <summary>What a programme manager signs in with.</summary>
    public const string ManagerKey = "the-key-of-the-managers-0001";

    private readonly WebApplication _app;

    private LiveSite(TestPlace place, WebApplication app)
    {
        Place = place;
        _app = app;
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    public TestPlace Place { get; }

    public string Address { get; }

    /// <summary>Opens the pages; <paramref name="spoil"/> may change what is sent, to prove that a check finds it.</summary>
    public static async Task<LiveSite> OpenAsync(Func<string, string>? spoil = null, TestPlace? place = null, TestProvider? provider = null, Brand? brand = null)
    {
        place ??= await TestPlace.LaunchAsync();
        var builder = WebApplication.CreateSlimBuilder();
        var port = provider is null ? 0 : FreePort();
        var here = new Uri($"http://127.0.0.1:{port}/");
        builder.WebHost.UseUrls(here.AbsoluteUri);
        builder.Logging.ClearProviders();
        place.AddTo(builder.Services).AddPlaceLeadershipPages(options =>
        {
            options.ManagerKey = ManagerKey;
            options.RealClock = place.Clock;
            options.Brand = brand ?? Brand.None;
            options.Provider = provider is null ? null : new SignInProvider(provider.Issuer, provider.ClientId, provider.ClientSecret, here);
        });
        await (provider?.AllowAsync(new Uri(here, "manage/signed-in"), new Uri(here, "manage/sign-in")) ?? Task.CompletedTask);
        var app = builder.Build();
        if (spoil is not null)
        {
            app.Use(async (context, next) =>
            {
                context.Request.Headers.AcceptEncoding = default;
                var body = context.Response.Body;
                using var held = new MemoryStream();
                context.Response.Body = held;
                await next();
                context.Response.Body = body;
                held.Position = 0;
                using var reader = new StreamReader(held);
                await body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(spoil(await reader.ReadToEndAsync())));
            });
        }

        app.UsePlaceLeadershipSafeguards();
        app.MapPlaceLeadershipPages();
        app.MapLocalInbox(_ => [.. Letters.Select(letter => new InboxItem(letter.Id, letter.To, letter.Subject, letter.When) { HasCalendar = letter.Calendar is not null })], id => Letters.FirstOrDefault(letter => letter.Id == id));
        await app.StartAsync();
        return new LiveSite(place, app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    // The provider has to know where people come back to before there is a site.
    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static readonly InboxLetter[] Letters =
    [
        new("c/one/p1/prompt", "asha@example.org", "priya@example.org", "A day that was worth it", Instant.FromUtc(2026, 3, 5, 9, 0),
            "Hello,\n\nthe page is at http://127.0.0.1/privacy\n", "<!DOCTYPE html><html lang=\"en\"><head><title>A day</title></head><body><p>Hello. <a href=\"/privacy\">The page</a></p></body></html>") { Calendar = "BEGIN:VCALENDAR" },
    ];
}
