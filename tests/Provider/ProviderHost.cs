using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace PlaceLeadership.Tests.Provider;

/// <summary>Puts the web server of a provider together.</summary>
internal static class ProviderHost
{
    public const string TokenPath = "/connect/token";

    private const int AfterSigning = int.MaxValue - 100_000;

    public static WebApplication Build(TestProvider provider, ProviderRules rules, ProviderKeys keys, TimeProvider clock)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(clock).AddLogging().AddAuthentication();
        var name = RandomNumberGenerator.GetHexString(32);
        builder.Services.AddDbContext<ProviderStore>(options => options
            .UseInMemoryDatabase(name)
            .ConfigureWarnings(warnings => warnings.Ignore(InMemoryEventId.TransactionIgnoredWarning))
            .UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(options => options.UseEntityFrameworkCore().UseDbContext<ProviderStore>().DisableBulkOperations())
            .AddServer(options => Configure(options, rules, keys));
        var app = builder.Build();
        app.Use((context, next) => MeetFaultsAsync(provider, context, next));
        app.UseAuthentication();
        return app;
    }

    private static void Configure(OpenIddictServerBuilder options, ProviderRules rules, ProviderKeys keys)
    {
        options.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris(TokenPath[1..]).SetEndSessionEndpointUris("connect/endsession");
        options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowClientCredentialsFlow().AllowRefreshTokenFlow();
        options.RegisterScopes(OpenIddictConstants.Scopes.Profile, OpenIddictConstants.Scopes.Email);
        options.RegisterClaims("sub", "name", "preferred_username", "email", "roles", "groups", "auth_time", "sid");
        options.AddSigningKey(keys.Current).AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
        options.DisableAccessTokenEncryption().UseAspNetCore().DisableTransportSecurityRequirement();
        Handle<HandleConfigurationRequestContext>(options, rules.DescribeAsync, AfterSigning);
        Handle<HandleAuthorizationRequestContext>(options, rules.AuthorizeAsync);
        Handle<HandleTokenRequestContext>(options, rules.ExchangeAsync);
        Handle<HandleEndSessionRequestContext>(options, rules.EndSessionAsync);
        Handle<GenerateTokenContext>(options, rules.SignAsync, AfterSigning);
    }

    private static void Handle<T>(OpenIddictServerBuilder options, Func<T, ValueTask> handler, int order = 0)
        where T : BaseContext =>
        options.AddEventHandler<T>(builder => builder.UseInlineHandler(handler).SetOrder(order));

    private static async Task MeetFaultsAsync(TestProvider provider, HttpContext context, RequestDelegate next)
    {
        provider.Note(context.Request.Path);
        if (provider.Faults.Away)
        {
            context.Abort();
        }
        else if (context.Request.Path != TokenPath || await IsToBeAnsweredAsync(provider.Faults, context))
        {
            await AnswerAsync(context, next);
        }
    }

    /// <summary>What was not meant to go wrong is said to whoever asked, since nobody reads a log of this.</summary>
    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception trouble) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsync(trouble.ToString());
        }
    }

    private static async Task<bool> IsToBeAnsweredAsync(ProviderFaults faults, HttpContext context)
    {
        if (faults.TakeHeldAnswer() is { } held)
        {
            await held.WaitAsync(context.RequestAborted);
        }

        switch (faults.TakeTokenEndpointFault())
        {
            case TokenEndpointFault.Fails:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return false;
            case TokenEndpointFault.HangsUp:
                context.Response.ContentType = "application/json";
                context.Response.ContentLength = 1_000;
                await context.Response.WriteAsync("{");
                await context.Response.Body.FlushAsync();
                context.Abort();
                return false;
            default:
                return true;
        }
    }
}
