using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PlaceLeadership.Tests.Provider;

namespace PlaceLeadership.Web.Tests.Provider;

/// <summary>A small site whose people sign in at the provider, by the handler that ASP.NET Core brings, and a browser before it.</summary>
internal sealed class StandardClient : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StandardClient(WebApplication app)
    {
        _app = app;
        Browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    /// <summary>Follows redirects and keeps cookies.</summary>
    public HttpClient Browser { get; }

    public Uri BackChannel => new(Browser.BaseAddress!, "backchannel");

    public ConcurrentQueue<string> LogoutTokens { get; } = [];

    public static async Task<StandardClient> OpenAsync(TestProvider provider)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRouting().AddAuthorization().AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options => options.ForwardChallenge = OpenIdConnectDefaults.AuthenticationScheme)
            .AddOpenIdConnect(options => Configure(options, provider));
        var app = builder.Build();
        app.UseRouting().UseAuthentication().UseAuthorization();
        app.MapGet("/", (ClaimsPrincipal person) => string.Join('\n', person.Claims.Select(claim => $"{claim.Type}={claim.Value}"))).RequireAuthorization();
        app.MapGet("/out", () => Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/goodbye" },
            [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]));
        app.MapGet("/goodbye", () => "Goodbye.");
        await app.StartAsync();
        var client = new StandardClient(app);
        app.MapPost("/backchannel", async (HttpRequest request) => client.LogoutTokens.Enqueue((await request.ReadFormAsync())["logout_token"].Single()!));
        var address = client.Browser.BaseAddress!;
        await provider.AllowAsync(new Uri(address, "signin-oidc"), new Uri(address, "signout-callback-oidc"));
        return client;
    }

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await Browser.GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await _app.DisposeAsync();
    }

    private static void Configure(OpenIdConnectOptions options, TestProvider provider)
    {
        options.Authority = provider.Issuer.AbsoluteUri;
        options.RequireHttpsMetadata = false;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.MapInboundClaims = false;
        options.SaveTokens = true;
        options.Scope.Add("email");
        options.Events.OnRemoteFailure = async context =>
        {
            context.HandleResponse();
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await context.Response.WriteAsync($"Not signed in: {context.Failure!.Message}");
        };
    }
}
