using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Signing in at an OpenID Connect provider: code flow with PKCE, the answer in the query of one address.</summary>
internal static class ProviderSignIn
{
    public const string Scheme = "provider";

    // A provider that answers slower than this is away.
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(10);

    public static void AddTo(IServiceCollection services, SignInProvider provider, PagesOptions options)
    {
        services.AddSingleton(provider).AddSingleton<ProviderTokens>().AddSingleton<ProviderRefresh>().AddSingleton<ProviderPages>();

        // Any instance reads what another wrote, and after a restart as before it.
        services.AddDataProtection().SetApplicationName("PlaceLeadership");
        services.AddOptions<KeyManagementOptions>().Configure<ITables, KeyRing>((keys, tables, ring) =>
        {
            keys.XmlRepository = new KeysInTables(tables);
            keys.XmlEncryptor = new KeyRingEncryptor(ring);
        });
        services.AddAuthentication(NobodyHandler.Name).AddScheme<AuthenticationSchemeOptions, NobodyHandler>(NobodyHandler.Name, null).AddOpenIdConnect(Scheme, oidc => Configure(oidc, provider, options));
    }

    private static void Configure(OpenIdConnectOptions oidc, SignInProvider provider, PagesOptions options)
    {
        oidc.Authority = provider.Authority.AbsoluteUri;
        oidc.RequireHttpsMetadata = !provider.Authority.IsLoopback;
        (oidc.ClientId, oidc.ClientSecret) = (provider.ClientId, provider.ClientSecret);
        (oidc.ResponseType, oidc.ResponseMode, oidc.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        oidc.Scope.Add("email");
        oidc.CallbackPath = ManagerPaths.SignedIn;
        oidc.BackchannelTimeout = AnswersWithin;
        oidc.TimeProvider = options.RealClock;
        oidc.TokenValidationParameters = ProviderTokens.Rules(provider, options.RealClock);
        (oidc.MapInboundClaims, oidc.TokenHandler) = (false, new JsonWebTokenHandler { MapInboundClaims = false });
        oidc.ClaimActions.Clear();
        foreach (var cookie in new[] { oidc.CorrelationCookie, oidc.NonceCookie })
        {
            // The answer comes from another site, by a link.
            cookie.SameSite = SameSiteMode.Lax;

            // By the browser's clock, whatever ours shows.
            cookie.MaxAge = oidc.RemoteAuthenticationTimeout;
            cookie.SecurePolicy = provider.Here.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        }

        oidc.Events = new OpenIdConnectEvents
        {
            OnRedirectToIdentityProvider = context => LeaveAsync(context, provider),
            OnTokenResponseReceived = context =>
            {
                context.HttpContext.Items[RefreshToken] = context.TokenEndpointResponse.RefreshToken;
                return Task.CompletedTask;
            },
            OnTicketReceived = context => context.HttpContext.RequestServices.GetRequiredService<ProviderPages>().WelcomeAsync(context),
            OnRemoteFailure = context => context.HttpContext.RequestServices.GetRequiredService<ProviderPages>().RefuseAsync(context),
        };
    }

    /// <summary>Where the token by which the provider is asked again travels within a request.</summary>
    public static object RefreshToken { get; } = new();

    private static async Task LeaveAsync(RedirectContext context, SignInProvider provider)
    {
        context.ProtocolMessage.RedirectUri = provider.Here + ManagerPaths.SignedIn[1..];
        var configuration = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted).ConfigureAwait(false);
        if (configuration.ScopesSupported.Contains("offline_access"))
        {
            context.ProtocolMessage.Scope += " offline_access";
        }
    }
}
