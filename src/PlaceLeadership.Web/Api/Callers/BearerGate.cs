using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Web.Api.Problems;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web.Api.Callers;

/// <summary>
/// The only door to the API: an access token in the header Authorization (RFC 6750, 2.1), and nothing else. A cookie is not looked at, so no
/// other site can make a browser do anything here.
/// </summary>
internal sealed partial class BearerGate(
    BearerTokens tokens, SignInProvider provider, AccountStore accounts, DeskNotes notes, PagesOptions options, ILogger<BearerGate> log) : IEndpointFilter
{
    private const string Scheme = "Bearer ";
    private const int LengthMax = 16 * 1024;

    private static readonly string[] ClientClaims = ["app_displayname", "azp", "client_id", "appid"];

    // That somebody comes every day is noted, and not each time.
    private static readonly Duration NotedEvery = Duration.FromDays(1);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var sent = http.Request.Headers.Authorization;
        if (sent.Count == 0)
        {
            return ApiProblems.NotKnown(http, saidSomething: false);
        }

        ClaimsIdentity? said = null;
        try
        {
            said = sent is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header.Length <= LengthMax
                ? await tokens.ReadAsync(header[Scheme.Length..].Trim(), http.RequestAborted).ConfigureAwait(false) : null;
        }
        catch (Exception away) when (!http.RequestAborted.IsCancellationRequested && ProviderTokens.IsAway(away))
        {
            Away(log, away);
            return ApiProblems.ProviderAway(http);
        }

        if (said is null)
        {
            await notes.RefusedAtTheDoorAsync(http, SignInWords.WrongToken).ConfigureAwait(false);
            return ApiProblems.NotKnown(http, saidSomething: true);
        }

        http.Features.Set(new ApiCaller(await AccessAsync(http, said).ConfigureAwait(false)));
        return await next(context).ConfigureAwait(false);
    }

    // What was granted here is read anew for each request. Whoever comes for the first time is noted, so that an administrator can grant them something.
    private async Task<Access> AccessAsync(HttpContext http, ClaimsIdentity said)
    {
        var now = options.RealClock.Now();
        var account = ProviderClaims.Account(said, now);
        var known = await accounts.FindAsync(account.Id, http.RequestAborted).ConfigureAwait(false);
        if (known is null || now >= known.SeenAt + NotedEvery)
        {
            await accounts.NoteAsync(
                account.Name.Length > 0 || known is { Name.Length: > 0 } ? account : account with { Name = Client(said) },
                notes.Act(http, account.Id, AccessDeeds.SignedIn, SignInWords.WithToken), CancellationToken.None)
                .ConfigureAwait(false);
        }

        return new Access(account.Id, [.. (known?.Grants ?? []).Union(ProviderClaims.Word(said, provider, null, now).Grants)]);
    }

    // A script has no name but that of its registration at the provider.
    private static string Client(ClaimsIdentity said) =>
        ClientClaims.Select(claim => ProviderClaims.First(said, claim)).FirstOrDefault(name => name is not null) ?? "";

    [LoggerMessage(Level = LogLevel.Error, Message = "The sign-in service could not be reached to check an access token")]
    private static partial void Away(ILogger log, Exception away);
}
