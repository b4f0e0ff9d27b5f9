using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using NodaTime;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>The way to the provider and back.</summary>
internal sealed partial class ProviderPages(
    SignInProvider provider, Sessions sessions, SessionStore store, AccountStore accounts, DeskNotes notes, ProviderRefresh refresh, ProviderTokens tokens,
    PagesOptions options, ILogger<ProviderPages> logger)
{
    /// <summary>The field of the page to come back to.</summary>
    public const string To = "to";

    /// <summary>The field that says that somebody is to prove anew who they are.</summary>
    public const string Again = "again";

    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    /// <summary>Sends the browser to the provider.</summary>
    public async Task<IResult> LeaveAsync(HttpContext context)
    {
        var form = SentForm.Of(context);
        var properties = new OpenIdConnectChallengeProperties { RedirectUri = ManagerPaths.Local(form.First(To)) };
        if (form.First(Again).Length > 0)
        {
            (properties.Prompt, properties.MaxAge) = (OpenIdConnectPrompt.Login, TimeSpan.Zero);
        }

        try
        {
            await context.ChallengeAsync(ProviderSignIn.Scheme, properties).ConfigureAwait(false);
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            return Results.Empty;
        }
        catch (Exception away) when (ProviderTokens.IsAway(away))
        {
            return ProviderAway(context, away);
        }
    }

    /// <summary>Takes the provider's answer.</summary>
    public static async Task<IResult> ReturnAsync(HttpContext context)
    {
        var handlers = context.RequestServices.GetRequiredService<IAuthenticationHandlerProvider>();
        return await handlers.GetHandlerAsync(context, ProviderSignIn.Scheme).ConfigureAwait(false) is IAuthenticationRequestHandler handler
            && await handler.HandleRequestAsync().ConfigureAwait(false) ? Results.Empty : SignInPages.Refused(context, SignInWords.Failed);
    }

    /// <summary>Somebody whom the provider knows.</summary>
    public async Task WelcomeAsync(TicketReceivedContext context)
    {
        context.HandleResponse();
        var (http, now) = (context.HttpContext, options.RealClock.Now());
        var identity = (System.Security.Claims.ClaimsIdentity)context.Principal!.Identity!;
        var account = ProviderClaims.Account(identity, now);
        var groupsAreElsewhere = provider.Groups.Count > 0 && ProviderClaims.GroupsAreElsewhere(identity);
        var word = ProviderClaims.Word(identity, provider, refresh.Seal(http.Items[ProviderSignIn.RefreshToken] as string), now);
        await accounts.NoteAsync(
            account, notes.Act(http, account.Id, AccessDeeds.SignedIn, groupsAreElsewhere ? SignInWords.WithoutGroups : SignInWords.WithProvider), CancellationToken.None)
            .ConfigureAwait(false);
        var answer = await sessions.StartAsync(http, account.Id, word).ConfigureAwait(false)
            ? ManagerShow.GoTo(http, context.ReturnUri is { Length: > 0 } to ? to : ManagerPaths.Home) : SignInPages.Refused(http, SignInWords.Failed);
        await answer.ExecuteAsync(http).ConfigureAwait(false);
    }

    /// <summary>An answer that is none: refused at the provider, forged, too old, or the provider is away.</summary>
    public async Task RefuseAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        if (ProviderTokens.IsAway(context.Failure!))
        {
            await ProviderAway(http, context.Failure!).ExecuteAsync(http).ConfigureAwait(false);
            return;
        }

        Refused(logger, context.Failure!.GetType().Name);
        await notes.RefusedAtTheDoorAsync(http, SignInWords.NotGenuine).ConfigureAwait(false);
        await SignInPages.Refused(http, SignInWords.Failed).ExecuteAsync(http).ConfigureAwait(false);
    }

    /// <summary>Signs out at the provider too, if it has an address for that.</summary>
    public async Task<IResult> LeaveForGoodAsync(HttpContext context)
    {
        var configuration = await ConfigurationAsync(context).ConfigureAwait(false);
        return Layout.Show.SeeOther(string.IsNullOrEmpty(configuration?.EndSessionEndpoint) ? ManagerPaths.SignInOf(context) : new OpenIdConnectMessage
        {
            IssuerAddress = configuration.EndSessionEndpoint,
            ClientId = provider.ClientId,
            PostLogoutRedirectUri = provider.Here + ManagerPaths.SignIn[1..],
        }.CreateLogoutRequestUrl());
    }

    /// <summary>
    /// Ends the sign-ins that the provider says are over (OpenID Connect Back-Channel Logout 1.0, 2.6). A token that is handed in again later ends none
    /// that began since.
    /// </summary>
    public async Task<IResult> EndThoseAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await ConfigurationAsync(context).ConfigureAwait(false) is null)
        {
            // Without its keys nothing can be told of the token; a provider asks again.
            return Results.Json(new { error = "temporarily_unavailable" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        if (await tokens.ReadLogoutAsync(SentForm.Of(context).First("logout_token")).ConfigureAwait(false) is not { } said
            || ProviderClaims.First(said, "nonce") is not null || !Says(said, LogoutEvent)
            || ProviderClaims.Moment(said, "iat") is not { } issued || ProviderClaims.First(said, "jti") is null
            || (ProviderClaims.First(said, "sub") ?? ProviderClaims.First(said, "sid")) is null)
        {
            return Results.Json(new { error = "invalid_request" }, statusCode: StatusCodes.Status400BadRequest);
        }

        var (subject, signIn) = (ProviderClaims.First(said, "sub"), ProviderClaims.First(said, "sid"));
        var issuer = ProviderClaims.First(said, "iss")!;
        AccountId? account = subject is null ? null : AccountId.Of(issuer, subject);
        await store.EndThoseOfProviderAsync(
            issuer, account, signIn, issued, ProviderTokens.Skew, () => notes.NoteAsync(notes.Act(context, account, AccessDeeds.SignedOutByProvider) with { From = "" }),
            options.RealClock.Now(), CancellationToken.None).ConfigureAwait(false);
        return Results.Ok();
    }

    private static bool Says(System.Security.Claims.ClaimsIdentity said, string member)
    {
        try
        {
            using var events = System.Text.Json.JsonDocument.Parse(ProviderClaims.First(said, "events") ?? "{}");
            return events.RootElement.ValueKind == System.Text.Json.JsonValueKind.Object && events.RootElement.TryGetProperty(member, out _);
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private async Task<OpenIdConnectConfiguration?> ConfigurationAsync(HttpContext context)
    {
        try
        {
            return await tokens.ConfigurationAsync(context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception away) when (ProviderTokens.IsAway(away))
        {
            Away(logger, away);
            return null;
        }
    }

    private IResult ProviderAway(HttpContext context, Exception away)
    {
        Away(logger, away);
        context.Response.Headers.RetryAfter = "120";
        return ManagerShow.Page<SignInPage>(context, StatusCodes.Status503ServiceUnavailable, nameof(SignInPage.Problem), SignInWords.ProviderAway);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer of the sign-in service was refused: {Kind}")]
    private static partial void Refused(ILogger log, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sign-in service could not be reached")]
    private static partial void Away(ILogger log, Exception away);
}
